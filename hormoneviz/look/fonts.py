"""The shipped font: one family everywhere, so that a picture is the same on every machine."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from hormoneviz import resources

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


@cache
def install() -> str:
    """Make the shipped fonts known to Qt (a QGuiApplication must exist) and return their family."""
    families: list[str] = []
    for suffix in (".otf", ".ttf"):
        for name in resources.names("fonts", suffix):
            number = QFontDatabase.addApplicationFont(str(resources.path(name)))
            families += QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise RuntimeError("no font in resources/fonts could be loaded. Please install HormoneViz again.")
    return families[0]


def font(pixels: float, weight: QFont.Weight = REGULAR) -> QFont:
    """The shipped font, so many device-independent pixels high; unhinted, as hinting differs between
    machines."""
    made = QFont(install())
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def spelled(font: QFont) -> QFont:
    """The font without those variants of a sign that depend on its neighbours (a taller bracket before
    capitals): a PDF shows them, but does not know which sign they are when its text is copied or searched."""
    made = QFont(font)
    made.setFeature(QFont.Tag("calt"), 0)
    return made
