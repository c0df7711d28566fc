"""Artwork: all plots stacked into two pictures, the past and the future, with titles, labels and event marks.

They are made once a film (or size, or theme).  A frame only blits the past up to the play head and the future
beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.changes import Change
from hormoneviz.views.plots import layout
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.labels import Label, column, labels, paint_labels, paint_title

_NEAR = 5.0
"""px from a mark at which the read-out tells what was changed"""


@dataclass(frozen=True)
class Artwork:
    """Two pictures of the same plots, and where their curves are."""

    past: QPixmap
    future: QPixmap
    areas: tuple[QRectF, ...]
    names: tuple[str, ...]
    """of the plots that are seen, from the top"""
    window: tuple[float, float]
    """min, the stretch of time that is seen"""
    changes: tuple[Change, ...]

    @property
    def left(self) -> float:
        return self.areas[0].left()

    @property
    def right(self) -> float:
        return self.areas[0].right()

    def x_of(self, time: float) -> float:
        """Where a time (min) is; beyond the window, at its end."""
        start, end = self.window
        share = (time - start) / (end - start)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def change_near(self, time: float) -> str:
        """What was changed about that time, in words, or ""."""
        x = self.x_of(time)
        return "\n".join(c.text for c in self.changes if abs(self.x_of(c.time) - x) <= _NEAR)

    def time_at(self, x: float) -> float:
        """The time (min) at a place, within the window."""
        start, end = self.window
        share = (x - self.left) / max(self.right - self.left, 1.0)
        return start + min(max(share, 0.0), 1.0) * (end - start)

    def plot_at(self, y: float) -> str:
        """The name of the plot at a height: the one whose area is nearest."""
        away = [max(area.top() - y, y - area.bottom(), 0.0) for area in self.areas]
        return self.names[away.index(min(away))]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn."""

    charts: Sequence[Chart]
    ends: dict[str, list[Label]]
    """by plot, what is written where its curves leave the picture"""
    window: tuple[float, float]
    changes: tuple[Change, ...]
    key: str
    """to lines whose ends are not named"""
    kind: str = ""
    """of the second cell, where there is one"""
    corner: int = 0
    """px at the right of the first title that something else stands on"""


def draw(scene: Scene, look: Look, size: QSize, ratio: float) -> Artwork:
    """Draw the charts below each other into a panel of that size."""
    return _Maker(scene, look, size, ratio).make()


class _Maker:
    """Holds what the steps of one drawing share."""

    def __init__(self, scene: Scene, look: Look, size: QSize, ratio: float) -> None:
        self.scene, self.look, self.size, self.ratio = scene, look, size, ratio
        self.plots = [chart.plot for chart in scene.charts]
        self.font = fonts.font(look.pixels(layout.LABEL))
        self.metrics = QFontMetricsF(self.font)
        self.margin = column(self.plots, look, size.width(), scene.kind)
        self.rects = layout.rects(self.plots, size, self.margin, look)
        self.areas: list[QRectF] = []

    def make(self) -> Artwork:
        start, end = self.scene.window
        last = len(self.rects) - 1
        step = layout.tick_step(end - start, self.rects[0].width() / (5 * self.look.pixels(layout.LABEL)))
        for i, chart in enumerate(self.scene.charts):
            chart.set_time_axis(layout.axis_height(self.look, i == last), step, with_values=i == last)
            chart.set_window(start, end)
        future = self._picture(past=False)
        past = self._picture(past=True)
        names = tuple(plot.name for plot in self.plots)
        return Artwork(past, future, tuple(self.areas), names, (start, end), self.scene.changes)

    def _picture(self, past: bool) -> QPixmap:
        pixmap = QPixmap(self.size * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(self.look.theme.colour("plot_ground"))
        self.areas = []
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chart, rect in zip(self.scene.charts, self.rects, strict=True):
            painter.drawPixmap(rect.topLeft(), chart.picture(rect.size(), past))
            area = chart.area().translated(QPointF(rect.topLeft()))
            self.areas.append(area)
            height = layout.title_height(self.look)
            corner = self.scene.corner if chart is self.scene.charts[0] else 0
            line = QRectF(8, rect.top() - height, self.size.width() - 16 - corner, height)
            paint_title(painter, chart.plot, self.look, line, self.scene.key)
            if self.margin > 20:
                ends = labels(chart, self.scene.ends[chart.plot.name], rect.top())
                paint_labels(painter, ends, area, self.look)
        self._paint_events(painter)
        self._paint_time_unit(painter)
        painter.end()
        return pixmap

    def _paint_time_unit(self, painter: QPainter) -> None:
        """The unit of time, where the axis ends."""
        if self.margin <= 20:
            return
        area = self.areas[-1]
        painter.setFont(self.font)
        painter.setPen(self.look.theme.colour("plot_axis"))
        below = QRectF(area.right() + 8, area.bottom() + 2, self.margin, self.metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self.look.words.say("plot_time"))

    def _paint_events(self, painter: QPainter) -> None:
        """A hairline through all plots and a flag on top, for each change made on the way."""
        area, (start, end) = self.areas[0], self.scene.window
        colour = self.look.theme.colour("text_muted")
        for change in self.scene.changes:
            if not start <= change.time <= end:
                continue
            x = area.left() + area.width() * (change.time - start) / (end - start)
            painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
            for each in self.areas:
                painter.drawLine(QPointF(x, each.top()), QPointF(x, each.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            tip = QPointF(x, area.top() + 7)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -7), tip + QPointF(4, -7)]))
