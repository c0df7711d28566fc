"""Priority: in a lecture the lecture's keys act whatever was clicked last.

A slider that was moved with the mouse would take Right for itself, a list B.  Only a text field keeps its
keys, and whoever walks to a control by Tab works it by keys: the arrows are then the control's.  Esc is
everybody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hormoneviz.session.commands import Command
from hormoneviz.shell.lecture.keys import Keys

_WRITTEN_IN = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OF_CONTROLS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Priority(QObject):
    """Hears every key of the program's windows before they do."""

    def __init__(self, commands: Sequence[Command], windows: Sequence[QWidget], parent: QObject) -> None:
        """`windows` are those in which the keys act, with all that stands over them and asks for nothing."""
        super().__init__(parent)
        self._keys, self._windows = Keys(commands), tuple(windows)
        self._by_tab = False
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def stop(self) -> None:
        """Let the keys go their way."""
        self._windows = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._by_tab = event.reason() in _BY_TAB
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._is_ours(watched, event)
        ):
            return self._keys.pressed(event)
        return False

    def _is_ours(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key that somebody is about to hear belongs to the lecture."""
        if not isinstance(watched, QWidget) or isinstance(watched, _WRITTEN_IN):
            return False
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return False
        if event.key() == Qt.Key.Key_Escape or (self._by_tab and event.key() in _OF_CONTROLS):
            return False
        window = watched.window()
        return window in self._windows or window.parentWidget() in self._windows
