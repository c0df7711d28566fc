"""Slices: one piece of work at a time, a few ms of it between the other events of a window.

Work begins after a calm moment, so that a drag is waited for and what it did is painted first; other work
replaces it.  What it needs that takes longer than a frame (code that is compiled) is made in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import perf_counter
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.simulation.errors import SolverFailed, UnitError

_SLICE = 0.006
"""s of work after which the window has its turn"""
LONG = 0.3
"""s of work after which it is worth telling"""
_WAIT = 20
"""ms between looks at whether the code is there"""


class Work(Protocol):
    """What can be done bit by bit."""

    progress: float
    """0 to 1"""

    def advance(self) -> bool:
        """Work for a few milliseconds; whether all is done."""
        ...


class Slices(QObject):
    """The work on something, for whoever shows it."""

    advanced = Signal()
    """a slice is done"""
    ended = Signal()
    """the work is complete"""
    failed = Signal(str)
    """the work cannot be done; why"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.work: Any = None
        """what is worked on, or was last"""
        self._make: Callable[[], Work] | None = None
        self._prepare: Callable[[], object] | None = None
        self._code: Thread | None = None
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def pending(self) -> bool:
        """Whether there is work that is not complete, or soon will be."""
        return self._timer.isActive()

    @property
    def late(self) -> bool:
        """Whether the work takes so long that it is worth telling."""
        return self.pending and self.work is not None and perf_counter() - self._began > LONG

    def begin(self, make: Callable[[], Work], calm: int, prepare: Callable[[], object] | None = None) -> None:
        """Leave what is being done, and after `calm` ms do what `make` gives; `prepare` is what it needs that
        takes long, and may be done in a thread."""
        self.work, self._make, self._prepare = None, make, prepare
        self._timer.start(calm)

    def stop(self) -> None:
        """Leave what is being done."""
        self._timer.stop()
        self._make = None

    def rest(self) -> None:
        """The same, and leave no thread behind: a window that closes says so only by hiding."""
        self.stop()
        if self._code is not None:
            self._code.join()
            self._code = None

    def _go_on(self) -> None:
        if self._preparing():
            self._timer.start(_WAIT)
            return
        try:
            done = self._slice()
        except (SolverFailed, UnitError) as failure:
            self._make = None
            self.failed.emit(str(failure))
            return
        if done:
            self.ended.emit()
            return
        self._timer.start(0)
        self.advanced.emit()

    def _preparing(self) -> bool:
        if self._code is not None and not self._code.is_alive():
            self._code = None
        if self._code is None and self._prepare is not None:
            self._code, self._prepare = Thread(target=self._prepare, daemon=True), None
            self._code.start()
        return self._code is not None

    def _slice(self) -> bool:
        if self._make is not None:
            self._began = perf_counter()
            self.work, self._make = self._make(), None
        until = perf_counter() + _SLICE
        while not self.work.advance():
            if perf_counter() >= until:
                return False
        return True
