"""What moves on the calendar: the handle with its grip, the values at it, the read-out under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.views.calendar.artwork import name_box
from hormoneviz.views.calendar.board import TEXT, Board, Lane
from hormoneviz.views.calendar.courses import Course

_DOT = 4.5
_LEAST_GRIP = 44.0
"""px, the least width of the grip: a finger's"""


def week_text(look: Look, week: float) -> str:
    """A week as it is written on the grip."""
    return look.words.say("calendar_week", week=f"{week:.3g}")


def grip(board: Board, look: Look, week: float) -> QRectF:
    """Where the grip of a handle at that week is; beside the weeks there is the key."""
    metrics = QFontMetricsF(fonts.font(look.pixels(TEXT), fonts.MEDIUM))
    width = max(metrics.horizontalAdvance(week_text(look, week)) + 14, _LEAST_GRIP)
    left = min(max(board.x_of(week) - width / 2, 0.0), board.area.right() + 8 - width)
    return QRectF(left, 1.0, width, board.grip - 4)


def paint_handle(painter: QPainter, board: Board, look: Look, week: float, focused: bool) -> None:
    """The line through everything, and the grip on top."""
    theme, box, x = look.theme, grip(board, look, week), board.x_of(week)
    painter.setPen(QPen(theme.colour("accent"), 2.0 * look.text_scale**0.5))
    painter.drawLine(QPointF(x, box.bottom()), QPointF(x, board.area.bottom()))
    painter.setPen(QPen(theme.colour("focus"), 2.0) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    tip = QPointF(x, box.bottom() + 5)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-5, -5), tip + QPointF(5, -5)]))
    painter.setFont(fonts.font(look.pixels(TEXT), fonts.MEDIUM))
    painter.setPen(theme.colour("accent_text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, week_text(look, week))


def paint_values(painter: QPainter, board: Board, look: Look, course: Course, week: float) -> None:
    """Each lane's value at the handle: a dot on its curve, the number at the right under its name."""
    font = fonts.font(look.pixels(TEXT), fonts.MEDIUM)
    height, dot = QFontMetricsF(font).height(), _DOT * look.text_scale**0.5
    painter.setFont(font)
    for lane in board.lanes:
        value = course.at(lane.quantity.name, week)
        painter.setPen(QPen(look.theme.colour("plot_ground"), 1.5))
        painter.setBrush(look.theme.colour(lane.quantity.colour))
        painter.drawEllipse(QPointF(board.x_of(week), lane.y_of(value)), dot, dot)
        painter.setPen(look.theme.colour("text"))
        below = name_box(lane, board, height).translated(0.0, height)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, format_value(value, lane.quantity.symbol))


def paint_read_out(painter: QPainter, board: Board, look: Look, course: Course, week: float) -> None:
    """A hairline at a week, named on top, with the value in each lane beside it."""
    theme, x = look.theme, board.x_of(week)
    painter.setPen(QPen(theme.colour("text_muted"), 1.0, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, board.grip), QPointF(x, board.area.bottom()))
    _tag(painter, board, look, x, QRectF(0, 1, 0, board.grip - 4), week_text(look, week))
    for lane in board.lanes:
        value = course.at(lane.quantity.name, week)
        row = QRectF(0, _row_at(lane, value, board), 0, board.bar - 2)
        _tag(painter, board, look, x, row, format_value(value, lane.quantity.symbol))


def _row_at(lane: Lane, value: float, board: Board) -> float:
    """The top of a read-out in its lane: above its value or, where that would stick out, below."""
    above = lane.y_of(value) - board.bar - 2
    return above if above >= lane.area.top() - 4 else lane.y_of(value) + 4


def _tag(painter: QPainter, board: Board, look: Look, x: float, row: QRectF, text: str) -> None:
    font = fonts.font(look.pixels(TEXT))
    painter.setFont(font)
    width = QFontMetricsF(font).horizontalAdvance(text) + 10
    box = QRectF(x + 6, row.top(), width, row.height())
    if box.right() > board.area.right():
        box.moveRight(x - 6)
    painter.setPen(QPen(look.theme.colour("outline"), 1.0))
    painter.setBrush(look.theme.colour("surface_raised", 0.94))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(look.theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
