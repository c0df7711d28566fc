"""Shelf: a panel that takes at most its share of the height and scrolls beyond (large text, small screen)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Shelf(QScrollArea):
    """As high as its panel, but never higher than its room."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self._room = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        panel.installEventFilter(self)

    def set_room(self, height: int) -> None:
        """Say how high it may be."""
        self._room = height
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the panel, which grows when its rows wrap."""
        if watched is self._panel and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        wanted = max(self._panel.minimumHeight(), self._panel.minimumSizeHint().height())
        self.setFixedHeight(min(wanted, self._room))
