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
    """Theme, words, size of text, font family, reading level, unit of glucose, and whether for fingers."""

    theme: Theme
    words: Words
    text_scale: float
    family: str
    level: Level = "mechanism"
    glucose_unit: GlucoseUnit = "mmol/L"
    touch: bool = False
    """whether everything that can be pressed is large enough for a finger"""

    @classmethod
    def load(
        cls,
        theme: str = "light",
        text_scale: float = 1.0,
        level: Level = "mechanism",
        glucose_unit: GlucoseUnit = "mmol/L",
        touch: bool = False,
    ) -> Look:
        """The look with the theme of that name; a QGuiApplication must exist, for the fonts."""
        words = languages.words(level=level)
        return cls(themes.theme(theme), words, text_scale, fonts.install(), level, glucose_unit, touch)

    def pixels(self, size: float) -> int:
        """A size given for 100 % text, at this text scale."""
        return round(size * self.text_scale)
