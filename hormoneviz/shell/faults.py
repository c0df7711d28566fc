"""Faults: an exception in one panel is logged and told, and never takes the window down."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

LOG_BYTES, LOG_FILES = 1_000_000, 3
log = logging.getLogger("hormoneviz")


class Faults(QObject):
    """Hears of every exception that nobody caught."""

    happened = Signal(str)
    """one line for the person: what failed and where the log lies"""

    def watch(self) -> None:
        """From now on log uncaught exceptions, and crashes of Qt itself, instead of ending the program."""
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        faulthandler.enable(path.with_name("crash.txt").open("w"))
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("uncaught", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self.happened.emit(f"Something went wrong ({kind.__name__}: {error}). Details are in {log_path()}.")


def log_path() -> Path:
    """Where the log lies."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "log.txt"
