"""The lipids of the cut membrane: two rows that sway as one, slowly, so that it is seen to be alive."""

from __future__ import annotations

from math import tau
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.places import Span

if TYPE_CHECKING:
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

STEP = 1.75
"""between two lipids, in scene units"""
_SWAY = 0.34
"""how far up and down, in scene units"""
_WAVES = ((3.0, 2.8), (7.3, -1.9))
"""waves to the width of the picture, and the minutes in which each passes; a negative one goes to the left"""
_HEAD = 0.9
"""how far the head is from the middle of the emblem, in scene units"""


class LipidLayer:
    """Of one plan."""

    def __init__(self, places: Places) -> None:
        u, width = places.unit, places.width
        x = np.arange(-0.3 * STEP * u, width + STEP * u, STEP * u)
        mouth = places.tubule if places.tissue == "muscle" else Span(width, width)
        self._x = x[(x < mouth.left - 0.5 * u) | (x > mouth.right + 0.5 * u)]
        self._y = places.membrane(self._x)
        self._outer, self._inner = self._y + _HEAD * u, self._y + places.thickness - _HEAD * u
        self._phase = [tau * count * self._x / width for count, _ in _WAVES]
        self._reach = 0.5 * _SWAY * u

    def sway(self, time: float) -> Floats:
        """How far each lipid is from its place now (px)."""
        sway = sum(
            np.sin(phase - tau * time / period)
            for phase, (_, period) in zip(self._phase, _WAVES, strict=True)
        )
        return np.asarray(self._reach * sway)

    def add(self, sprites: Sprites, time: float) -> None:
        moved = self.sway(time)
        sprites.add("lipid_inner", self._x, self._inner + moved)
        sprites.add("lipid_outer", self._x, self._outer + moved)
