"""What floats outside: insulin, glucose, TNF-α, fatty acids; glucose that finds no open door crowds before
the membrane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, ease, even, scatter
from hormoneviz.views.cell.places import WALL
from hormoneviz.views.cell.ranges import fatty_acid_level, insulin_level, level, tnf_level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

GLUCOSE_PER_MM = 6.5
"""drawn hexagons for each mmol/L outside"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of molecule in the tissue fluid."""

    emblem: str
    most: int
    left: float
    right: float
    """between which shares of the width it floats; insulin to the left, where its receptors are"""
    anchor: float
    """where the first one floats, near the top: the label points there"""


KINDS = (
    Kind("tnf", 14, 0.42, 0.97, 0.795),
    Kind("fatty_acid", 12, 0.05, 0.97, 0.470),
    Kind("glucose", 160, 0.545, 0.965, 0.655),
    Kind("insulin", 26, 0.03, 0.37, 0.230),
)
"""in the order of painting"""
ANCHORS = {kind.emblem: kind.anchor for kind in KINDS}


def _numbers(values: Mapping[str, float]) -> list[float]:
    """How many of each of `KINDS` there are; a fraction is one that is see-through."""
    tnf, fatty_acid, _, insulin = (kind.most for kind in KINDS)
    return [
        tnf * tnf_level(values),
        fatty_acid * fatty_acid_level(values),
        GLUCOSE_PER_MM * values["glucose"],
        insulin * insulin_level(values),
    ]


class OutsideLayer:
    """The tissue fluid.  Each kind has its fixed set of wanderers, of which the first so many are there."""

    def __init__(self, places: Places, sprites: Sprites) -> None:
        self.places = places
        counts = [kind.most for kind in KINDS]
        self._counts = counts
        self._emblems = np.repeat([sprites.atlas.number[kind.emblem] for kind in KINDS], counts)
        self._rank = np.concatenate([np.arange(count) for count in counts])
        spots = [self._spread(kind) for kind in KINDS]
        self._x = np.concatenate([x for x, _ in spots])
        self._down = np.concatenate([down for _, down in spots])
        self._is_glucose = self._emblems == sprites.atlas.number["glucose"]
        self._patience = scatter(np.arange(len(self._x)), 23)
        """the share of shut doors from which each glucose waits"""

    def add(self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]) -> None:
        sprites.add_each(self._emblems, *self._at(frame, drift))

    def glucose(self, frame: Frame, drift: tuple[Floats, Floats]) -> tuple[Floats, Floats, Floats]:
        """Where the glucose is (px), and how visible."""
        x, y, opacity = self._at(frame, drift)
        return x[self._is_glucose], y[self._is_glucose], opacity[self._is_glucose]

    def _at(self, frame: Frame, drift: tuple[Floats, Floats]) -> tuple[Floats, Floats, Floats]:
        p, values, count = self.places, frame.values, len(self._x)
        opacity = np.minimum(np.maximum(np.repeat(_numbers(values), self._counts) - self._rank, 0.0), 1.0)
        # Of the glucose, the share that finds no open door waits in a crowd at the membrane.
        waits = ease((1.0 - level(values, "GLUT4_surface") - self._patience) * 9.0 + 0.5)
        down = self._down + self._is_glucose * waits * (0.80 + 0.20 * self._down - self._down)
        x = self._x + 1.6 * p.unit * drift[0][:count]
        top = WALL * p.height + 1.5 * p.unit
        bottom = p.nearly_membrane(x) - p.depth - 0.4 * p.unit
        return x, top + (bottom - top) * down + 0.9 * p.unit * drift[1][:count], opacity

    def _spread(self, kind: Kind) -> tuple[Floats, Floats]:
        """Even spots (pixels from the left, share of the way down), the first one at the label's anchor."""
        across, down = even(kind.most)
        # Shaken, because such even spots line up in strings; all but the first.
        number = np.arange(kind.most)
        shake = np.where(number > 0, 0.12, 0.0)
        across = across - across[0] + (kind.anchor - kind.left) / (kind.right - kind.left)
        across = (across + shake * (scatter(number, 21) - 0.5)) % 1.0
        down = np.clip(down + shake * (scatter(number, 22) - 0.5), 0.0, 1.0)
        return self.places.width * (kind.left + (kind.right - kind.left) * across), down
