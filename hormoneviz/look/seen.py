"""What a painted view says of the texts and lines that it shows, for whoever checks that they can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class TextSeen:
    """One text as it stands on screen."""

    text: str
    height_px: float
    """of its capital letters, device-independent px"""
    box: QRectF
    """where it is in the widget that shows it, device-independent px"""
    colour: QColor | None = None
    ground: QColor | None = None
    """opaque; None where only the pixels of the box tell"""


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One line of a plot."""

    name: str
    width_px: float
    colour: QColor
    ground: QColor
    box: QRectF
    """where it runs in the widget that shows it, device-independent px"""


@runtime_checkable
class ShowsTexts(Protocol):
    """A view that paints its texts itself."""

    def texts_seen(self) -> Iterable[TextSeen]: ...


@runtime_checkable
class ShowsLines(Protocol):
    """A view that paints curves."""

    def lines_seen(self) -> Iterable[LineSeen]: ...
