"""Chart: one pyqtgraph plot that is never shown, only asked for its picture after a change."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.plots.courses import Array, Course, Dash, Plot, top

_DASHES: dict[Dash, tuple[float, ...]] = {
    "solid": (),
    "dash": (4, 2),
    "dot": (1, 1.6),
    "dashdot": (5, 1.5, 1, 1.5),
}
_LINE = 2.2
"""px; affordable because a curve is stroked once a film, not once a frame"""
_TICK_TEXT = 12.0
_AXIS_WIDTH = 40.0
_HEADROOM = 7
"""px for the upper half of the highest tick's number"""
_FUTURE = 0.34
"""strength of what is still to come"""


class Chart:
    """The pyqtgraph side of one plot."""

    def __init__(self, plot: Plot, look: Look, owner: QWidget) -> None:
        self.plot = plot
        # A child, so that it never outlives the application; hidden, because only its picture is used.
        self.widget = pg.PlotWidget(parent=owner)
        self.widget.hide()
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self.widget.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.disableAutoRange()
        item.setContentsMargins(0, _HEADROOM, 0, 0)
        self._counted = pg.PlotCurveItem(stepMode="right", antialias=True)
        self._ghosts = [pg.PlotCurveItem(antialias=True) for _ in plot.curves]
        self._curves = [pg.PlotCurveItem(antialias=True) for _ in plot.curves]
        for curve in (self._counted, *self._ghosts, *self._curves):
            item.addItem(curve)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Colours and sizes of a look; never pyqtgraph's global configuration."""
        self._look = look
        theme = look.theme
        self.widget.setBackground(theme.colour("plot_ground"))
        axis_colour = mix(theme.colour("plot_ground"), theme.colour("plot_axis"), 0.45)
        for axis in (self.widget.getAxis("left"), self.widget.getAxis("bottom")):
            axis.setPen(QPen(axis_colour))
            axis.setTextPen(theme.colour("plot_axis"))
            axis.setTickFont(fonts.font(look.pixels(_TICK_TEXT)))
            axis.setStyle(tickLength=-4, maxTickLevel=0)
        self.widget.getAxis("left").setWidth(look.pixels(_AXIS_WIDTH))
        self._counted.setPen(_pen(theme.colour("vesicle", 0.8), 1.2, "solid"))
        for ghost in self._ghosts:
            ghost.setPen(_pen(theme.colour("ghost"), 1.4, "dash"))

    def set_course(self, now: Course, ghost: Course | None) -> None:
        """The curves of a film, and of the one before it."""
        item = self.widget.getPlotItem()
        item.setXRange(0.0, float(now.times[-1]), padding=0.0)
        item.setYRange(0.0, top(self.plot, now, ghost), padding=0.0)
        for line, shown in zip(self.plot.curves, self._curves, strict=True):
            shown.setData(now.times, now.values[line.name])
        for line, shown in zip(self.plot.curves, self._ghosts, strict=True):
            shown.setVisible(ghost is not None)
            if ghost is not None:
                shown.setData(ghost.times, ghost.values[line.name])

    def set_counted(self, times: Array, share: Array) -> None:
        """The vesicles counted so far."""
        self._counted.setData(times, share)

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
            curve.setPen(_pen(colour, _LINE * self._look.text_scale**0.5, line.dash))
        self._counted.setVisible(past and self.plot.counted)
        self.widget.resize(size)
        return self.widget.grab()

    def area(self) -> QRectF:
        """Where the curves are, in the picture's coordinates; right after a picture was taken."""
        box = self.widget.getViewBox()
        return box.mapRectToScene(box.boundingRect())

    def y_of(self, value: float) -> float:
        """Height of a value in the picture."""
        return self.widget.getViewBox().mapViewToScene(QPointF(0.0, value)).y()


def _pen(colour: QColor, width: float, dash: Dash) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if _DASHES[dash]:
        pen.setDashPattern(_DASHES[dash])
    return pen
