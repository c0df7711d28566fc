"""CellView: the cell scene as a widget, to watch, point at, tap, walk through by keyboard, come near to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.views.cell.commands import camera_commands
from hormoneviz.views.cell.drive import Drive
from hormoneviz.views.cell.flow import FAST
from hormoneviz.views.cell.follower import Follower
from hormoneviz.views.cell.lens import Lens
from hormoneviz.views.cell.pointer import Pointer
from hormoneviz.views.cell.sharpener import Sharpener
from hormoneviz.views.cell.steering import ARROWS, Steering
from hormoneviz.views.cell.written import written
from hormoneviz.views.cell.zoom_buttons import SIDE, TOUCH_SIDE, ZoomButtons

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from hormoneviz.look.look import Look
    from hormoneviz.look.seen import TextSeen
    from hormoneviz.session.commands import Command
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.painter import CellPainter


class CellView(QWidget):
    """The cell at the session's play head."""

    def __init__(
        self, session: Session, look: Look, parent: QWidget | None = None, twin: CellView | None = None
    ) -> None:
        """A `twin` shares its camera and the number of the followed vesicle with this view."""
        super().__init__(parent)
        self._session, self._look = session, look
        self._lens: Lens | None = None
        self.drive: Drive = twin.drive if twin else Drive(self)  # the camera
        self.steering = Steering(self, self.drive)
        self.follower = Follower(session, look, self)
        self._pointer = Pointer(self, session, look)
        self._buttons = ZoomButtons(self, look, self.steering)
        self.sharpener = Sharpener(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 300)
        self.setAccessibleName(look.words.say("scene_name"))
        self.tell = self._pointer.tell  # a screen reader, what the scene shows
        session.frame_changed.connect(self.show_frame)
        session.film_changed.connect(self.show_film)
        session.selection_changed.connect(self.show_selection)
        session.speed_changed.connect(self._set_manner)
        session.playing_changed.connect(self._set_manner)
        self.drive.moved.connect(self._show_camera)
        if twin:
            self.follower.changed.connect(twin.follower.adopt)
            twin.follower.changed.connect(self.follower.adopt)
            self.follower.adopt(twin.follower.vesicle)
            self._show_camera()

    def commands(self) -> tuple[Command, ...]:
        """What can be done with camera and vesicles, for menus and keys."""
        return camera_commands(self, self._look.words)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, language or text size."""
        self._look, self._lens = look, None
        self._pointer.set_look(look)
        self.follower.set_look(look)
        self._buttons.set_look(look)
        self._lay_out()
        self.setAccessibleName(look.words.say("scene_name"))
        self.update()

    def set_reduced_motion(self, on: bool) -> None:
        """Fades instead of flights, and a camera that goes everywhere at once."""
        self.drive.reduced = on
        self._set_manner()

    def set_touch(self, on: bool) -> None:
        """Buttons for fingers, or for a mouse."""
        side = TOUCH_SIDE if on else SIDE
        self._buttons.set_side(side)
        self.follower.strip.set_side(side)
        self._lay_out()

    def show_film(self) -> None:
        """Another tissue, experiment or number of vesicles needs another scene."""
        if self._lens is not None and self._scene_key() != self._key:
            self._lens = None
        self.update()

    def show_selection(self, _name: str) -> None:
        """The label of what is selected wears a ring."""
        self.update()

    def show_frame(self, frame: Frame) -> None:
        if not self.isVisible():
            return
        self.update()
        self.follower.show_frame(frame)
        self.follower.chase(self.lens())
        self._pointer.show_frame(frame)

    def scene(self) -> CellPainter:
        """The painter of the whole cell for the present size and scenario."""
        return self.lens().whole

    def lens(self) -> Lens:
        """All pictures for the present size and scenario."""
        if self._lens is None:
            self._key = self._scene_key()
            args = QSizeF(self.size()), self._session.scenario, self.devicePixelRatioF()
            self._lens = Lens(self._look, *args)
            self._lens.cover(*self.covered())
            self._set_manner()
        return self._lens

    def covered(self) -> tuple[list[QRectF], tuple[str, ...]]:
        """Where something lies over the scene, px, and whose labels there are, if not all."""
        return [self._buttons.box(), *self.follower.covers()], ()

    def labels_seen(self) -> dict[str, QRectF]:
        """Where labels are seen now, px."""
        return self.lens().label_boxes(self.camera, self._session.frame)

    def texts_seen(self) -> tuple[TextSeen, ...]:
        return written(self.lens(), self._session.frame, self.camera)

    def card_text(self) -> str:
        """What the card says; empty while there is none."""
        return self._pointer.card_text()

    @property
    def camera(self) -> Camera:
        """What part of the scene is seen."""
        return self.drive.camera

    def _set_manner(self, _changed: object = None) -> None:
        """Too fast for the eye: densities.  Reduced motion: fades."""
        if self._lens is not None:
            fast = self._session.is_playing and self._session.speed >= FAST
            self._lens.set_manner(fast, self.drive.reduced)
            self.update()

    def _scene_key(self) -> tuple[str, int, str]:
        """What of a scenario the scene depends on; its frames bring the rest."""
        scenario = self._session.scenario
        return scenario.tissue, scenario.vesicles, scenario.protocol.kind

    def _show_camera(self) -> None:
        """What was pointed at is elsewhere now."""
        self._pointer.leave()
        self._buttons.show_zoom(self.drive.goal.zoom)
        self.update()

    def _lay_out(self) -> None:
        self._buttons.place()
        self.follower.strip.place(self._buttons.corner())

    def paintEvent(self, event: QPaintEvent) -> None:
        lens = self.lens()
        if self.drive.resting:
            lens.cover(*self.covered())
        self.sharpener.follow(lens, self.drive)
        with QPainter(self) as painter:
            lens.paint(painter, self._session.frame, self.camera)
            self.follower.paint(painter, lens)
            self._pointer.paint(painter, self.labels_seen())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._look.theme.colour("focus"), 2.0))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lens = None
        self._pointer.leave()
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.steering.drag(event.position()):
            self.follower.let_camera_be()
            return
        self._pointer.stop = -1
        name = self.lens().what_is_at(self._session.frame, event.position(), self.camera)
        self._pointer.point_at(name or "", event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.steering.press(event.position())
        self.mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.steering.release() or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pointer.name not in self.labels_seen():
            self.follower.pick(self.lens(), event.position())
        self._pointer.select()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.follower.let_camera_be()
        self.steering.nearer_stop(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.setAccepted(self.steering.wheel(event))
        if event.isAccepted():
            self.follower.let_camera_be()

    def event(self, event: QEvent) -> bool:
        """Fingers, besides what every widget hears."""
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture) and self.steering.gesture(event):
            self.follower.let_camera_be()
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab walks through the labels before it leaves the scene; Qt asks here for the buttons on it too."""
        walked = self.hasFocus() and self._pointer.walk(1 if forward else -1, self.labels_seen())
        return walked or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointer.name:
            self._pointer.select()
        elif event.key() == Qt.Key.Key_Escape and self._pointer.name:
            self._pointer.leave()
        elif event.key() == Qt.Key.Key_Escape and self.follower.vesicle is not None:
            self.follower.stop()
        elif self.steering.key(event):
            if event.key() in ARROWS:
                self.follower.let_camera_be()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pointer.leave()
        self.update()
