"""The vesicles as sprites: which emblem each one wears, the threads of those on tethers, and the light of
fusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell import traffic as t
from hormoneviz.views.cell.hashing import scatter
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

_DRESS = ("vesicle", "vesicle", "vesicle", "vesicle", "vesicle", "cluster", "pore", "vesicle_coated",
          "vesicle_sorted", "vesicle_sorted")  # fmt: skip
"""the emblem of each compartment"""


class VesicleLayer:
    """Draws all vesicles of a frame, and remembers where they were for hit-tests and for the glucose."""

    def __init__(self, places: Places, sprites: Sprites, vesicles: int) -> None:
        self.places = places
        self.traffic = t.Traffic(places, vesicles)
        number = sprites.atlas.number
        self._dress = np.array([number[name] for name in _DRESS])
        self._rab = number["vesicle_rab"]
        self._door = number["door"]
        self._switch = scatter(np.arange(vesicles), 9)

    def add(self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
        """All vesicles, those in the membrane first; returns their positions."""
        n = frame.present
        state, jumps = frame.vesicles.state[:n], frame.vesicles.jumps[:n]
        x, y, progress = self.traffic.at(frame, drift)
        emblem = self._dress[state]
        carrying = (state >= t.MOB) & (state <= t.DOCK)
        emblem[carrying & (self._switch[:n] < level(frame.values, "Rab_GTP"))] = self._rab
        self._in_membrane(sprites, frame, x, y, progress, emblem)
        self._tethers(sprites, state, x, y, progress)
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        order = inside[np.argsort(y[inside] // 1)]
        sprites.add_each(emblem[order], x[order], y[order], tags=state[order])
        self._opening(sprites, frame, progress, jumps)
        return x, y

    def _in_membrane(
        self,
        sprites: Sprites,
        frame: Frame,
        x: Floats,
        y: Floats,
        progress: Floats,
        emblem: NDArray[np.intp],
    ) -> None:
        """GLUT4 at the surface, the far ones first."""
        v = frame.vesicles
        n = frame.present
        surface = np.flatnonzero((v.state[:n] == t.CLU) | (v.state[:n] == t.DIS))
        single = surface[v.state[surface] == t.DIS]
        emblem[single[self.traffic.in_edge(single, v.jumps[single])]] = self._door
        order = surface[np.argsort(y[surface])]
        fresh = (v.previous[order] == t.DOCK) | (v.previous[order] == t.ERC)
        opacity = np.where(fresh, 0.25 + 0.75 * progress[order], 1.0)
        sprites.add_each(emblem[order], x[order], y[order], opacity, v.state[order])

    def _tethers(
        self, sprites: Sprites, state: NDArray[np.int8], x: Floats, y: Floats, progress: Floats
    ) -> None:
        held = np.flatnonzero(state == t.TETH)
        sprites.add("tether", x[held], y[held] - 1.9 * self.places.unit, progress[held])

    def _opening(self, sprites: Sprites, frame: Frame, progress: Floats, jumps: NDArray[np.int32]) -> None:
        """A vesicle that has just fused stands open for a moment, and flattens into the membrane."""
        v, n = frame.vesicles, frame.present
        fusing = np.flatnonzero((v.previous[:n] == t.DOCK) & (progress < 1.0) & (jumps > 0))
        rise = 0.4 * self.places.unit * progress[fusing]
        sprites.add(
            "vesicle_open",
            self.traffic.dock_x[fusing],
            self.traffic.dock_y[fusing] - rise,
            1.0 - progress[fusing],
        )
