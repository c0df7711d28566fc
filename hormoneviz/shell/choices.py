"""What panels show by a person's choice: kept as words of their own, and given back at the next start."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from hormoneviz.shell.settings import Remembered


def keep_choices(panels: Iterable[QWidget], remembered: Remembered) -> None:
    """Ask every panel that has something to keep."""
    for panel in panels:
        kept = getattr(panel, "kept", None)
        if kept is not None:
            remembered.set_choice(type(panel).__name__, kept())


def recall_choices(panels: Iterable[QWidget], remembered: Remembered) -> None:
    """Tell each of them what it kept; it passes over what it does not know."""
    for panel in panels:
        recall = getattr(panel, "recall", None)
        if recall is not None:
            recall(remembered.choice(type(panel).__name__))
