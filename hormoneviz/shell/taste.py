"""Taste: how a person wants things to look and move, as one frozen value, and what the system asks for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hormoneviz.look.look import Look
from hormoneviz.look.units import GlucoseUnit
from hormoneviz.look.words import Level

SYSTEM = ""
"""in place of a theme's name: as the system has it"""


WAYS = ("reduced_motion", "captions", "touch")
"""what a taste says yes or no to; a panel that cares has the method set_<name>"""


@dataclass(frozen=True, slots=True)
class Taste:
    """All that is chosen once, for every scenario."""

    theme: str = SYSTEM
    text_scale: float = 1.0
    level: Level = "mechanism"
    glucose_unit: GlucoseUnit = "mmol/L"
    reduced_motion: bool = False
    captions: bool = False
    """whether the scene is told in words below it"""
    touch: bool = False
    """whether everything that can be pressed is large enough for a finger"""

    @property
    def worn(self) -> str:
        """The name of the theme to wear now."""
        return self.theme or system_theme()

    def look(self) -> Look:
        """What follows for every view; a QGuiApplication must exist."""
        return Look.load(self.worn, self.text_scale, self.level, self.glucose_unit, self.touch)

    @classmethod
    def of(cls, look: Look) -> Taste:
        """The taste that a look shows; its theme is meant, whatever the system has."""
        return cls(look.theme.name, look.text_scale, look.level, look.glucose_unit, touch=look.touch)


def system_theme() -> str:
    """The theme nearest to what the system is set to; light where it does not tell."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
