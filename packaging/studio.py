"""A window as a stranger first sees it, once it has settled: for gallery and README."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSize, QStandardPaths, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.toast import Toast
from hormoneviz.shell.window import MainWindow

PATIENCE = 200
"""times 20 ms, at most, until nothing is left to work out, such as the healthy twin's curves"""


@contextmanager
def studio() -> Iterator[QApplication]:
    """The program without anything that somebody has remembered, also in a picture before."""
    with TemporaryDirectory() as folder:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        yield application()


def settled(app: QApplication, session: Session, look: Look, size: QSize) -> MainWindow:
    """The window at that look and size."""
    dress(app, look)
    window = MainWindow(EXPLORE, session, look, ())
    window.resize(size)
    window.show()
    for message in window.findChildren(Toast):
        message.hide()
    for _ in range(PATIENCE):
        QTest.qWait(20)
        if not any(timer.isActive() for timer in window.findChildren(QTimer)):
            break
    QTest.qWait(20)
    return window
