"""BarsView: the plots at the level of basics: a big bar of now, one of health, and a sentence for each."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.plots.amounts import compared, longest
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.courses import top
from hormoneviz.views.plots.readings import Found, Readings
from hormoneviz.views.roomy import roomy

_TEXT, _SMALL = 15.0, 13.0
_BAR, _MOST_BAR = 13.0, 34.0
_GAP = 8.0
"""px at 100 % text: the sentence, the names of bars, a bar at least and at most, between rows"""
_PAUSE = 0.06
"""s between repaints while playing: bars need no more than 16 a second"""
_PALE = 0.3


class BarsView(QWidget):
    """Each chosen quantity at the play head beside that of the healthy twin at the same minute."""

    def __init__(self, session: Session, look: Look, readings: Readings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look, self.readings = session, look, readings
        self._plots: tuple[Plot, ...] = ()
        self._painted = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        readings.changed.connect(self.update)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)

    @property
    def hidden(self) -> int:
        """How many of the chosen quantities have no room."""
        return len(self._plots) - self._fitting(self._scaled())

    def set_plots(self, plots: Sequence[Plot]) -> None:
        """Show these, from the top."""
        self._plots = tuple(plots)
        self.update()

    def set_look(self, look: Look) -> None:
        """Another theme or text size."""
        self._look = look
        self.update()

    def show_film(self) -> None:
        """Another film; as with curves, what else changed is painted first."""
        QTimer.singleShot(0, self, self.update)

    def show_frame(self, frame: Frame) -> None:
        """The bars follow the play head."""
        if self.isVisible() and not (self._session.is_playing and monotonic() - self._painted < _PAUSE):
            self.update()

    def sentences(self) -> list[str]:
        """What stands above the bars, now."""
        found = self.readings.read(self.width())
        return [self._told(plot, found)[0] for plot in self._plots]

    def _told(self, plot: Plot, found: Found) -> tuple[str, float, float | None]:
        """The sentence, and the length of both bars, 0 to 1."""
        name, time = plot.curves[plot.main].name, self._session.time
        now = found.now.at(time)[name]
        healthy = found.healthy.at(time).get(name) if found.healthy else None
        end = top(plot, (found.now, found.healthy))
        sentence = compared(plot, now, healthy, end, self._look.words)
        return sentence, now / end, None if healthy is None else healthy / end

    def _scaled(self) -> Look:
        return roomy(self._look, self.size())

    def _lines(self, look: Look) -> int:
        """How many lines the longest sentence takes, so that rows stay where they are while it changes."""
        metrics = QFontMetricsF(fonts.font(look.pixels(_TEXT), fonts.MEDIUM))
        box = QRectF(0, 0, self.width() - 20, 1000)
        heights = [
            metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), longest(plot, look.words)).height()
            for plot in self._plots
        ]
        return max(1, round(max(heights, default=0.0) / metrics.height()))

    def _fitting(self, look: Look) -> int:
        least = self._lines(look) * look.pixels(1.3 * _TEXT) + look.pixels(2 * _BAR + _GAP + 3)
        return max(1, min(len(self._plots), self.height() // max(least, 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, found = self._scaled(), self.readings.read(self.width())
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.theme.colour("plot_ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._plots[: self._fitting(look)]
        each = self.height() / max(len(shown), 1)
        for i, plot in enumerate(shown):
            row = QRectF(10, i * each, self.width() - 20, each)
            self._paint_row(painter, look, plot, row, found)
        painter.end()
        self._painted = monotonic()

    def _paint_row(self, painter: QPainter, look: Look, plot: Plot, row: QRectF, found: Found) -> None:
        sentence, now, healthy = self._told(plot, found)
        theme, words = look.theme, look.words
        bold, small = fonts.font(look.pixels(_TEXT), fonts.MEDIUM), fonts.font(look.pixels(_SMALL))
        line = float(self._lines(look) * look.pixels(1.3 * _TEXT))
        bar = min((row.height() - line - look.pixels(_GAP)) / 2 - 3, float(look.pixels(_MOST_BAR)))
        above = row.top() + (row.height() - line - 2 * bar - 3) / 2
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        wrapped = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(row.left(), above, row.width(), line), wrapped, sentence)
        painter.setFont(small)
        names = [words.say("bar_now"), words.say("bar_health")]
        side = max(QFontMetricsF(small).horizontalAdvance(name) for name in names) + 8
        colour = theme.colour(plot.curves[plot.main].colour)
        pale = mix(theme.colour("plot_ground"), colour, _PALE)
        for i, (name, share, fill) in enumerate(zip(names, (now, healthy), (colour, pale), strict=True)):
            y = above + line + i * (bar + 3)
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(QRectF(row.left(), y, side, bar), Qt.AlignmentFlag.AlignVCenter, name)
            if share is not None:
                painter.setPen(QPen(colour, 1.4))
                painter.setBrush(fill)
                length = max(share, 0.004) * (row.width() - side)
                painter.drawRect(QRectF(row.left() + side, y + 1, length, bar - 2))

    def sizeHint(self) -> QSize:
        return QSize(440, 300)
