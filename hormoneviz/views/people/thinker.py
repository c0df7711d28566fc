"""Thinker: keeps what matters for a quantity at the play head, worked out in slices while somebody looks."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject

from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.sensitivity import Sensitivities, Sensitivity, prepare
from hormoneviz.views.people.labour import Labour

_CALM = 250
"""ms without a change before work begins; a film that plays is waited for"""


class Thinker(Labour):
    """The sensitivity on show, and the work on the next one."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.shown: Sensitivity | None = None
        self._quantity = ""
        self._wanted: tuple[Scenario, str, float] | None = None
        session.film_changed.connect(self.follow)
        session.frame_changed.connect(self.follow)
        session.playing_changed.connect(self.follow)

    def look_at(self, quantity: str) -> None:
        """Which quantity is looked at; none where it is empty, and then nothing is worked out."""
        self._quantity = quantity
        if quantity:
            self.follow()
            return
        self._slices.rest()
        self._wanted, self.stopped = None, False

    def follow(self, _what: object = None) -> None:
        """Begin anew where the scenario, the quantity or the play head is another one."""
        if not self._quantity or self._session.is_playing:
            return
        if self._quantity not in self._session.film.units_of_series:  # another one is chosen at once
            self._slices.stop()
            return
        scenario = replace(self._session.scenario, name="", note="", seed=0, vesicles=500)
        wanted = scenario, self._quantity, self._session.time
        if wanted != self._wanted:
            self._wanted = wanted
            self._begin(_CALM)

    def _begin(self, calm: int) -> None:
        assert self._wanted is not None
        began, self.stopped = not self.pending, False
        scenario, quantity, time = self._wanted
        self._slices.begin(
            partial(Sensitivities, scenario, quantity, time), calm, partial(prepare, scenario, quantity)
        )
        if began:
            self._tell(0.0)
            self.changed.emit()

    def _tell(self, progress: float) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _show(self) -> None:
        self._tell(self._slices.work.progress)

    def _finish(self) -> None:
        self._end(self._slices.work.result, "")

    def _fail(self, problem: str) -> None:
        self._end(None, problem)

    def _end(self, shown: Sensitivity | None, problem: str) -> None:
        self.shown, self.problem = shown, problem
        self._tell(1.0)
        self.changed.emit()
