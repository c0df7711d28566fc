"""What floats outside: insulin, glucose, TNF-α, fatty acids; and the glucose that streams in through
GLUT4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, even, scatter
from hormoneviz.views.cell.places import WALL
from hormoneviz.views.cell.ranges import UPTAKE_PER_PASS, fatty_acid_level, insulin_level, tnf_level
from hormoneviz.views.cell.traffic import CLU, DIS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

GLUCOSE_PER_MM = 18.0
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
    Kind("glucose", 300, 0.10, 0.985, 0.655),
    Kind("insulin", 42, 0.03, 0.60, 0.280),
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

    def add(self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]) -> None:
        p, values, count = self.places, frame.values, len(self._x)
        opacity = np.minimum(np.maximum(np.repeat(_numbers(values), self._counts) - self._rank, 0.0), 1.0)
        # Glucose that finds few doors gathers at the membrane.
        shut = 1.0 - min(1.0, values["GLUT4_surface"] / 0.4)
        down = np.where(self._is_glucose, self._down ** (1.0 - 0.45 * shut), self._down)
        x = self._x + 1.6 * p.unit * drift[0][:count]
        top = WALL * p.height + 1.5 * p.unit
        bottom = p.nearly_membrane(x) - p.depth - 0.4 * p.unit
        y = top + (bottom - top) * down + 0.9 * p.unit * drift[1][:count]
        sprites.add_each(self._emblems, x, y, opacity)

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


class GlucoseStream:
    """Glucose on its way in: a hexagon for each GLUT4 at the surface, carried by what the cell has taken
    up."""

    def __init__(self, places: Places, vesicles: int) -> None:
        self.places = places
        number = np.arange(vesicles)
        self._offset = scatter(number, 30)
        self._bend = (scatter(number, 31) - 0.5) * places.unit
        # With thousands of vesicles only some doors show their traffic.
        self._seen = scatter(number, 32) < 260.0 / vesicles

    def add(self, sprites: Sprites, frame: Frame, door_x: Floats, door_y: Floats) -> None:
        n, v, u = frame.present, frame.vesicles, self.places.unit
        state = v.state[:n]
        who = np.flatnonzero(((state == CLU) | (state == DIS)) & self._seen[:n])
        way = (frame.glucose_taken / UPTAKE_PER_PASS[frame.tissue] + self._offset[who]) % 1.0
        # The first quarter of the way leads down to the door, the rest into the cell.
        ahead = np.maximum(1.0 - 4.0 * way, 0.0)
        inward = np.maximum(way - 0.25, 0.0)
        x = door_x[who] + self._bend[who] * (3.0 * ahead**2 + 24.0 * inward * inward)
        y = door_y[who] + u * (40.0 * inward * (0.7 + 0.3 * inward) - 5.0 * ahead**2)
        entered = (frame.time - v.since[who]) / 0.3
        opacity = np.minimum(np.minimum(entered, 8.0 * way), np.minimum(1.0, (1.0 - way) / 0.3))
        sprites.add("glucose", x, y, opacity)
