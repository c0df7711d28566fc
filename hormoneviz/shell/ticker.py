"""The one timer: it lets the session advance while something plays and somebody can see it, and sleeps
otherwise."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

from hormoneviz.session.session import Session

INTERVAL, SPARING = 16, 50
"""ms; as often as a 60 Hz screen can show, and often enough for a slow computer"""


class Ticker(QObject):
    """Feeds wall time to the session."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._visible, self._elsewhere = True, False
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._tick)
        session.playing_changed.connect(self._adjust)

    def set_sparing(self, sparing: bool) -> None:
        """Ask for fewer pictures in a second; the film runs as fast as ever."""
        self._timer.setInterval(SPARING if sparing else INTERVAL)

    def set_visible(self, visible: bool) -> None:
        """Say whether anybody can see the window: a hidden one costs nothing."""
        self._visible = visible
        self._adjust()

    def set_seen_elsewhere(self, seen: bool) -> None:
        """Say whether another window shows the same session."""
        self._elsewhere = seen
        self._adjust()

    def _adjust(self) -> None:
        wanted = (self._visible or self._elsewhere) and self._session.is_playing
        if wanted and not self._timer.isActive():
            self._last = perf_counter()
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        wall, self._last = now - self._last, now
        self._session.advance(wall)
