"""A short film on stage, and somebody who hears everything that the session says."""

from __future__ import annotations

import pytest

from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario


class Heard:
    """Everything a session says, in order."""

    def __init__(self, session: Session) -> None:
        self.said: list[str] = []
        self.problems: list[str] = []
        session.film_changed.connect(self._film)
        session.frame_changed.connect(self._frame)
        session.playing_changed.connect(self._playing)
        session.speed_changed.connect(self._speed)
        session.selection_changed.connect(self._selection)
        session.problem.connect(self.problems.append)

    def _film(self) -> None:
        self.said.append("film")

    def _frame(self, frame: object) -> None:
        self.said.append(f"frame {frame.time:g}")  # type: ignore[attr-defined]

    def _playing(self, playing: bool) -> None:
        self.said.append("plays" if playing else "pauses")

    def _speed(self, speed: float) -> None:
        self.said.append(f"speed {speed:g}")

    def _selection(self, name: str) -> None:
        self.said.append(f"selected {name}")

    def clear(self) -> None:
        self.said.clear()


@pytest.fixture
def session() -> Session:
    """Twenty minutes of a fat cell in a dish."""
    bath = Protocol("bath", insulin="10 nM")
    return Session(Scenario(name="A dish", vesicles=100, tissue="fat", protocol=bath, duration="20 min"))


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)
