"""How large things are in the hall: every size follows the height of the picture, so that the same lesson has
the same picture on any projector."""

from __future__ import annotations

from dataclasses import replace

from hormoneviz.look.look import Look

TEXT = 0.042
"""of the picture's height, px of the font: its capitals are then 3 % high, the least that ANSI/AVIXA V202.01
(DISCAS) grants the last row"""
CAPITALS = 0.03
"""of the picture's height, what all capitals have to have"""
BASE = 14.0
"""px, the size of text for which `Look.pixels` is meant"""


def hall_look(look: Look, height: float) -> Look:
    """The look for bars and plots in a picture of that height, px."""
    return scaled(look, TEXT * height / BASE)


def scaled(look: Look, scale: float) -> Look:
    """The same look with another size of text, and made for eyes alone."""
    return replace(look, text_scale=scale, touch=False)


def text_px(look: Look) -> float:
    """The height of ordinary text in a look, px."""
    return BASE * look.text_scale
