"""The washed picture in a dark hall, as large as it looks from the last row, with a ring round one place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.backrow.room import Room
from hormoneviz.views.backrow.washed import washed

_FROM_THE_EYE = 600.0
"""mm between this screen and the eye; assumption"""
_LIKELY_DPI = 60.0, 400.0
"""what a screen may tell of itself and be believed"""
_MOST = 1080
"""px of height that are computed: finer than what the last row sees"""
_MARGIN = 12.0


class SeenPicture(QWidget):
    """A window's picture, washed out."""

    def __init__(self, picture: QImage, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = picture
        if picture.height() > _MOST:
            self._picture = picture.scaledToHeight(_MOST, Qt.TransformationMode.SmoothTransformation)
        self._size = QSizeF(picture.size()) / picture.devicePixelRatio()
        self._room, self._larger = Room(), False
        self._seen: QImage | None = None
        self._ringed: QRectF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(440, 300)
        self.setAccessibleName(look.words.say("back_row_picture"))

    def set_room(self, room: Room) -> None:
        """As seen in that room."""
        self._room, self._seen = room, None
        self.update()

    def set_larger(self, larger: bool) -> None:
        """As large as there is room for, or as it looks from the last row."""
        self._larger = larger
        self.update()

    def ring(self, box: QRectF | None) -> None:
        """Ring a place of the window (px of the window), or none."""
        self._ringed = box
        self.update()

    def area(self) -> QRectF:
        """Where the picture is painted, px."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if not self._larger:
            looks = _FROM_THE_EYE / self._room.distance / 25.4 * self._dots_per_inch()
            size = size.boundedTo(self._size * (looks / self._size.height()))
        found = QRectF(room.topLeft(), size)
        found.moveCenter(room.center())
        return found

    def _dots_per_inch(self) -> float:
        low, high = _LIKELY_DPI
        told = self.screen().physicalDotsPerInchY()
        return told if low < told < high else self.screen().logicalDotsPerInchY()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seen is None:
            self._seen = washed(self._picture, self._room)
        area, ratio = self.area(), self.devicePixelRatioF()
        shown = self._seen.scaled(
            (area.size() * ratio).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))
            painter.drawImage(area, shown)
            if self._ringed is not None:
                self._paint_ring(painter, area, self._ringed)

    def _paint_ring(self, painter: QPainter, area: QRectF, box: QRectF) -> None:
        """Dark in light, so that it shows on any ground."""
        k = area.width() / self._size.width()
        at = QRectF(area.topLeft() + box.topLeft() * k, box.size() * k).adjusted(-4, -4, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(Qt.GlobalColor.white), 5.0), (QColor(Qt.GlobalColor.black), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(at, 4, 4)
