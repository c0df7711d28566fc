"""The strip of a cell in a dish: the organs as shadows, and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.body.emblems import HEIGHT, WIDTH, paint_emblem

_SHADOWS = ("pancreas", "liver", "muscle_tissue", "fat_tissue", "pituitary")
_FAINT = 0.22
_TEXT = 14.0
"""px at 100 %"""


def paint_dish(painter: QPainter, look: Look, sentence: str, room: QRect) -> None:
    """Fill the room (px) with it."""
    painter.setOpacity(_FAINT)
    height = 0.5 * room.height()
    width, step = height * WIDTH / HEIGHT, room.width() / len(_SHADOWS)
    for i, name in enumerate(_SHADOWS):
        box = QRectF((i + 0.5) * step - 0.5 * width, 0.5 * (room.height() - height), width, height)
        paint_emblem(painter, look.theme, name, box)
    painter.setOpacity(1.0)
    size = _TEXT * max(look.text_scale, room.height() / 90)
    font = fonts.font(size, fonts.MEDIUM)
    metrics = QFontMetricsF(font)
    while metrics.horizontalAdvance(sentence) > room.width() - 24 and size > 6:
        size -= 1
        font = fonts.font(size, fonts.MEDIUM)
        metrics = QFontMetricsF(font)
    ground = QRectF(0, 0, metrics.horizontalAdvance(sentence) + 2 * size, 2.0 * size)
    ground.moveCenter(QRectF(room).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour("surface", 0.85))
    painter.drawRoundedRect(ground, size, size)
    painter.setFont(font)
    painter.setPen(look.theme.colour("text"))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, sentence)
