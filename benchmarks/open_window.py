"""The program's window for a benchmark: 1920 x 1080, 500 vesicles, settings that nobody keeps."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hormoneviz.exchange.library import library
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.modes.mode import Mode
from hormoneviz.session.session import Session
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Scenario

SIZE = QSize(1920, 1080)


@dataclass(frozen=True)
class Opened:
    """A window on screen with what drives it."""

    app: QApplication
    session: Session
    window: MainWindow

    def settle(self) -> None:
        """Let everything that is due be painted, and the server take it."""
        self.app.processEvents()
        QGuiApplication.sync()


def open_window(scenario: Scenario, size: QSize = SIZE, mode: Mode = EXPLORE) -> Opened:
    """Show a mode, paused at rest."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="hormoneviz-benchmark-")
    app = application()
    look = Look.load()
    dress(app, look)
    session = Session(scenario)
    window = MainWindow(mode, session, look, library())
    window.resize(size)
    window.show()
    opened = Opened(app, session, window)
    for _ in range(5):
        opened.settle()
    return opened
