"""The options that say how things look, for the window and for pictures alike."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize

from hormoneviz.exchange.errors import BadInput
from hormoneviz.look.theme import themes
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.shell.settings import TEXT_SCALES
from hormoneviz.simulation.errors import nearest

SMALLEST, LARGEST = 200, 8192
"""px each way"""


def known_theme(name: str) -> str:
    """The name of a theme, if there is one of that name; BadInput otherwise."""
    if name not in themes():
        raise BadInput(
            f"there is no such theme; known: {', '.join(themes())}",
            nearest=nearest(name, themes()),
            file=f"--theme {name}",
        )
    return name


def known_level(name: str) -> Level:
    """A reading level, if there is one of that name; BadInput otherwise."""
    found = next((level for level in LEVELS if level == name), None)
    if found is None:
        raise BadInput(
            f"there is no such reading level; known: {', '.join(LEVELS)}",
            nearest=nearest(name, LEVELS),
            file=f"--level {name}",
        )
    return found


def possible_scale(scale: float) -> float:
    """A size of text, if it is one that everything is made for; BadInput otherwise."""
    if not TEXT_SCALES[0] <= scale <= TEXT_SCALES[-1]:
        raise BadInput("expected a number from 1.0 to 2.0", file=f"--text-scale {scale:g}")
    return scale


def picture_size(text: str) -> QSize:
    """A size such as 1920x1080, if pictures can be that large; BadInput otherwise."""
    found = re.fullmatch(r"(\d+)\s*[xX×]\s*(\d+)", text.strip())
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise BadInput(
            f"expected a size such as 1920x1080, {SMALLEST} to {LARGEST} each way", file=f"--size {text}"
        )
    return QSize(width, height)
