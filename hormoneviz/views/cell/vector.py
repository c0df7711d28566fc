"""The molecules of a scene as SVG: each emblem once, as its file draws it, and a reference wherever it is.

Painted, each of nine hundred would be several paths of its own, and the file ten times as large. The files'
titles come with them, so that a browser says what is under the pointer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hormoneviz.look import art
from hormoneviz.views.cell.emblems import EMBLEMS

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.sprites import Sprites

_AS_IN_A_FILE = (
    'fill="black" fill-rule="nonzero" stroke="none" stroke-width="1"'
    ' stroke-linecap="butt" stroke-linejoin="miter"'
)
"""what an SVG starts from, against what stands round these in a larger one"""


def molecules(sprites: Sprites, theme: Theme) -> str:
    """All that the sprites would draw, in device px, as one SVG group."""
    used: dict[str, float] = {}
    """emblem to px in a unit of its file"""
    places: list[str] = []
    for name, x, y, opacity in sprites.each():
        scale = used.setdefault(name, _scale(sprites, name))
        shown = f' opacity="{opacity:.2f}"' if opacity < 0.995 else ""
        where = f"translate({x:.1f} {y:.1f}) scale({scale:.3f})"
        places.append(f'<use xlink:href="#{name}" transform="{where}"{shown}/>')
    emblems = (_emblem(name, theme) for name in used)
    return "\n".join([f'<g id="molecules" {_AS_IN_A_FILE}>', "<defs>", *emblems, "</defs>", *places, "</g>"])


def _scale(sprites: Sprites, name: str) -> float:
    atlas = sprites.atlas
    return atlas.scales[atlas.number[name]] * EMBLEMS[name].width / art.size(name).width()


def _emblem(name: str, theme: Theme) -> str:
    """The drawing of an emblem's file, its own names made different from all others'."""
    text = art.coloured(name, theme)
    inside = text[text.index(">", text.index("<svg")) + 1 : text.rindex("</svg>")].strip()
    inside = re.sub(r'\bid="(\w+)"', rf'id="{name}-\1"', inside)
    inside = re.sub(r"url\(#(\w+)\)", rf"url(#{name}-\1)", inside)
    return f'<g id="{name}">{inside}</g>'
