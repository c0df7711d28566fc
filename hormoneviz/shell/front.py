"""Front: the main panel with what lies over it, and the strips below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

LEAST_FRONT = 4.0
"""times the height of a strip; where the main panel and strip have less together, the strip goes"""


class Front(QWidget):
    """The main panel and whatever lies over it."""

    resized = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._below = QWidget(self)
        """what text there is under the panel"""
        column, self._lines = QVBoxLayout(self), QVBoxLayout(self._below)
        for layout in (column, self._lines):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(panel, 1)
        column.addWidget(self._below)

    def put_below(self, line: QWidget) -> None:
        """A line of text under the panel, which gives it room."""
        self._lines.addWidget(line)

    def set_bare(self, bare: bool) -> None:
        """Hide what is below the panel, or let it be seen again."""
        self._below.setVisible(not bare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what lies over the panel to find its place again."""
        super().resizeEvent(event)
        self.resized.emit()


class Left(QWidget):
    """The main panel above its strips, which give way where they would leave it too little."""

    def __init__(self, front: QWidget, strips: Sequence[QWidget]) -> None:
        super().__init__()
        self._strips = strips
        self._bare = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(front, 1)
        for strip in strips:
            layout.addWidget(strip)

    def set_bare(self, bare: bool) -> None:
        """Hide the strips, or let them be seen again."""
        self._bare = bare
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for strip in self._strips:
            strip.setVisible(not self._bare and self.height() > LEAST_FRONT * strip.sizeHint().height())
