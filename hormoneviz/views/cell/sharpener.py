"""Sharpener: has the sharp picture made for where the camera will rest, a few ms at a time, so that no frame
of the film waits for all of it.  It begins while the camera is still on its way."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hormoneviz.views.cell.camera import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.drive import Drive
    from hormoneviz.views.cell.lens import Lens

_CALM = 60
"""ms before work begins: while a wheel turns on, each goal is soon another"""
_SLICE = 0.005
"""s of work after which the window has its turn"""


class Sharpener(QObject):
    """Of one view."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._wanted: tuple[Lens, Camera] | None = None
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether a sharper picture is on its way."""
        return self._wanted is not None

    def follow(self, lens: Lens, drive: Drive) -> None:
        """Work for where the camera goes, or for nothing while a hand leads it; labels are there as soon as
        it rests."""
        if drive.resting and drive.goal == WHOLE:
            lens.focus(WHOLE)
        elif drive.resting:
            lens.label(drive.goal)
        if drive.led or drive.goal == WHOLE or lens.is_sharp(drive.goal):
            self._wanted = None
            self._timer.stop()
        elif self._wanted != (lens, drive.goal):
            self._wanted = lens, drive.goal
            self._work = lens.sharpening(drive.goal)
            self._timer.start(_CALM)

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        for _ in self._work:
            if perf_counter() >= until:
                self._timer.start(0)
                return
        self._wanted = None
        self._view.update()
