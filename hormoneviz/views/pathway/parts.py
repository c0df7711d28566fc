"""The pathway panel's nodes and arrows made ready to draw at one size: outlines, names, colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPolygonF

from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.look import fonts
from hormoneviz.look.art import EMBLEM_OF
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.look.words import format_value
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.pathway import shapes
from hormoneviz.views.pathway.geometry import LARGEST, TEXT, Geometry, geometry, text_width, trimmed
from hormoneviz.views.pathway.geometry import least_height as least
from hormoneviz.views.pathway.graph import Kind
from hormoneviz.views.pathway.key import key_height
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
    emblem: QRectF
    """empty where there is none"""
    tag: QRectF
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


@dataclass(frozen=True, slots=True)
class Arranged:
    """The diagram's places at one size, with text as large as all names allow."""

    geometry: Geometry
    metrics: QFontMetricsF
    nodes: tuple[NodeArt, ...]


def arranged(look: Look, size: QSizeF) -> Arranged:
    """Find the largest text with which no name is cut short, and everything's place with it."""
    brief = look.level == "basics"
    key = key_height(look, size.width())
    foot = key if size.height() - key >= least_height(look, size.width()) else 0.0
    most = LARGEST
    while True:
        placed = geometry(layout(), size, look.text_scale, brief, most, foot)
        metrics = QFontMetricsF(fonts.font(placed.text))
        made = nodes(look, placed, metrics)
        if most <= 1.0 or not any("…" in line for art in made for line in art.label.lines):
            return Arranged(placed, metrics, made)
        most = max(most - 0.1, 1.0)


def least_height(look: Look, width: float) -> float:
    """px that the smallest form needs at a width, with text no smaller than it may be."""
    form, text = layout().form["small"], TEXT * look.text_scale
    room, metrics = text_width(form, width, text), QFontMetricsF(fonts.font(text))
    shown = layout().shown("small")
    fit = all(metrics.horizontalAdvance(look.words.short(name)) <= room for name in shown)
    return least(form, text, 1 if fit else 2)


def nodes(look: Look, placed: Geometry, metrics: QFontMetricsF) -> tuple[NodeArt, ...]:
    """The nodes of the form, in the order of the layout."""
    route = {name for edge in layout().edge if edge.route for name in edge.pair}
    return tuple(_node(look, name, box, placed, metrics, name in route) for name, box in placed.boxes.items())


def arrows(look: Look, placed: Geometry) -> tuple[ArrowArt, ...]:
    """The arrows of the form, the way of the signal last so that it lies on top."""
    known = kinds()[placed.form]
    made = [_arrow(look, placed, edge, known[edge.pair]) for edge in layout().edge if edge.pair in known]
    return tuple(sorted(made, key=lambda arrow: arrow.edge.route))


def _node(
    look: Look, name: str, box: QRectF, placed: Geometry, metrics: QFontMetricsF, on_route: bool
) -> NodeArt:
    node, theme = layout().node[name], look.theme
    colour, unit = theme.colour(node.colour), NETWORK.units[name]
    return NodeArt(
        name=name,
        node=node,
        box=box,
        outline=shapes.outline(node.shape, box),
        label=label(look.words, name, format_value(0.888, unit), metrics, placed.text_area(box)),
        emblem=placed.emblem(box) if name in EMBLEM_OF else QRectF(),
        tag=placed.tag(box) if node.tag else QRectF(),
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
