"""Reload: a story's file is read again whenever it is saved; what is wrong is told, and the lesson goes on
as it was."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.library import read_story
from hormoneviz.session.lesson import Lesson

log = logging.getLogger("hormoneviz")

_CALM = 150
"""ms after the last change: editors save in several steps"""


class Reload(QObject):
    """Watches one file."""

    told = Signal(str)
    """what is wrong with the file; empty once it is right again"""

    def __init__(self, path: Path, lesson: Lesson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._lesson = path, lesson
        self.problem = ""
        """what is wrong with it now"""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM)
        self._timer.timeout.connect(self.read)
        # The folder too: an editor that writes a new file and renames it takes the watched one away.
        self._watcher = QFileSystemWatcher([str(path), str(path.parent)], self)
        self._watcher.fileChanged.connect(self._changed)
        self._watcher.directoryChanged.connect(self._changed)
        self._stamp = self._stamped()

    def read(self) -> None:
        """Take up what the file says now, if it has changed."""
        stamp = self._stamped()
        if stamp is None or stamp == self._stamp:
            return
        self._stamp = stamp
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        try:
            self._lesson.renew(read_story(self._path))
        except BadInput as error:
            log.warning("the story was not taken up: %s", error)
            self.problem = str(error)
        else:
            self.problem = ""
        self.told.emit(self.problem)

    def _changed(self, _path: str) -> None:
        self._timer.start()

    def _stamped(self) -> tuple[int, int] | None:
        """What changes with the file: time and length; none while it is away."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
