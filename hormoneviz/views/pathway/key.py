"""The key of the pathway panel: what arrow, bar and fill mean, in the corner that a form leaves free."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.pathway import shapes
from hormoneviz.views.pathway.geometry import LINE, TEXT

_PHRASES = ("key_on", "key_off", "key_fill")
_SAMPLE, _APART, _LINE = 1.9, 1.2, 1.2
"""text heights, a sample's width and what is between two parts; lines of text from line to line"""


def key_height(look: Look, width: float) -> float:
    """px, of the key below a diagram of that width, in the smallest text."""
    metrics = QFontMetricsF(fonts.font(look.pixels(TEXT)))
    rows = _rows(_widths(look, metrics), width - 2 * TEXT)
    return rows * _LINE * metrics.height() + 2.0


def paint_key(painter: QPainter, look: Look, room: QRectF, text: float, filled: bool) -> None:
    """The key from the upper left of its room: a line each, or side by side, or none where there is no room.

    `filled` is whether boxes fill from below, else they have bars.
    """
    least = float(look.pixels(TEXT))
    for size in dict.fromkeys((max(0.9 * text, least), least)):
        painter.setFont(fonts.font(size))
        metrics = QFontMetricsF(painter.font())
        widths, line = _widths(look, metrics), _LINE * metrics.height()
        upright = max(widths) <= room.width() and len(widths) * line <= room.height()
        if upright or (max(widths) <= room.width() and _rows(widths, room.width()) * line <= room.height()):
            _paint(painter, look, room, widths, upright, filled)
            return


def _paint(
    painter: QPainter, look: Look, room: QRectF, widths: list[float], upright: bool, filled: bool
) -> None:
    metrics, colour = QFontMetricsF(painter.font()), look.theme.colour("text_muted")
    em, line = metrics.height() / LINE, _LINE * metrics.height()
    x, y = room.left(), room.top()
    for i, (phrase, width) in enumerate(zip(_PHRASES, widths, strict=True)):
        if i and (upright or x + width > room.right() + 1.0):
            x, y = room.left(), y + line
        middle = y + 0.5 * line
        start, end = QPointF(x, middle), QPointF(x + _SAMPLE * em, middle)
        if i == len(widths) - 1:
            box = QRectF(start.x(), middle - 0.4 * line, _SAMPLE * em, 0.8 * line)
            _paint_gauge(painter, look, box, colour, filled)
        else:
            held = look.theme.colour("warning") if i else colour
            _paint_arrow(painter, start, end, 0.4 * em, held, bool(i))
        painter.setPen(colour)
        words = QRectF(end.x() + 0.6 * em, middle - 0.5 * line, width, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, look.words.say(phrase))
        x += width + _APART * em


def _widths(look: Look, metrics: QFontMetricsF) -> list[float]:
    em = metrics.height() / LINE
    return [
        (_SAMPLE + 0.6) * em + metrics.horizontalAdvance(look.words.say(phrase)) + 1.0 for phrase in _PHRASES
    ]


def _rows(widths: list[float], room: float) -> int:
    """How many lines the parts take side by side."""
    rows, x = 1, 0.0
    for width in widths:
        if x and x + width > room:
            rows, x = rows + 1, 0.0
        x += width + _APART * TEXT
    return rows


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


def _paint_gauge(painter: QPainter, look: Look, box: QRectF, colour: QColor, filled: bool) -> None:
    level = box.top() + 0.45 * box.height()
    if filled:
        painter.fillRect(QRectF(box.left(), level, box.width(), box.bottom() - level), _tint(look, colour))
        painter.fillRect(QRectF(box.left(), level, box.width(), 2.0), colour)
    else:
        bar = QRectF(box.left() + 4, box.bottom() - 0.4 * box.height(), box.width() - 8, 0.25 * box.height())
        painter.fillRect(bar, _tint(look, colour))
        painter.fillRect(QRectF(bar.left(), bar.top(), 0.6 * bar.width(), bar.height()), colour)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)


def _tint(look: Look, colour: QColor) -> QColor:
    return mix(look.theme.colour("surface"), colour, 0.35)
