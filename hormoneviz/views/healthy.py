"""Healthy: the film of the healthy twin's same experiment, solved between other work while somebody looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.slices import Slices

_AFTER = 40
"""ms after a change: what the change did is painted first"""
_CHUNK = 30.0
"""min solved at a time, a few milliseconds of work"""
_KEPT = 6
"""films: stepping back and forth between experiments solves nothing again"""


class _Solving:
    """A film, solved to its end."""

    def __init__(self, scenario: Scenario) -> None:
        self.film, self.progress = Film(scenario), 0.0
        self._solved = 0.0

    def advance(self) -> bool:
        """One chunk more."""
        self.film.series((), [self._solved])
        done = self._solved >= self.film.duration
        self._solved = min(self._solved + _CHUNK, self.film.duration)
        self.progress = self._solved / self.film.duration
        return done


class Healthy(QObject):
    """The last film of a healthy twin that is complete, if it is of the present experiment."""

    changed = Signal()
    """there is another one, or none"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.film: Film | None = None
        self._wanted: Scenario | None = None
        self._kept: list[Film] = []
        self._awake = False
        # Where it cannot be solved no twin is shown; whoever sees the present state is told elsewhere.
        self._slices = Slices(self)
        self._slices.ended.connect(self._finish)
        session.film_changed.connect(self.follow)

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nothing is solved for nobody."""
        self._awake = awake
        if awake:
            self.follow()
        else:
            self._slices.stop()
            self._wanted = None

    def follow(self) -> None:
        """Another film on stage: the same twin where only the person differs."""
        twin = healthy_twin(self._session.scenario)
        if not self._awake or twin == self._wanted:
            return
        self._slices.stop()
        self._wanted = twin
        found = next((film for film in self._kept if film.scenario == twin), None)
        if found is not self.film:
            self.film = found
            self.changed.emit()
        if found is None:
            self._slices.begin(partial(_Solving, twin), _AFTER)

    def _finish(self) -> None:
        self.film = self._slices.work.film
        self._kept = [*self._kept, self._slices.work.film][-_KEPT:]
        self.changed.emit()
