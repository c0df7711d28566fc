"""Desk: the commands that need the window: files, pictures, preferences, full screen, help."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from hormoneviz import resources
from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.scenario_file import read_scenario, write_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.shell.about import About
from hormoneviz.shell.backrow import back_row_command
from hormoneviz.shell.picture import picture, png, scenario_in
from hormoneviz.shell.preferences import Preferences
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.wardrobe import Wardrobe

SCENARIOS = "Scenarios (*.toml)"
OPENED = "Scenarios, and pictures that carry one (*.toml *.png *.apng)"
SUFFIXES = (".toml", ".png", ".apng")
PICTURES = "Pictures (*.png)"


class Window(Protocol):
    """What the desk asks of the window."""

    look: Look
    wardrobe: Wardrobe

    def toggle_full_screen(self) -> None: ...
    def toggle_bare(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_palette(self) -> None: ...
    def show_tour(self) -> None: ...
    def say(self, message: str) -> None: ...
    def scene_size(self) -> QSize: ...


class Desk:
    """File dialogs and settings around one session."""

    def __init__(self, session: Session, window: Window, widget: QWidget) -> None:
        self._session = session
        self._window = window
        self._widget = widget
        self._path: Path | None = None

    def commands(self) -> tuple[Command, ...]:
        """The rows of the window's own commands."""
        window = self._window
        return (
            Command("open", "Open scenario …", ("Ctrl+O",), "File", self.open),
            Command("save", "Save scenario …", ("Ctrl+S",), "File", self.save),
            Command("picture", "Save picture …", ("Ctrl+Shift+S",), "File", self.save_picture),
            Command("copy", "Copy picture", ("Ctrl+Shift+C",), "File", self.copy_picture),
            Command("quit", "Quit", ("Ctrl+Q",), "File", self._quit),
            Command("preferences", "Preferences …", ("Ctrl+,",), "Edit", self.show_preferences),
            Command("full", "Full screen", ("F11",), "View", window.toggle_full_screen),
            Command("bare", "Cell alone", ("F9",), "View", window.toggle_bare),
            back_row_command(window, self._widget),
            Command("palette", "Find anything …", ("Ctrl+K",), "Help", window.show_palette),
            Command("tour", "Tour in five steps", ("Shift+F2",), "Help", window.show_tour),
            Command("keys", "Keys", ("F1",), "Help", window.show_keys),
            Command("about", "About, and disclaimer", ("Shift+F1",), "Help", self.show_about),
        )

    def open(self) -> None:
        """Ask for a scenario file and put it on stage."""
        name, _ = QFileDialog.getOpenFileName(self._widget, "Open scenario", self._folder(), OPENED)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Put the scenario of a file, or of a picture that carries one, on stage; a bad one is told and
        changes nothing."""
        time = 0.0
        try:
            if path.suffix.lower() in (".png", ".apng"):
                scenario, time = scenario_in(path)
            else:
                scenario = read_scenario(path)
        except BadInput as error:
            self._tell("This scenario cannot be opened", error)
            return
        self._path = path if path.suffix.lower() == ".toml" else None
        self._session.load(scenario)
        self._session.seek(time)
        if not path.is_relative_to(resources.path("scenarios")):
            Remembered().opened(path)

    def save(self) -> None:
        """Ask where to and save the scenario, every toggle included."""
        suggested = self._path or Path(self._folder()) / f"{_file_name(self._session.scenario.name)}.toml"
        name, _ = QFileDialog.getSaveFileName(self._widget, "Save scenario", str(suggested), SCENARIOS)
        if name:
            self.save_file(_with_suffix(name, ".toml"))

    def save_file(self, path: Path) -> None:
        """Save the scenario to a file; a failure is told, and an old file stays whole."""
        try:
            write_scenario(self._session.scenario, path)
        except OutputFailed as error:
            self._tell("The scenario was not saved", error)
            return
        self._path = path
        Remembered().opened(path)
        self._window.say(f"Saved {path}")

    def save_picture(self) -> None:
        """Ask where to and save the scene as a picture."""
        stem = f"{_file_name(self._session.scenario.name)} at {self._session.time:g} min.png"
        name, _ = QFileDialog.getSaveFileName(
            self._widget, "Save picture", str(Path(self._folder()) / stem), PICTURES
        )
        if name:
            self.save_picture_file(_with_suffix(name, ".png"))

    def save_picture_file(self, path: Path) -> None:
        """Save the scene, as large as it is on screen, with the scenario inside."""
        data = png(self._picture(), self._session.scenario, self._session.time)
        try:
            write_whole(path, data)
        except OutputFailed as error:
            self._tell("The picture was not saved", error)
            return
        self._window.say(f"Saved {path}")

    def copy_picture(self) -> None:
        """Put the scene on the clipboard."""
        QGuiApplication.clipboard().setImage(self._picture())
        self._window.say("The picture is on the clipboard")

    def show_preferences(self) -> None:
        """Show what can be chosen once for all scenarios."""
        Preferences(self._session, self._window.wardrobe, self._widget).exec()

    def show_about(self) -> None:
        """Show what this is and the disclaimer."""
        About(self._widget).exec()

    def _picture(self) -> QImage:
        session, window = self._session, self._window
        return picture(session.frame, window.scene_size(), window.look, session.scenario)

    def _folder(self) -> str:
        return str(self._path.parent if self._path else Path.home())

    def _tell(self, title: str, error: Exception) -> None:
        QMessageBox.warning(self._widget, title, str(error))

    def _quit(self) -> None:
        self._widget.close()


def _file_name(title: str) -> str:
    """A title without what file systems refuse."""
    return "".join(c for c in title if c.isalnum() or c in " -_,").strip() or "scenario"


def _with_suffix(name: str, suffix: str) -> Path:
    path = Path(name)
    return path if path.suffix else path.with_suffix(suffix)
