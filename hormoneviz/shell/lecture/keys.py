"""Keys of a window that has no menus: each runs the first command that asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hormoneviz.session.commands import Command

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Keys:
    """All keys of some commands."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._runs: dict[str, Command] = {}
        for command in commands:
            for key in command.keys:
                self._runs.setdefault(QKeySequence(key).toString(), command)

    def pressed(self, event: QKeyEvent) -> bool:
        """Run the command of a key; say whether there was one."""
        modifiers = event.modifiers() & ~_KEYPAD
        command = self._runs.get(QKeySequence(event.key() | modifiers.value).toString())
        if command is None:
            return False
        if command.enabled is None or command.enabled():
            command.run()
        return True
