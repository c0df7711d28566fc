"""Segments: a row of joined buttons of which one is chosen, such as low / normal / high."""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix

_NAME = "choice"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""absolute: a label may have its icon after the word by being laid out from right to left"""

_SHEET = Template("""
QToolButton { padding: 0 1px; }
QPushButton[segment="first"], QPushButton[segment="middle"], QPushButton[segment="last"] {
    border-radius: 0; padding: 0 ${pad}px; min-width: ${least}px; }
QPushButton[segment="middle"], QPushButton[segment="last"] { margin-left: -1px; }
QPushButton[segment="first"] {
    border-top-left-radius: ${corner}px; border-bottom-left-radius: ${corner}px; }
QPushButton[segment="last"] {
    border-top-right-radius: ${corner}px; border-bottom-right-radius: ${corner}px; }
QSlider::sub-page:horizontal:disabled { background: $faded; }
QSlider::handle:horizontal:disabled { border-color: $faded; }
""")


def sheet(look: Look) -> str:
    """The shape of joined and of icon buttons, for whatever holds them; the rest is the program's sheet."""
    theme = look.theme
    faded = mix(theme.colour("surface"), theme.colour("outline"), 0.6).name()
    sizes = {"pad": 7, "least": 30 if look.touch else 18, "corner": 8}
    return _SHEET.substitute({name: look.pixels(size) for name, size in sizes.items()}, faded=faded)


def stack_where_narrow(box: QBoxLayout, width: int) -> None:
    """The parts of a box side by side, or one above the other where they do not fit into that width (px)."""
    box.setDirection(QBoxLayout.Direction.LeftToRight)
    if box.sizeHint().width() > width:
        box.setDirection(QBoxLayout.Direction.TopToBottom)


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label


class Segments(QWidget):
    """One choice out of a few, each a button of its own for touch, keyboard and screen reader."""

    chosen = Signal(str)
    """a person has chosen; never emitted by `show_choice`"""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
        about: QWidget | None = None,
    ) -> None:
        """`choices` are (name, text, description); `about` stands in the label's place, where given."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.label = about or _muted(label, self)
        self.setAccessibleName(label)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 if about else 6)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._box.addWidget(self.label, 0, LEFT)
        self._box.addLayout(row)
        for i, (name, text, description) in enumerate(choices):
            button = self._button(name, text, description, label)
            button.setProperty(
                "segment", "first" if i == 0 else "last" if i == len(choices) - 1 else "middle"
            )
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def fit(self, width: int) -> None:
        """The label before the buttons, or above them where both do not fit into that width (px)."""
        stack_where_narrow(self._box, width)

    def show_choice(self, name: str) -> None:
        """Show what is the case, without saying that somebody chose it; an unknown name shows none."""
        buttons = self.buttons()
        self._group.setExclusive(False)
        for button in buttons:
            button.setChecked(button.property(_NAME) == name)
        self._group.setExclusive(True)
        # As in any group, Tab comes to the chosen one (or the first) and arrow keys go on from there.
        reached = self._group.checkedButton() or buttons[0]
        for button in buttons:
            strong = Qt.FocusPolicy.StrongFocus
            button.setFocusPolicy(strong if button is reached else Qt.FocusPolicy.ClickFocus)

    def buttons(self) -> list[QAbstractButton]:
        """The buttons of all choices, in their order."""
        return self._group.buttons()

    def button(self, name: str) -> QAbstractButton:
        """The button of a choice; StopIteration where there is none."""
        return next(b for b in self.buttons() if b.property(_NAME) == name)

    def _button(self, name: str, text: str, description: str, label: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setProperty(_NAME, name)
        button.setAccessibleName(f"{label}: {text}")
        button.setAccessibleDescription(description)
        button.setToolTip(description)
        self._group.addButton(button)
        return button

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.property(_NAME))
