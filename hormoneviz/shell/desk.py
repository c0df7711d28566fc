"""Desk: the commands that need the window: files, what is taken away, preferences, full screen, help."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from hormoneviz import resources
from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.exchange.scenario_file import write_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.shell.about import About
from hormoneviz.shell.backrow import back_row_command
from hormoneviz.shell.film.filming import Filming
from hormoneviz.shell.opening import OPENED, opened
from hormoneviz.shell.preferences import Preferences
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.takeaway import Takeaway, file_name
from hormoneviz.shell.wardrobe import Wardrobe

SCENARIOS = "Scenarios (*.toml)"


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
        self.takeaway = Takeaway(session, widget, self._scene, window.say)
        self.filming = Filming(session, window, widget)

    def commands(self) -> tuple[Command, ...]:
        """The rows of the window's own commands."""
        window = self._window
        return (
            Command("open", "Open scenario …", ("Ctrl+O",), "File", self.open),
            Command("save", "Save scenario …", ("Ctrl+S",), "File", self.save),
            Command("picture", "Save picture …", ("Ctrl+Shift+S",), "File", self.save_picture),
            Command("film", "Save film …", ("Ctrl+Shift+F",), "File", self.filming.ask),
            Command("curves", "Save curves …", ("Ctrl+Shift+E",), "File", self.save_curves),
            Command("copy", "Copy picture", ("Ctrl+Shift+C",), "File", self.takeaway.copy_picture),
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
        """Put the scenario of a file, or of an export that carries one, on stage; a bad one is told and
        changes nothing."""
        try:
            scenario, time = opened(path)
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
        suggested = self._path or Path(self._folder()) / f"{file_name(self._session.scenario.name)}.toml"
        name, _ = QFileDialog.getSaveFileName(self._widget, "Save scenario", str(suggested), SCENARIOS)
        if name:
            self.save_file(Path(name) if Path(name).suffix else Path(f"{name}.toml"))

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
        """Ask where to and save the scene as a picture with its words."""
        if path := self.takeaway.ask_for_picture(self._folder()):
            self.takeaway.save_picture(path)

    def save_curves(self) -> None:
        """Ask where to and save the curves of the experiment as a table."""
        if path := self.takeaway.ask_for_curves(self._folder()):
            self.takeaway.save_curves(path)

    def show_preferences(self) -> None:
        """Show what can be chosen once for all scenarios."""
        Preferences(self._session, self._window.wardrobe, self._widget).exec()

    def show_about(self) -> None:
        """Show what this is and the disclaimer."""
        About(self._widget).exec()

    def _scene(self) -> tuple[Look, QSize]:
        return self._window.look, self._window.scene_size()

    def _folder(self) -> str:
        return str(self._path.parent if self._path else Path.home())

    def _tell(self, title: str, error: Exception) -> None:
        QMessageBox.warning(self._widget, title, str(error))

    def _quit(self) -> None:
        self._widget.close()
