"""HallWindow: the hall's picture as a window of its own, full screen, with a bar of buttons only when it is
called: by a key, or with one screen by going to the lower edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.shell.lecture.keys import Keys
from hormoneviz.views.command_buttons import CommandButtons
from hormoneviz.views.hall.view import HallView

_EDGE = 0.03
"""of the height, at the lower edge, where a pointer calls the bar"""
_STAYS = 4000
"""ms that the bar stays once nobody points at it"""
_MARGIN = 8


class HallWindow(QWidget):
    """What stands on the projector."""

    seen = Signal(bool)
    """whether anybody can see it, whenever that changes"""

    def __init__(self, view: HallView, commands: Sequence[Command], shown: Sequence[str], look: Look) -> None:
        """`shown` are the ids of the commands that have a button on the bar."""
        super().__init__()
        self.view = view
        view.setParent(self)
        self._keys = Keys(commands)
        self.bar = QFrame(self)
        self._buttons = CommandButtons([c for c in commands if c.id in shown], self.bar, fingers=True)
        self.bar.setProperty("role", "card")
        self.bar.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self._leave)
        self.setMouseTracking(True)
        for part in (view, *view.findChildren(QWidget)):
            part.setMouseTracking(True)
            part.installEventFilter(self)
        self.resize(1280, 720)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another theme or level; the picture's own size of text follows from its height."""
        self.setWindowTitle(look.words.say("lecture_hall_title"))
        self.view.set_look(look)

    def toggle_bar(self) -> None:
        """Show the buttons, or put them away."""
        if self.bar.isHidden():
            self._call()
        else:
            self.bar.hide()

    def refresh(self) -> None:
        """Enable on the bar what can be done now."""
        self._buttons.refresh()

    def _call(self) -> None:
        self._buttons.refresh()
        self.bar.show()
        self.bar.raise_()
        self._place_bar()
        self._timer.start()

    def _leave(self) -> None:
        if self.bar.underMouse():
            self._timer.start()
        else:
            self.bar.hide()

    def _place_bar(self) -> None:
        width = self.width() - 2 * _MARGIN
        self._buttons.setGeometry(_MARGIN, _MARGIN, width - 2 * _MARGIN, 10)
        high = self._buttons.height() + 2 * _MARGIN
        self.bar.setGeometry(QRect(_MARGIN, self.height() - high - _MARGIN, width, high))

    # --- Qt -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pointer at the lower edge calls the bar, whatever part of the picture it is on."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress) and isinstance(
            watched, QWidget
        ):
            at = watched.mapTo(self, event.position().toPoint())  # type: ignore[attr-defined]
            if at.y() > (1.0 - _EDGE) * self.height() and self.bar.isHidden():
                self._call()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.view.setGeometry(self.rect())
        if not self.bar.isHidden():
            self._place_bar()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.seen.emit(False)
