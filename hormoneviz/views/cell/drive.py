"""Drive: where the camera of a cell (or of twins) is, and how it gets elsewhere: in an eased quarter of a
second, or at once where motion is reduced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QTimerEvent, QVariantAnimation, Signal

from hormoneviz.views.cell.camera import WHOLE, Camera, between

if TYPE_CHECKING:
    from hormoneviz.views.cell.follower import Follower

EASED = 250
"""ms from one place to another"""
STILL = 160
"""ms after the last step of a hand, after which the camera counts as resting"""


class Drive(QObject):
    """The camera of one view, or of two that look at the same part of two cells."""

    moved = Signal()
    """the camera is elsewhere, or has come to rest"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.camera = self.goal = self._start = WHOLE
        self.reduced = False
        """whether it goes everywhere at once"""
        self.keeper: Follower | None = None
        """the follower that keeps its vesicle in sight; None where the camera stays"""
        self._clock = 0
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setDuration(EASED)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self._step)

    @property
    def resting(self) -> bool:
        """Whether the camera stands still, so that a sharp picture is worth making."""
        return self.camera == self.goal and not self._clock

    @property
    def led(self) -> bool:
        """Whether a hand is moving it, so that nobody knows where it will rest."""
        return bool(self._clock)

    def go(self, camera: Camera) -> None:
        """Move there, eased."""
        if camera == self.goal:
            return
        if self.reduced:
            self.put(camera)
            return
        self._stop()
        self._start, self.goal = self.camera, camera
        self._way.start()
        self.moved.emit()

    def put(self, camera: Camera) -> None:
        """Be there at once, and at rest."""
        self._stop()
        self.camera = self.goal = camera
        self.moved.emit()

    def nudge(self, camera: Camera) -> None:
        """Be there at once, in the middle of a gesture: at rest only when nothing more comes."""
        self._stop()
        self.camera = self.goal = camera
        self._clock = self.startTimer(STILL)
        self.moved.emit()

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Nothing more has come."""
        self._stop()
        self.moved.emit()

    def _stop(self) -> None:
        self._way.stop()
        if self._clock:
            self.killTimer(self._clock)
            self._clock = 0

    def _step(self, share: float) -> None:
        self.camera = between(self._start, self.goal, share)
        self.moved.emit()
