"""The strip of a cell in a dish: one sentence, and at its sides the organs that are not there, as shadows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.body.emblems import HEIGHT, WIDTH, paint_emblem

_LEFT = ("pancreas", "liver", "muscle_tissue")
_RIGHT = ("fat_tissue", "blood_now", "pituitary")
_FAINT = 0.25
_TEXT, _SMALLEST = 14.0, 8.0
"""px at 100 %: the sentence, and where it has no room"""


def paint_dish(painter: QPainter, look: Look, sentence: str, room: QRect) -> None:
    """Fill the room (px) with it."""
    size = max(_TEXT * look.text_scale, 0.17 * room.height())
    while size > _SMALLEST and _width(sentence, size) > room.width() - 2 * size:
        size -= 1.0
    taken = _width(sentence, size) + 2 * size
    painter.setFont(fonts.font(size, fonts.MEDIUM))
    painter.setPen(look.theme.colour("text_muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sentence)
    side = 0.5 * (room.width() - taken)
    painter.setOpacity(_FAINT)
    _shadows(painter, look, _LEFT, QRectF(0, 0, side, room.height()))
    _shadows(painter, look, _RIGHT, QRectF(room.width() - side, 0, side, room.height()))
    painter.setOpacity(1.0)


def _width(sentence: str, size: float) -> float:
    return QFontMetricsF(fonts.font(size, fonts.MEDIUM)).horizontalAdvance(sentence)


def _shadows(painter: QPainter, look: Look, names: tuple[str, ...], room: QRectF) -> None:
    """As many of the emblems as have room."""
    height = 0.5 * room.height()
    width = height * WIDTH / HEIGHT
    count = min(len(names), int(room.width() / (1.3 * width)))
    for i, name in enumerate(names[:count]):
        box = QRectF(0, 0, width, height)
        box.moveCenter(room.center())
        box.moveLeft(room.left() + (i + 0.5) * room.width() / count - 0.5 * width)
        paint_emblem(painter, look.theme, name, box)
