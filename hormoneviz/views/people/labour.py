"""Labour: work in slices that a person may stop and let go on: what Worker and Thinker have in common."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hormoneviz.views.slices import Slices


class Labour(QObject):
    """Work on whatever `_begin` begins."""

    changed = Signal()
    """there is more to show, or a problem; or the work began, ended, was stopped or goes on"""
    progressed = Signal(float)
    """how far the work is, 0 to 1"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.problem = ""
        """why there is nothing to show"""
        self.progress = 0.0
        """of the work, 0 to 1"""
        self.stopped = False
        """whether a person has stopped the work"""
        self._slices = Slices(self)
        self._slices.advanced.connect(self._show)
        self._slices.ended.connect(self._finish)
        self._slices.failed.connect(self._fail)

    @property
    def pending(self) -> bool:
        """Whether something is on its way."""
        return self._slices.pending

    def stop(self) -> None:
        """Leave it at what there is."""
        if self.pending:
            self._slices.stop()
            self.stopped = True
            self.changed.emit()

    def go_on(self) -> None:
        """Work out the rest after all."""
        if self.stopped:
            self._begin(0)

    def _begin(self, calm: int) -> None:
        """Begin after so many ms without a change."""
        raise NotImplementedError

    def _show(self) -> None:
        """A slice is done."""
        raise NotImplementedError

    def _finish(self) -> None:
        """All of it is done."""
        raise NotImplementedError

    def _fail(self, problem: str) -> None:
        """It cannot be done."""
        raise NotImplementedError
