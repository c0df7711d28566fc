"""Tangents: the exact partial derivatives of a network's slopes, and of what is read from it, with respect to
parameters and inputs; those with respect to states are the solver's own Jacobian (compiled.py).

Derived from the same formulas by the same rules (elimination.py), nothing is differenced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.elimination import jacobian
from hormoneviz.kinetics.expressions import Node
from hormoneviz.kinetics.lanes import Writer, function, numbered
from hormoneviz.kinetics.network import Network

Array = NDArray[np.float64]
Values = Sequence[float]
Partials = Callable[[Values, Values, Values], Array]
"""(state [S], parameters [P], inputs [I]) -> a matrix of partial derivatives"""


@dataclass(frozen=True)
class Tangents:
    """The derivatives of one network, in the order in which it declares its parts."""

    network: Network
    by_parameter: Partials
    """of d state / d time [S, P]"""
    by_input: Partials
    """of d state / d time [S, I]"""


@cache
def tangents(network: Network) -> Tangents:
    """Generate and compile the derivatives; kept, because it takes some 100 ms."""
    writer = Writer(network, ())
    slopes = writer.slopes()
    return Tangents(
        network,
        _partials(writer, slopes, writer.parameters),
        _partials(writer, slopes, writer.given),
    )


@cache
def gradient(network: Network, name: str) -> tuple[Partials, Partials, Partials]:
    """How a species or rule depends at one moment on states [1, S], parameters [1, P] and inputs [1, I].

    Raises:
        KeyError: no species or rule has that name.
    """
    writer = Writer(network, ())
    if name not in {*(s.name for s in network.species), *(r.name for r in network.rules)}:
        raise KeyError(name)
    output = [writer.known[name]]
    by_state, by_parameter, by_input = (
        _partials(writer, output, names) for names in (writer.species, writer.parameters, writer.given)
    )
    return by_state, by_parameter, by_input


def _partials(writer: Writer, outputs: Sequence[Node], names: Sequence[str]) -> Partials:
    graph = writer.graph
    entries = jacobian(graph, outputs, names)
    rows = np.array([i for i, _ in entries], dtype=np.intp)
    columns = np.array([j for _, j in entries], dtype=np.intp)
    parts = (writer.species, "y"), (writer.parameters, "p"), (writer.given, "u")
    known: list[tuple[Mapping[Node, str], str]] = [(numbered(graph, *of), of[1]) for of in parts]
    code: Callable[..., Any] = function(graph, "y, p, u", known, list(entries.values()), "list")
    shape = len(outputs), len(names)

    def partials(state: Values, parameters: Values, inputs: Values) -> Array:
        found = np.zeros(shape)
        with np.errstate(all="ignore"):
            found[rows, columns] = code(state, parameters, inputs)
        return found

    return partials
