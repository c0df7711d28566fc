"""What acts on what, derived from the Network: the only source of the pathway panel's arrows and signs.

A quantity acts on another where the other's rate of change (or its rule) depends on it.  The sign is that of
the exact derivative, summed over all reactions, looked at in a handful of states of the cell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Network, Rule, evaluate

Kind = Literal["activates", "inhibits", "becomes"]

# Enough states to meet both sides of every threshold (TNF above and below its resting level); fixed, so that
# the same network always makes the same picture.
_STATES = 6


@dataclass(frozen=True, slots=True)
class Influence:
    """One quantity acting directly on another."""

    source: str
    target: str
    sign: int
    """+1 more of the source makes more of the target, -1 less"""
    flow: bool
    """whether the source itself turns into the target"""


@dataclass(frozen=True, slots=True)
class _Step:
    """A way from one shown quantity to another, through quantities that are not shown."""

    name: str
    sign: int
    flow: bool


def influences(network: Network) -> tuple[Influence, ...]:
    """Every direct influence of the network, self-influence left out."""
    states = tuple(_states(network))
    constants = frozenset(p.name for p in network.parameters)
    found: list[Influence] = []
    for rule in network.rules:
        found += _pool(rule) if _is_pool(rule, network) else _on_rule(rule, states, constants)
    for species in network.species:
        found += _on_species(network, species.name, states, constants)
    return tuple(i for i in found if i.source != i.target)


def between(known: tuple[Influence, ...], shown: frozenset[str]) -> Mapping[tuple[str, str], Kind]:
    """How shown quantities act on each other, directly or through quantities that are not shown.

    The shortest way counts; a pair whose shortest ways contradict each other is left out.
    """
    onward: dict[str, list[Influence]] = {}
    for influence in known:
        onward.setdefault(influence.source, []).append(influence)
    pairs: dict[tuple[str, str], Kind] = {}
    for source in sorted(shown):
        for target, ways in _reached(source, onward, shown).items():
            if len({way.sign for way in ways}) == 1:
                pairs[source, target] = _kind(ways)
    return pairs


def _kind(ways: set[_Step]) -> Kind:
    if all(way.sign < 0 for way in ways):
        return "inhibits"
    return "becomes" if any(way.flow for way in ways) else "activates"


def _reached(
    source: str, onward: Mapping[str, list[Influence]], shown: frozenset[str]
) -> dict[str, set[_Step]]:
    """The shown quantities next to `source`, each with its shortest ways there."""
    distance = {source: 0}
    ways: dict[str, set[_Step]] = {}
    queue = deque([_Step(source, 1, True)])
    while queue:
        here = queue.popleft()
        if here.name in shown and here.name != source:
            continue
        for influence in onward.get(here.name, ()):
            there = _Step(influence.target, here.sign * influence.sign, here.flow and influence.flow)
            known = distance.setdefault(there.name, distance[here.name] + 1)
            if known == distance[here.name] + 1 and there not in ways.setdefault(there.name, set()):
                ways[there.name].add(there)
                queue.append(there)
    return {name: found for name, found in ways.items() if name in shown and name != source}


def _states(network: Network) -> Iterator[dict[str, float]]:
    numbers = np.random.default_rng(1)
    constants = {p.name: p.value for p in network.parameters}
    for i in range(_STATES):
        shares = {s.name: float(numbers.uniform(0.02, 0.3)) for s in network.species}
        # Inputs have units of their own: from far below to far above any threshold of a rate law.
        inputs = {q.name: 10.0 ** (i - 2) for q in network.inputs}
        values = constants | shares | inputs
        for rule in network.rules:
            values[rule.name] = evaluate(rule.formula, values)
        yield values


def _sign(formulas: list[tuple[int, Formula]], states: tuple[dict[str, float], ...]) -> int:
    """+1 or -1 where the sum of the formulas never has the other sign, else 0."""
    sums = [sum(n * evaluate(f, values) for n, f in formulas) for values in states]
    tiny = 1e-9 * max((abs(s) for s in sums), default=0.0)
    signs = {1 if s > tiny else -1 for s in sums if abs(s) > tiny and abs(s) > 1e-12}
    return signs.pop() if len(signs) == 1 else 0


def _on_rule(rule: Rule, states: tuple[dict[str, float], ...], constants: frozenset[str]) -> list[Influence]:
    signs = {
        n: _sign([(1, rule.formula.derivative(n))], states) for n in sorted(rule.formula.names - constants)
    }
    return [Influence(name, rule.name, sign, False) for name, sign in signs.items() if sign]


def _pool(rule: Rule) -> list[Influence]:
    """A pool stands for its members: what enters or leaves one enters or leaves the pool."""
    members = sorted(rule.formula.names)
    enter = [Influence(member, rule.name, 1, True) for member in members]
    return enter + [Influence(rule.name, member, 1, True) for member in members]


def _on_species(
    network: Network, species: str, states: tuple[dict[str, float], ...], constants: frozenset[str]
) -> list[Influence]:
    touching = [r for r in network.reactions if r.effect.get(species)]
    found = []
    for name in sorted({name for r in touching for name in r.rate.names} - constants - {species}):
        slopes = [(r.effect[species], r.rate.derivative(name)) for r in touching if name in r.rate.names]
        sign = _sign(slopes, states)
        flow = any(r.effect[species] > 0 and name in r.consumes for r in touching)
        if sign:
            found.append(Influence(name, species, sign, flow and sign > 0))
    return found


def _is_pool(rule: Rule, network: Network) -> bool:
    """Whether the rule is a plain sum of species, as "at the surface" is of its two kinds of place."""
    species = {s.name for s in network.species}
    names = rule.formula.names
    return names <= species and all(rule.formula.derivative(n).text in ("1", "1.0") for n in names)
