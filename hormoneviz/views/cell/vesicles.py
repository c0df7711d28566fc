"""The vesicles as sprites: which emblem each one wears, the threads of the tethered, the moment of fusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell import traffic as t
from hormoneviz.views.cell.emblems import crowding
from hormoneviz.views.cell.flow import Flow
from hormoneviz.views.cell.hashing import scatter
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

_DRESS = (
    "vesicle", "vesicle", "vesicle", "vesicle", "vesicle", "cluster", "pore", "vesicle_coated",
    "vesicle_sorted", "vesicle_sorted",
)  # fmt: skip
"""the emblem of each compartment"""


class VesicleLayer:
    """Draws all vesicles of a frame; those nearer the eye later, otherwise always in the same order."""

    def __init__(self, places: Places, sprites: Sprites, vesicles: int) -> None:
        self.traffic = t.Traffic(places, vesicles)
        number = sprites.atlas.number
        self._dress = np.array([number[name] for name in _DRESS])
        self._rab = number["vesicle_rab"]
        self._door = number["door"]
        self._flow = Flow(vesicles)
        self._switch = scatter(np.arange(vesicles), 9)
        self._thread = 1.9 * places.unit * crowding(vesicles)
        self._rise = 0.4 * places.unit

    def add(
        self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats], fades: bool = False
    ) -> tuple[Floats, Floats]:
        """All vesicles, those in the membrane first; returns their positions."""
        n, v = frame.present, frame.vesicles
        x, y, progress = self.traffic.at(frame, drift, fades)
        state, jumps = v.state[:n], v.jumps[:n]
        faded = None
        if fades:
            there = progress >= 0.5
            state, jumps = np.where(there, state, v.previous[:n]), jumps - ~there
            faded = np.abs(2.0 * progress - 1.0)
        emblem = self._emblems(frame, np.arange(n), state)
        surface = np.flatnonzero((state == t.CLU) | (state == t.DIS))
        fresh = (v.previous[surface] == t.DOCK) | (v.previous[surface] == t.ERC)
        opacity = np.where(fresh, 0.25 + 0.75 * progress[surface], 1.0) if faded is None else faded[surface]
        in_edge = self.traffic.in_edge(surface, jumps[surface])
        self._in_membrane(sprites, surface, state, x, y, opacity, emblem, in_edge)
        held = np.flatnonzero(state == t.TETH)
        thread = progress[held] if faded is None else faded[held]
        sprites.add("tether", x[held], y[held] - self._thread, thread)
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        solid = None if faded is None else faded[inside]
        sprites.add_each(emblem[inside], x[inside], y[inside], solid, state[inside])
        self._opening(sprites, surface[v.previous[surface] == t.DOCK], progress)
        self._budding(sprites, np.flatnonzero(state == t.CCV), progress)
        return x, y

    def add_flow(
        self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]
    ) -> tuple[Frame, Floats, Floats]:
        """As many in each place as the curve says, none of them anyone; returns a frame of doors and where
        these are, for the glucose."""
        who, state, opacity = self._flow.at(frame)
        stay = np.zeros(len(who), np.int32)
        x, y = self.traffic.places_of(who, state, stay, drift)
        emblem = self._emblems(frame, who, state)
        surface = np.flatnonzero((state == t.CLU) | (state == t.DIS))
        in_edge = self.traffic.in_edge(who[surface], stay[surface])
        self._in_membrane(sprites, surface, state, x, y, opacity[surface], emblem, in_edge)
        held = np.flatnonzero(state == t.TETH)
        sprites.add("tether", x[held], y[held] - self._thread, opacity[held])
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        sprites.add_each(emblem[inside], x[inside], y[inside], opacity[inside], state[inside])
        door_x, door_y = np.zeros((2, len(self._switch)))
        door_x[who[surface]], door_y[who[surface]] = x[surface], y[surface]
        return self._flow.doors(frame, who, state), door_x, door_y

    def emblem_of(self, frame: Frame, vesicle: int) -> int:
        """The number in the atlas of what a vesicle wears, seen on its own."""
        who = np.array([vesicle])
        return int(self._emblems(frame, who, frame.vesicles.state[who])[0])

    def _emblems(self, frame: Frame, who: NDArray[np.intp], state: NDArray[np.int8]) -> NDArray[np.intp]:
        emblem = self._dress[state]
        carrying = (state >= t.MOB) & (state <= t.DOCK)
        emblem[carrying & (self._switch[who] < level(frame.values, "Rab_GTP"))] = self._rab
        return emblem

    def _in_membrane(
        self,
        sprites: Sprites,
        surface: NDArray[np.intp],
        state: NDArray[np.int8],
        x: Floats,
        y: Floats,
        opacity: Floats,
        emblem: NDArray[np.intp],
        in_edge: NDArray[np.bool_],
    ) -> None:
        """GLUT4 at the surface: on the face, and before it in the cut edge.  `opacity` and `in_edge` are of
        `surface`, the others of all."""
        front = in_edge & (state[surface] == t.DIS)
        emblem[surface[front]] = self._door
        order = np.concatenate([np.flatnonzero(~front), np.flatnonzero(front)])
        who = surface[order]
        sprites.add_each(emblem[who], x[who], y[who], opacity[order], state[who])

    def _opening(self, sprites: Sprites, fused: NDArray[np.intp], progress: Floats) -> None:
        """A vesicle that has just fused stands open for a moment, and flattens into the membrane."""
        now = fused[progress[fused] < 1.0]
        y = self.traffic.dock_y[now] - self._rise * progress[now]
        sprites.add("vesicle_open", self.traffic.dock_x[now], y, 1.0 - progress[now])

    def _budding(self, sprites: Sprites, taken_in: NDArray[np.intp], progress: Floats) -> None:
        """Before a coated vesicle is free, the membrane bends inwards where it will leave, and closes over
        it."""
        now = taken_in[progress[taken_in] < 1.0]
        done = progress[now]
        y = self.traffic.dock_y[now] - self._rise * (1.0 - done)
        sprites.add("vesicle_open", self.traffic.dock_x[now], y, 4.0 * done * (1.0 - done))
