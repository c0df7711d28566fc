"""Picture: the dose-response curves of one quantity with all that is written on them, drawn once a change."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.simulation.dose import HOLD, Response
from hormoneviz.views.dose.scale import FIRST, LAST, ends, in_unit, ticks, told
from hormoneviz.views.graph import LINE, Graph, healthy_pens, pen

TITLE, TEXT = 13.0, 12.0
COLOURS = {"GLUT4_surface": "glut4", "glucose_uptake": "glucose"}
_AXIS = 22
_LEAST = 70
"""px at 100 % text: the curves; what is written above them gives way (it is told to a screen reader)"""
_LEAST_TOP = {"GLUT4_surface": 20.0, "glucose_uptake": 1.5}

Both = tuple[Response, Response]
"""(healthy, present)"""


def lines(name: str, shown: Both, words: Words, short: bool = False) -> list[str]:
    """EC50 and maximum of each cell, the present one first."""
    healthy, present = shown
    own = told(name, words.say("dose_own"), present, healthy, words, short)
    return [own, told(name, words.say("plot_healthy"), healthy, healthy, words, short)]


class Picture:
    """Draws; the pyqtgraph plot behind it is made once."""

    def __init__(self, name: str, look: Look, owner: QWidget) -> None:
        self.name = name
        self._graph = Graph(look, owner)
        # Its numbers stand within it (see scale.ends), but hardly: rounding shall not take one away.
        self._graph.widget.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        self._healthy, self._present = self._graph.curve(), self._graph.curve()
        self._size = QSize()
        self._ends = FIRST, LAST
        """powers of ten at the ends of the axis"""
        self.area = QRectF()
        """where the curves are, once drawn"""

    def draw(self, shown: Both, look: Look, size: QSize, ratio: float) -> QPixmap:
        """The picture in a size."""
        self._shown, self._size = shown, size
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(look.theme.colour("plot_ground"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self._paint_head(painter, look)
        self._paint_curves(painter, look, below, *shown)
        painter.end()
        return pixmap

    def x_of(self, power: float) -> float:
        """Where a power of ten (nM) is."""
        left, right = self._ends
        return self.area.left() + self.area.width() * (power - left) / (right - left)

    def power_at(self, x: float) -> float:
        """The power of ten (nM) at a place."""
        left, right = self._ends
        return left + (right - left) * (x - self.area.left()) / max(self.area.width(), 1.0)

    def _paint_head(self, painter: QPainter, look: Look) -> float:
        """Title, unit and the lines of both cells; where they end (px)."""
        words, theme = look.words, look.theme
        bold, font = fonts.font(look.pixels(TITLE), fonts.MEDIUM), fonts.font(look.pixels(TEXT))
        line = 1.4 * look.pixels(TITLE)
        box = QRectF(8, 0, self._size.width() - 16, line)
        title = words.say("plot_surface" if self.name == "GLUT4_surface" else "plot_uptake")
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        left = QFontMetricsF(bold).horizontalAdvance(title) + 8
        metrics = QFontMetricsF(font)
        unit = words.say(f"dose_{self.name}_unit", minutes=f"{HOLD:g}")
        if metrics.horizontalAdvance(unit) > box.width() - left:
            unit = words.say(f"dose_{self.name}_unit_short", minutes=f"{HOLD:g}")
        said = metrics.elidedText(unit, Qt.TextElideMode.ElideRight, box.width() - left)
        painter.setFont(font)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, said)
        if self._size.height() - 5 * line < look.pixels(_LEAST):
            return box.bottom()
        roles = (COLOURS[self.name], "text_muted")
        both = lines(self.name, self._shown, words)
        if max(metrics.horizontalAdvance(text) for text in both) > box.width():
            both = lines(self.name, self._shown, words, short=True)
        for text, role in zip(both, roles, strict=True):
            box.translate(0, line if role != "text_muted" else metrics.height())
            painter.setPen(theme.colour(role))
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)
        return box.bottom()

    def _paint_curves(
        self, painter: QPainter, look: Look, above: float, healthy: Response, present: Response
    ) -> None:
        theme, words = look.theme, look.words
        font = fonts.font(look.pixels(TEXT))
        metrics = QFontMetricsF(font)
        names = (words.say("dose_own"), words.say("plot_healthy"))
        margin = round(max(metrics.horizontalAdvance(name) for name in names) + 14)
        colour = theme.colour(COLOURS[self.name])
        core, band = healthy_pens(colour, theme.colour("plot_ground"), look.text_scale**0.5)
        self._healthy.setPen(core)
        self._healthy.setShadowPen(band)
        self._present.setPen(pen(colour, LINE * look.text_scale**0.5))
        self._graph.set_look(look)
        self._graph.widget.getAxis("bottom").setHeight(look.pixels(_AXIS))
        last = {}
        for response, curve, whose in (
            (present, self._present, names[0]),
            (healthy, self._healthy, names[1]),
        ):
            values = np.array([in_unit(self.name, v, healthy) for v in response.values[self.name]])
            curve.setData(np.log10(response.doses), values)
            last[whose] = float(values[-1])
        top = max(1.1 * max(last.values()), _LEAST_TOP[self.name])
        room = QSize(self._size.width() - margin, max(self._size.height() - round(above) - 2, 40))
        across = room.width() - self._graph.widget.getAxis("left").width()
        axis = self._graph.widget.getAxis("bottom")
        first, hundred = (metrics.horizontalAdvance(f"{10.0**power:g}") for power in (FIRST, LAST))
        self._ends = ends(first, hundred, across)
        axis.setTicks(ticks(first, across))
        self._graph.set_range(self._ends, (0.0, top))
        painter.drawPixmap(QPointF(0, above), self._graph.picture(room))
        self.area = self._graph.area().translated(0, above)
        painter.setFont(font)
        painter.setPen(theme.colour("plot_axis"))
        unit = QRectF(self.area.right() + 8, self.area.bottom() + 2, margin, metrics.height())
        painter.drawText(unit, Qt.AlignmentFlag.AlignVCenter, "nM")
        self._paint_names(painter, look, last, top)
        for response, role in ((healthy, "text_muted"), (present, COLOURS[self.name])):
            self._paint_half(painter, look, response, healthy, role, top)

    def _paint_names(self, painter: QPainter, look: Look, ends: dict[str, float], top: float) -> None:
        """Whose curve it is, at the end of each, kept apart and below the head."""
        height = QFontMetricsF(painter.font()).height()
        roles = dict(zip(ends, (COLOURS[self.name], "text_muted"), strict=True))
        lowest = self.area.top()
        for name in sorted(ends, key=ends.__getitem__, reverse=True):
            y = max(self._y(ends[name], top) - height / 2, lowest)
            lowest = y + height
            painter.setPen(look.theme.colour(roles[name]))
            box = QRectF(self.area.right() + 8, y, 400, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_half(
        self, painter: QPainter, look: Look, response: Response, healthy: Response, role: str, top: float
    ) -> None:
        """A dot where the answer is half of the most, and a dotted line down to its dose."""
        half = response.half(self.name)
        if half is None:
            return
        y = self._y(in_unit(self.name, response.at(self.name, half), healthy), top)
        place = QPointF(self.x_of(math.log10(half)), y)
        painter.setPen(QPen(look.theme.colour(role), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(place, QPointF(place.x(), self.area.bottom()))
        painter.setPen(QPen(look.theme.colour("plot_ground"), 1.0))
        painter.setBrush(look.theme.colour(role))
        painter.drawEllipse(place, 4.0, 4.0)

    def _y(self, value: float, top: float) -> float:
        return self.area.bottom() - self.area.height() * value / top
