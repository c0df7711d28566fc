"""What floats outside: insulin, glucose, TNF-α, fatty acids; and the glucose that streams in through GLUT4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, even, scatter, wander
from hormoneviz.views.cell.places import WALL
from hormoneviz.views.cell.ranges import (
    UPTAKE_PER_PASS, fatty_acid_level, insulin_level, tnf_level,
)  # fmt: skip
from hormoneviz.views.cell.traffic import CLU, DIS

if TYPE_CHECKING:
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

GLUCOSE_PER_MM = 18.0
"""drawn hexagons for each mmol/L outside"""
MOST = {"glucose": 300, "insulin": 42, "tnf": 14, "fatty_acid": 12}


class OutsideLayer:
    """The tissue fluid.  Each kind has its fixed set of wanderers, of which the first so many are there."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._spots = {name: even(most) for name, most in MOST.items()}
        self._phases = {name: scatter(np.arange(most), k + 20) for k, (name, most) in enumerate(MOST.items())}

    def add(self, sprites: Sprites, frame: Frame) -> None:
        values = frame.values
        self._kind(sprites, frame, "tnf", tnf_level(values) * MOST["tnf"], (0.42, 0.97), 1.0)
        self._kind(sprites, frame, "fatty_acid", fatty_acid_level(values) * MOST["fatty_acid"], (0.05, 0.97), 1.0)
        waiting = 1.0 - min(1.0, values["GLUT4_surface"] / 0.4)
        crowded = 1.0 - 0.45 * waiting
        self._kind(sprites, frame, "glucose", values["glucose"] * GLUCOSE_PER_MM, (0.10, 0.985), crowded)
        self._kind(sprites, frame, "insulin", insulin_level(values) * MOST["insulin"], (0.03, 0.60), 0.85)

    def _kind(
        self, sprites: Sprites, frame: Frame, name: str, number: float, reach: tuple[float, float], crowded: float
    ) -> None:
        """So many of one kind; the last one is see-through by the fraction.  `crowded` below 1: nearer the membrane."""
        p = self.places
        count = min(int(np.ceil(number)), MOST[name])
        if count <= 0:
            return
        across, down = (spot[:count] for spot in self._spots[name])
        dx, dy = wander(frame.time, self._phases[name][:count], 3.4)
        x = p.width * (reach[0] + (reach[1] - reach[0]) * across) + 1.6 * p.unit * dx
        top = (WALL * p.height) + 1.5 * p.unit
        bottom = p.membrane(x) - p.depth - 0.4 * p.unit
        y = top + (bottom - top) * down**crowded + 0.9 * p.unit * dy
        opacity = np.ones(count)
        opacity[-1] = min(1.0, number - (count - 1))
        sprites.add(name, x, y, opacity)


class GlucoseStream:
    """Glucose on its way in: one or two hexagons for each GLUT4 at the surface, carried by what the cell has taken up."""

    def __init__(self, places: Places, vesicles: int) -> None:
        self.places = places
        self._offset = scatter(np.arange(vesicles), 30)
        self._bend = scatter(np.arange(vesicles), 31) - 0.5
        self._thin = scatter(np.arange(vesicles), 32) < 260.0 / vesicles
        """with thousands of vesicles only some doors show their traffic"""

    def add(self, sprites: Sprites, frame: Frame, door_x: Floats, door_y: Floats) -> None:
        n, v, p = frame.present, frame.vesicles, self.places
        state = v.state[:n]
        who = np.flatnonzero(((state == CLU) | (state == DIS)) & self._thin[:n])
        if not who.size:
            return
        way = (frame.glucose_taken / UPTAKE_PER_PASS[frame.tissue] + self._offset[who]) % 1.0
        bend = self._bend[who]
        start = door_y[who] - 5.0 * p.unit
        drop = (4.0 + 26.0 * way) * p.unit
        fall = np.where(way < 0.25, 1.0 - (1.0 - 4.0 * way) ** 2, 1.0)
        inward = np.maximum(way - 0.25, 0.0)
        x = door_x[who] + bend * p.unit * (3.0 * (1.0 - fall) + 18.0 * inward**1.3)
        y = start + fall * 5.0 * p.unit + inward * 1.33 * (drop + p.thickness)
        entered = np.clip((frame.time - v.since[who]) / 0.3, 0.0, 1.0)
        opacity = entered * np.minimum(1.0, way / 0.12) * np.clip((1.0 - way) / 0.35, 0.0, 1.0)
        sprites.add("glucose", x, y, opacity)

