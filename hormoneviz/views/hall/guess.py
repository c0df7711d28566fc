"""What lies over a covered plot: the cloth, what the class has drawn on it, and what it called."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.session.board import Board, Stroke
from hormoneviz.views.hall.measures import text_px

_GUESS = "warning"
"""the colour role of what the class has drawn"""
_ARROWS = {
    "up": (((0.0, 1.2), (0.0, -1.2)), ((-0.8, -0.4), (0.0, -1.2), (0.8, -0.4))),
    "down": (((0.0, -1.2), (0.0, 1.2)), ((-0.8, 0.4), (0.0, 1.2), (0.8, 0.4))),
    "same": (((-1.2, 0.0), (1.2, 0.0)), ((0.4, -0.8), (1.2, 0.0), (0.4, 0.8))),
}
"""lines of each, in heights of the text"""


def paint_cloth(painter: QPainter, area: QRectF, look: Look, asks: bool) -> None:
    """A hatched cloth that the twin's curve, being known, shines through; with a question mark on it if it
    `asks`."""
    theme, em = look.theme, text_px(look)
    painter.setPen(QPen(theme.colour("text_muted", 0.35), max(0.05 * em, 1.0)))
    painter.save()
    painter.setClipRect(area)
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += 0.9 * em
    painter.restore()
    if asks:
        mark = _mark(round(min(3.0 * em, 0.8 * area.height())))
        painter.fillPath(mark.translated(area.center() - mark.boundingRect().center()), theme.colour("text"))


def paint_guess(painter: QPainter, area: QRectF, board: Board, look: Look) -> None:
    """Strokes and call; both have a light edge, so that they show on any curve."""
    theme, em = look.theme, text_px(look)
    middle = QPointF(area.right() - 1.6 * em, area.center().y())
    arrow = [
        QPolygonF([middle + QPointF(x * em, y * em) for x, y in line]) for line in _ARROWS.get(board.call, ())
    ]
    painter.save()
    painter.setClipRect(area)
    for colour, width in (("plot_ground", 0.36), (_GUESS, 0.18)):
        painter.setPen(_round_pen(theme.colour(colour), width * em))
        for line in (*(_in(area, stroke) for stroke in board.guess), *arrow):
            painter.drawPolyline(line)
    painter.restore()


@cache
def _mark(pixels: int) -> QPainterPath:
    """A question mark.  Kept, because Qt has the outline of a letter of a variable font a 64th of a px off
    at another time, and a beat that is gone back to is to look exactly as it did."""
    found = QPainterPath()
    found.addText(QPointF(), fonts.font(pixels, fonts.BOLD), "?")
    return found


def _in(area: QRectF, stroke: Stroke) -> QPolygonF:
    return QPolygonF(
        [QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in stroke]
    )


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
