"""Chart: one plot of a film: its curves, their ghosts, the healthy twin's, and vesicles counted."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.graph import LINE, Graph, healthy_pens, pen
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.courses import Array, Course, top

_FUTURE = 0.34
"""strength of what is still to come"""


class Chart:
    """The pyqtgraph side of one plot."""

    def __init__(self, plot: Plot, look: Look, owner: QWidget) -> None:
        self.plot = plot
        self.top = plot.least_top
        self._courses: tuple[Course | None, ...] = ()
        self._graph = Graph(look, owner)
        self.widget = self._graph.widget
        self._healthy = [self._graph.curve() for _ in plot.curves]
        self._counted = self._graph.curve(stepped=True)
        self._ghosts = [self._graph.curve() for _ in plot.curves]
        self._curves = [self._graph.curve() for _ in plot.curves]
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Colours and sizes of a look."""
        self._look = look
        theme = look.theme
        self._graph.set_look(look)
        self._counted.setPen(pen(theme.colour("vesicle", 0.8), 1.2))
        ground = theme.colour("plot_ground")
        for line, ghost, healthy in zip(self.plot.curves, self._ghosts, self._healthy, strict=True):
            ghost.setPen(pen(theme.colour("ghost"), 1.4, "dash"))
            core, band = healthy_pens(theme.colour(line.colour), ground, look.text_scale**0.5)
            healthy.setPen(core)
            healthy.setShadowPen(band)

    def set_courses(self, now: Course, ghost: Course | None, healthy: Course | None) -> None:
        """The curves of a film, of the one before it and of the healthy twin's; the same cost nothing."""
        if self._courses == (now, ghost, healthy):
            return
        self._courses = now, ghost, healthy
        self.top = top(self.plot, (now, ghost, healthy))
        for course, lines in ((now, self._curves), (ghost, self._ghosts), (healthy, self._healthy)):
            self._show(course, lines)

    def set_counted(self, times: Array, share: Array) -> None:
        """The vesicles counted so far."""
        self._counted.setData(times, share)

    def set_window(self, start: float, end: float) -> None:
        """The stretch of time that is seen, min."""
        self._graph.set_range((start, end), (0.0, self.top))

    def set_time_axis(self, height: int, step: float, with_values: bool) -> None:
        """The height of the time axis, and a tick every `step` min, with or without numbers."""
        axis = self.widget.getAxis("bottom")
        axis.setHeight(height)
        axis.setTickSpacing(step, step)
        axis.setStyle(showValues=with_values)

    def picture(self, size: QSize, past: bool) -> QPixmap:
        """The plot as it looks where it has been (`past`) or where it is still to go."""
        theme = self._look.theme
        for line, curve in zip(self.plot.curves, self._curves, strict=True):
            colour = theme.colour(line.colour)
            colour.setAlphaF(1.0 if past else _FUTURE)
            curve.setPen(pen(colour, LINE * self._look.text_scale**0.5, line.dash))
        self._counted.setVisible(past and self.plot.counted)
        return self._graph.picture(size)

    def area(self) -> QRectF:
        """Where the curves are, in the picture's coordinates; right after a picture was taken."""
        return self._graph.area()

    def y_of(self, value: float) -> float:
        """Height of a value in the picture."""
        return self._graph.place_of(0.0, value).y()

    def share_of(self, value: float) -> float:
        """How far up its axis a value stands, 0 to 1."""
        return value / self.top

    def _show(self, course: Course | None, lines: Sequence[pg.PlotCurveItem]) -> None:
        for curve, line in zip(self.plot.curves, lines, strict=True):
            values = course.values.get(curve.name) if course else None
            line.setVisible(values is not None)
            if course is not None and values is not None:
                line.setData(course.times, values)
