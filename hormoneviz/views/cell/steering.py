"""Steering: wheel, pinch, drag and keys move the camera.  Each drag has a key or a tap that does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from hormoneviz.views.cell.camera import WHOLE, Camera, next_stop, panned, zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from hormoneviz.views.cell.drive import Drive

KEY_ZOOM = 1.35
NOTCH_ZOOM = 1.25
"""times nearer for a key and for a notch of the wheel"""
KEY_PAN = 0.2
"""share of the picture for an arrow key"""
_DRAG = 6.0
"""px that a hand may shake before a press counts as a drag"""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier


class Steering:
    """Turns a widget's events into moves of its camera; each handler says whether the event was for it."""

    def __init__(self, widget: QWidget, drive: Drive) -> None:
        self._widget, self._drive = widget, drive
        self._pressed: QPointF | None = None
        self._held: Camera = WHOLE
        self.dragging = False
        widget.grabGesture(Qt.GestureType.PinchGesture)

    # --- what commands and buttons do ---------------------------------------------------------------------

    def zoom_in(self) -> None:
        """A step nearer."""
        self._drive.go(zoomed(self._drive.goal, KEY_ZOOM))

    def zoom_out(self) -> None:
        """A step back."""
        self._drive.go(zoomed(self._drive.goal, 1.0 / KEY_ZOOM))

    def whole(self) -> None:
        """The whole cell."""
        self._drive.go(WHOLE)

    def is_near(self) -> bool:
        """Whether there is more of the cell than is seen."""
        return self._drive.goal.zoom > 1.0

    def look(self, right: int, down: int) -> None:
        """So many steps to a side, from near by."""
        self._drive.go(panned(self._drive.goal, KEY_PAN * right, KEY_PAN * down))

    def nearer_stop(self, at: QPointF) -> None:
        """The next nearer stop, with what is at a point staying there; from the nearest one back to the
        whole."""
        goal = self._drive.goal
        stop = next_stop(goal.zoom, 1)
        self._drive.go(zoomed(goal, stop / goal.zoom, self._share(at)) if stop > goal.zoom else WHOLE)

    # --- events ---------------------------------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> bool:
        """A wheel zooms to the pointer."""
        notches = event.angleDelta().y() / 120.0
        goal = self._drive.goal
        camera = zoomed(goal, NOTCH_ZOOM**notches, self._share(event.position()))
        if camera == goal:
            return False
        if event.phase() == Qt.ScrollPhase.NoScrollPhase:
            self._drive.go(camera)
        else:  # a touchpad brings its own smoothness
            self._drive.nudge(camera)
        return True

    def gesture(self, event: QEvent) -> bool:
        """Two fingers, on a screen or (native) on a touchpad."""
        if event.type() == QEvent.Type.Gesture:
            pinch = cast("QGestureEvent", event).gesture(Qt.GestureType.PinchGesture)
            return isinstance(pinch, QPinchGesture) and self._pinch(pinch)
        if event.type() != QEvent.Type.NativeGesture:
            return False
        native = cast("QNativeGestureEvent", event)
        if native.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._drive.nudge(zoomed(self._drive.camera, 1.0 + native.value(), self._share(native.position())))
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Plus, minus, nought and, from near by, the arrows."""
        if event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.whole()
        elif key in ARROWS and self.is_near():
            self.look(*ARROWS[key])
        else:
            return False
        return True

    def press(self, at: QPointF) -> None:
        """A button or finger goes down."""
        self._pressed, self._held, self.dragging = at, self._drive.camera, False

    def drag(self, at: QPointF) -> bool:
        """It moves: the scene goes with it."""
        if self._pressed is None:
            return False
        way = at - self._pressed
        if not self.dragging and max(abs(way.x()), abs(way.y())) < _DRAG:
            return False
        self.dragging = True
        size = self._size()
        self._drive.nudge(panned(self._held, -way.x() / size.width(), -way.y() / size.height()))
        return True

    def release(self) -> bool:
        """It goes up; whether this was the end of a drag."""
        self._pressed = None
        was, self.dragging = self.dragging, False
        return was

    def _pinch(self, pinch: QPinchGesture) -> bool:
        size, moved = self._size(), pinch.centerPoint() - pinch.lastCenterPoint()
        at = QPointF(self._widget.mapFromGlobal(pinch.centerPoint().toPoint()))
        camera = panned(self._drive.camera, -moved.x() / size.width(), -moved.y() / size.height())
        self._drive.nudge(zoomed(camera, pinch.scaleFactor(), self._share(at)))
        self.dragging = True  # the fingers' mouse is no tap
        return True

    def _share(self, at: QPointF) -> tuple[float, float]:
        size = self._size()
        return at.x() / size.width(), at.y() / size.height()

    def _size(self) -> QSizeF:
        return QSizeF(self._widget.size())
