"""PathwayPainter: draws the living diagram of a Frame, with no need of a window.

What never changes at one size (ground, tracks of the arrows, outlines, names) is painted once into two
pixmaps; a frame adds fills, widths and values between and over them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPathStroker, QPen, QPixmap

from hormoneviz.look import art as emblems
from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.seen import TextSeen
from hormoneviz.look.theme import mix
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.pathway import shapes
from hormoneviz.views.pathway.badges import badge_rects, paint_badges
from hormoneviz.views.pathway.entries import Entry
from hormoneviz.views.pathway.gauge import paint_gauge
from hormoneviz.views.pathway.key import paint_key
from hormoneviz.views.pathway.parts import ArrowArt, arranged, arrows

Glow = tuple[int, ...]

_FINGER = 44.0
"""px, the least height and width of what is taken for a node (WCAG 2.2, 2.5.5)"""
_ARROW = 14.0
"""px, the width of what is taken for an arrow"""
_GLOW_STEPS = 8
"""how finely the glow follows activity; the first step, where a cell at rest stands, does not glow"""
_GLOW = ((1.7, 0.07), (1.25, 0.09), (0.85, 0.12), (0.5, 0.16))
"""widths, in text heights, and strengths of the glow"""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person points at."""

    selected: str = ""
    pointed: str = ""
    entries: tuple[Entry, ...] = ()
    """hormones and inflammation that are off normal"""


class PathwayPainter:
    """The diagram at one size and look."""

    def __init__(self, look: Look, size: QSize, ratio: float = 1.0) -> None:
        self.look = look
        self.size = size
        found = arranged(look, QSizeF(size))
        self.geometry = found.geometry
        self._font = fonts.font(self.geometry.text)
        self._nodes = {art.name: art for art in found.nodes}
        self._arrows = arrows(look, self.geometry)
        self._ratio = ratio
        self._back = self._layer(self._paint_back)
        self._front = self._layer(self._paint_front)
        self._glow: tuple[Glow, QPixmap] = ((), self._back)

    @property
    def names(self) -> tuple[str, ...]:
        """The nodes shown, in the order of the layout."""
        return tuple(self._nodes)

    def box(self, name: str) -> QRectF:
        """Where a shown node is."""
        return self._nodes[name].box

    def node_at(self, point: QPointF) -> str:
        """The node under a point, or the nearest one of which a finger there may miss the outline, or ""."""
        away = {art.name: _away(art.box, point) for art in self._nodes.values() if _near(art.box, point)}
        return min(away, key=away.__getitem__, default="")

    def acted_on_at(self, point: QPointF, entries: Sequence[Entry]) -> str:
        """The node whose badge, or an arrow to which, is under a point, or ""."""
        boxes = {art.name: art.box for art in self._nodes.values()}
        if any(box.contains(point) for box in boxes.values()):
            return ""
        for entry, _, box in badge_rects(boxes, entries, self.geometry.text):
            if box.contains(point):
                return entry.node
        reach = QPainterPathStroker()
        reach.setWidth(_ARROW)
        at = (arrow.edge.target for arrow in self._arrows if reach.createStroke(arrow.path).contains(point))
        return next(at, "")

    def read_out(self, name: str, frame: Frame) -> str:
        """A shown node's value with unit."""
        return self._nodes[name].value(frame)

    def written(self, frame: Frame) -> list[TextSeen]:
        """The texts in the nodes; the key is not among them."""
        capital, ink = QFontMetricsF(self._font).capHeight(), self.look.theme.colour("text")
        found = []
        for art in self._nodes.values():
            texts = [*art.label.lines, *([art.value(frame)] if art.label.with_value else [])]
            rows = zip(art.label.rows, texts, strict=False)
            found += [TextSeen(text, capital, _loose(row), ink) for row, text in rows]
        return found

    def signature(self, frame: Frame) -> tuple[object, ...]:
        """Equal for frames that look the same, so that a still diagram is not repainted."""
        shown = self._nodes.values()
        fills = tuple(round(art.share(frame) * max(art.box.height(), art.box.width()) * 2) for art in shown)
        widths = tuple(round(arrow.activity(frame) * 24) for arrow in self._arrows)
        return fills, widths, tuple(art.value(frame) for art in shown if art.label.with_value)

    def paint(self, painter: QPainter, frame: Frame | None, marks: Marks | None = None) -> None:
        """Draw one frame (None: before there is any) with its top left at the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._back)
        if frame is not None:
            self._paint_live(painter, frame)
        painter.drawPixmap(0, 0, self._front)
        if frame is not None:
            self._paint_values(painter, frame)
        self._paint_marks(painter, marks or Marks())
        painter.restore()

    # --- once ------------------------------------------------------------------------------------------

    def _layer(self, draw: Callable[[QPainter], None]) -> QPixmap:
        pixmap = QPixmap(self.size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        return pixmap

    def _paint_back(self, painter: QPainter) -> None:
        theme = self.look.theme
        painter.fillRect(QRectF(QPointF(), QSizeF(self.size)), theme.colour("surface"))
        track = mix(theme.colour("surface"), theme.colour("outline"), 0.55)
        for arrow in self._arrows:
            _draw_arrow(painter, arrow, track, 1.2)
        paint_key(painter, self.look, self.geometry.key, self.geometry.text, self.geometry.filled)

    def _paint_front(self, painter: QPainter) -> None:
        theme = self.look.theme
        painter.setFont(self._font)
        for art in self._nodes.values():
            painter.setPen(QPen(art.edge, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(art.outline)
            if art.node.tag:
                painter.setPen(QPen(theme.edge(art.node.colour), 1.2))
                painter.setBrush(art.solid)
                painter.drawPath(shapes.tag(art.node.tag, art.tag))
            if not art.emblem.isEmpty():
                emblems.paint_in(painter, emblems.EMBLEM_OF[art.name], theme, art.emblem)
            painter.setPen(theme.colour("text"))
            for row, text in zip(art.label.rows, art.label.lines, strict=False):
                painter.drawText(_loose(row), Qt.AlignmentFlag.AlignCenter, text)

    # --- each frame ------------------------------------------------------------------------------------

    def _paint_live(self, painter: QPainter, frame: Frame) -> None:
        painter.drawPixmap(0, 0, self._glow_layer(frame))
        for arrow in self._arrows:
            self._paint_arrow(painter, arrow, arrow.activity(frame))
        ground = self.look.theme.colour("surface_raised")
        for art in self._nodes.values():
            paint_gauge(painter, self.geometry, art, art.share(frame), ground)

    def _glow_layer(self, frame: Frame) -> QPixmap:
        """The glow of the active way, repainted only when it changes by a step: wide strokes cost most."""
        way = [arrow for arrow in self._arrows if arrow.edge.route]
        reached = {arrow.edge.target: arrow.activity(frame) for arrow in way}
        glows = [arrow.activity(frame) for arrow in way]
        # A stock, such as vesicles under the membrane, glows only as far as the signal reaches it.
        glows += [min(a.share(frame), reached.get(a.name, 1.0)) for a in self._nodes.values() if a.on_route]
        key = tuple(max(round(_GLOW_STEPS * activity) - 1, 0) for activity in glows)
        if key != self._glow[0]:
            self._glow = key, self._layer(partial(self._paint_glow, key))
        return self._glow[1]

    def _paint_glow(self, key: Glow, painter: QPainter) -> None:
        paths = [arrow.path for arrow in self._arrows if arrow.edge.route]
        paths += [art.outline for art in self._nodes.values() if art.on_route]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, step in zip(paths, key, strict=True):
            for spread, alpha in _GLOW if step else ():
                # A few wide see-through strokes look like a blur and cost a hundredth of one.
                colour = self.look.theme.colour("halo", alpha * min(1.0, 0.3 + step / _GLOW_STEPS))
                painter.setPen(QPen(colour, spread * self.geometry.text, c=Qt.PenCapStyle.RoundCap))
                painter.drawPath(path)

    def _paint_arrow(self, painter: QPainter, arrow: ArrowArt, activity: float) -> None:
        if activity >= 0.01:
            colour = QColor(arrow.colour)
            colour.setAlphaF(min(1.0, 0.35 + 1.3 * activity))
            _draw_arrow(painter, arrow, colour, 1.2 + 0.36 * self.geometry.text * activity)

    def _paint_values(self, painter: QPainter, frame: Frame) -> None:
        painter.setFont(self._font)
        painter.setPen(self.look.theme.colour("text"))
        for art in self._nodes.values():
            if art.label.with_value:
                painter.drawText(_loose(art.label.rows[-1]), Qt.AlignmentFlag.AlignCenter, art.value(frame))

    def _paint_marks(self, painter: QPainter, marks: Marks) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, role, width in ((marks.pointed, "outline", 2.0), (marks.selected, "focus", 3.0)):
            if name in self._nodes:
                painter.setPen(QPen(self.look.theme.colour(role), width))
                painter.drawRoundedRect(self._nodes[name].box.adjusted(-4, -4, 4, 4), 8, 8)
        boxes = {name: art.box for name, art in self._nodes.items()}
        paint_badges(painter, self.look, boxes, marks.entries, self.geometry.text)


def _loose(row: QRectF) -> QRectF:
    """A row with room at both ends, so that rounding cuts nothing off."""
    return row.adjusted(-8, 0, 8, 0)


def _draw_arrow(painter: QPainter, arrow: ArrowArt, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.FlatCap))
    painter.drawPath(arrow.path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrow.head)


def _away(box: QRectF, point: QPointF) -> float:
    """px across and down from a point to a box; 0 within it."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    return across + max(box.top() - point.y(), 0.0, point.y() - box.bottom())


def _near(box: QRectF, point: QPointF) -> bool:
    """Whether a point is in a box, or in what a finger needs round its middle."""
    across, down = max((_FINGER - box.width()) / 2, 0.0), max((_FINGER - box.height()) / 2, 0.0)
    return box.adjusted(-across, -down, across, down).contains(point)
