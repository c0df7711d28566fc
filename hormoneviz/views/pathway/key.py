"""The key of the pathway panel: what arrow, bar and fill mean, in the corner that a form leaves free."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.pathway import shapes

_PHRASES = ("key_on", "key_off", "key_fill")


def paint_key(painter: QPainter, look: Look, corner: QPointF, room: QPointF, text: float) -> None:
    """Three lines from `corner` down and to the right, left out where there is no `room` for them."""
    painter.setFont(fonts.font(0.9 * text if text > 13.4 * look.text_scale else text))
    metrics = QFontMetricsF(painter.font())
    line, sample = 1.2 * metrics.height(), 1.9 * text
    lines = [look.words.say(phrase) for phrase in _PHRASES]
    width = sample + 0.6 * text + max(metrics.horizontalAdvance(words) for words in lines)
    if width > room.x() or len(lines) * line > room.y():
        return
    colour = look.theme.colour("text_muted")
    for i, words in enumerate(lines):
        middle = corner.y() + (i + 0.5) * line
        start, end = QPointF(corner.x(), middle), QPointF(corner.x() + sample, middle)
        if i == len(lines) - 1:
            _paint_gauge(painter, look, QRectF(start.x(), middle - 0.4 * line, sample, 0.8 * line), colour)
        else:
            _paint_arrow(
                painter, start, end, 0.4 * text, look.theme.colour("warning") if i else colour, bool(i)
            )
        painter.setPen(colour)
        at = QRectF(end.x() + 0.6 * text, middle - line / 2, width, line)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_arrow(
    painter: QPainter, start: QPointF, end: QPointF, size: float, colour: QColor, inhibits: bool
) -> None:
    painter.setPen(QPen(colour, 2.0, c=Qt.PenCapStyle.FlatCap))
    painter.drawLine(start, end - QPointF(0.3 * size if inhibits else 1.2 * size, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        shapes.bar(end, start, 1.3 * size, 2.5) if inhibits else shapes.arrow(end, start, size)
    )


def _paint_gauge(painter: QPainter, look: Look, box: QRectF, colour: QColor) -> None:
    level = box.top() + 0.45 * box.height()
    painter.fillRect(QRectF(box.left(), level, box.width(), box.bottom() - level), _tint(look, colour))
    painter.fillRect(QRectF(box.left(), level, box.width(), 2.0), colour)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)


def _tint(look: Look, colour: QColor) -> QColor:
    return mix(look.theme.colour("surface"), colour, 0.35)
