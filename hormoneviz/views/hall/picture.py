"""The two pictures behind a plot in the hall: axes with the twin's curve, and the same with this cell's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.graph import Graph, pen, tick_step
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.measures import text_px

_LINE = 0.13
"""width of a curve, in heights of the text"""
_SPACING = 1.3
"""height of a line, in those of the text"""
_TICK = 14.0 / 12.0
"""a graph's numbers are a little smaller than text; here they are not"""
_APART, _UNIT = 3.2, 3.6
"""heights of the text between two numbers on the axis of time, and for its unit at the end"""


@dataclass(frozen=True, slots=True)
class Picture:
    """Both, as large as the plot."""

    known: QPixmap
    whole: QPixmap
    area: QRectF
    """where the curves are, px"""


class Studio:
    """Makes them; the graph behind is made once."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        self._graph = Graph(look, owner)
        self._own, self._beside = self._graph.curve(), self._graph.curve()

    def take(self, drawn: Drawn, look: Look, size: QSize, ratio: float, twin: str) -> Picture:
        """The pictures of a curve; `twin` is what the other one is called."""
        self._dress(drawn, look, size)
        sheet = _Sheet(drawn, look, size, ratio, twin)
        known, _ = self._one(sheet, own=False)
        return Picture(known, *self._one(sheet, own=True))

    def _dress(self, drawn: Drawn, look: Look, size: QSize) -> None:
        self._graph.set_look(replace(look, text_scale=look.text_scale * _TICK))
        theme, em = look.theme, text_px(look)
        self._own.setPen(pen(theme.colour(drawn.colour), _LINE * em))
        self._beside.setPen(pen(theme.colour("text_muted"), 0.6 * _LINE * em, "dash"))
        self._own.setData(drawn.times, drawn.values)
        if drawn.twin is not None:
            self._beside.setData(drawn.times, drawn.twin)
        self._beside.setVisible(drawn.twin is not None)
        self._graph.set_range((0.0, drawn.end), (drawn.bottom, drawn.top))
        axis = self._graph.item.getAxis("bottom")
        axis.setTicks([_ticks(drawn.end, em / max(size.width() - 3.0 * em, em)), []])
        axis.setHeight(round(1.6 * em))

    def _one(self, sheet: _Sheet, own: bool) -> tuple[QPixmap, QRectF]:
        self._own.setVisible(own)
        top = round(sheet.head_height())
        room = QSize(sheet.size.width(), max(sheet.size.height() - top, 1))
        found = sheet.blank()
        with QPainter(found) as painter:
            painter.drawPixmap(0, top, self._graph.picture(room))
            area = self._graph.area().translated(0.0, top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet.paint_head(painter)
            sheet.paint_unit(painter, area)
        return found, area


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is written round the curves."""

    drawn: Drawn
    look: Look
    size: QSize
    ratio: float
    twin: str

    def blank(self) -> QPixmap:
        found = QPixmap(self.size * self.ratio)
        found.setDevicePixelRatio(self.ratio)
        found.fill(self.look.theme.colour("plot_ground"))
        return found

    def head_height(self) -> float:
        line = _SPACING * text_px(self.look) if self.drawn.twin is not None else 0.0
        return self._title_box().bottom() + line

    def paint_head(self, painter: QPainter) -> None:
        """The title, and what the second line is."""
        theme, em, box = self.look.theme, text_px(self.look), self._title_box()
        painter.setPen(theme.colour("text"))
        painter.setFont(fonts.font(em, fonts.BOLD))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, self._title())
        if self.drawn.twin is None:
            return
        y = box.bottom() + 0.5 * _SPACING * em
        painter.setPen(pen(theme.colour("text_muted"), 0.6 * _LINE * em, "dash"))
        painter.drawLine(QPointF(0.5 * em, y), QPointF(2.3 * em, y))
        painter.setPen(theme.colour("text"))
        painter.setFont(fonts.font(em))
        line = QRectF(2.7 * em, box.bottom(), self.size.width() - 3.0 * em, _SPACING * em)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.twin)

    def paint_unit(self, painter: QPainter, area: QRectF) -> None:
        """What the axis of time counts, at its end."""
        theme, em = self.look.theme, text_px(self.look)
        unit = self.look.words.say("calendar_weeks" if self.drawn.wanted.weeks else "plot_time")
        painter.setFont(fonts.font(em))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(unit) + 0.4 * em
        below = QRectF(self.size.width() - wide, area.bottom() + 0.3 * em, wide, 1.2 * em)
        painter.fillRect(below, theme.colour("plot_ground"))
        painter.setPen(theme.colour("plot_axis"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, unit)

    def _title(self) -> str:
        return f"{self.drawn.title} ({self.drawn.unit})" if self.drawn.unit else self.drawn.title

    def _title_box(self) -> QRectF:
        em = text_px(self.look)
        metrics = QFontMetricsF(fonts.font(em, fonts.BOLD))
        box = QRectF(0.5 * em, 0.2 * em, self.size.width() - em, 10.0 * em)
        return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, self._title())


def _ticks(end: float, em: float) -> list[tuple[float, str]]:
    """Values on an axis of time, apart from each other and from its unit at the end; `em` is the height of
    the text as a share of the axis."""
    step = tick_step(end * _APART * em)
    last = end * (1.0 - _UNIT * em)
    return [(k * step, f"{k * step:g}") for k in range(int(end / step) + 1) if k * step <= last]
