"""The two pictures behind a plot in the hall: axes with the twin's curve, and the same with this cell's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsGridLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.graph import Graph, pen
from hormoneviz.views.hall.axes import ABOVE, BELOW, numbers_width, paint_numbers, value_ticks
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.head import LINE, TWIN_LINE, head_height, paint_title
from hormoneviz.views.hall.measures import text_px

_MARGIN = 0.5
"""right of the curves, heights of the text: room for the dot at their head"""


@dataclass(frozen=True, slots=True)
class Picture:
    """Both, as large as the plot."""

    known: QPixmap
    whole: QPixmap
    area: QRectF
    """where the curves are, px"""
    ticks: tuple[float, ...]
    """values that are written beside the axis"""


class Studio:
    """Makes them; the graph behind is made once."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        self._graph = Graph(look, owner)
        self._own, self._beside = self._graph.curve(), self._graph.curve()
        self._values: list[float] = []
        """that are written beside the axis"""

    def take(self, drawn: Drawn, look: Look, size: QSize, ratio: float, twin: str) -> Picture:
        """The pictures of a curve; `twin` is what the other one is called, where that is written here."""
        room = QSize(size.width(), max(size.height() - round(head_height(look, bool(twin))), 1))
        self._dress(drawn, look, room)
        known, _ = self._one(drawn, look, size, ratio, twin, own=False)
        whole, area = self._one(drawn, look, size, ratio, twin, own=True)
        return Picture(known, whole, area, tuple(self._values))

    def _dress(self, drawn: Drawn, look: Look, room: QSize) -> None:
        graph, theme, em = self._graph, look.theme, text_px(look)
        graph.set_look(look)
        graph.item.setContentsMargins(0, ABOVE * em, _MARGIN * em, 0)
        self._own.setPen(pen(theme.colour(drawn.colour), LINE * em))
        self._beside.setPen(pen(theme.colour("text_muted"), TWIN_LINE * em, "dash"))
        self._own.setData(drawn.times, drawn.values)
        if drawn.twin is not None:
            self._beside.setData(drawn.times, drawn.twin)
        self._beside.setVisible(drawn.twin is not None)
        graph.set_range((0.0, drawn.end), (drawn.bottom, drawn.top))
        for name in ("left", "bottom"):
            graph.item.getAxis(name).setStyle(showValues=False, tickLength=0)
        graph.item.getAxis("bottom").setHeight(round(BELOW * em))
        high = room.height() - (BELOW + ABOVE) * em
        self._values = value_ticks(drawn, high, em)
        graph.item.getAxis("left").setWidth(round(numbers_width(self._values, look)))
        # Else the picture would have the room of the one before: nobody waits for events here.
        layout = cast("QGraphicsGridLayout", graph.item.layout)  # pyqtgraph puts it over Qt's method
        layout.invalidate()
        layout.activate()

    def _one(
        self, drawn: Drawn, look: Look, size: QSize, ratio: float, twin: str, own: bool
    ) -> tuple[QPixmap, QRectF]:
        self._own.setVisible(own)
        top = round(head_height(look, bool(twin)))
        found = QPixmap(size * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(look.theme.colour("plot_ground"))
        with QPainter(found) as painter:
            painter.drawPixmap(0, top, self._graph.picture(QSize(size.width(), max(size.height() - top, 1))))
            area = self._graph.area().translated(0.0, top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_title(painter, drawn, look, size.width(), twin)
            paint_numbers(painter, drawn, look, self._values, area, size.width())
        return found, area
