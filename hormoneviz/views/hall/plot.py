"""HallPlot: one curve, large enough for the last row.  Only what has happened is drawn; the class may
draw what it expects over what is covered, and see the curve run under that."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.session.board import Board, Place
from hormoneviz.session.session import Session
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.guess import paint_cloth, paint_guess
from hormoneviz.views.hall.measures import text_px
from hormoneviz.views.hall.picture import Picture, Studio


class HallPlot(QWidget):
    """A plot of one quantity."""

    def __init__(self, session: Session, board: Board, look: Look) -> None:
        super().__init__()
        self._session, self._board, self._look = session, board, look
        self._drawn: Drawn | None = None
        self._studio = Studio(look, self)
        self._made: Picture | None = None
        self._pressed = False
        session.frame_changed.connect(self._move)
        board.changed.connect(self.update)

    @property
    def drawn(self) -> Drawn | None:
        """What is shown."""
        return self._drawn

    @property
    def area(self) -> QRectF:
        """Where the curves are, px."""
        return self._picture().area

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, level or size of text."""
        self._look, self._made = look, None
        self.update()

    def show_course(self, drawn: Drawn) -> None:
        """Show a curve."""
        self._drawn, self._made = drawn, None
        self.setAccessibleName(f"{drawn.title}, {drawn.unit}")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._made = None
        super().resizeEvent(event)

    # --- drawing ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawn, theme = self._drawn, self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("plot_ground"))
            if drawn is None:
                return
            picture = self._picture()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, picture.known)
            head = self._x(self._head(drawn))
            painter.save()
            # Weeks hold no surprise: what will be is what the therapy makes of it.
            seen = self.width() if drawn.wanted.weeks else head
            painter.setClipRect(QRectF(0.0, 0.0, seen, self.height()))
            painter.drawPixmap(0, 0, picture.whole)
            painter.restore()
            board, area = self._board, picture.area
            if drawn.covered:
                asks = not (board.guess or board.call)
                paint_cloth(painter, area.adjusted(head - area.left(), 0.0, 0.0, 0.0), self._look, asks)
            paint_guess(painter, area, board, self._look)
            self._paint_head(painter, drawn)

    def _picture(self) -> Picture:
        """Kept until something else is shown."""
        if self._made is None and self._drawn is not None:
            twin = self._session.twin
            name = self._look.words.say(f"cells_{twin.kind.replace(' ', '_')}") if twin else ""
            self._made = self._studio.take(
                self._drawn, self._look, self.size(), self.devicePixelRatioF(), name
            )
        assert self._made is not None
        return self._made

    def _paint_head(self, painter: QPainter, drawn: Drawn) -> None:
        """A dot where the curve is now, and its value."""
        theme, em, time = self._look.theme, text_px(self._look), self._head(drawn)
        value = drawn.at(time)
        at = QPointF(self._x(time), self.area.bottom() - self.area.height() * _share_of(value, drawn))
        painter.setPen(QPen(theme.colour("plot_ground"), 0.08 * em))
        painter.setBrush(theme.colour(drawn.colour))
        painter.drawEllipse(at, 0.26 * em, 0.26 * em)
        painter.setFont(fonts.font(em, fonts.BOLD))
        text = f"{value:.3g} {drawn.unit}".strip()
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 0.6 * em
        box = QRectF(0.0, 0.0, width, 1.25 * em)
        left = min(max(at.x() - 0.5 * width, self.area.left()), self.area.right() - width)
        above = at.y() - 1.75 * em
        box.moveTopLeft(QPointF(left, above if above > self.area.top() else at.y() + 0.5 * em))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("plot_ground", 0.88))
        painter.drawRoundedRect(box, 0.3 * em, 0.3 * em)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # --- where and when -----------------------------------------------------------------------------------

    def _head(self, drawn: Drawn) -> float:
        """Up to when the curve is seen: the play head, or the week that is looked at."""
        if drawn.wanted.weeks:
            return min(self._session.scenario.week, drawn.end)
        return min(self._session.time, drawn.end)

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
