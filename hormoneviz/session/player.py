"""Player: one film on stage and its play head; whoever watches hears when film or frame change.

What the film is of, and how that is changed, is the Session's (session.py).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.clock import Clock
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame

STEP = 0.25
"""min; how far one step of the play head goes"""


class Player(QObject):
    """A film, the frame that is seen of it, and how fast it runs."""

    film_changed = Signal()
    frame_changed = Signal(object)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    problem = Signal(str)
    """something could not be shown; what was there before stays on stage"""

    def __init__(self, film: Film, parent: QObject | None = None) -> None:
        """Raises SolverFailed if the film's first frame cannot be shown."""
        super().__init__(parent)
        self._film = film
        self._frame = film.at(0.0)
        self._clock = Clock(end=film.duration)
        self._playing = False

    @property
    def film(self) -> Film:
        """The film of the present scenario."""
        return self._film

    @property
    def frame(self) -> Frame:
        """What is seen now."""
        return self._frame

    @property
    def time(self) -> float:
        """The play head, min."""
        return self._frame.time

    @property
    def speed(self) -> float:
        """Model minutes per wall second."""
        return self._clock.speed

    @property
    def is_playing(self) -> bool:
        """Whether the play head moves by itself."""
        return self._playing

    def advance(self, wall: float) -> None:
        """Move the play head by `wall` seconds of wall time while playing; stop at the end."""
        if not self._playing:
            return
        self._show(self._clock.advanced(self.time, wall))
        if self.time >= self._clock.end:
            self.pause()

    def play(self) -> None:
        """Let the film run; from the start again if it has ended."""
        if self.time >= self._clock.end:
            self.seek(0.0)
        self._set_playing(True)

    def pause(self) -> None:
        """Hold the film."""
        self._set_playing(False)

    def toggle_play(self) -> None:
        """Play if paused, pause if playing."""
        if self._playing:
            self.pause()
        else:
            self.play()

    def seek(self, time: float) -> None:
        """Put the play head at `time` (min), within the film."""
        self._show(min(max(time, 0.0), self._clock.end))

    def step(self, direction: int) -> None:
        """Pause and move one step on (+1) or back (-1)."""
        self.pause()
        self.seek(self.time + direction * STEP)

    def reset(self) -> None:
        """Back to rest: time 0, paused, with the scenario as it is."""
        self.pause()
        self.seek(0.0)

    def set_speed(self, speed: float) -> None:
        """Set how many model minutes pass in a second."""
        if speed != self._clock.speed:
            self._clock = Clock(speed, self._clock.end)
            self.speed_changed.emit(speed)

    def change_speed(self, direction: int) -> None:
        """One stop faster (+1) or slower (-1)."""
        self.set_speed(self._clock.neighbour(direction))

    def _show(self, time: float) -> None:
        if time != self.time:
            try:
                self._frame = self._film.at(time)
            except SolverFailed as failure:
                self.pause()
                self.problem.emit(f"The film cannot go on: {failure}")
            else:
                self.frame_changed.emit(self._frame)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
