"""The vesicles as sprites: which emblem each one wears, the threads of the tethered, the moment of fusion."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
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
    "vesicle", "vesicle", "vesicle_waiting", "vesicle_waiting", "vesicle", "cluster", "pore",
    "vesicle_coated", "vesicle_sorted", "vesicle_sorted",
)  # fmt: skip
"""the emblem of each compartment; those that wait under the membrane stand back"""


class VesicleLayer:
    """Draws all vesicles of a frame; those nearer the eye later, otherwise always in the same order."""

    def __init__(self, places: Places, sprites: Sprites, vesicles: int, share: float = 1.0) -> None:
        """Only so large a `share` of them is drawn, the first ones: their numbers are drawn by lot, so they
        are a fair sample."""
        self._share = share
        self.traffic = t.Traffic(places, vesicles)
        number = sprites.atlas.number
        self._dress = np.array([number[name] for name in _DRESS])
        self._rab = number["vesicle_rab"]
        self._flow = Flow(vesicles)
        self._switch = scatter(np.arange(vesicles), 9)
        self._thread = 1.9 * places.unit * crowding(vesicles)
        self._rise = 0.4 * places.unit

    def add(
        self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats], fades: bool = False
    ) -> tuple[Floats, Floats]:
        """All vesicles, those in the membrane first; returns their positions."""
        frame = self.thinned(frame)
        n, v = frame.present, frame.vesicles
        x, y, progress = self.traffic.at(frame, drift, fades)
        state, faded = v.state[:n], None
        if fades:
            there = progress >= 0.5
            state = np.where(there, state, v.previous[:n])
            faded = np.abs(2.0 * progress - 1.0)
        emblem = self._emblems(frame, np.arange(n), state)
        surface = np.flatnonzero((state == t.CLU) | (state == t.DIS))
        fresh = (v.previous[surface] == t.DOCK) | (v.previous[surface] == t.ERC)
        opacity = np.where(fresh, 0.25 + 0.75 * progress[surface], 1.0) if faded is None else faded[surface]
        sprites.add_each(emblem[surface], x[surface], y[surface], opacity, state[surface])
        held = np.flatnonzero(state == t.TETH)
        thread = progress[held] if faded is None else faded[held]
        sprites.add("tether", x[held], y[held] - self._thread, thread)
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        solid = None if faded is None else faded[inside]
        sprites.add_each(emblem[inside], x[inside], y[inside], solid, state[inside])
        self._opening(sprites, surface[v.previous[surface] == t.DOCK], progress)
        self._budding(sprites, np.flatnonzero(state == t.CCV), progress)
        return x, y

    def add_flow(self, sprites: Sprites, frame: Frame, drift: tuple[Floats, Floats]) -> None:
        """As many in each place as the curve says, none of them anyone."""
        who, state, opacity = self._flow.at(frame)
        shown = np.flatnonzero(who < ceil(self._share * len(self._switch)))
        who, state, opacity = who[shown], state[shown], opacity[shown]
        stay = np.zeros(len(who), np.int32)
        x, y = self.traffic.places_of(who, state, stay, drift)
        emblem = self._emblems(frame, who, state)
        surface = np.flatnonzero((state == t.CLU) | (state == t.DIS))
        sprites.add_each(emblem[surface], x[surface], y[surface], opacity[surface], state[surface])
        held = np.flatnonzero(state == t.TETH)
        sprites.add("tether", x[held], y[held] - self._thread, opacity[held])
        inside = np.flatnonzero((state < t.CLU) | (state > t.DIS))
        sprites.add_each(emblem[inside], x[inside], y[inside], opacity[inside], state[inside])

    def emblem_of(self, frame: Frame, vesicle: int) -> int:
        """The number in the atlas of what a vesicle wears, seen on its own."""
        who = np.array([vesicle])
        return int(self._emblems(frame, who, frame.vesicles.state[who])[0])

    def thinned(self, frame: Frame) -> Frame:
        """The frame with only those vesicles that are drawn."""
        return replace(frame, present=ceil(self._share * frame.present)) if self._share < 1.0 else frame

    def with_rab(self, frame: Frame) -> NDArray[np.bool_]:
        """Which of the present vesicles wear an active Rab."""
        who = np.arange(frame.present)
        return np.asarray(self._emblems(frame, who, frame.vesicles.state[who]) == self._rab)

    def _emblems(self, frame: Frame, who: NDArray[np.intp], state: NDArray[np.int8]) -> NDArray[np.intp]:
        emblem = self._dress[state]
        carrying = (state >= t.MOB) & (state <= t.DOCK)
        emblem[carrying & (self._switch[who] < level(frame.values, "Rab_GTP"))] = self._rab
        return emblem

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
