"""Thinker: keeps what matters for a quantity at the play head, worked out in slices while somebody looks."""

from __future__ import annotations

from threading import Thread
from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.sensitivity import Sensitivities, Sensitivity, prepare

_CALM = 250
"""ms without a change before work begins; a film that plays is waited for"""
_SLICE = 0.006
"""s of work after which the window has its turn"""
_WAIT = 20
"""ms between looks at whether the code is there"""


class Thinker(QObject):
    """The sensitivity on show, and the work on the next one."""

    changed = Signal()
    """another sensitivity, a problem, or the work began, was stopped or goes on"""
    progressed = Signal(float)
    """how far the work is, 0 to 1"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.shown: Sensitivity | None = None
        self.problem = ""
        """why there is none"""
        self.progress = 0.0
        """of the work, 0 to 1"""
        self.stopped = False
        """whether a person has stopped the work"""
        self._quantity = ""
        self._wanted: tuple[Scenario, str, float] | None = None
        self._work: Sensitivities | None = None
        self._code: Thread | None = None
        self._coded: tuple[Scenario, str] | None = None
        """for what code was made last"""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.film_changed.connect(self.follow)
        session.frame_changed.connect(self.follow)
        session.playing_changed.connect(self.follow)

    @property
    def pending(self) -> bool:
        """Whether another one is on its way."""
        return self._timer.isActive()

    def look_at(self, quantity: str) -> None:
        """Which quantity is looked at; none where it is empty, and then nothing is worked out."""
        self._quantity = quantity
        if quantity:
            self.follow()
            return
        self._timer.stop()
        self._work, self._wanted, self.stopped = None, None, False
        if self._code is not None:  # a window that closes leaves no thread behind, and says so only by hiding
            self._code.join()
            self._code = None

    def stop(self) -> None:
        """Leave it at that."""
        if self.pending:
            self._timer.stop()
            self._work, self.stopped = None, True
            self.changed.emit()

    def go_on(self) -> None:
        """Work it out after all."""
        if self.stopped:
            self._begin(0)

    def follow(self, _what: object = None) -> None:
        """Begin anew where the scenario, the quantity or the play head is another one."""
        if not self._quantity or self._session.is_playing:
            return
        scenario = replace(self._session.scenario, name="", note="", seed=0, vesicles=500)
        wanted = scenario, self._quantity, self._session.time
        if wanted != self._wanted:
            self._wanted = wanted
            self._begin(_CALM)

    def _begin(self, calm: int) -> None:
        began = not self.pending
        self._work, self.stopped = None, False
        self._timer.start(calm)
        if began:
            self._tell(0.0)
            self.changed.emit()

    def _tell(self, progress: float) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _go_on(self) -> None:
        assert self._wanted is not None
        if self._code is None and self._coded != self._wanted[:2]:
            # Code is made once and takes longer than a frame: not here, where the window would stand still.
            self._coded = self._wanted[:2]
            self._code = Thread(target=prepare, args=self._coded, daemon=True)
            self._code.start()
        if self._code is not None:
            if not self._code.is_alive():
                self._code = None
            self._timer.start(_WAIT)
            return
        until = perf_counter() + _SLICE
        try:
            if self._work is None:
                self._work = Sensitivities(*self._wanted)
            while not self._work.advance():
                if perf_counter() >= until:
                    self._timer.start(0)
                    self._tell(self._work.progress)
                    return
        except (SolverFailed, UnitError, KeyError) as failure:
            self.shown, self.problem = None, str(failure)
        else:
            self.shown, self.problem = self._work.result, ""
        self._work = None
        self._tell(1.0)
        self.changed.emit()
