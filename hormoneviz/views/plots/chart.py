"""Chart: one plot of a film: its curves, those beside it, and vesicles counted; or a difference."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.graph import LINE, Graph, healthy_pens, pen
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.courses import Array, Course, ends
from hormoneviz.views.plots.readings import Found

_FUTURE = 0.34
"""strength of what is still to come"""
_TWIN = 1.1
"""px, a line of the second cell: half as thick as this cell's, and named at its end"""
_BETWEEN = 0.3
"""strength of the ground between a difference and nought"""


class Chart:
    """The pyqtgraph side of one plot."""

    def __init__(self, plot: Plot, look: Look, owner: QWidget) -> None:
        self.plot = plot
        self.low, self.top = 0.0, plot.least_top
        self._courses: tuple[Course | None, ...] = ()
        self._graph = Graph(look, owner)
        self.widget = self._graph.widget
        self._healthy = [self._graph.curve() for _ in plot.curves]
        self._counted = self._graph.curve(stepped=True)
        self._zero = self._graph.curve()
        self._zero.setVisible(plot.signed)
        self._ghosts = [self._graph.curve() for _ in plot.curves]
        self._twins = [self._graph.curve() for _ in plot.curves]
        self._curves = [self._graph.curve() for _ in plot.curves]
        for curve in self._curves if plot.signed else ():
            curve.setFillLevel(0.0)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Colours and sizes of a look."""
        self._look = look
        theme = look.theme
        self._graph.set_look(look)
        self._counted.setPen(pen(theme.colour("vesicle", 0.8), 1.2))
        self._zero.setPen(pen(theme.colour("plot_axis"), 1.2))
        ground = theme.colour("plot_ground")
        for line, ghost, healthy in zip(self.plot.curves, self._ghosts, self._healthy, strict=True):
            ghost.setPen(pen(theme.colour("ghost"), 1.4, "dash"))
            core, band = healthy_pens(theme.colour(line.colour), ground, look.text_scale**0.5)
            healthy.setPen(core)
            healthy.setShadowPen(band)

    def set_courses(self, found: Found) -> None:
        """The curves of a film and of those beside it; the same cost nothing."""
        courses = (found.drawn, *found.beside)
        if self._courses == courses:
            return
        self._courses = courses
        self.low, self.top = ends(self.plot, courses)
        lines = (self._curves, self._ghosts, self._healthy, self._twins)
        for course, drawn in zip(courses, lines, strict=True):
            self._show(course, drawn)
        times = found.drawn.times
        self._zero.setData(times[[0, -1]], times[[0, -1]] * 0.0)

    def set_counted(self, times: Array, share: Array) -> None:
        """The vesicles counted so far."""
        self._counted.setData(times, share)

    def set_window(self, start: float, end: float) -> None:
        """The stretch of time that is seen, min."""
        self._graph.set_range((start, end), (self.low, self.top))

    def set_time_axis(self, height: int, step: float, with_values: bool) -> None:
        """The height of the time axis, and a tick every `step` min, with or without numbers."""
        axis = self.widget.getAxis("bottom")
        axis.setHeight(height)
        axis.setTickSpacing(step, step)
        axis.setStyle(showValues=with_values)

    def picture(self, size: QSize, past: bool) -> QPixmap:
        """The plot as it looks where it has been (`past`) or where it is still to go."""
        theme = self._look.theme
        strength, width = 1.0 if past else _FUTURE, self._look.text_scale**0.5
        for line, curve, twin in zip(self.plot.curves, self._curves, self._twins, strict=True):
            colour = theme.colour(line.colour, strength)
            curve.setPen(pen(colour, LINE * width, line.dash))
            twin.setPen(pen(colour, _TWIN * width))
            if self.plot.signed:
                curve.setBrush(QBrush(theme.colour(line.colour, strength * _BETWEEN / len(self._curves))))
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
        return (value - self.low) / (self.top - self.low)

    def _show(self, course: Course | None, lines: Sequence[pg.PlotCurveItem]) -> None:
        for curve, line in zip(self.plot.curves, lines, strict=True):
            values = course.values.get(curve.name) if course else None
            line.setVisible(values is not None)
            if course is not None and values is not None:
                line.setData(course.times, values)
