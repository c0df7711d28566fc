"""The list of keys, generated from the commands: the one place where a person learns them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.session.commands import Command


class KeyHelp(QDialog):
    """A closable list of every command and its keys, grouped as the menus are."""

    def __init__(self, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self.setAccessibleDescription("Every command of the program and the keys that run it")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table = _table(list(commands))
        area.setWidget(table)
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(table.sizeHint().width() + 60, min(720, parent.height() - 40))


def _table(commands: list[Command]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setHorizontalSpacing(32)
    grid.setColumnStretch(1, 1)
    for menu in dict.fromkeys(command.menu for command in commands):
        heading = QLabel(menu)
        heading.setProperty("role", "title")
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for command in (c for c in commands if c.menu == menu and c.keys):
            row = grid.rowCount()
            grid.addWidget(QLabel(command.text), row, 0)
            grid.addWidget(QLabel("  or  ".join(map(_spelled, command.keys))), row, 1)
    return table


def _spelled(key: str) -> str:
    """The key as this system writes it; punctuation by its name, because a lone dot is not seen."""
    names = {".": "Full stop", ",": "Comma", "[": "[", "]": "]"}
    return names.get(key, QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
