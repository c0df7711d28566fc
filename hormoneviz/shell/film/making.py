"""Making: a film written between the other events of a window.

The window's thread paints, one frame at a time; a second thread hands each to the writer, and ends the file.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack

from PySide6.QtGui import QImage

from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.shell.film.kinds import Kind
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add, GivenUp
from hormoneviz.simulation.errors import SolverFailed, UnitError

_TURN = 0.005
"""s to wait for the writer before the window has its turn"""
log = logging.getLogger("hormoneviz")


class Making:
    """Work for views.slices.Slices: the same frames through the same writers as `hormoneviz render`."""

    def __init__(self, out: str, reel: Reel, kind: Kind) -> None:
        self.out, self.reel, self._kind = out, reel, kind
        self.progress = 0.0
        """0 to 1"""
        self.done = 0
        """frames that the writer has taken"""
        self.ending = False
        """whether all of them are, and the file is being ended"""
        self.problem = ""
        """why there is no film, where that is so"""
        self.written = False
        """whether the film is there, whole"""
        self._painted = 0
        self._shoot: Shoot | None = None
        self._add: Add | None = None
        self._writing = ExitStack()
        self._writer = ThreadPoolExecutor(1, "film")
        self._job: Future[None] | None = None
        self._picture: QImage | None = None

    def advance(self) -> bool:
        """Paint a frame, or wait a moment for the writer; whether all is done, well or not."""
        try:
            return self._step()
        except Exception as error:
            self.problem = self._left(error)
            return True

    def give_up(self) -> None:
        """Leave nothing behind, and an old file as it was; a film that is whole already stays.  Waits until
        the frame that is being written is let go."""
        self._stop_writer()
        if self.ending and self._job is not None and not self._job.cancelled():
            self.written = self._job.exception() is None
        self._left(GivenUp())

    def _left(self, error: Exception) -> str:
        """Let the writer clear away what it began; what went wrong, in its words where it has better ones."""
        self._stop_writer()
        self._job = self._picture = None
        try:
            self._writing.__exit__(type(error), error, error.__traceback__)
        except Exception as told:
            error = told
        if isinstance(error, (BadInput, OutputFailed, SolverFailed, UnitError, GivenUp)):
            return str(error)
        log.error("a film could not be made", exc_info=error)
        return f"{type(error).__name__}: {error}"

    def _stop_writer(self) -> None:
        if self._shoot is not None:
            self._shoot.wanted.give_up()
        self._writer.shutdown(cancel_futures=True)

    def _step(self) -> bool:
        if self._shoot is None:
            self._shoot = Shoot(self.reel)
            self._add = self._writing.enter_context(self._kind.write(self.out, self._shoot))
        if self._picture is None and self._painted < self.reel.count:
            self._picture = self._shoot.picture(self._painted)
            self._painted += 1
        if not self._writer_is_free():
            return False
        if self._picture is not None and self._add is not None:
            self._job = self._writer.submit(self._add, self._picture)
            self._picture = None
        elif not self.ending:
            self.ending = True
            self._job = self._writer.submit(self._writing.close)
        else:
            self.written = True
            self._writer.shutdown()
            return True
        return False

    def _writer_is_free(self) -> bool:
        """Whether the last job is done; raises what it raised."""
        if self._job is None:
            return True
        wait([self._job], _TURN)
        if not self._job.done():
            return False
        job, self._job = self._job, None
        job.result()
        self.done += not self.ending
        self.progress = self.done / self.reel.count
        return True
