"""BarsView: the plots of the basics: a bar of now, one of health or of the other cell, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.plots import rows
from hormoneviz.views.plots.amounts import compared
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.courses import top
from hormoneviz.views.plots.readings import Found, Readings
from hormoneviz.views.roomy import roomy

_PAUSE = 0.06
"""s between repaints while playing: bars need no more than 16 a second"""
_PALE = 0.3
_WAYS = ("less", "more")


class BarsView(QWidget):
    """Each chosen quantity at the play head beside that of its twin at the same minute."""

    asked = Signal(str, float)
    """a person wants to know why a quantity (by name) changed about a time (min)"""

    def __init__(self, session: Session, look: Look, readings: Readings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look, self.readings = session, look, readings
        self._plots: tuple[Plot, ...] = ()
        self._painted = 0.0
        self._corner = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        readings.changed.connect(self.update)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)

    @property
    def hidden(self) -> int:
        """How many of the chosen quantities have no room."""
        size, whom = QSizeF(self.size()), self._longest_whom()
        return len(self._plots) - rows.fitting(size, self._scaled(), self._plots, whom, self._corner)

    def set_plots(self, plots: Sequence[Plot]) -> None:
        """Show these, from the top."""
        self._plots = tuple(plots)
        self.update()

    def set_corner(self, width: int) -> None:
        """So many px at the upper right are something else's."""
        self._corner = width
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

    def places(self) -> list[rows.Row]:
        """Where everything stands."""
        size, whom = QSizeF(self.size()), self._longest_whom()
        return rows.rows(size, self._scaled(), self._plots, whom, self._corner)

    def _whom(self, plot: Plot, found: Found) -> str:
        """With whom this cell is compared, in words."""
        twin = "bar_as_twin_body" if plot.of_body else "bar_as_twin"
        return self._look.words.say(twin if found.twin else "bar_as_health")

    def _longest_whom(self) -> str:
        """The longest there can be, so that rows stand still."""
        twins = ("bar_as_twin", "bar_as_twin_body")
        phrases = twins if self._session.twin else ("bar_as_health",)
        return max((self._look.words.say(phrase) for phrase in phrases), key=len)

    def _told(self, plot: Plot, found: Found) -> tuple[str, float, float | None]:
        """The sentence, and the length of both bars, 0 to 1."""
        name, time = plot.curves[plot.main].name, self._session.time
        other = found.twin or found.healthy
        now = found.now.at(time)[name]
        beside = other.at(time).get(name) if other else None
        end = top(plot, (found.now, other))
        sentence = compared(plot, now, beside, end, self._look.words, self._whom(plot, found))
        return sentence, now / end, None if beside is None else beside / end

    def _scaled(self) -> Look:
        return roomy(self._look, self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, found = self._scaled(), self.readings.read(self.width())
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.theme.colour("plot_ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for plot, row in zip(self._plots, self.places(), strict=False):
            self._paint_sentence(painter, look, plot, row, found)
            if found.difference is not None:
                self._paint_difference(painter, look, plot, row, found)
            else:
                self._paint_bars(painter, look, plot, row, found)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._painted = monotonic()

    def _paint_sentence(self, painter: QPainter, look: Look, plot: Plot, row: rows.Row, found: Found) -> None:
        font = fonts.font(look.pixels(rows.TEXT), fonts.MEDIUM)
        painter.setFont(font)
        painter.setPen(look.theme.colour("text"))
        if row.brief:
            name, short = look.words.say(f"bar_alone_{plot.name}"), plot.curves[plot.main].name
            if QFontMetricsF(font).horizontalAdvance(name) > row.sentence.width() and short in look.words:
                name = look.words.short(short)
            name = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, row.sentence.width())
            painter.drawText(row.sentence, Qt.AlignmentFlag.AlignVCenter, name)
            return
        wrapped = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(row.sentence, wrapped, self._told(plot, found)[0])

    def _paint_bars(self, painter: QPainter, look: Look, plot: Plot, row: rows.Row, found: Found) -> None:
        """Now above, and below it health or the other cell."""
        _, now, beside = self._told(plot, found)
        says = ("bar_this", "bar_other") if found.twin else ("bar_now", "bar_health")
        names, colour, pale = [look.words.say(phrase) for phrase in says], *self._colours(look, plot)
        side = self._small(painter, look, names)
        for name, share, fill, bar in zip(names, (now, beside), (colour, pale), row.bars, strict=True):
            painter.setPen(look.theme.colour("text_muted"))
            painter.drawText(bar, Qt.AlignmentFlag.AlignVCenter, name)
            if share is not None:
                painter.setPen(QPen(colour, 1.4))
                painter.setBrush(fill)
                length = max(share, 0.004) * (bar.width() - side)
                painter.drawRect(QRectF(bar.left() + side, bar.top() + 1, length, bar.height() - 2))

    def _paint_difference(
        self, painter: QPainter, look: Look, plot: Plot, row: rows.Row, found: Found
    ) -> None:
        """One bar from nought in the middle: to the left less than the other cell has, to the right more."""
        _, now, beside = self._told(plot, found)
        names, (colour, pale) = [look.words.say(f"bar_{way}") for way in _WAYS], self._colours(look, plot)
        side = self._small(painter, look, names)
        box = row.bars[0].united(row.bars[1])
        painter.setPen(look.theme.colour("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, names[0])
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, names[1])
        zero = box.center().x()
        if beside is not None:
            length = (now - beside) * (0.5 * box.width() - side)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour if length > 0 else pale)
            high = row.bars[0].height()
            painter.drawRect(QRectF(zero, box.center().y() - 0.5 * high, length, high).normalized())
        painter.setPen(QPen(look.theme.colour("text"), 1.6))
        painter.drawLine(QPointF(zero, box.top() + 3), QPointF(zero, box.bottom()))

    def _colours(self, look: Look, plot: Plot) -> tuple[QColor, QColor]:
        colour = look.theme.colour(plot.curves[plot.main].colour)
        return colour, mix(look.theme.colour("plot_ground"), colour, _PALE)

    def _small(self, painter: QPainter, look: Look, names: Sequence[str]) -> float:
        """The smaller font, and the room that names take in it."""
        painter.setFont(fonts.font(look.pixels(rows.SMALL)))
        return max(QFontMetricsF(painter.font()).horizontalAdvance(name) for name in names) + 8

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row asks why its quantity is changing now."""
        for plot, row in zip(self._plots, self.places(), strict=False):
            if row.sentence.united(row.bars[1]).contains(event.position()):
                self.asked.emit(plot.curves[plot.main].name, self._session.time)
                return
        self.asked.emit("", self._session.time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """W asks about what is selected, else the topmost quantity."""
        if event.key() != Qt.Key.Key_W:
            super().keyPressEvent(event)
            return
        shown = [plot.curves[plot.main].name for plot in self._plots]
        picked = self._session.selection
        self.asked.emit(picked if picked in shown else shown[0], self._session.time)

    def sizeHint(self) -> QSize:
        return QSize(440, 300)
