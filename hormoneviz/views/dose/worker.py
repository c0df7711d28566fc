"""Worker: keeps the dose-response curves of the session's present state, worked out while somebody looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.session import Session
from hormoneviz.simulation.dose import DoseResponse, Response, in_dish
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.slices import Slices

_CALM = 120
"""ms without a change before work begins: a drag is waited for, and what it does is painted first"""


class Worker(QObject):
    """(healthy, present) curves on show, and the work on the next ones."""

    changed = Signal()
    """there are other curves, or a problem"""
    progressed = Signal(float)
    """how far work has come that takes long, 0 to 1"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.shown: tuple[Response, Response] | None = None
        self.problem = ""
        """why there are none"""
        self._wanted: Scenario | None = None
        self._slices = Slices(self)
        self._awake = False
        self._slices.advanced.connect(self._tell)
        self._slices.ended.connect(self._finish)
        self._slices.failed.connect(self._fail)
        session.film_changed.connect(self.follow)
        session.frame_changed.connect(self._frame_changed)
        session.playing_changed.connect(self._frame_changed)

    @property
    def pending(self) -> bool:
        """Whether other curves are on their way."""
        return self._slices.pending

    def wake(self, awake: bool) -> None:
        """Whether anybody looks; nothing is worked out for nobody."""
        self._awake = awake
        if awake:
            self.follow()
        elif self.pending:
            self._slices.stop()
            self._wanted = None

    def follow(self) -> None:
        """Begin anew where the cell is another one; another dose or minute is not."""
        if not self._awake:
            return
        cell = in_dish(self._session.standing)
        if cell != self._wanted:
            self._wanted = cell
            self._slices.begin(partial(DoseResponse, cell), _CALM)

    def _frame_changed(self, _what: object = None) -> None:
        """The play head may have passed an event; while it runs, the curves stay those of the last change."""
        if not self._session.is_playing and self._session.scenario.event:
            self.follow()

    def _tell(self) -> None:
        if self._slices.late:
            self.progressed.emit(self._slices.work.progress)

    def _finish(self) -> None:
        self.shown, self.problem = self._slices.work.result, ""
        self.changed.emit()

    def _fail(self, problem: str) -> None:
        self.shown, self.problem = None, problem
        self.changed.emit()
