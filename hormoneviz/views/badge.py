"""Badges of the grades: a shape each, so that none hangs on its colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from hormoneviz.look.look import Look
from hormoneviz.simulation.evidence import Grade

_SHARP: Final = 3
"""pixels per pixel of the picture, for screens with a ratio up to 3"""
_BARS: Final[dict[str, int]] = {"strong": 3, "moderate": 2, "weak": 1, "unknown": 0}
"""how many of three bars are full"""


def badge(grade: Grade, look: Look, size: int, colour: QColor | None = None) -> QPixmap:
    """The shape of a grade, that many px wide and high."""
    pixmap = QPixmap(QSize(size, size) * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        side = size * _SHARP
        paint_badge(painter, grade, QRectF(0, 0, side, side), colour or look.theme.colour("text"))
    pixmap.setDevicePixelRatio(_SHARP)
    return pixmap


def paint_badge(painter: QPainter, grade: Grade, box: QRectF, ink: QColor) -> None:
    """The shape in a square of another picture: one to three full bars; opposed arrows for contested, a
    crossed-out disc for contradicted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setPen(QPen(ink, 2.2))
    if grade == "contested":
        _opposed(painter, ink)
    elif grade == "contradicted":
        _crossed(painter)
    else:
        _bars(painter, ink, _BARS[grade])
    painter.restore()


def _bars(painter: QPainter, ink: QColor, full: int) -> None:
    for i in range(3):
        painter.setBrush(ink if i < full else Qt.BrushStyle.NoBrush)
        height = 6 + 6 * i
        painter.drawRect(QRectF(2.5 + 7 * i, 21 - height, 4.5, height))


def _opposed(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    for middle, way in ((7.0, -1.0), (17.0, 1.0)):
        tip = 12 + 9 * way
        painter.drawLine(QPointF(middle, 12 - 8 * way), QPointF(middle, tip - 3 * way))
        side = tip - 6 * way
        painter.drawPolygon(
            QPolygonF([QPointF(middle - 3.5, side), QPointF(middle, tip), QPointF(middle + 3.5, side)])
        )


def _crossed(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(2.5, 2.5, 19, 19))
    painter.drawLine(QPointF(7.5, 7.5), QPointF(16.5, 16.5))
    painter.drawLine(QPointF(16.5, 7.5), QPointF(7.5, 16.5))
