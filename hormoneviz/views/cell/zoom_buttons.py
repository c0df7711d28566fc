"""ZoomButtons: nearer, farther and whole, at the scene's lower right, for those without a wheel."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hormoneviz.views import icons
from hormoneviz.views.cell.camera import NEAREST
from hormoneviz.views.cell.clock import note_box
from hormoneviz.views.cell.places import unit_of

if TYPE_CHECKING:
    from hormoneviz.look.look import Look
    from hormoneviz.views.cell.steering import Steering

SIDE, TOUCH_SIDE = 32, 44
"""px a side at 100 % text, for a mouse and for a finger"""
_MARGIN, _BETWEEN = 8, 4
_NAMES = ("zoom_in", "zoom_out", "zoom_whole")


def side_of(look: Look, side: int) -> int:
    """Of a button, px.  It holds no text, and would hide the cell if it grew as text does."""
    return round(side * sqrt(look.text_scale))


def buttons_box(look: Look, width: float, note: QRectF, side: int) -> QRectF:
    """Where the buttons stand in a scene of that width, above the note in its corner: a row, because what
    lies there is low and wide (myofibrils, lipid droplet)."""
    one = side_of(look, side)
    wide = len(_NAMES) * (one + _BETWEEN) - _BETWEEN
    return QRectF(width - wide - _MARGIN, round(note.top()) - one - _MARGIN, wide, one)


class ZoomButtons(QWidget):
    """Three square buttons, side by side."""

    def __init__(self, parent: QWidget, look: Look, steering: Steering) -> None:
        super().__init__(parent)
        self._host = parent
        self._side = SIDE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        self._buttons: dict[str, QToolButton] = {}
        acts = (steering.zoom_in, steering.zoom_out, steering.whole)
        for name, act in zip(_NAMES, acts, strict=True):
            button = self._buttons[name] = QToolButton()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            row.addWidget(button)
        self.set_look(look)
        self.show_zoom(1.0)

    def set_look(self, look: Look) -> None:
        """Words, colours and size of another look."""
        self._look = look
        side, text = side_of(look, self._side), look.theme.colour("text")
        faded = look.theme.colour("text_muted", 0.5)
        for name, button in self._buttons.items():
            # The sheet's padding would make them wider than high.
            button.setStyleSheet(f"padding: 0; min-width: {side - 2}px; min-height: {side - 2}px;")
            button.setIcon(icons.icon(name, text, faded, side * 5 // 8))
            button.setIconSize(QSize(side * 5 // 8, side * 5 // 8))
            button.setFixedSize(side, side)
            button.setToolTip(look.words.say(name))
            button.setAccessibleName(look.words.say(name))
        self.adjustSize()

    def set_side(self, side: int) -> None:
        """How large they are, px at 100 % text."""
        self._side = side
        self.set_look(self._look)

    def show_zoom(self, zoom: float) -> None:
        """Only what can be done is offered."""
        self._buttons["zoom_in"].setEnabled(zoom < NEAREST)
        for name in ("zoom_out", "zoom_whole"):
            self._buttons[name].setEnabled(zoom > 1.0)

    def box(self) -> QRectF:
        """Where they stand in the parent as it is now, px."""
        return buttons_box(self._look, self._host.width(), self._note(), self._side)

    def corner(self) -> QRectF:
        """What they and the note below them take, px."""
        return self.box().united(self._note())

    def place(self) -> None:
        """Go there."""
        self.setGeometry(self.box().toRect())

    def _note(self) -> QRectF:
        size = self._host.width(), self._host.height()
        return note_box(self._look, *size, unit_of(*size))
