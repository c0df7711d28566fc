"""Filters: four choices and a line to type in, which together say what claims are wanted."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.exchange.claims.library import claims
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.views.claims.search import GRADES, HORMONES, SPANS, STATUSES, TISSUES, Wanted

_ACROSS = 360
"""px at 100 % text from which all choices stand in one row"""
_LETTERS = 3
"""the least room of a choice; its list is as wide as its longest"""
_Rows = list[tuple[str, str]]
"""(value, text) of each choice; without a text, a line between two groups"""


class Filters(QWidget):
    """What is wanted."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.more, self.all = QPushButton(self), QPushButton(self)
        self.boxes = {name: QComboBox(self) for name in ("topic", "evidence", "tissue", "time")}
        self._grid = QGridLayout()
        self._arrange()
        self.more.setCheckable(True)
        self.line.textChanged.connect(self._typed)
        self.more.toggled.connect(self._show_boxes)
        self.all.clicked.connect(self.reset)
        for box in self.boxes.values():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.currentIndexChanged.connect(self._typed)
        self.set_look(look)

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        chosen = {name: box.currentData() or "" for name, box in self.boxes.items()}
        return Wanted(text=self.line.text(), **chosen)

    def set_look(self, look: Look) -> None:
        """Other words or sizes; what is asked for stays."""
        self._look = look
        say = look.words.say
        self.line.setPlaceholderText(say("claims_find"))
        self.line.setAccessibleName(say("claims_find"))
        self.more.setText(say("claims_filter"))
        self.more.setToolTip(say("claims_filter_help"))
        self.more.setAccessibleDescription(say("claims_filter_help"))
        self.all.setText(say("claims_clear"))
        choices = _choices(look.words)
        for name, box in self.boxes.items():
            box.setAccessibleName(say(f"claims_{name}_help"))
            box.setToolTip(say(f"claims_{name}_help"))
            with QSignalBlocker(box):
                _fill(box, [("", say(f"claims_{name}")), *choices[name]])
        self.fit(self.width())

    def choose(self, name: str, value: str) -> None:
        """Ask for a value of one of the choices; "" for any."""
        box = self.boxes[name]
        box.setCurrentIndex(box.findData(value))

    def reset(self) -> None:
        """Ask for nothing."""
        with QSignalBlocker(self):
            self.line.clear()
            for box in self.boxes.values():
                box.setCurrentIndex(0)
        self._typed()

    def fit(self, width: int) -> None:
        """The choices in one row, or two by two where the width (px) is less."""
        columns = 4 if width >= self._look.pixels(_ACROSS) else 2
        for i, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, i // columns, i % columns)

    def _typed(self, _what: object = None) -> None:
        self.all.setVisible(not self.wanted.anything)
        self.changed.emit()

    def _show_boxes(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setVisible(on)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.all)
        row.addWidget(self.more)
        self.all.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(self._grid)
        self._show_boxes(False)


def _choices(words: Words) -> dict[str, _Rows]:
    themes = sorted({claim.theme for claim in claims().values()})
    return {
        "topic": [
            *((name, name) for name in HORMONES),
            ("", ""),
            *((name, words.say(f"claims_theme_{name}")) for name in themes),
        ],
        "evidence": [
            *((name, words.say(f"grade_{name}")) for name in GRADES),
            ("", ""),
            *((name, words.say(f"claims_status_{name}")) for name in STATUSES),
        ],
        "tissue": [(name, name) for name in TISSUES],
        "time": [(name, name) for name in SPANS],
    }


def _fill(box: QComboBox, rows: _Rows) -> None:
    """Other rows, with the same one chosen."""
    before = box.currentData() or ""  # None would find the line between the groups
    box.clear()
    for value, text in rows:
        if text:
            box.addItem(text, value)
        else:
            box.insertSeparator(box.count())
    box.setCurrentIndex(max(box.findData(before), 0))
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.verticalScrollBar().sizeHint().width())
