"""Histogram: how many people have how much of a reading, and where the person on screen stands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.graph import LINE, pen
from hormoneviz.views.people.chart import Chart, Key
from hormoneviz.views.people.measures import Shown

_FEWEST, _MOST = 7, 30
"""bars"""


def binned(values: NDArray[np.float64], own: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """(people in each bar [B], edges [B + 1]); the person on screen is inside too, though not counted."""
    low, high = min(float(values.min()), own), max(float(values.max()), own)
    if high - low < 1e-9 * max(abs(low), abs(high), 1e-9):
        low, high = low - 0.5, high + 0.5
    bars = min(max(round(1.6 * len(values) ** 0.5), _FEWEST), _MOST)
    counts, edges = np.histogram(values, bins=bars, range=(low, high))
    return counts, edges


class Histogram(Chart):
    """One reading of everybody."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown: Shown | None = None
        self._title, self._colour, self._change = "", "accent", False

    def show_reading(self, title: str, colour: str, shown: Shown | None, change: bool = False) -> None:
        """Readings [N] and that of the person on screen; a line stands at nought for a change."""
        self._title, self._colour, self._shown, self._change = title, colour, shown, change
        if shown is not None:
            self._counts, self._edges = binned(shown.values, float(shown.own))
        self.redraw()

    def is_empty(self) -> bool:
        return self._shown is None

    def heading(self, look: Look) -> tuple[str, str, Sequence[Key]]:
        keys = (Key(look.theme.colour("text"), look.words.say("people_own"), "solid"),)
        return self._title, look.words.say("people_count"), keys

    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        low, high = float(self._edges[0]), float(self._edges[-1])
        if self._change:
            low, high = min(low, 0.0), max(high, 0.0)
        edge = 0.03 * (high - low)
        return (low - edge, high + edge), (0.0, 1.12 * max(float(self._counts.max()), 1.0))

    def bottom_unit(self, look: Look) -> str:
        return self._shown.symbol if self._shown else ""

    def draw_inside(self, painter: QPainter, look: Look) -> None:
        assert self._shown is not None
        ground, colour = look.theme.colour("plot_ground"), look.theme.colour(self._colour)
        painter.setPen(pen(ground, 1.0))
        painter.setBrush(mix(ground, colour, 0.55))
        for count, left, right in zip(self._counts, self._edges, self._edges[1:], strict=False):
            if count:
                painter.drawRect(QRectF(self.place(left, float(count)), self.place(right, 0.0)))
        if self._change:
            x = self.place(0.0, 0.0).x()
            painter.setPen(pen(look.theme.colour("plot_axis"), 1.0, "dot"))
            painter.drawLine(QLineF(x, self.area.top(), x, self.area.bottom()))
        self._mark_own(painter, look, self.place(float(self._shown.own), 0.0).x())

    def _mark_own(self, painter: QPainter, look: Look, x: float) -> None:
        """A line with a head, so that it is told from the bars by its shape."""
        size, text = 0.45 * QFontMetricsF(self.font()).height() * look.text_scale, look.theme.colour("text")
        top = self.area.top() + 1
        painter.setPen(pen(text, LINE * look.text_scale**0.5))  # no halo: it would split the bar it stands on
        painter.drawLine(QLineF(x, top, x, self.area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        painter.drawPolygon(
            QPolygonF([QPointF(x - size, top), QPointF(x + size, top), QPointF(x, top + 1.4 * size)])
        )
