"""Mirror: what the hall sees, in small, on the presenter's screen.  A pen or the bright spot moved over it
draws and shines in the hall."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.board import Board, Place
from hormoneviz.views.hall.view import HallView

EVERY = 0.25
"""s between two looks at the hall: more would be taken from its film"""
_SOON = 0.04
"""s, likewise, while something is drawn"""


class Mirror(QWidget):
    """A small picture of the hall."""

    def __init__(self, hall: HallView, board: Board, look: Look) -> None:
        super().__init__()
        self._hall, self._board, self._look = hall, board, look
        self._picture = QPixmap()
        self._taken = 0.0
        self._pressed, self._guessing = False, False
        # Looked at again and again: a camera on its way, a sharper picture, a bar of buttons tell nobody.
        self._timer, self._once = QTimer(self), QTimer(self)
        self._timer.setInterval(round(1000 * EVERY))
        self._once.setSingleShot(True)
        for timer in (self._timer, self._once):
            timer.timeout.connect(self.take)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(look.words.say("lecture_mirror"))
        board.changed.connect(self._soon)

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def set_look(self, look: Look) -> None:
        """The frame in another theme."""
        self._look = look
        self.setAccessibleName(look.words.say("lecture_mirror"))
        self.update()

    def take(self) -> None:
        """Look at the hall now."""
        self._taken = monotonic()
        if self.isVisible():
            size = self.place().size().toSize() * self.devicePixelRatioF()
            self._picture = _seen(self._hall, size)
            self.update()

    def place(self) -> QRectF:
        """Where the hall's picture is in this widget: as large as it fits, in the middle."""
        hall = self._hall.size()
        scale = min(self.width() / max(hall.width(), 1), self.height() / max(hall.height(), 1))
        width, height = hall.width() * scale, hall.height() * scale
        return QRectF(0.5 * (self.width() - width), 0.5 * (self.height() - height), width, height)

    def _soon(self) -> None:
        """Somebody draws: look again at once, but not with every step of the hand."""
        left = max(round(1000 * (self._taken + _SOON - monotonic())), 0)
        if not self._once.isActive():
            self._once.start(left)

    # --- Qt -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = self.place()
            if not self._picture.isNull():
                painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
            painter.setPen(self._look.theme.colour("outline"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._once.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._once.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        if not self._pressed:
            return
        at = self._share(event.position())
        guess = None if self._board.tool else self._hall.guess_at(at)
        self._guessing = guess is not None
        if guess is not None:
            self._board.begin_guess(guess)
        else:
            self._board.begin(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._share(event.position())
        if not self._pressed:
            self._board.hover(at)
        elif not self._guessing:
            self._board.draw(at)
        elif (guess := self._hall.guess_at(at)) is not None:
            self._board.draw_guess(guess)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = self._guessing = False

    def leaveEvent(self, event: QEvent) -> None:
        self._board.hover(None)
        super().leaveEvent(event)

    def _share(self, at: QPointF) -> Place:
        place = self.place()
        return (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()


def _seen(hall: QWidget, size: QSize) -> QPixmap:
    """What stands in a window, in so many px."""
    store = hall.window().backingStore() if hall.isVisible() else None
    device = store.paintDevice() if store is not None else None
    if isinstance(device, QImage) and not device.isNull():
        # The very pixels that are on the screen; to paint the hall once more would cost a frame of its film.
        how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return QPixmap.fromImage(device.scaled(size, *how))
    found = QPixmap(size)
    with QPainter(found) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(size.width() / hall.width(), size.height() / hall.height())
        hall.render(painter, QPoint())
    return found
