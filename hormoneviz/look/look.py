"""Look: everything a view needs to draw itself, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hormoneviz.look import fonts
from hormoneviz.look import theme as themes
from hormoneviz.look import words as languages

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.look.units import GlucoseUnit
    from hormoneviz.look.words import Level, Words


@dataclass(frozen=True, slots=True)
class Look:
    """Theme, words, size of text, font family, reading level, unit of glucose, whether for fingers, and how
    much the pictures may cost."""

    theme: Theme
    words: Words
    text_scale: float
    family: str
    level: Level = "mechanism"
    glucose_unit: GlucoseUnit = "mmol/L"
    touch: bool = False
    """whether everything that can be pressed is large enough for a finger"""
    low_graphics: bool = False
    """whether pictures are to be plain and cheap: the same facts and labels"""

    @classmethod
    def load(
        cls,
        theme: str = "light",
        text_scale: float = 1.0,
        level: Level = "mechanism",
        glucose_unit: GlucoseUnit = "mmol/L",
        touch: bool = False,
        low_graphics: bool = False,
    ) -> Look:
        """The look with the theme of that name; a QGuiApplication must exist, for the fonts."""
        words, family = languages.words(level=level), fonts.install()
        return cls(themes.theme(theme), words, text_scale, family, level, glucose_unit, touch, low_graphics)

    def pixels(self, size: float) -> int:
        """A size given for 100 % text, at this text scale."""
        return round(size * self.text_scale)
