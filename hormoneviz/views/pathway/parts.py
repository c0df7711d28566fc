"""The pathway panel's nodes and arrows made ready to draw at one size: outlines, names, colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPolygonF

from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.look.words import format_value
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.pathway import shapes
from hormoneviz.views.pathway.geometry import Geometry, trimmed
from hormoneviz.views.pathway.graph import Kind
from hormoneviz.views.pathway.labels import Label, label
from hormoneviz.views.pathway.layout import Edge, Node, kinds, layout


@dataclass(frozen=True, slots=True)
class NodeArt:
    """One node, ready to draw."""

    name: str
    node: Node
    box: QRectF
    outline: QPainterPath
    label: Label
    unit: str
    tint: QColor
    solid: QColor
    edge: QColor
    on_route: bool

    def share(self, frame: Frame) -> float:
        """How full it stands, 0 to 1."""
        return self.node.share(frame.values.get(self.name, 0.0))

    def value(self, frame: Frame) -> str:
        """Its value with unit."""
        return format_value(frame.values.get(self.name, 0.0), self.unit)


@dataclass(frozen=True, slots=True)
class ArrowArt:
    """One arrow, ready to draw."""

    edge: Edge
    kind: Kind
    path: QPainterPath
    head: QPolygonF
    colour: QColor

    def activity(self, frame: Frame) -> float:
        """How strongly it acts, 0 to 1."""
        if self.edge.by:
            return min(max(frame.values.get(self.edge.by, 0.0) / self.edge.full, 0.0), 1.0)
        return layout().node[self.edge.source].share(frame.values.get(self.edge.source, 0.0))


def nodes(look: Look, placed: Geometry, metrics: QFontMetricsF) -> tuple[NodeArt, ...]:
    """The nodes of the form, in the order of the layout."""
    route = {name for edge in layout().edge if edge.route for name in edge.pair}
    return tuple(_node(look, name, box, metrics, name in route) for name, box in placed.boxes.items())


def arrows(look: Look, placed: Geometry) -> tuple[ArrowArt, ...]:
    """The arrows of the form, the way of the signal last so that it lies on top."""
    known = kinds()[placed.form]
    made = [_arrow(look, placed, edge, known[edge.pair]) for edge in layout().edge if edge.pair in known]
    return tuple(sorted(made, key=lambda arrow: arrow.edge.route))


def _node(look: Look, name: str, box: QRectF, metrics: QFontMetricsF, on_route: bool) -> NodeArt:
    node, theme = layout().node[name], look.theme
    # Text stands in the middle, where a pointed or rounded side takes little of the width.
    inset = min(0.12 * box.height(), 6.0) if node.shape in ("messenger", "kinase") else 4.0
    colour, unit = theme.colour(node.colour), NETWORK.units[name]
    return NodeArt(
        name=name,
        node=node,
        box=box,
        outline=shapes.outline(node.shape, box),
        label=label(look.words, name, format_value(0.888, unit), metrics, box.adjusted(inset, 1, -inset, -1)),
        unit=unit,
        tint=mix(theme.colour("surface"), colour, 0.38 if theme.dark else 0.32),
        solid=colour,
        edge=mix(theme.colour("outline"), colour, 0.6),
        on_route=on_route,
    )


def _arrow(look: Look, placed: Geometry, edge: Edge, kind: Kind) -> ArrowArt:
    size, theme = 0.42 * placed.text, look.theme
    points = trimmed(placed.way(edge), 2.0)
    end, before = points[-1], points[-2]
    inhibits = kind == "inhibits"
    head = shapes.bar(end, before, 1.5 * size, 0.5 * size) if inhibits else shapes.arrow(end, before, size)
    path = shapes.line(trimmed(points, 0.3 * size if inhibits else 1.2 * size), 1.6 * size)
    colour = theme.colour("warning") if inhibits else theme.colour(layout().node[edge.source].colour)
    return ArrowArt(edge, kind, path, head, colour)
