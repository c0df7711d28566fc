"""Menus and keys, generated from the rows of commands.

A key with a modifier (or a function key) is a shortcut of the window. A plain key (Space, full stop) acts
only where no control has the focus that wants it for itself: the window hears it when everybody else has let
it pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from hormoneviz.session.commands import Command

ORDER = ("Lecture", "File", "Edit", "Run", "Cell", "Twin", "View", "Help")


ALWAYS = ("PgDown", "PgUp")
"""keys of a clicker: they act wherever the focus is"""


def in_order(*commands: Command) -> tuple[Command, ...]:
    """The commands sorted by menu, within a menu as given; of two that want the same key, the first has
    it."""
    taken: set[str] = set()
    mine: list[Command] = []
    for command in commands:
        keys = tuple(key for key in command.keys if key not in taken)
        taken.update(keys)
        mine.append(command if keys == command.keys else replace(command, keys=keys))
    return tuple(sorted(mine, key=lambda command: ORDER.index(_outer(command))))


class CommandAction(QAction):
    """A command as Qt knows it."""

    def __init__(self, command: Command, window: QMainWindow) -> None:
        super().__init__(command.text, window)
        self.command = command
        self.setObjectName(command.id)
        self.setShortcuts([QKeySequence(key) for key in command.keys if not is_plain(key)])
        if command.keys and not self.shortcuts():
            # Shown only: as a shortcut it would take the key from a focused button.
            self.setText(f"{command.text}\t{command.keys[0]}")
        self.setCheckable(command.checked is not None)
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Enable it if the command can be run now, and tick what holds."""
        self.setEnabled(self.command.enabled is None or self.command.enabled())
        if self.command.checked is not None:
            self.setChecked(self.command.checked())

    def _run(self) -> None:
        # Asked again: a shortcut comes without the menu having been opened, and refreshed, before.
        if self.command.enabled is None or self.command.enabled():
            self.command.run()


class Menus:
    """The window's menu bar and its keys."""

    def __init__(self, window: QMainWindow, commands: Sequence[Command]) -> None:
        used = {_outer(command) for command in commands}
        self._menus = {name: window.menuBar().addMenu(f"&{name}") for name in ORDER if name in used}
        self._actions = [CommandAction(command, window) for command in commands]
        self._plain: dict[str, CommandAction] = {}
        for action in self._actions:
            self._menu_of(action.command).addAction(action)
            for key in filter(is_plain, action.command.keys):
                self._plain[QKeySequence(key).toString()] = action
        for menu in self._menus.values():
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self._enable)

    def menu(self, name: str) -> QMenu:
        """A menu, for what is no command: a list of files, say."""
        return self._menus[name]

    def _menu_of(self, command: Command) -> QMenu:
        """The menu, or the menu within a menu, where a command belongs."""
        if command.menu not in self._menus:
            outer, _, inner = command.menu.partition("/")
            self._menus[command.menu] = self._menus[outer].addMenu(inner)
        return self._menus[command.menu]

    def refresh(self) -> None:
        """Enable what can be done now."""
        for action in self._actions:
            action.refresh()

    def _enable(self) -> None:
        """What could not be done when the menu was open may be possible by now; a command asks again."""
        for action in self._actions:
            action.setEnabled(True)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Run the command of a plain key that nobody else wanted; say whether there was one."""
        keys = [QKeySequence(event.keyCombination()).toString()]
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and not event.text().isalpha():
            keys.append(QKeySequence(event.key()).toString())  # a "+" that takes Shift on this keyboard
        action = next((self._plain[key] for key in keys if key in self._plain), None)
        if action is not None:
            action.setEnabled(True)  # a menu may have been shown when it was not
            action.trigger()
        return action is not None


def is_plain(key: str) -> bool:
    """Whether a key stands alone: no modifier, no function key, none that acts everywhere."""
    function = key.startswith("F") and key[1:].isdigit()
    return "+" not in key[:-1] and not function and key not in ALWAYS


def _outer(command: Command) -> str:
    """The menu of the menu bar in which a command is found."""
    return command.menu.partition("/")[0]
