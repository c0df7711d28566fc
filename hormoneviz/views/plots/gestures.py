"""Gestures: the wheel, pinch and keys by which a person comes nearer to a stretch of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from hormoneviz.look.words import Words
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.views.plots.zoom import STEP, Window, following, whole, zoomed

if TYPE_CHECKING:
    from hormoneviz.views.plots.curves import CurvesView

_NOTCH = 120.0
"""eighths of a degree that one notch of a wheel turns"""
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_KEYS = (*_NEARER, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_W)
"""keys that are the plots' own while they have the focus"""


class Gestures(QObject):
    """The window of time of one view."""

    zoomed = Signal()

    def __init__(self, view: CurvesView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._window: Window | None = None
        """None while all is seen"""
        view.grabGesture(Qt.GestureType.PinchGesture)
        session.film_changed.connect(self._film_changed)

    @property
    def window(self) -> Window:
        """The stretch of time that is seen, min."""
        return self._window or whole(self._session.film.duration)

    def reset(self) -> None:
        """See the whole film."""
        self._set(None)

    def zoom(self, factor: float, about: float) -> None:
        """Come nearer by a factor, with the time `about` kept where it is."""
        found = zoomed(self.window, factor, about, self._session.film.duration)
        self._set(None if found == whole(self._session.film.duration) else found)

    def come_nearer(self) -> None:
        """See less of the time round the play head."""
        self.zoom(STEP, self._session.time)

    def step_back(self) -> None:
        """See more of it."""
        self.zoom(1 / STEP, self._session.time)

    def commands(self, words: Words) -> tuple[Command, ...]:
        """What wheel and pinch do, for those who have neither."""
        place = f"View/{words.say('plots_name')}"
        return tuple(
            Command(f"plots_{name}", words.say(f"zoom_{phrase}"), (key,), place, run)
            for name, phrase, key, run in (
                ("nearer", "in", "Alt+Up", self.come_nearer),
                ("farther", "out", "Alt+Down", self.step_back),
                ("whole", "all", "Alt+Home", self.reset),
            )
        )

    def follow(self, time: float) -> bool:
        """Turn the page where the play head has left the window; says whether it did."""
        if self._window is None:
            return False
        found = following(self._window, time, self._session.film.duration)
        turned = found != self._window
        if turned:
            self._set(found)
        return turned

    def key(self, key: Qt.Key) -> bool:
        """Do what a key asks; False where it is none of these."""
        if key in _NEARER:
            self.come_nearer()
        elif key == Qt.Key.Key_Minus:
            self.step_back()
        elif key == Qt.Key.Key_0:
            self.reset()
        else:
            return False
        return True

    def handle(self, event: QEvent) -> bool:
        """Take what is a gesture, and the keys that would else be commands of the program."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.key() in _KEYS and (plain or event.key() == Qt.Key.Key_Plus):
                event.accept()
                return True
        elif isinstance(event, QWheelEvent):
            return self._wheel(event)
        elif isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), self._time_at(event.position().x()))
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = self._view.mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom(pinch.scaleFactor(), self._time_at(centre.x()))
                return True
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.zoom(STEP**notches, self._time_at(event.position().x()))
        return bool(notches)

    def _time_at(self, x: float) -> float:
        return self._view.artwork.time_at(x)

    def _set(self, window: Window | None) -> None:
        if window != self._window:
            self._window = window
            self.zoomed.emit()

    def _film_changed(self) -> None:
        """A film of another length is seen whole."""
        if self._window is not None and self._window[1] > self._session.film.duration:
            self.reset()
