"""Palette: everything the program can do, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do."""

    text: str
    hint: str
    """where it is found otherwise: its menu and keys"""
    run: Callable[[], object]


def matching(rows: Sequence[Row], typed: str) -> list[int]:
    """The places of the rows that hold every typed word, those that begin with what was typed first."""
    words = typed.lower().split()
    found = [
        i for i, row in enumerate(rows) if all(word in f"{row.text} {row.hint}".lower() for word in words)
    ]
    return sorted(found, key=lambda i: not rows[i].text.lower().startswith(typed.strip().lower()))


class Palette(QDialog):
    """A line to type in above the list of what matches; Enter runs the one that is marked."""

    def __init__(self, rows: Sequence[Row], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._rows = list(rows)
        self.chosen: Row | None = None
        """what was asked for; None until then, and after Esc"""
        self._line, self._list = QLineEdit(self), QListWidget(self)
        self._line.setPlaceholderText(title)
        self._line.setAccessibleName(title)
        self._list.setAccessibleName(title)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.addWidget(self._line)
        box.addWidget(self._list)
        self._line.textChanged.connect(self.show_matching)
        self._line.returnPressed.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self.resize(min(560, parent.width() - 40), min(480, parent.height() - 40))
        self.show_matching("")

    @property
    def texts(self) -> list[str]:
        """What is offered now, in order."""
        return [self._rows[self._list.item(i).data(_PLACE)].text for i in range(self._list.count())]

    def show_matching(self, typed: str) -> None:
        """Offer what matches."""
        self._list.clear()
        for place in matching(self._rows, typed):
            row = self._rows[place]
            item = QListWidgetItem(f"{row.text}    {row.hint}")
            item.setData(_PLACE, place)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def run(self) -> None:
        """Let a person choose, and do it once this window is gone."""
        self.exec()
        if self.chosen is not None:
            self.chosen.run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the mark while the line keeps the focus."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            row = self._list.currentRow() + step
            self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))

    def _take(self, _item: object = None) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = self._rows[item.data(_PLACE)]
            self.accept()
