"""A real window on the offscreen platform, whose dialogs answer at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from hormoneviz.exchange.library import library
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Protocol, Scenario


class Dialogs:
    """What the dialogs answer, and what they were asked and told."""

    def __init__(self) -> None:
        self.file: Path | str = ""
        self.told: list[str] = []
        self.shown: list[str] = []
        self.answer = QMessageBox.StandardButton.Yes

    def ask_for_file(self, *_: object) -> tuple[str, str]:
        return str(self.file), ""

    def tell(self, _widget: QWidget, title: str, text: str) -> None:
        self.told.append(f"{title}: {text}")

    def show(self, dialog: QDialog) -> int:
        self.shown.append(type(dialog).__name__)
        dialog.deleteLater()
        return 0


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    """Nothing blocks: files are chosen, messages noted, dialogs closed at once."""
    answers = Dialogs()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answers.ask_for_file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answers.ask_for_file)
    monkeypatch.setattr(QMessageBox, "warning", answers.tell)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.answer)
    monkeypatch.setattr(QDialog, "exec", lambda dialog: answers.show(dialog))
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    return answers


@pytest.fixture
def session() -> Session:
    bath = Protocol("bath", insulin="100 nM", washout_at="20 min")
    return Session(Scenario(name="A dish", tissue="fat", vesicles=100, duration="40 min", protocol=bath))


@pytest.fixture
def window(qapp: QApplication, qtbot, session: Session, dialogs: Dialogs) -> Iterator[MainWindow]:
    look = Look.load()
    dress(qapp, look)
    window = MainWindow(EXPLORE, session, look, library())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    session.pause()
    window.close()
    qapp.setStyleSheet("")


@pytest.fixture
def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a Python script on the PATH as `ffmpeg`, and nothing else there."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    monkeypatch.setenv("PATH", str(bin_))

    def put(script: str) -> Path:
        file = bin_ / "ffmpeg"
        file.write_text(f"#!{sys.executable}\nimport sys, time\n{script}\n")
        file.chmod(0o755)
        return file

    return put
