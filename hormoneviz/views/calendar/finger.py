"""Finger: what a person wants the week to be, told to the session no more often than it can settle a cell."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer

from hormoneviz.session.session import Session

_PAUSE = 0.125
"""s between two weeks of one drag, as in DragSlider; the last one wanted is always told in the end"""


class Finger(QObject):
    """A drag, or a run of keys, over the weeks."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: float | None = None
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tell)

    @property
    def week(self) -> float:
        """Where the handle is: under the finger, else at the week that is on stage."""
        return self._session.scenario.week if self._wanted is None else self._wanted

    def begin(self) -> None:
        """A new drag: its own step of undo."""
        self._session.seek(self._session.time)  # staying where it is, yet ending what was dragged before

    def want(self, week: float) -> None:
        """Go to a week: at once, or when the pause since the last one is over."""
        self._wanted = week
        wait = _PAUSE - (monotonic() - self._told)
        if wait <= 0.0:
            self.tell()
        elif not self._timer.isActive():
            self._timer.start(round(1000 * wait) + 1)

    def tell(self) -> None:
        """Tell the session now, if there is anything to tell."""
        self._timer.stop()
        if self._wanted is not None:
            week, self._wanted = self._wanted, None
            self._session.set_week(week)
            self._told = monotonic()  # after it: what follows shall not queue up behind a slow cell
