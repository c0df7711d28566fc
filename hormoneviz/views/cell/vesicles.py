"""The vesicles as sprites: which emblem each one wears, the threads of the tethered, the moment of fusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell import traffic as t
from hormoneviz.views.cell.emblems import crowding
from hormoneviz.views.cell.hashing import scatter
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

_DRESS = (
    "vesicle", "vesicle", "vesicle_waiting", "vesicle_waiting", "vesicle", "cluster", "pore",
    "vesicle_coated", "vesicle_sorted", "vesicle_sorted",
)  # fmt: skip
"""the emblem of each compartment; those that wait under the membrane stand back"""


class VesicleLayer:
    """Draws all vesicles of a frame; those nearer the eye later, otherwise always in the same order."""

    def __init__(self, places: Places, sprites: Sprites, vesicles: int) -> None:
        self.traffic = t.Traffic(places, vesicles)
        number = sprites.atlas.number
        self._dress = np.array([number[name] for name in _DRESS])
        self._rab = number["vesicle_rab"]
        self._switch = scatter(np.arange(vesicles), 9)
        self._thread = 1.9 * places.unit * crowding(vesicles)
        self._rise = 0.4 * places.unit

    def add(self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
        """All vesicles, those in the membrane first; returns their positions."""
        n, v = frame.present, frame.vesicles
        state = v.state[:n]
        x, y, progress = self.traffic.at(frame, drift)
        emblem = self._dress[state]
        carrying = (state >= t.MOB) & (state <= t.DOCK)
        emblem[carrying & (self._switch[:n] < level(frame.values, "Rab_GTP"))] = self._rab
        surface = np.flatnonzero((state == t.CLU) | (state == t.DIS))
        fresh = (v.previous[surface] == t.DOCK) | (v.previous[surface] == t.ERC)
        opacity = np.where(fresh, 0.25 + 0.75 * progress[surface], 1.0)
        sprites.add_each(emblem[surface], x[surface], y[surface], opacity, state[surface])
        held = np.flatnonzero(state == t.TETH)
        sprites.add("tether", x[held], y[held] - self._thread, progress[held])
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        sprites.add_each(emblem[inside], x[inside], y[inside], tags=state[inside])
        self._opening(sprites, surface[v.previous[surface] == t.DOCK], progress)
        return x, y

    def _opening(self, sprites: Sprites, fused: NDArray[np.intp], progress: Floats) -> None:
        """A vesicle that has just fused stands open for a moment, and flattens into the membrane."""
        now = fused[progress[fused] < 1.0]
        y = self.traffic.dock_y[now] - self._rise * progress[now]
        sprites.add("vesicle_open", self.traffic.dock_x[now], y, 1.0 - progress[now])
