"""Shelf: a panel that takes at most its share of the height and scrolls beyond (large text, small screen)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_ANY = 16_777_215
"""px, what Qt calls QWIDGETSIZE_MAX and PySide does not hand out"""


class Shelf(QScrollArea):
    """As high as its panel, but never higher than its room."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._room: int | None = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)

    def set_room(self, height: int | None) -> None:
        """Say how high (px) it may be; None where somebody else decides its height."""
        self._room = height
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow the panel, which asks for another height when its rows wrap."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        panel = self.widget()
        if self._room is None:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_ANY)
        elif panel is not None:
            wanted = max(panel.minimumHeight(), panel.minimumSizeHint().height())
            self.setFixedHeight(min(wanted, self._room))
