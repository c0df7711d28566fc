"""Life: the weeks of whoever is on stage, lived between other work."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.scenario import Scenario, Therapy
from hormoneviz.views.calendar.courses import Course, Reading
from hormoneviz.views.calendar.quantities import least_span, span_of

_SLICE = 0.008
"""s of work at a time, half a frame (four weeks of injections may take a little longer)"""
_LATE = 0.4
"""s after which a person is told that weeks are still being lived"""


class Life(QObject):
    """The course of the present scenario's calendar.  What was last complete stays until the next one is."""

    changed = Signal()
    """there is another course, or a problem"""
    late_changed = Signal()
    """more weeks of a long life are lived"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._key: object = None
        self._story: tuple[str, tuple[Therapy, ...]] | None = None
        self._reading: Reading | None = None
        self._since = 0.0
        self._wide = 0
        self._awake = False
        self.shown: Reading | None = None
        """the one whose course is complete"""
        self.problem = ""
        """why there is none"""
        self._span = span_of(session.scenario)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.film_changed.connect(self.follow)

    @property
    def course(self) -> Course | None:
        """The last complete course."""
        return self.shown.course if self.shown else None

    @property
    def scenario(self) -> Scenario:
        """Whose course it is; the present scenario where there is none yet."""
        return self.shown.scenario if self.shown else self._session.scenario

    @property
    def span(self) -> int:
        """The weeks of the course, or that it is going to have."""
        return self.shown.span if self.shown else self._span

    @property
    def busy(self) -> bool:
        """Whether another course is on its way."""
        return self._reading is not None

    @property
    def late(self) -> Reading | None:
        """What is still being lived, where that takes long."""
        return self._reading if self._reading and monotonic() - self._since > _LATE else None

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nothing is lived for nobody."""
        self._awake = awake
        if awake:
            self.follow()
        elif self._reading is not None:
            self._timer.stop()
            self._key = self._reading = None

    def widen(self, span: int) -> None:
        """Show so many weeks of this scenario (more where its week lies later)."""
        self._wide = span
        self.follow()

    def follow(self) -> None:
        """Another film: another life where a person, a therapy or the belief in trials changed, not for
        another week or meal."""
        if not self._awake:
            return
        scenario = self._session.scenario
        self._span = self._wanted_span(scenario)
        key = (scenario.person, scenario.hormones, scenario.inflammation, scenario.evidence, scenario.therapy)
        if (key, self._span) == self._key:
            return
        self._key = (key, self._span)
        self._reading = Reading(scenario, self._span)
        self._since = monotonic()
        # Not before what changed at once has been painted.
        self._timer.start(0)

    def _wanted_span(self, scenario: Scenario) -> int:
        """What was asked for or shows all; never less under a moving handle."""
        story = (scenario.name, scenario.therapy)
        if self._story is None or scenario.name != self._story[0]:
            self._wide = 0
        same, self._story = story == self._story, story
        usual = self._wide or (self._span if same else span_of(scenario))
        return max(usual, least_span(scenario.week))

    def _go_on(self) -> None:
        reading = self._reading
        if reading is None:
            return
        try:
            done = reading.go_on(_SLICE)
        except (SolverFailed, UnitError) as failure:
            self._end(None, str(failure))
            return
        if done:
            self._end(reading, "")
            return
        self._timer.start(0)
        if self.late:
            self.late_changed.emit()

    def _end(self, shown: Reading | None, problem: str) -> None:
        self._reading, self.shown, self.problem = None, shown, problem
        self.changed.emit()
