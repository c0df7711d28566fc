"""Weeks on paper: the courses that a beat speaks of where the cell does not tell, the twin's dashed.

Lines and letters, so that print is sharp; measures are units (`paper.UNIT`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from hormoneviz.exchange.stories.staging import Staged
from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.shell.sheet.paper import UNIT
from hormoneviz.simulation.film import Film
from hormoneviz.views.graph import tick_step
from hormoneviz.views.hall.courses import Drawn, Wanted, drawn, wanted

_LETTERS: Final = 7.5 * UNIT
_SPACE: Final = 1.3
"""height of a line of text, in letters"""
_ACROSS, _UP = 5, 4
"""ticks at most"""


def weeks_of(stage: Staged) -> tuple[Wanted, ...]:
    """The courses over weeks that a beat speaks of first; none where it speaks of the cell, or of minutes."""
    found = wanted(stage, frozenset())
    return found if all(want.weeks for want in found) else ()


def paint_weeks(painter: QPainter, width: float, height: float, stage: Staged, look: Look) -> None:
    """Paint them side by side, the upper left corner at the painter's origin.

    Raises:
        SolverFailed: the weeks cannot be solved.
    """
    wants, film = weeks_of(stage), Film(stage.scenario)
    share = width / len(wants)
    painter.fillRect(QRectF(0.0, 0.0, width, height), look.theme.colour("plot_ground"))
    for number, want in enumerate(wants):
        box = QRectF(number * share, 0.0, share, height)
        _Graph(drawn(stage, want, look, film, None), stage, look, box).paint(painter)


@dataclass(frozen=True, slots=True)
class _Graph:
    """One course in its box."""

    course: Drawn
    stage: Staged
    look: Look
    box: QRectF

    def paint(self, painter: QPainter) -> None:
        area = self._area()
        self._write_head(painter, area)
        self._paint_axes(painter, area)
        course, theme = self.course, self.look.theme
        if course.twin is not None:
            dashed = QPen(theme.colour("text_muted"), 0.9 * UNIT)
            dashed.setDashPattern([4.0, 3.0])
            self._paint_line(painter, area, course.twin, dashed)
        self._paint_line(painter, area, course.values, QPen(theme.edge(course.colour), 1.1 * UNIT))
        self._mark_week(painter, area)

    @property
    def _title(self) -> str:
        unit = f" ({self.course.unit})" if self.course.unit else ""
        return f"{self.course.title}{unit}"

    def _area(self) -> QRectF:
        """Where the curves are: below the title, above the weeks, right of the values."""
        room = self.box.width() - _LETTERS
        bold = QFontMetricsF(fonts.font(_LETTERS, fonts.BOLD))
        flags = Qt.TextFlag.TextWordWrap
        lines = bold.boundingRect(QRectF(0.0, 0.0, room, 9e9), flags, self._title).height()
        plain = QFontMetricsF(fonts.font(_LETTERS))
        left = max(plain.horizontalAdvance(f"{tick:g}") for tick in self._ticks_up()) + 0.9 * _LETTERS
        top, bottom = lines + 0.9 * _LETTERS, 2 * _SPACE * _LETTERS + 0.5 * _LETTERS
        return self.box.adjusted(left, top, -0.9 * _LETTERS, -bottom)

    def _write_head(self, painter: QPainter, area: QRectF) -> None:
        head = QRectF(self.box.left() + 0.5 * _LETTERS, self.box.top() + 0.3 * _LETTERS,
                      self.box.width() - _LETTERS, area.top() - self.box.top())  # fmt: skip
        painter.setPen(self.look.theme.colour("text"))
        painter.setFont(fonts.spelled(fonts.font(_LETTERS, fonts.BOLD)))
        painter.drawText(head, Qt.TextFlag.TextWordWrap, self._title)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        theme, say = self.look.theme, self.look.words.say
        painter.setFont(fonts.spelled(fonts.font(_LETTERS)))
        for tick in self._ticks_up():
            y = self._place(area, 0.0, tick).y()
            painter.setPen(QPen(theme.colour("plot_axis", 0.3), 0.4 * UNIT))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            at = QRectF(self.box.left(), y - _LETTERS, area.left() - self.box.left(), 2 * _LETTERS)
            at.adjust(0.0, 0.0, -0.4 * _LETTERS, 0.0)
            painter.setPen(theme.colour("text"))
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{tick:g}")
        for tick in _ticks(0.0, self.course.end, _ACROSS):
            x = self._place(area, tick, 0.0).x()
            at = QRectF(x - 3 * _LETTERS, area.bottom() + 0.2 * _LETTERS, 6 * _LETTERS, _SPACE * _LETTERS)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, f"{tick:g}")
        told = say("calendar_weeks")
        if self.course.twin is not None:
            told += "; " + say("handout_dashed", twin=say(f"plot_twin_{self.stage.twin.replace(' ', '_')}"))
        below = QRectF(self.box.left(), area.bottom() + (0.2 + _SPACE) * _LETTERS,
                       self.box.width() - 0.9 * _LETTERS, _SPACE * _LETTERS)  # fmt: skip
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)

    def _paint_line(self, painter: QPainter, area: QRectF, values: NDArray[np.float64], pen: QPen) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)  # a mitre of weekly peaks would stick out of the area
        painter.setPen(pen)
        times = self.course.times.tolist()
        points = [self._place(area, t, v) for t, v in zip(times, values.tolist(), strict=True)]
        painter.drawPolyline(QPolygonF(points))

    def _mark_week(self, painter: QPainter, area: QRectF) -> None:
        """A dot in the week that is looked at, and the value there."""
        week = min(self.stage.scenario.week, self.course.end)
        value = self.course.at(week)
        at, text = self._place(area, week, value), f"{value:.3g}"
        ink = self.look.theme.colour("text")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(at, 1.8 * UNIT, 1.8 * UNIT)
        bold = fonts.spelled(fonts.font(_LETTERS, fonts.BOLD))
        wide = QFontMetricsF(bold).horizontalAdvance(text) + 0.4 * _LETTERS
        left = min(max(at.x() - 0.5 * wide, area.left()), area.right() - wide)
        above = at.y() - 1.7 * _LETTERS
        spot = QRectF(left, above if above > area.top() else at.y() + 0.5 * _LETTERS, wide, 1.2 * _LETTERS)
        painter.fillRect(spot, self.look.theme.colour("plot_ground", 0.85))
        painter.setPen(ink)
        painter.setFont(bold)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def _place(self, area: QRectF, time: float, value: float) -> QPointF:
        course = self.course
        up = (value - course.bottom) / (course.top - course.bottom)
        return QPointF(area.left() + area.width() * time / course.end, area.bottom() - area.height() * up)

    def _ticks_up(self) -> list[float]:
        return _ticks(self.course.bottom, self.course.top, _UP)


def _ticks(start: float, end: float, most: int) -> list[float]:
    """Round numbers from `start` to `end`."""
    step = tick_step((end - start) / most)
    first = int(np.ceil(start / step - 1e-9))
    return [k * step for k in range(first, int(np.floor(end / step + 1e-9)) + 1)]
