"""Graph: the pyqtgraph plot behind a picture, never shown itself, dressed in a look of ours.

Charts of several panels are made of it. A line wider than a pixel is slow on screen, and cheap in a picture
that is taken once.
"""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix

DASHES: dict[str, tuple[float, ...]] = {
    "solid": (),
    "dash": (4, 2),
    "dot": (1, 1.6),
    "dashdot": (5, 1.5, 1, 1.5),
}
LINE = 2.2
"""px, of a curve"""
_HEALTHY_WIDTH, _HEALTHY_SHADE, _HEALTHY_CORE = 7.0, 0.22, 0.6
"""px, and how strong the band of health and the line in its middle are"""
TICK_TEXT = 12.0
"""px at 100 %, of the numbers at the axes"""
_AXIS_WIDTH = 40.0
_APART = 1.25
"""of a number's height, between the numbers at an axis"""
_HEADROOM = 5
"""px at 100 % text, for the upper half of the highest tick's number"""


class Graph:
    """One plot without a legend, title or buttons."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        # A child, so that it never outlives the application; hidden, because only its picture is used; a
        # window of its own, because Qt lays out the whole window of a hidden widget whose picture is taken.
        self.widget = pg.PlotWidget(parent=owner)
        self.widget.setWindowFlag(Qt.WindowType.Window)
        self.widget.hide()
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.item = self.widget.getPlotItem()
        self.item.hideButtons()
        self.item.setMenuEnabled(False)
        self.item.disableAutoRange()
        self._top = 1.0
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Colours and sizes of a look; never pyqtgraph's global configuration."""
        theme, self._text = look.theme, look.pixels(TICK_TEXT)
        self._above = look.pixels(_HEADROOM)
        self.item.setContentsMargins(0, self._above, 0, 0)
        self.widget.setBackground(theme.colour("plot_ground"))
        axis_colour = mix(theme.colour("plot_ground"), theme.colour("plot_axis"), 0.45)
        for axis in (self.widget.getAxis("left"), self.widget.getAxis("bottom")):
            axis.setPen(QPen(axis_colour))
            axis.setTextPen(theme.colour("plot_axis"))
            axis.setTickFont(fonts.font(look.pixels(TICK_TEXT)))
            axis.setStyle(tickLength=-4, maxTickLevel=0)
        self.widget.getAxis("left").setWidth(look.pixels(_AXIS_WIDTH))

    def curve(self, stepped: bool = False) -> pg.PlotCurveItem:
        """Another line, above those there are."""
        found = pg.PlotCurveItem(stepMode="right" if stepped else None, antialias=True)
        self.item.addItem(found)
        return found

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """What the ends of the axes are."""
        self.item.setXRange(*x, padding=0.0)
        self.item.setYRange(*y, padding=0.0)
        self._top = y[1] - y[0]

    def picture(self, size: QSize) -> QPixmap:
        """The plot as it looks now, with no more numbers at its height than have room."""
        room = size.height() - self._above - self.item.getAxis("bottom").height()
        step = tick_step(self._top * _APART * self._text / max(room, 1.0))
        self.item.getAxis("left").setTickSpacing(step, step)
        self.widget.resize(size)
        return self.widget.grab()

    def area(self) -> QRectF:
        """Where the curves are, in the picture's coordinates; right after a picture was taken."""
        box = self.widget.getViewBox()
        return box.mapRectToScene(box.boundingRect())

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a pair of values is in the picture."""
        return self.widget.getViewBox().mapViewToScene(QPointF(x, y))


def tick_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 ... that is no less."""
    power = 10.0 ** math.floor(math.log10(max(least, 1e-9)))
    return next(power * digit for digit in (1.0, 2.0, 5.0, 10.0) if power * digit >= least * (1 - 1e-9))


def pen(colour: QColor, width: float, dash: str = "solid") -> QPen:
    """A pen of that width on screen, whatever the scales of the axes."""
    found = QPen(colour, width)
    found.setCosmetic(True)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[dash]:
        found.setDashPattern(DASHES[dash])
    return found


def healthy_pens(colour: QColor, ground: QColor, scale: float) -> tuple[QPen, QPen]:
    """(line, band behind it) of the healthy twin's curve: paler than any other, and broader."""
    line, band = mix(ground, colour, _HEALTHY_CORE), mix(ground, colour, _HEALTHY_SHADE)
    return pen(line, 1.0), pen(band, _HEALTHY_WIDTH * scale)
