"""HallPlot: one curve, large enough for the last row.  Only what has happened is drawn; the class may
draw what it expects over what is covered, and see the curve run under that."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.seen import LineSeen, TextSeen
from hormoneviz.session.board import Board, Place
from hormoneviz.session.session import Session
from hormoneviz.views.hall.axes import ABOVE, BELOW, numbers_places
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.guess import paint_cloth, paint_guess
from hormoneviz.views.hall.head import LINE, head_height, paint_value, title_place, value_place
from hormoneviz.views.hall.measures import text_px
from hormoneviz.views.hall.picture import Picture, Studio

log = logging.getLogger("hormoneviz")


class HallPlot(QWidget):
    """A plot of one quantity."""

    def __init__(self, session: Session, board: Board, look: Look) -> None:
        super().__init__()
        self._session, self._board, self._look = session, board, look
        self._drawn: Drawn | None = None
        self._studio = Studio(look, self)
        self._made: Picture | None = None
        self._twin_name = ""
        self._pressed = self._failed = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        session.frame_changed.connect(self._move)
        board.changed.connect(self.update)

    @property
    def drawn(self) -> Drawn | None:
        """What is shown."""
        return self._drawn

    @property
    def look(self) -> Look:
        """In which it is drawn."""
        return self._look

    @property
    def area(self) -> QRectF:
        """Where the curves are, px."""
        return self._picture().area

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, level or size of text."""
        self._look, self._made = look, None
        self.update()

    def show_course(self, drawn: Drawn, twin: str = "") -> None:
        """Show a curve; `twin` names the other one, if this plot is where its name is written."""
        self._drawn, self._twin_name, self._made = drawn, twin if drawn.twin is not None else "", None
        self.setAccessibleName(f"{drawn.title}, {drawn.unit}")
        self.update()

    def texts_seen(self) -> Iterator[TextSeen]:
        drawn, look, width = self._drawn, self._look, self.width()
        if drawn is None:
            return
        theme = look.theme
        head = [
            title_place(drawn, look, width),
            value_place(drawn, look, self._head(drawn), width, bool(self._twin_name)),
        ]
        numbers = [*numbers_places(drawn, look, self._picture().ticks, self.area, width)]
        for places, role in ((head, "text"), (numbers, "plot_axis")):
            for text, font, box in places:
                capital = QFontMetricsF(font).capHeight()
                yield TextSeen(text, capital, box, theme.colour(role), theme.colour("plot_ground"))

    def lines_seen(self) -> Iterator[LineSeen]:
        drawn, theme = self._drawn, self._look.theme
        if drawn is not None:
            ink, ground = theme.colour(drawn.colour), theme.colour("plot_ground")
            yield LineSeen(drawn.title, LINE * text_px(self._look), ink, ground, self.area)

    def over_curves(self) -> int:
        """px of what is written above the curves and below."""
        return round(head_height(self._look, bool(self._twin_name)) + (BELOW + ABOVE) * text_px(self._look))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._made = None
        super().resizeEvent(event)

    # --- drawing ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = self._look.theme.colour("plot_ground")
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), ground)
            try:
                if self._drawn is not None:
                    self._paint(painter, self._drawn)
                self._failed = False
            except Exception:
                # An audience sees an empty ground, never half a plot.
                if not self._failed:  # once, not in every frame
                    log.exception("a plot of the hall could not be drawn")
                self._failed = True
                painter.setClipping(False)
                painter.fillRect(self.rect(), ground)

    def _paint(self, painter: QPainter, drawn: Drawn) -> None:
        picture, head = self._picture(), self._x(self._head(drawn))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, picture.known)
        painter.save()
        # Weeks hold no surprise: what will be is what the therapy makes of it.
        painter.setClipRect(QRectF(0.0, 0.0, self.width() if drawn.wanted.weeks else head, self.height()))
        painter.drawPixmap(0, 0, picture.whole)
        painter.restore()
        board, area = self._board, picture.area
        if drawn.covered:
            asks = not (board.guess or board.call)
            paint_cloth(painter, area.adjusted(head - area.left(), 0.0, 0.0, 0.0), self._look, asks)
        if drawn.guessed:
            paint_guess(painter, area, board, self._look)
        self._paint_head(painter, drawn)

    def _picture(self) -> Picture:
        """Kept until something else is shown."""
        if self._made is None and self._drawn is not None:
            self._made = self._studio.take(
                self._drawn, self._look, self.size(), self.devicePixelRatioF(), self._twin_name
            )
        assert self._made is not None
        return self._made

    def _paint_head(self, painter: QPainter, drawn: Drawn) -> None:
        """A dot where the curve is now, and above the plot its value."""
        theme, em, time = self._look.theme, text_px(self._look), self._head(drawn)
        share = _share_of(drawn.at(time), drawn)
        at = QPointF(self._x(time), self.area.bottom() - self.area.height() * share)
        painter.setPen(QPen(theme.colour("plot_ground"), 0.08 * em))
        painter.setBrush(theme.colour(drawn.colour))
        painter.drawEllipse(at, 0.26 * em, 0.26 * em)
        paint_value(painter, drawn, self._look, time, self.width(), bool(self._twin_name))

    # --- where and when -----------------------------------------------------------------------------------

    def _head(self, drawn: Drawn) -> float:
        """Up to when the curve is seen: the play head, or the week that is looked at."""
        if drawn.wanted.weeks:
            return min(self._session.scenario.week, drawn.end)
        return min(self._session.time, drawn.last)

    def _x(self, time: float) -> float:
        end = self._drawn.end if self._drawn else 1.0
        return self.area.left() + self.area.width() * time / end

    def _move(self, _frame: object) -> None:
        if self._drawn is not None and self.isVisible():
            self.update()

    # --- the class draws ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton and bool(
            self._drawn and self._drawn.covered
        )
        if self._pressed:
            self._board.begin_guess(self._share(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self._board.draw_guess(self._share(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = False

    def guess_at(self, at: QPoint) -> Place | None:
        """A point of the widget (px) in shares of the axes' area; none where nothing is to be guessed."""
        return self._share(at.toPointF()) if self._drawn is not None and self._drawn.covered else None

    def _share(self, at: QPointF) -> Place:
        area = self.area
        return (at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height()


def _share_of(value: float, drawn: Drawn) -> float:
    """How high on the axis a value is, 0 to 1."""
    return (value - drawn.bottom) / (drawn.top - drawn.bottom)
