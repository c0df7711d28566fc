"""Buttons made from rows of commands, in lines that wrap: one tap for everything that a key does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hormoneviz.session.commands import Command
from hormoneviz.views.flow import FlowLayout


class CommandButton(QPushButton):
    """One command."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.text)
        self.command = command
        self.setCheckable(command.checked is not None)
        keys = ", ".join(command.keys)
        self.setToolTip(f"{command.text} ({keys})" if keys else command.text)
        self.setAccessibleName(command.text)
        # Reached by Tab, never focused by a click: the keys of a clicker go on to the window.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._run)
        self.refresh()

    def refresh(self) -> None:
        """Enable it if the command can be run now, and press it in while what it says holds."""
        command = self.command
        self.setEnabled(command.enabled is None or command.enabled())
        if command.checked is not None:
            self.setChecked(command.checked())

    def _run(self) -> None:
        self.command.run()
        self.refresh()


class CommandButtons(QWidget):
    """All of them, as high as their lines at the present width."""

    def __init__(
        self, commands: Sequence[Command], parent: QWidget | None = None, fingers: bool = False
    ) -> None:
        """`fingers`: large, whether or not the rest of the program is."""
        super().__init__(parent)
        self.buttons = [CommandButton(command) for command in commands]
        self._flow = FlowLayout(self, across=6, down=6)
        for button in self.buttons:
            button.setProperty("role", "finger" if fingers else "")
            self._flow.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def refresh(self) -> None:
        """Enable what can be done now."""
        for button in self.buttons:
            button.refresh()

    def button(self, name: str) -> CommandButton:
        """The button of a command by its id."""
        return next(button for button in self.buttons if button.command.id == name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._flow.height_at(self.width()))
