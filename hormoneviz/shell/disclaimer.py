"""Disclaimer: what this program is not, one tap away in the corner of the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenuBar, QPushButton

from hormoneviz.shell.about import DISCLAIMER

TEXTS = (DISCLAIMER, "No medical advice", "?")
"""from the longest to the shortest; each opens the same page"""


class Disclaimer(QPushButton):
    """The corner of a menu bar; the menus have the first right to its width."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(TEXTS[0], bar)
        self._bar = bar
        self.setFlat(True)
        self.setAccessibleName(TEXTS[0])
        self.setAccessibleDescription("Opens what this program is and is not")
        self.setToolTip(TEXTS[0])
        bar.setCornerWidget(self)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the longest text that leaves the menus their room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        metrics = self._bar.fontMetrics()
        edge = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        menus = sum(metrics.horizontalAdvance(a.text().replace("&", "")) + edge for a in self._bar.actions())
        room = self._bar.width() - menus
        fitting = (text for text in TEXTS if metrics.horizontalAdvance(text) + edge <= room)
        self.setText(next(fitting, TEXTS[-1]))
        self.adjustSize()
