"""Bookkeeper: keeps a ledger of the session's present state, worked out in slices while somebody looks.

It waits until changes have stopped for a moment, works between the events of the window, and drops its work
at the next change. While the film plays, the ledger stays that of its minute: only a change of the film
itself makes another. So playing costs nothing here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.attribution import Accounting, Ledger
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switches import switches_on
from hormoneviz.views.slices import Slices

CALM = 250
"""ms without a change before work begins"""


class Bookkeeper(QObject):
    """The ledger on show, whether it is of now, and the work on the next one."""

    changed = Signal()
    """anything below is other than it was"""
    progressed = Signal(float)
    """how far work has come that takes long, 0 to 1"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ledger: Ledger | None = None
        self.standing: Scenario | None = None
        """the scenario of the ledger as it stood"""
        self.problem = ""
        """why there is no ledger of now; empty where nothing went wrong"""
        self._made_for: tuple[Scenario, float] | None = None
        self._asked: tuple[Scenario, float] | None = None
        self._watched = False
        self._slices = Slices(self)
        self._slices.advanced.connect(self._tell)
        self._slices.ended.connect(self._finish)
        self._slices.failed.connect(self._fail)
        session.film_changed.connect(self._film_changed)
        session.frame_changed.connect(self._frame_changed)
        session.playing_changed.connect(self._frame_changed)

    @property
    def pending(self) -> bool:
        """Whether a ledger is being made, or soon will be."""
        return self._slices.pending

    @property
    def fresh(self) -> bool:
        """Whether the ledger (or the lack of one) is that of the present scenario and minute."""
        return self._made_for == self._now()

    @property
    def healthy(self) -> bool:
        """Whether the present state is the healthy twin itself.

        Raises UnitError if a hormone level cannot be read.
        """
        return not switches_on(self._session.standing)

    def watch(self, watched: bool) -> None:
        """Somebody looks, or nobody does any more: then all work stops."""
        self._watched = watched
        if watched:
            self._wait(0)
        else:
            self.cancel()

    def cancel(self) -> None:
        """Drop the work; the ledger on show stays."""
        busy = self.pending
        self._slices.stop()
        if busy:
            self.changed.emit()

    def refresh(self) -> None:
        """Make the ledger of now, at once."""
        self._wait(0)

    def _now(self) -> tuple[Scenario, float]:
        return self._session.standing, self._session.time

    def _film_changed(self) -> None:
        self._wait(CALM)

    def _frame_changed(self, _what: object = None) -> None:
        if not self._session.is_playing:
            self._wait(CALM)

    def _wait(self, pause: int) -> None:
        """Begin after a pause, if anybody looks and there is anything new."""
        if not self._watched:
            return
        if self.fresh:
            self._slices.stop()
        else:
            self._slices.begin(self._account, pause)
        self.changed.emit()

    def _account(self) -> Accounting | _Nothing:
        self._asked, self.problem = self._now(), ""
        standing = self._session.standing
        return _Nothing(standing) if self.healthy else Accounting(self._session.scenario, self._session.time)

    def _tell(self) -> None:
        if self._slices.late:
            self.progressed.emit(self._slices.work.progress)

    def _fail(self, problem: str) -> None:
        self.problem = problem
        self._show(None, None)

    def _finish(self) -> None:
        work = self._slices.work
        self._show(work.result, work.scenario)

    def _show(self, ledger: Ledger | None, standing: Scenario | None) -> None:
        self._made_for = self._asked
        self.ledger, self.standing = ledger, standing
        self.changed.emit()


class _Nothing:
    """The account of a state in which nothing is switched on."""

    progress = 1.0
    result: Ledger | None = None

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def advance(self) -> bool:
        """Nothing to do."""
        return True
