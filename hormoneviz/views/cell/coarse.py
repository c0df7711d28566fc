"""Coarse: a picture drawn at half the resolution, for a camera on its way over a large screen.  Thousands of
enlarged sprites cost by the pixel, far more than to enlarge the picture of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF

LARGE = 2.0e6
"""px of a picture from which on it is worth it"""


class Coarse:
    """Of one size (device-independent px) and pixel ratio; the memory is taken only while it is used."""

    def __init__(self, size: QSizeF, ratio: float) -> None:
        self._size, self._ratio = size, ratio
        self._small: QPixmap | None = None

    @property
    def worth_it(self) -> bool:
        """Whether the picture is large."""
        return self._size.width() * self._size.height() * self._ratio**2 > LARGE

    def paint(self, painter: QPainter, draw: Callable[[QPainter], None]) -> None:
        """What `draw` paints on the whole of the picture, in its own px, every pixel of it."""
        small = self._small
        if small is None:
            small = self._small = QPixmap((self._size * (0.5 * self._ratio)).toSize())
            small.fill(Qt.GlobalColor.black)  # opaque, which makes every blend cheaper
        with QPainter(small) as inner:
            inner.scale(small.width() / self._size.width(), small.height() / self._size.height())
            draw(inner)
        painter.drawPixmap(QRectF(QPointF(), self._size), small, QRectF(small.rect()))

    def drop(self) -> None:
        """It is not needed now."""
        self._small = None
