"""BandsChart: half of the people, nine in ten of them, and the person on screen, over time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.graph import LINE, pen
from hormoneviz.views.people.chart import Chart, Key
from hormoneviz.views.people.measures import Measure, Shown

_SHADES, _EDGE = (0.2, 0.5), 0.75
"""how strong the bands of nine in ten and of half are, and the edge of the latter"""
_HEADROOM, _FLAT, _FROM_NOUGHT = 0.08, 0.3, 0.2
"""of what is shown: room above and below; the least span, of the highest; and where the lowest is less than
this share of the highest, the axis starts at nought"""
_STEP = 1.0
"""min, of an arrow key"""


class BandsChart(Chart):
    """One course of everybody."""

    sought = Signal(float)
    """a person wants the play head at that time (min)"""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown: Shown | None = None
        self._measure: Measure | None = None
        self._times: NDArray[np.float64] = np.zeros(2)
        self._now = 0.0

    def show_bands(
        self, measure: Measure, shown: Shown | None, times: NDArray[np.float64] | None = None
    ) -> None:
        """Bands [5, T] and the person on screen [T] at those times (min); None for nobody yet."""
        self._measure, self._shown = measure, shown
        self._times = self._times if times is None else times
        self.redraw()

    def show_now(self, time: float) -> None:
        """The play head (min)."""
        if time != self._now:
            self._now = time
            self.update()

    def is_empty(self) -> bool:
        return self._shown is None

    def heading(self, look: Look) -> tuple[str, str, Sequence[Key]]:
        assert self._shown is not None
        assert self._measure is not None
        say = look.words.say
        outer, inner, edge = fills(look, self._measure.colour)
        strong = look.theme.colour(self._measure.colour)
        keys = (
            Key(outer, say("people_nine_in_ten")),
            Key(inner, say("people_half"), edge=edge),
            Key(mix(look.theme.colour("plot_ground"), strong, 0.8), say("people_median"), "dash"),
            Key(look.theme.colour("text"), say("people_own"), "solid"),
        )
        return say(f"plot_{self._measure.plot}"), self._shown.symbol, keys

    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        assert self._shown is not None
        assert self._measure is not None
        values = np.concatenate([self._shown.values.ravel(), np.ravel(self._shown.own)])
        across = 0.0, float(self._times[-1])
        return across, fitted(float(values.min()), float(values.max()), self._measure.least_top)

    def bottom_unit(self, look: Look) -> str:
        return "min"

    def draw_inside(self, painter: QPainter, look: Look) -> None:
        assert self._shown is not None
        assert self._measure is not None
        low, first, middle, third, high = self._shown.values
        painter.setPen(Qt.PenStyle.NoPen)
        *shades, line = fills(look, self._measure.colour)
        for (under, over), fill in zip(((low, high), (first, third)), shades, strict=True):
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF([*self._line(under), *reversed(self._line(over))]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width, ground = LINE * look.text_scale**0.5, look.theme.colour("plot_ground")
        strong = mix(ground, look.theme.colour(self._measure.colour), 0.8)
        painter.setPen(pen(line, 1.0))
        for edge in (first, third):
            painter.drawPolyline(self._line(edge))
        painter.setPen(pen(strong, 0.8 * width, "dash"))
        painter.drawPolyline(self._line(middle))
        own = QPolygonF(self._line(np.atleast_1d(self._shown.own)))
        for colour, wide in ((ground, 2.4 * width), (look.theme.colour("text"), width)):
            painter.setPen(pen(colour, wide))
            painter.drawPolyline(own)

    def paint_over(self, painter: QPainter, look: Look) -> None:
        if self._now <= self._times[-1]:
            x = self.place(self._now, 0.0).x()
            painter.setPen(QPen(look.theme.colour("accent"), 1.4))
            painter.drawLine(QLineF(x, self.area.top(), x, self.area.bottom()))

    def _line(self, values: NDArray[np.float64]) -> list[QPointF]:
        return [self.place(x, y) for x, y in zip(self._times.tolist(), values.tolist(), strict=True)]

    # --- Qt ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.is_empty() and self.area.width() > 0:
            share = (event.position().x() - self.area.left()) / self.area.width()
            self.sought.emit(min(max(share, 0.0), 1.0) * float(self._times[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the play head by a minute."""
        way = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if way is None or self.is_empty():
            super().keyPressEvent(event)
        else:
            self.sought.emit(min(max(self._now + way, 0.0), float(self._times[-1])))


def fitted(lowest: float, highest: float, least_top: float) -> tuple[float, float]:
    """The ends of an axis that shows these values: from nought where that is near, else closer."""
    if lowest <= _FROM_NOUGHT * highest:
        return 0.0, max((1.0 + _HEADROOM) * highest, least_top)
    span = max(highest - lowest, _FLAT * highest)
    low = max(0.5 * (lowest + highest - span) - _HEADROOM * span, 0.0)
    return low, low + (1.0 + 2.0 * _HEADROOM) * span


def fills(look: Look, colour: str) -> tuple[QColor, QColor, QColor]:
    """Of the band of nine in ten, that of half, and the line between them."""
    ground, strong = look.theme.colour("plot_ground"), look.theme.colour(colour)
    return mix(ground, strong, _SHADES[0]), mix(ground, strong, _SHADES[1]), mix(ground, strong, _EDGE)
