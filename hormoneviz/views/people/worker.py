"""Worker: keeps the population of the session's scenario, worked out in slices while somebody looks."""

from __future__ import annotations

from threading import Thread
from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.cohort import Cohort, prepare
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.population import USUAL, Crowd, Population
from hormoneviz.simulation.scenario import Scenario

_CALM = 250
"""ms without a change before work begins: a drag is waited for, and what it does is painted first"""
_SLICE = 0.006
"""s of work after which the window has its turn"""
_WAIT = 20
"""ms between looks at whether the code is there"""


class Worker(QObject):
    """The crowd on show, and the work on the next one."""

    changed = Signal()
    """more people are solved, work began or ended, or there is a problem"""
    progressed = Signal(float)
    """how far the work is, 0 to 1"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.people, self.seed = USUAL, 1
        self.crowd: Crowd | None = None
        self.problem = ""
        """why there is none"""
        self.progress = 0.0
        """of the work, 0 to 1"""
        self.stopped = False
        """whether a person has stopped the work"""
        self._wanted: Scenario | None = None
        self._kept: dict[int, Cohort] = {}
        self._work: Population | None = None
        self._code: Thread | None = None
        self._awake = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.film_changed.connect(self.follow)

    @property
    def pending(self) -> bool:
        """Whether people are on their way."""
        return self._timer.isActive()

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nobody is solved for nobody."""
        self._awake = awake
        if awake:
            self.follow()
            return
        if self.pending:
            self._timer.stop()
            self._work = self._wanted = None
        self._await_code()  # a window that closes leaves no thread behind, and says so only by hiding

    def follow(self) -> None:
        """Begin anew where the scenario is another one; its name and its drawn vesicles say nothing."""
        scenario = replace(self._session.scenario, name="", note="", seed=0, vesicles=500)
        if self._awake and scenario != self._wanted:
            self._wanted, self._kept = scenario, {}
            self._begin(_CALM)

    def ask(self, people: int, seed: int) -> None:
        """So many people, of that seed; those who are solved already stay."""
        if (people, seed) != (self.people, self.seed):
            self._kept = self._kept if seed == self.seed else {}
            self.people, self.seed = people, seed
            if self._wanted is not None:
                self._begin(_CALM)

    def stop(self) -> None:
        """Leave it at those who are solved."""
        if self.pending:
            self._timer.stop()
            self._work, self.stopped = None, True
            self.changed.emit()

    def go_on(self) -> None:
        """Solve the others after all."""
        if self.stopped:
            self._begin(0)

    def _await_code(self) -> None:
        """A fifth of a second at most, once for each network."""
        if self._code is not None:
            self._code.join()
            self._code = None

    def _begin(self, calm: int) -> None:
        self._work, self.stopped = None, False
        self._timer.start(calm)
        self.changed.emit()

    def _go_on(self) -> None:
        assert self._wanted is not None
        if self._work is None and self._code is None:
            # Code is made once and takes longer than a frame: not here, where the window would stand still.
            self._code = Thread(target=prepare, args=(self._wanted,), daemon=True)
            self._code.start()
        if self._code is not None and self._code.is_alive():
            self._timer.start(_WAIT)
            return
        self._code = None
        try:
            self._solve()
        except (SolverFailed, UnitError) as failure:
            self.crowd, self.problem, self._work = None, str(failure), None
            self.changed.emit()

    def _solve(self) -> None:
        """One slice."""
        if self._work is None:
            assert self._wanted is not None
            self._work = Population(self._wanted, self.people, self.seed, self._kept)
        work, until = self._work, perf_counter() + _SLICE
        while not (done := work.advance()):
            if perf_counter() >= until:
                break
        if done:
            self._work = None
        else:
            self._timer.start(0)
        if work.crowd is not None and work.crowd is not self.crowd:
            self.crowd, self.problem = work.crowd, ""
            self.changed.emit()
        elif done:
            self.changed.emit()
        self.progress = work.progress
        self.progressed.emit(self.progress)
