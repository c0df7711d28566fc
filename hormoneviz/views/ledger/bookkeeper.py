"""Bookkeeper: keeps a ledger of the session's present state, worked out in slices while somebody looks.

It waits until changes have stopped for a moment, works between the events of the window, and drops its work
at the next change. While the film plays, the ledger stays that of its minute: only a change of the film
itself makes another. So playing costs nothing here.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.attribution import Accounting, Ledger
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switches import switches_on

CALM = 250
"""ms without a change before work begins"""
SLICE = 0.006
"""s of work after which the window has its turn"""
LONG = 0.5
"""s of work after which it is worth telling"""


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
        self._work: Accounting | None = None
        self._began = 0.0
        self._calm, self._turn = QTimer(self), QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._begin)
        self._turn.timeout.connect(self._go_on)
        session.film_changed.connect(self._film_changed)
        session.frame_changed.connect(self._frame_changed)
        session.playing_changed.connect(self._frame_changed)

    @property
    def pending(self) -> bool:
        """Whether a ledger is being made, or soon will be."""
        return self._work is not None or self._calm.isActive()

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
        self._calm.stop()
        self._turn.stop()
        self._work = None
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
        self._turn.stop()
        self._work = None
        if self.fresh:
            self._calm.stop()
        else:
            self._calm.start(pause)
        self.changed.emit()

    def _begin(self) -> None:
        self._began = perf_counter()
        self._asked, self.problem = self._now(), ""
        try:
            self._work = None if self.healthy else Accounting(self._session.scenario, self._session.time)
        except UnitError as failure:
            self._fail(failure)
            return
        if self._work is None:
            self._finish(None, self._session.standing)
        else:
            self._turn.start(0)
            self.changed.emit()

    def _go_on(self) -> None:
        work, until = self._work, perf_counter() + SLICE
        assert work is not None
        try:
            while not work.advance():
                if perf_counter() >= until:
                    if perf_counter() - self._began > LONG:
                        self.progressed.emit(work.progress)
                    return
        except (SolverFailed, UnitError) as failure:
            self._fail(failure)
            return
        self._finish(work.result, work.scenario)

    def _fail(self, failure: Exception) -> None:
        self.problem = str(failure)
        self._finish(None, None)

    def _finish(self, ledger: Ledger | None, standing: Scenario | None) -> None:
        self._turn.stop()
        self._work, self._made_for = None, self._asked
        self.ledger, self.standing = ledger, standing
        self.changed.emit()
