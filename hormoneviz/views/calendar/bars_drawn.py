"""Therapies as bars on the calendar's picture, with what is written on them and a tick for each dose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.calendar.bars import Bar
from hormoneviz.views.calendar.board import SMALL, Board

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def draw_bars(painter: QPainter, board: Board, look: Look, bars: Sequence[Bar]) -> None:
    """Draw as many bars as there are rows; where there is none, say so."""
    _Bars(painter, board, look).all(bars)


class _Bars:
    """Holds what the steps of one drawing share."""

    def __init__(self, painter: QPainter, board: Board, look: Look) -> None:
        self.painter, self.board, self.look, self.theme = painter, board, look, look.theme
        self.small = fonts.font(look.pixels(SMALL))

    def all(self, bars: Sequence[Bar]) -> None:
        board, painter, say = self.board, self.painter, self.look.words.say
        written = board.bar >= self.look.pixels(SMALL)
        if not bars and written:
            painter.setFont(self.small)
            painter.setPen(self.theme.colour("text_muted"))
            row = QRectF(board.area.left() + 4, board.area.top(), board.size.width(), board.bar)
            painter.drawText(row, _LEFT, say("calendar_none"))
        for i, bar in enumerate(bars[: board.rows]):
            more = len(bars) - board.rows if i == board.rows - 1 else 0
            rect, ground = self._bar(bar, i)
            if written:
                notes = [bar.note, say("calendar_others", n=more) if more else ""]
                self._bar_text(bar.text, "".join(f" · {note}" for note in notes if note), rect, ground)

    def _bar(self, bar: Bar, row: int) -> tuple[QRectF, QColor]:
        """Draws a bar and tells where it is, and its colour."""
        board, painter = self.board, self.painter
        colour = self.theme.colour("accent")
        start, end = board.x_of(min(bar.start, board.span)), board.x_of(min(bar.end, board.span))
        rect = QRectF(start, board.area.top() + row * board.bar + 1, max(end - start, 4.0), board.bar - 3)
        ground = mix(self.theme.colour("plot_ground"), colour, 0.18 if bar.known == "yes" else 0.06)
        edge = Qt.PenStyle.SolidLine if bar.known == "yes" else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 1.2, edge))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 3, 3)
        if bar.known != "yes":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(self.theme.colour("accent", 0.35), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(rect, 3, 3)
        self._doses(bar, rect, colour)
        return rect, ground

    def _doses(self, bar: Bar, rect: QRectF, colour: QColor) -> None:
        """A tick for each dose, where they can be told apart."""
        apart = self.board.x_of(bar.doses[1]) - self.board.x_of(bar.doses[0]) if len(bar.doses) > 1 else 99.0
        if apart >= 4.0:
            self.painter.setPen(QPen(colour, 1.4))
            for week in bar.doses:
                x = self.board.x_of(week)
                self.painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()))

    def _bar_text(self, text: str, notes: str, rect: QRectF, ground: QColor) -> None:
        """Inside the bar where it fits, else beside it; where neither has room, the notes stay whole."""
        painter, board = self.painter, self.board
        painter.setFont(self.small)
        metrics = QFontMetricsF(self.small)
        wanted = metrics.horizontalAdvance(text + notes) + 10
        right, left = board.area.right() - rect.right(), rect.left() - board.area.left()
        if wanted <= rect.width() or rect.width() >= max(right, left):
            box = rect.adjusted(5, -1, -3, -2)
            ground.setAlphaF(0.85)
        else:
            box = QRectF(rect.right() + 5, rect.top(), right - 5, rect.height())
            if right < min(wanted, left):
                box = QRectF(board.area.left(), rect.top(), left - 5, rect.height())
            ground = self.theme.colour("plot_ground", 0.85)
        room = box.width() - metrics.horizontalAdvance(notes)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + notes
        width = metrics.horizontalAdvance(text)
        at_left = box.left() >= rect.left()
        x = box.left() if at_left else box.right() - width
        painter.fillRect(QRectF(x - 2, box.top() + 2, width + 4, box.height() - 4), ground)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(box, _LEFT if at_left else _RIGHT, text)
