"""Small vector icons, drawn by us: one path each in a 24 x 24 square, in whatever colour the theme gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF, QTransform

_SIDE = 24.0
_SHARP = 3
"""pixels per icon pixel, so that a screen with a ratio up to 3 gets a crisp icon"""


def icon(name: str, colour: QColor, faded: QColor, size: int) -> QIcon:
    """The icon of that name, with its disabled look.

    Raises:
        KeyError: no such icon.
    """
    made = QIcon()
    made.addPixmap(_pixmap(_PATHS[name](), colour, size), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(_PATHS[name](), faded, size), QIcon.Mode.Disabled)
    return made


def _pixmap(path: QPainterPath, colour: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARP * size / _SIDE, _SHARP * size / _SIDE)
    painter.fillPath(path, colour)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARP)
    return pixmap


def _triangle(path: QPainterPath, back: float, tip: float, half: float) -> None:
    path.addPolygon(QPolygonF([QPointF(back, 12 - half), QPointF(tip, 12), QPointF(back, 12 + half)]))
    path.closeSubpath()


def _play() -> QPainterPath:
    path = QPainterPath()
    _triangle(path, 7.0, 19.5, 7.5)
    return path


def _pause() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(6.5, 5, 4, 14), 1, 1)
    path.addRoundedRect(QRectF(13.5, 5, 4, 14), 1, 1)
    return path


def _step_forward() -> QPainterPath:
    path = QPainterPath()
    _triangle(path, 7.0, 15.5, 6.0)
    path.addRoundedRect(QRectF(16, 6, 2.6, 12), 1, 1)
    return path


def _step_back() -> QPainterPath:
    path = QPainterPath()
    _triangle(path, 17.0, 8.5, 6.0)
    path.addRoundedRect(QRectF(5.4, 6, 2.6, 12), 1, 1)
    return path


def _ring(start: float, span: float) -> QPainterPath:
    """Part of a ring, from an angle in degrees (0 right, 90 up), counter-clockwise."""
    outer, inner = QRectF(4.5, 5, 15, 15), QRectF(7, 7.5, 10, 10)
    path = QPainterPath()
    path.arcMoveTo(outer, start)
    path.arcTo(outer, start, span)
    path.arcTo(inner, start + span, -span)
    path.closeSubpath()
    return path


def _reset() -> QPainterPath:
    path = _ring(150.0, 290.0)
    path.addPolygon(QPolygonF([QPointF(3.2, 4.6), QPointF(4.2, 11.4), QPointF(10.6, 8.8)]))
    path.closeSubpath()
    return path


def _undo() -> QPainterPath:
    path = _ring(-30.0, 160.0)
    path.addPolygon(QPolygonF([QPointF(2.8, 10.4), QPointF(9.6, 3.4), QPointF(10.4, 12.4)]))
    path.closeSubpath()
    return path


def _redo() -> QPainterPath:
    return QTransform(-1, 0, 0, 1, _SIDE, 0).map(_undo())


def _info() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(4, 4, 16, 16))
    path.addEllipse(QRectF(5.7, 5.7, 12.6, 12.6))
    path.addEllipse(QRectF(10.9, 7.4, 2.2, 2.2))
    path.addRoundedRect(QRectF(11.1, 10.8, 1.8, 6), 0.6, 0.6)
    return path


def _close() -> QPainterPath:
    path = QPainterPath()
    for angle in (45.0, -45.0):
        bar = QPainterPath()
        bar.addRoundedRect(QRectF(-7.5, -1.1, 15, 2.2), 1, 1)
        path = path.united(QTransform().translate(12, 12).rotate(angle).map(bar))
    return path


def _bar(upright: bool) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(10.7, 4, 2.6, 16) if upright else QRectF(4, 10.7, 16, 2.6), 1, 1)
    return path


def _zoom_in() -> QPainterPath:
    return _bar(upright=True).united(_bar(upright=False))


def _zoom_out() -> QPainterPath:
    return _bar(upright=False)


def _zoom_whole() -> QPainterPath:
    """The four corners of a frame."""
    path = QPainterPath()
    for turn in range(4):
        corner = QPainterPath()
        corner.addRect(QRectF(-8.5, -8.5, 6.5, 2.4))
        corner.addRect(QRectF(-8.5, -8.5, 2.4, 6.5))
        path = path.united(QTransform().translate(12, 12).rotate(90 * turn).map(corner))
    return path


_PATHS: dict[str, Callable[[], QPainterPath]] = {
    "play": _play,
    "pause": _pause,
    "step_forward": _step_forward,
    "step_back": _step_back,
    "reset": _reset,
    "undo": _undo,
    "redo": _redo,
    "info": _info,
    "close": _close,
    "zoom_in": _zoom_in,
    "zoom_out": _zoom_out,
    "zoom_whole": _zoom_whole,
}
