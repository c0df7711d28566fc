"""Worker: keeps the dose-response curves of the session's present state, worked out while somebody looks."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.dose import DoseResponse, Response, in_dish
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.scenario import Scenario

_CALM = 120
"""ms without a change before work begins: a drag is waited for, and what it does is painted first"""
_SLICE = 0.006
"""s of work after which the window has its turn"""
_LONG = 0.3
"""s of work after which it is worth telling"""


class Worker(QObject):
    """(healthy, present) curves on show, and the work on the next ones."""

    changed = Signal()
    """there are other curves, or a problem"""
    progressed = Signal(float)
    """how far work has come that takes long, 0 to 1"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.shown: tuple[Response, Response] | None = None
        self.problem = ""
        """why there are none"""
        self._wanted: Scenario | None = None
        self._work: DoseResponse | None = None
        self._began = 0.0
        self._awake = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.film_changed.connect(self.follow)
        session.frame_changed.connect(self._frame_changed)
        session.playing_changed.connect(self._frame_changed)

    @property
    def pending(self) -> bool:
        """Whether other curves are on their way."""
        return self._timer.isActive()

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nothing is worked out for nobody."""
        self._awake = awake
        if awake:
            self.follow()
        elif self.pending:
            self._timer.stop()
            self._wanted = self._work = None

    def follow(self) -> None:
        """Begin anew where the cell is another one; another dose or minute is not."""
        if not self._awake:
            return
        cell = in_dish(self._session.standing)
        if cell != self._wanted:
            self._wanted, self._work = cell, None
            self._timer.start(_CALM)

    def _frame_changed(self, _what: object = None) -> None:
        """The play head may have passed an event; while it runs, the curves stay those of the last change."""
        if not self._session.is_playing and self._session.scenario.event:
            self.follow()

    def _go_on(self) -> None:
        if self._work is None:
            assert self._wanted is not None
            self._began = perf_counter()
        until = perf_counter() + _SLICE
        try:
            if self._work is None:
                self._work = DoseResponse(self._wanted)  # type: ignore[arg-type]
            while not self._work.advance():
                if perf_counter() >= until:
                    self._timer.start(0)
                    if perf_counter() - self._began > _LONG:
                        self.progressed.emit(self._work.progress)
                    return
        except (SolverFailed, UnitError) as failure:
            self.shown, self.problem = None, str(failure)
        else:
            self.shown, self.problem = self._work.result, ""
        self._work = None
        self.changed.emit()
