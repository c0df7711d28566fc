"""Artwork: all plots stacked into two pictures, the past and the future, with titles, labels and event marks.

They are made once a film (or size, or theme).  A frame only blits the past up to the play head and the future
beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.changes import Change
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.courses import Course

_TITLE = 13.0
_LABEL = 12.0
_NEAR = 5.0
"""px from a mark at which the read-out tells what was changed"""
_AXIS = 22.0
_BASE = 8
"""px below a plot without times, room for the lower half of its lowest tick's number"""
_TICKS = (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1440.0)
"""min between ticks"""
_LEAST = 84.0
"""px, the least height of a plot with its title; where there is less room, fewer plots are shown"""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is written on the plots beside the curves."""

    changes: tuple[Change, ...]
    with_ghost: bool


@dataclass(frozen=True)
class Artwork:
    """Two pictures of the same plots, and where their curves are."""

    past: QPixmap
    future: QPixmap
    areas: tuple[QRectF, ...]
    duration: float
    changes: tuple[Change, ...]

    @property
    def left(self) -> float:
        return self.areas[0].left()

    @property
    def right(self) -> float:
        return self.areas[0].right()

    def x_of(self, time: float) -> float:
        """Where a time (min) is."""
        return self.left + (self.right - self.left) * time / self.duration

    def change_near(self, time: float) -> str:
        """What was changed about that time, in words, or ""."""
        x = self.x_of(time)
        return "\n".join(c.text for c in self.changes if abs(self.x_of(c.time) - x) <= _NEAR)

    def time_at(self, x: float) -> float:
        """The time (min) at a place, within the film."""
        share = (x - self.left) / max(self.right - self.left, 1.0)
        return min(max(share, 0.0), 1.0) * self.duration


def shown_charts(charts: Sequence[Chart], height: float, look: Look) -> Sequence[Chart]:
    """As many of the charts as the height allows, but one at least."""
    return charts[: max(1, min(len(charts), int(height / (_LEAST * look.text_scale))))]


def draw(
    charts: Sequence[Chart], look: Look, size: QSize, ratio: float, now: Course, marks: Marks
) -> Artwork:
    """Draw the charts below each other into a panel of that size."""
    return _Maker(charts, look, size, ratio, now, marks).make()


class _Maker:
    """Holds what the steps of one drawing share."""

    def __init__(
        self, charts: Sequence[Chart], look: Look, size: QSize, ratio: float, now: Course, marks: Marks
    ) -> None:
        self.charts, self.look, self.size, self.ratio = charts, look, size, ratio
        self.now, self.marks = now, marks
        self.title_font = fonts.font(look.pixels(_TITLE), fonts.MEDIUM)
        self.font = fonts.font(look.pixels(_LABEL))
        self.metrics = QFontMetricsF(self.font)
        names = [curve.name for chart in charts for curve in chart.plot.curves]
        widest = max(self.metrics.horizontalAdvance(look.words.short(name)) for name in names)
        self.margin = round(widest + 14) if size.width() > 3 * widest else 8
        self.title = round(1.5 * look.pixels(_TITLE))
        self.rects = self._rects()
        self.areas: list[QRectF] = []

    def make(self) -> Artwork:
        future = self._picture(past=False)
        past = self._picture(past=True)
        return Artwork(past, future, tuple(self.areas), float(self.now.times[-1]), self.marks.changes)

    def _rects(self) -> list[QRect]:
        """Each chart's place, below its title; the last one is higher by its time axis."""
        axis = self.look.pixels(_AXIS)
        each = (self.size.height() - axis) // len(self.charts)
        width = self.size.width() - self.margin
        last = len(self.charts) - 1
        step = _tick_step(float(self.now.times[-1]), width / (5 * self.look.pixels(_LABEL)))
        for i, chart in enumerate(self.charts):
            chart.set_time_axis(axis if i == last else _BASE, step, with_values=i == last)
        return [
            QRect(0, i * each + self.title, width, each - self.title + (axis if i == last else 0))
            for i in range(len(self.charts))
        ]

    def _picture(self, past: bool) -> QPixmap:
        pixmap = QPixmap(self.size * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(self.look.theme.colour("plot_ground"))
        self.areas = []
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chart, rect in zip(self.charts, self.rects, strict=True):
            painter.drawPixmap(rect.topLeft(), chart.picture(rect.size(), past))
            self.areas.append(chart.area().translated(QPointF(rect.topLeft())))
            self._paint_title(painter, chart, rect)
            self._paint_labels(painter, chart, rect)
        self._paint_events(painter)
        self._paint_time_unit(painter)
        painter.end()
        return pixmap

    def _paint_time_unit(self, painter: QPainter) -> None:
        """The unit of time, where the axis ends; and what the dashed lines are, if there are any."""
        words, area = self.look.words, self.areas[-1]
        painter.setFont(self.font)
        painter.setPen(self.look.theme.colour("plot_axis"))
        height = self.metrics.height()
        if self.margin > 20:
            below = QRectF(area.right() + 8, area.bottom() + 2, self.margin, height)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words.say("plot_time"))
        if self.marks.with_ghost:
            painter.setPen(self.look.theme.colour("text_muted"))
            above = QRectF(0, self.rects[0].top() - self.title, self.size.width() - 8, self.title)
            at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(above, at_right, words.say("plot_ghost"))

    def _paint_title(self, painter: QPainter, chart: Chart, rect: QRect) -> None:
        words, theme = self.look.words, self.look.theme
        line = QRectF(rect.left() + 8, rect.top() - self.title, self.size.width() - 16, self.title)
        title = words.say(chart.plot.title)
        painter.setFont(self.title_font)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        line.setLeft(line.left() + QFontMetricsF(self.title_font).horizontalAdvance(title) + 8)
        painter.setFont(self.font)
        painter.setPen(theme.colour("text_muted"))
        unit = self.metrics.elidedText(words.say(chart.plot.unit), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, unit)

    def _paint_labels(self, painter: QPainter, chart: Chart, rect: QRect) -> None:
        """Each curve's name at its end, pushed apart where curves end together."""
        if self.margin < 20:
            return
        ends = {
            q.name: chart.y_of(float(self.now.values[q.name][-1])) + rect.top() for q in chart.plot.curves
        }
        area, height = self.areas[-1], self.metrics.height()
        spread = apart(ends, 0.92 * height, area.top(), area.bottom())
        painter.setFont(self.font)
        for curve in chart.plot.curves:
            colour = self.look.theme.colour(curve.colour)
            painter.setPen(QPen(colour, 1.0))
            start = QPointF(area.right() + 1, ends[curve.name])
            painter.drawLine(start, QPointF(area.right() + 6, spread[curve.name]))
            box = QRectF(area.right() + 8, spread[curve.name] - height / 2, self.margin, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.look.words.short(curve.name))

    def _paint_events(self, painter: QPainter) -> None:
        """A hairline through all plots and a flag on top, for each change made on the way."""
        area = self.areas[0]
        colour = self.look.theme.colour("text_muted")
        for change in self.marks.changes:
            x = area.left() + area.width() * change.time / float(self.now.times[-1])
            painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
            for each in self.areas:
                painter.drawLine(QPointF(x, each.top()), QPointF(x, each.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            tip = QPointF(x, area.top() + 7)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -7), tip + QPointF(4, -7)]))


def _tick_step(duration: float, room: float) -> float:
    """The time between two ticks (min), so that no more than `room` of them are needed."""
    return next((step for step in _TICKS if duration / step <= room), _TICKS[-1])


def apart(wanted: dict[str, float], gap: float, top: float, bottom: float) -> dict[str, float]:
    """Places as near as can be to those wanted, `gap` apart, in the same order, within `top` .. `bottom`."""
    names = sorted(wanted, key=wanted.__getitem__)
    low, high = top + gap / 2, max(bottom - gap / 2, top + gap / 2)
    found: list[float] = []
    for name in names:
        found.append(max(wanted[name], low, found[-1] + gap if found else low))
    limit = high
    for i in range(len(found) - 1, -1, -1):
        found[i] = min(found[i], limit)
        limit = found[i] - gap
    return dict(zip(names, found, strict=True))
