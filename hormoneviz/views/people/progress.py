"""Progress: a thin line that fills; its place stays when it is hidden."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from hormoneviz.look.look import Look

_SHEET = """
QProgressBar {{ background: transparent; border: none; }}
QProgressBar::chunk {{ background: {accent}; }}
"""
_STEPS = 1000
_HEIGHT = 3
"""px"""


class Progress(QProgressBar):
    """Of work that somebody waits for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Another theme or language level."""
        self.setStyleSheet(_SHEET.format(accent=look.theme.colour("accent").name()))
        self.setAccessibleName(look.words.say("people_progress"))

    def show_share(self, progress: float) -> None:
        """How far the work is, 0 to 1."""
        self.setValue(round(_STEPS * progress))
