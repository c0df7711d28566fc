"""Theme: named colour roles, read from resources/themes.  Nothing else in the program names a colour."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

import msgspec
from PySide6.QtGui import QColor

from hormoneviz import resources
from hormoneviz.look.nearest import unknown

_FIRST = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete set of colours.  Every theme fills the same roles; a test compares them."""

    name: str
    title: str
    """what a menu calls it"""
    dark: bool
    colours: dict[str, str]
    """role to "#RRGGBB" """
    ink: float
    """0 to 1, how dark the outline of an emblem is"""
    line: float = 1.0
    """how much wider than in the light theme outlines are drawn"""

    def __hash__(self) -> int:
        return hash(self.name)  # the dictionary has none; whether two are equal, all of it decides

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role, optionally see-through (`alpha` 0 to 1)."""
        try:
            colour = QColor(self.colours[role])
        except KeyError:
            raise unknown("colour role", role, self.colours) from None
        colour.setAlphaF(alpha)
        return colour

    def edge(self, role: str) -> QColor:
        """The darker outline that goes round a flat area of this role's colour."""
        return mix(self.colour(role), QColor("#05080C"), self.ink)


@cache
def theme(name: str) -> Theme:
    """The shipped theme of that name."""
    if name not in themes():
        raise unknown("theme", name, themes())
    return msgspec.convert(tomllib.loads(resources.text(f"themes/{name}.toml")), Theme)


@cache
def themes() -> tuple[str, ...]:
    """The names of all shipped themes, the everyday ones first."""
    files = resources.names("themes", ".toml")
    found = [name.removeprefix("themes/").removesuffix(".toml") for name in files]
    return tuple(sorted(found, key=lambda name: (_FIRST.index(name) if name in _FIRST else 9, name)))


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """`a` with `share` (0 to 1) of `b` stirred in; alpha too."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        keep * a.redF() + share * b.redF(),
        keep * a.greenF() + share * b.greenF(),
        keep * a.blueF() + share * b.blueF(),
        keep * a.alphaF() + share * b.alphaF(),
    )


def contrast(a: QColor, b: QColor) -> float:
    """WCAG 2.2 contrast ratio of two opaque colours, 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance of an opaque colour, 0 to 1, as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
