"""Healthy: the film of the healthy twin's same experiment, solved between other work while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Scenario

_AFTER = 40
"""ms after a change: what the change did is painted first"""
_CHUNK = 30.0
"""min solved at a time, a few milliseconds of work"""
_KEPT = 6
"""films: stepping back and forth between experiments solves nothing again"""


class Healthy(QObject):
    """The last film of a healthy twin that is complete, if it is of the present experiment."""

    changed = Signal()
    """there is another one, or none"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.film: Film | None = None
        self._wanted: Scenario | None = None
        self._work: tuple[Film, float] | None = None
        self._kept: list[Film] = []
        self._awake = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        session.film_changed.connect(self.follow)

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nothing is solved for nobody."""
        self._awake = awake
        if awake:
            self.follow()
        else:
            self._timer.stop()
            self._wanted = self._work = None

    def follow(self) -> None:
        """Another film on stage: the same twin where only the person differs."""
        twin = healthy_twin(self._session.scenario)
        if not self._awake or twin == self._wanted:
            return
        self._timer.stop()
        self._wanted, self._work = twin, None
        found = next((film for film in self._kept if film.scenario == twin), None)
        if found is not self.film:
            self.film = found
            self.changed.emit()
        if found is None:
            self._timer.start(_AFTER)

    def _go_on(self) -> None:
        """Solve one more chunk."""
        assert self._wanted is not None
        try:
            film, solved = self._work or (Film(self._wanted), 0.0)
            film.series((), [solved])
        except (SolverFailed, UnitError):
            return  # no twin is shown; whoever sees the present state is told of problems elsewhere
        if solved >= film.duration:
            self._finish(film)
        else:
            self._work = film, min(solved + _CHUNK, film.duration)
            self._timer.start(0)

    def _finish(self, film: Film) -> None:
        self._work = None
        self.film = film
        self._kept = [*self._kept, film][-_KEPT:]
        self.changed.emit()
