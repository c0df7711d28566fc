"""Worker: keeps the population of the session's scenario, worked out in slices while somebody looks."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject

from hormoneviz.session.session import Session
from hormoneviz.simulation.cohort import Cohort, prepare
from hormoneviz.simulation.population import USUAL, Crowd, Population
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.people.labour import Labour

_CALM = 250
"""ms without a change before work begins: a drag is waited for, and what it does is painted first"""


class Worker(Labour):
    """The crowd on show, and the work on the next one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.people, self.seed = USUAL, 1
        self.crowd: Crowd | None = None
        self._wanted: Scenario | None = None
        self._kept: dict[int, Cohort] = {}
        self._awake = False
        session.film_changed.connect(self.follow)

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nobody is solved for nobody."""
        self._awake = awake
        if awake:
            self.follow()
            return
        if self.pending:
            self._wanted = None
        self._slices.rest()

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

    def _begin(self, calm: int) -> None:
        assert self._wanted is not None
        self.stopped = False
        make = partial(Population, self._wanted, self.people, self.seed, self._kept)
        self._slices.begin(make, calm, partial(prepare, self._wanted))
        self.changed.emit()

    def _show(self) -> None:
        """Those who are solved so far."""
        work = self._slices.work
        if work.crowd is not None and work.crowd is not self.crowd:
            self.crowd, self.problem = work.crowd, ""
            self.changed.emit()
        self.progress = work.progress
        self.progressed.emit(self.progress)

    def _finish(self) -> None:
        self._show()
        self.changed.emit()

    def _fail(self, problem: str) -> None:
        self.crowd, self.problem = None, problem
        self.changed.emit()
