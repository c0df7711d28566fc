"""Takeaway: what the window gives away of what it shows: a picture with its words, the curves as tables.

A dialog offers every kind; the ending of the name decides, and a name without one takes that of the kind
chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from hormoneviz.exchange.curves import parameters_beside, scenario_beside, write_experiment
from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.exchange.files import write_whole
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.picture import picture
from hormoneviz.shell.sheet.sheet import sheet_bytes, sheet_round
from hormoneviz.simulation.errors import SolverFailed

PICTURES: Final = {
    "Picture for slides (*.png)": ".png",
    "Drawing, its words as text (*.svg)": ".svg",
    "Page, its words as text (*.pdf)": ".pdf",
}
CURVES: Final = {"Table for a spreadsheet (*.csv)": ".csv"}


class Takeaway:
    """Writes what a session shows; a failure is told, and an old file stays whole."""

    def __init__(
        self,
        session: Session,
        widget: QWidget,
        scene: Callable[[], tuple[Look, QSize]],
        say: Callable[[str], None],
    ) -> None:
        """`scene` tells the look and the size (px) of the scene on screen; dialogs belong to `widget`."""
        self._session, self._widget, self._scene, self._say = session, widget, scene, say

    def ask_for_picture(self, folder: str) -> Path | None:
        """Where a picture is to go; None where nowhere."""
        stem = f"{file_name(self._session.scenario.name)} at {self._session.time:g} min.png"
        return self._ask("Save picture", Path(folder) / stem, PICTURES)

    def ask_for_curves(self, folder: str) -> Path | None:
        """The same for curves."""
        stem = f"{file_name(self._session.scenario.name)}.csv"
        return self._ask("Save curves", Path(folder) / stem, CURVES)

    def save_picture(self, path: Path) -> None:
        """Save the scene, as large as it is on screen, with its words round it and the scenario inside."""
        look, size = self._scene()
        sheet = sheet_round(size, self._session.frame, self._session.scenario, look)
        try:
            write_whole(path, sheet_bytes(sheet, path.suffix.lower()))
        except (BadInput, OutputFailed) as error:
            QMessageBox.warning(self._widget, "The picture was not saved", str(error))
            return
        self._say(f"Saved {path}")

    def save_curves(self, path: Path) -> None:
        """Save every curve of the experiment, its parameters and its scenario, in three files."""
        try:
            written = write_experiment(self._session.scenario, path)
        except (OutputFailed, SolverFailed) as error:
            QMessageBox.warning(self._widget, "The curves were not saved", str(error))
            return
        self._say(f"Saved {', '.join(str(path) for path in written)}")

    def copy_picture(self) -> None:
        """Put the scene alone on the clipboard."""
        look, size = self._scene()
        image = picture(self._session.frame, size, look, self._session.scenario)
        QGuiApplication.clipboard().setImage(image)
        self._say("The picture is on the clipboard")

    def _ask(self, title: str, suggested: Path, kinds: dict[str, str]) -> Path | None:
        name, kind = QFileDialog.getSaveFileName(self._widget, title, str(suggested), ";;".join(kinds))
        if not name:
            return None
        path = with_suffix(name, kinds.get(kind, ""), tuple(kinds.values()))
        files = (path, scenario_beside(path), parameters_beside(path)) if kinds is CURVES else (path,)
        # The dialog has asked about the name as it was given, and about no other file.
        there = [file.name for file in files if file.exists() and file != Path(name)]
        return path if not there or self._may_replace(title, ", ".join(there)) else None

    def _may_replace(self, title: str, files: str) -> bool:
        look, _ = self._scene()
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        text = look.words.say("sheet_replace", files=files)
        return QMessageBox.question(self._widget, title, text, yes | no, no) == yes


def file_name(title: str) -> str:
    """A title without what file systems refuse."""
    return "".join(c for c in title if c.isalnum() or c in " -_,").strip() or "scenario"


def with_suffix(name: str, chosen: str, known: Sequence[str]) -> Path:
    """The name with an ending that is known: its own, else the one chosen, else the first. What only looks
    like an ending ("at 7.5 min") stays."""
    return Path(name if Path(name).suffix.lower() in known else name + (chosen or known[0]))
