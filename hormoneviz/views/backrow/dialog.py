"""BackRow: a window as seen from the last row, and beside it what cannot be read there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.look.look import Look
from hormoneviz.views.backrow.failings import Failing, evidence, judged
from hormoneviz.views.backrow.picture import SeenPicture
from hormoneviz.views.backrow.room import Room
from hormoneviz.views.backrow.texts import silent
from hormoneviz.views.slider import DragSlider

KEY: Final = "Ctrl+Shift+B"
_LIGHTS: Final = (3, 5, 7, 10, 15, 25, 50, 100)
"""contrasts of a room to choose from, the brightest room first"""
_NEAREST, _FARTHEST = 2, 12
"""picture heights, chosen by halves"""
_LIST_WIDTH, _LIST_HEIGHT = 360, 150
"""px at 100 % text; the height at least"""


class BackRow(QDialog):
    """The check of one window that is shown; it looks at the window once, when it is made."""

    def __init__(self, window: QWidget, look: Look, owner: QWidget | None = None) -> None:
        """Over the window itself, or over an `owner` where nobody else is to see it."""
        super().__init__(owner or window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self.room = look, Room()
        picture = window.grab().toImage()
        self._evidence = evidence(window, picture)
        unchecked = silent(window)
        self.failings: tuple[Failing, ...] = ()
        """what cannot be read in the room that is chosen"""
        self.picture = SeenPicture(picture, look)
        self.list = QListWidget()
        self._make_controls()
        words = look.words
        self.setWindowTitle(words.say("back_row"))
        self._heading.setProperty("role", "title")
        self.list.setAccessibleName(words.say("back_row_list"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(look.pixels(_LIST_WIDTH))
        self.list.setMinimumHeight(look.pixels(_LIST_HEIGHT))
        self.list.currentRowChanged.connect(self._ring)
        self._silent = QLabel(words.say("back_row_silent", names="; ".join(unchecked)) if unchecked else "")
        self._lay_out()
        self._judge()
        self.resize(window.size().boundedTo(self.screen().availableSize()) * 0.92)

    def _make_controls(self) -> None:
        words = self._look.words
        self._heading, self._light_says, self._distance_says = QLabel(), QLabel(), QLabel()
        self.light = DragSlider(0, len(_LIGHTS) - 1, 1)
        self.distance = DragSlider(2 * _NEAREST, 2 * _FARTHEST, 2)
        self.light.show_value(_LIGHTS.index(round(self.room.contrast)))
        self.distance.show_value(round(2 * self.room.distance))
        for slider in (self.light, self.distance):
            slider.set_by_hand.connect(self._choose)
        self._larger = QCheckBox(words.say("back_row_larger"))
        self._larger.toggled.connect(self.picture.set_larger)

    def _lay_out(self) -> None:
        note = QLabel(self._look.words.say("back_row_note"))
        note.setProperty("role", "muted")
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._heading, self.list, self._silent, self._light_says, self.light,
                       self._distance_says, self.distance, self._larger, note):  # fmt: skip
            column.addWidget(widget, 1 if widget is self.list else 0)
            if isinstance(widget, QLabel):
                widget.setWordWrap(True)
                widget.setMaximumWidth(self.list.width())
                widget.setVisible(widget is not self._silent or bool(widget.text()))
        area = QScrollArea()  # large text in a small window
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(beside)
        area.setFixedWidth(self.list.width() + area.verticalScrollBar().sizeHint().width() + 4)
        right = QVBoxLayout()
        right.addWidget(area, 1)
        right.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.addWidget(self.picture, 1)
        row.addLayout(right)

    def _choose(self, _value: int) -> None:
        contrast, distance = float(_LIGHTS[self.light.value()]), self.distance.value() / 2
        self.room = replace(self.room, contrast=contrast, distance=distance)
        self._judge()

    def _judge(self) -> None:
        """Tell what fails in the room as it is now."""
        words, room = self._look.words, self.room
        self.failings = judged(self._evidence, room)
        self.picture.set_room(room)
        self.picture.ring(None)
        self.list.clear()
        self.list.addItems([failing.told(words) for failing in self.failings])
        phrase = {0: "back_row_all", 1: "back_row_one"}.get(len(self.failings), "back_row_many")
        self._heading.setText(words.say(phrase, n=len(self.failings)))
        self._light_says.setText(words.say("back_row_light", n=f"{room.contrast:g}"))
        needs = f"{100 * room.least_text:g}"
        self._distance_says.setText(words.say("back_row_distance", n=f"{room.distance:g}", needs=needs))
        self.light.setAccessibleName(self._light_says.text())
        self.distance.setAccessibleName(self._distance_says.text())

    def _ring(self, row: int) -> None:
        """Show where in the picture it is."""
        self.picture.ring(self.failings[row].box if 0 <= row < len(self.failings) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened it closes it too."""
        if QKeySequence(event.keyCombination()) == QKeySequence(KEY):
            self.reject()
        else:
            super().keyPressEvent(event)
