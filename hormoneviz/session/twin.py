"""Twin: a second cell on the same clock and seed, that differs from the first by what was chosen.

It follows the session: another scenario there makes another twin, and the play head is the session's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hormoneviz.session.player import Player
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.kin import KINDS
from hormoneviz.simulation.scenario import Scenario

if TYPE_CHECKING:
    from hormoneviz.session.session import Session


class Twin(Player):
    """The second cell, with as much of a session as a view of a cell asks for."""

    selection_changed = Signal(str)

    def __init__(self, session: Session, kind: str) -> None:
        """Raises SolverFailed or UnitError if this twin cannot be shown, KeyError for an unknown kind."""
        self._session, self.kind = session, kind
        super().__init__(Film(KINDS[kind](session.scenario), before=session.film))
        self._frame = self._film.at(session.time)
        session.film_changed.connect(self.renew)
        session.frame_changed.connect(self.follow)
        session.selection_changed.connect(self.selection_changed)
        session.speed_changed.connect(self.speed_changed)
        session.playing_changed.connect(self.playing_changed)

    @property
    def scenario(self) -> Scenario:
        """What is shown."""
        return self._film.scenario

    @property
    def standing(self) -> Scenario:
        """The scenario as it stands; a twin's events are those of the session's that it kept."""
        return self.scenario

    @property
    def selection(self) -> str:
        """The quantity that is looked at, in both cells."""
        return self._session.selection

    @property
    def speed(self) -> float:
        """Model minutes per wall second, the session's."""
        return self._session.speed

    @property
    def is_playing(self) -> bool:
        """Whether the play head moves by itself, the session's."""
        return self._session.is_playing

    def select(self, name: str) -> None:
        """Look at a quantity, in both cells."""
        self._session.select(name)

    def renew(self) -> None:
        """The session has another scenario: so has its twin, if it differs."""
        wanted = KINDS[self.kind](self._session.scenario)
        if wanted == self.scenario:
            return
        try:
            film = Film(wanted, before=self._film)
            frame = film.at(min(self._session.time, film.duration))
        except (SolverFailed, UnitError) as failure:
            self._session.problem.emit(f"The twin cannot be shown: {failure}")
            return
        self._film, self._frame = film, frame
        self.film_changed.emit()
        self.frame_changed.emit(frame)

    def follow(self, frame: Frame) -> None:
        """The play head has moved."""
        self._show(min(frame.time, self._film.duration))

    def leave(self) -> None:
        """Stop following."""
        self._session.film_changed.disconnect(self.renew)
        self._session.frame_changed.disconnect(self.follow)
        self._session.selection_changed.disconnect(self.selection_changed)
        self._session.speed_changed.disconnect(self.speed_changed)
        self._session.playing_changed.disconnect(self.playing_changed)
