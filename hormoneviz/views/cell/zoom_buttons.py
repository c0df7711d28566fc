"""ZoomButtons: nearer, farther and whole, at the scene's right edge, for those without a wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from hormoneviz.views import icons
from hormoneviz.views.cell.camera import NEAREST

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from hormoneviz.look.look import Look
    from hormoneviz.views.cell.steering import Steering

SIDE, TOUCH_SIDE = 32, 44
"""px a side at 100 % text, for a mouse and for a finger"""
_MARGIN = 8


class ZoomButtons(QWidget):
    """Three square buttons, one above the other."""

    def __init__(self, parent: QWidget, look: Look, steering: Steering) -> None:
        super().__init__(parent)
        self._host = parent
        self._side = SIDE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        for name, act in (
            ("zoom_in", steering.zoom_in), ("zoom_out", steering.zoom_out), ("zoom_whole", steering.whole),
        ):  # fmt: skip
            button = self._buttons[name] = QToolButton()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            column.addWidget(button)
        self.set_look(look)
        self.show_zoom(1.0)

    def set_look(self, look: Look) -> None:
        """Words, colours and size of another look."""
        self._look = look
        side, text = look.pixels(self._side), look.theme.colour("text")
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

    def place(self, note: QRectF) -> None:
        """Stand at the parent's right edge, above the note in the corner."""
        right = self._host.width() - self.width() - _MARGIN
        self.move(right, round(note.top()) - self.height() - _MARGIN)
