"""Filming: "Save film ...", from the question to the word at the end; one film at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.film.choice import Choice, Name, choice_in, kind_named
from hormoneviz.shell.film.dialog import FilmDialog
from hormoneviz.shell.film.making import Making
from hormoneviz.shell.film.progress import FilmProgress
from hormoneviz.shell.film.reel import Reel
from hormoneviz.shell.settings import Remembered

_CHOICE, _PLACE = "film", "film_place"


class Window(Protocol):
    """What filming asks of the window."""

    look: Look

    def say(self, message: str) -> None: ...


class Filming:
    """The films of one session."""

    def __init__(self, session: Session, window: Window, widget: QWidget) -> None:
        self._session, self._window, self._widget = session, window, widget
        self.progress: FilmProgress | None = None
        """the film that is being made, if any"""

    def ask(self) -> None:
        """Ask what is wanted and where to, and make it; while one is being made, show that one."""
        if self.progress is not None:
            self.progress.raise_()
            self.progress.activateWindow()
            return
        session, remembered = self._session, Remembered()
        before = choice_in(remembered.choice(_CHOICE), session.speed)
        asked = FilmDialog(session.scenario, self._window.look, before, session.time, self._widget)
        wanted = asked.exec() == QDialog.DialogCode.Accepted
        reel, choice = asked.reel, asked.choice
        asked.deleteLater()
        if wanted:
            remembered.set_choice(_CHOICE, choice.text)
            if out := self._where(reel, choice.kind):
                self.make(out, reel, choice)

    def make(self, out: Path, reel: Reel, choice: Choice) -> None:
        """Make a film; what comes of it is told."""
        making = Making(str(out), reel, kind_named(choice.kind))
        self.progress = FilmProgress(making, self._window.look, self._widget)
        self.progress.ended.connect(self._tell)
        self.progress.begin()

    def _where(self, reel: Reel, kind: Name) -> Path | None:
        """Where the film is to go; None where nobody says, or says no."""
        suffix = "" if kind == "folder" else f".{kind}"
        place = Path(Remembered().choice(_PLACE) or Path.home())
        stem = f"{_file_name(reel.scenario.name)} {reel.start:g} to {reel.until:g} min{suffix}"
        phrase = "film_to_folder" if kind == "folder" else "film_to"
        pattern = "" if kind == "folder" else f"{self._say(f'film_{kind}')} (*{suffix})"
        name, _ = QFileDialog.getSaveFileName(self._widget, self._say(phrase), str(place / stem), pattern)
        if not name:
            return None
        path = Path(name)
        if suffix and path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
            if path.exists() and not self._may_replace(path):
                return None
        Remembered().set_choice(_PLACE, str(path.parent))
        return path

    def _may_replace(self, path: Path) -> bool:
        """The file dialog asked about the name without its ending."""
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        text = self._say("film_replace", file=path.name)
        return QMessageBox.question(self._widget, self._say("film_name"), text, yes | no, no) == yes

    def _tell(self, making: Making) -> None:
        self.progress = None
        if making.written:
            self._window.say(self._say("film_saved", path=making.out))
        elif making.problem:
            QMessageBox.warning(self._widget, self._say("film_failed"), making.problem)
        else:
            self._window.say(self._say("film_cancelled"))

    def _say(self, phrase: str, **gaps: object) -> str:
        return self._window.look.words.say(phrase, **gaps)


def _file_name(title: str) -> str:
    """A title without what file systems refuse."""
    return "".join(c for c in title if c.isalnum() or c in " -_,").strip() or "film"
