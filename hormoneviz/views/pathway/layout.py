"""The hand-made layout of the pathway panel: read from resources/layouts, checked against the Network."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from hormoneviz import resources
from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.kinetics.network import Network
from hormoneviz.views.pathway.graph import Kind, between, influences

Cell = tuple[float, float]
Kinds = Mapping[tuple[str, str], Kind]
Shape = Literal["messenger", "protein", "kinase", "lipid", "store"]


class LayoutError(ValueError):
    """A layout that names what the network does not know; the message names the part."""


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """One arrangement of the nodes in cells."""

    columns: float
    rows: float
    key: tuple[float, float, float, float] | None = None
    """free cells for the key: left, top, right and bottom"""


class Node(Struct, frozen=True, forbid_unknown_fields=True):
    """How one quantity is drawn."""

    shape: Shape
    colour: str
    full: float
    low: float = 0.0
    steep: bool = False
    tag: Literal["", "round", "square"] = ""
    tall: Cell | None = None
    wide: Cell | None = None
    small: Cell | None = None

    def share(self, value: float) -> float:
        """How full the gauge stands at a value, 0 to 1."""
        if value <= self.low:
            return 0.0
        if self.low:
            return min(math.log(value / self.low) / math.log(self.full / self.low), 1.0)
        share = min(value / self.full, 1.0)
        return math.sqrt(share) if self.steep else share

    def place(self, form: str) -> Cell | None:
        """The node's cell in a form."""
        cell: Cell | None = getattr(self, form)
        return cell


class Edge(Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from", "target": "to"}):
    """One arrow."""

    source: str
    target: str
    route: bool = False
    """whether it lies on the way from insulin to glucose, which glows while it is active"""
    by: str = ""
    full: float = 1.0
    tall: tuple[Cell, ...] = ()
    wide: tuple[Cell, ...] = ()
    small: tuple[Cell, ...] = ()

    @property
    def pair(self) -> tuple[str, str]:
        return self.source, self.target

    def corners(self, form: str) -> tuple[Cell, ...]:
        """The corners of the arrow's way in a form."""
        cells: tuple[Cell, ...] = getattr(self, form)
        return cells


class Switch(Struct, frozen=True, forbid_unknown_fields=True):
    """How the badge of a hormone or of inflammation looks."""

    letters: str
    colour: str


class Layout(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; in all its parts a key that nobody knows is an error."""

    form: dict[str, Form]
    node: dict[str, Node]
    edge: tuple[Edge, ...]
    enters: dict[str, str]
    """the node at which a parameter or input that the body changes is shown"""
    switch: dict[str, Switch]

    def shown(self, form: str) -> frozenset[str]:
        """The nodes that have a place in a form."""
        return frozenset(name for name, node in self.node.items() if node.place(form) is not None)

    def kinds(self, network: Network) -> Mapping[str, Kinds]:
        """For each form, how its edges act, as the network says.

        An edge belongs to the forms that show both its ends and nothing between them.

        Raises:
            LayoutError: a node, an edge or a width that the network does not know.
        """
        for name in (*self.node, *self.enters, *(edge.by for edge in self.edge if edge.by)):
            if name not in network.units:
                raise LayoutError(f"{name}: not a quantity of the network")
        known = influences(network)
        by_form = {form: between(known, self.shown(form)) for form in self.form}
        for edge in self.edge:
            if not any(edge.pair in pairs for pairs in by_form.values()):
                raise LayoutError(f"{edge.source} -> {edge.target}: the network knows no such influence")
        wanted = {edge.pair for edge in self.edge}
        return {form: {p: k for p, k in pairs.items() if p in wanted} for form, pairs in by_form.items()}


@cache
def layout(name: str = "insulin") -> Layout:
    """The shipped layout of that name."""
    return msgspec.convert(tomllib.loads(resources.text(f"layouts/{name}.toml")), Layout)


@cache
def kinds() -> Mapping[str, Kinds]:
    """How the edges of the shipped layout act; kept, because deriving them takes a while."""
    return layout().kinds(NETWORK)
