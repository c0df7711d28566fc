"""ChipRow: which of several things a panel shows, as a row of buttons; what has no room is in a menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from hormoneviz.look.look import Look

_GAP = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be shown or not, in words."""

    name: str
    label: str
    short: str
    help: str


@dataclass(frozen=True, slots=True)
class MenuWords:
    """What stands on the menu's button: where some chips have room, where none has; and what it is for."""

    more: str
    all: str
    help: str


class ChipRow(QWidget):
    """A row of buttons that can be on or off, and "More"."""

    chosen = Signal(str, bool)
    """a person wants something shown, or no longer"""

    def __init__(self, look: Look, choices: Sequence[Choice], words: MenuWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        # One action stands behind a chip and its line in the menu.
        self._actions = {choice.name: self._action(choice) for choice in choices}
        self._chips = {name: self._chip(action) for name, action in self._actions.items()}
        self._more, self._all = self.menu_button(words.help)
        self._more.setText(words.all)
        self._all.addActions(list(self._actions.values()))
        self._offered = tuple(self._actions)
        self._tail: tuple[QWidget, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for button in (*self._chips.values(), self._more):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """The sizes of another look; colours come with the program's style sheet."""
        self.setStyleSheet(
            f"QToolButton {{ padding: 0 {look.pixels(4)}px; min-width: {look.pixels(20)}px; }}"
            'QToolButton[chip="true"]:checked { font-weight: 600; }'
            "QToolButton::menu-indicator { image: none; }"
        )
        self.fit()

    def show_chosen(self, names: Iterable[str]) -> None:
        """Show what is the case, without saying that somebody chose it."""
        on = set(names)
        for name, action in self._actions.items():
            with QSignalBlocker(self):
                action.setChecked(name in on)

    def offer(self, names: Sequence[str]) -> None:
        """Only these can be chosen now."""
        if tuple(names) != self._offered:
            self._offered = tuple(names)
            for name, action in self._actions.items():
                action.setVisible(name in names)
            self.fit()

    def say(self, choices: Iterable[Choice]) -> None:
        """Other words for the same choices."""
        for choice in choices:
            _word(self._actions[choice.name], choice)
            self._chips[choice.name].setAccessibleDescription(choice.help)
        self.fit()

    def action(self, name: str) -> QAction:
        """What stands behind a chip."""
        return self._actions[name]

    def actions_offered(self) -> list[QAction]:
        """What stands behind all chips; those not offered are not visible."""
        return list(self._actions.values())

    def menu(self, parent: QWidget) -> QMenu:
        """All that can be chosen here, as a menu."""
        menu = QMenu(parent)
        menu.addActions(list(self._actions.values()))
        return menu

    def menu_button(self, name: str) -> tuple[QToolButton, QMenu]:
        """A button of this row's kind that opens a menu, and the menu."""
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        button.setToolTip(name)
        menu = QMenu(button)
        button.setMenu(menu)
        return button, menu

    def add_at_end(self, widget: QWidget) -> None:
        """Something that always stands at the right."""
        self._row.addWidget(widget)
        self._tail = (*self._tail, widget)
        self.fit()

    def fit(self) -> None:
        """As many chips as the width allows; the rest are found under "More"."""
        widths = [self._chips[name].sizeHint().width() + _GAP for name in self._offered]
        room = self.width() - sum(w.sizeHint().width() + _GAP for w in self._tail if not w.isHidden())
        all_fit = sum(widths) <= room
        room -= 0 if all_fit else self._more.sizeHint().width() + _GAP
        self._more.setVisible(not all_fit)
        fit = 0
        while fit < len(widths) and sum(widths[: fit + 1]) <= room:
            fit += 1
        for name, chip in self._chips.items():
            chip.setVisible(name in self._offered[:fit])
        self._more.setText(self._words.more if fit else self._words.all)

    def _action(self, choice: Choice) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setObjectName(choice.name)
        _word(action, choice)
        action.toggled.connect(self._toggled)
        return action

    def _chip(self, action: QAction) -> QToolButton:
        chip = QToolButton(self)
        chip.setDefaultAction(action)
        chip.setProperty("chip", True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleDescription(action.toolTip())
        return chip

    def _toggled(self, on: bool) -> None:
        self.chosen.emit(self.sender().objectName(), on)

    def minimumSizeHint(self) -> QSize:
        """Room for the menus: chips that are shown shall not keep the window from growing narrower."""
        least = [button.sizeHint() for button in (self._more, *self._tail)]
        return QSize(sum(size.width() + _GAP for size in least), max(size.height() for size in least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()


def _word(action: QAction, choice: Choice) -> None:
    action.setText(choice.label)
    action.setIconText(choice.short)
    action.setToolTip(choice.help)
