"""Where the vesicles are drawn: each compartment of the model is a place in the picture, each transition a short glide.

Positions are made of the Frame and hashes alone; they never feed back into a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.views.cell.hashing import Floats, ease, even, scatter, sunflower, wander
from hormoneviz.views.cell.places import TRACKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Oval, Places

    Indices = NDArray[np.intp]
    Points = tuple[Floats, Floats]

RET, MOB, PER, TETH, DOCK, CLU, DIS, CCV, EE, ERC = range(len(COMPARTMENTS))
TRAVEL = np.array([0.70, 0.35, 0.45, 0.30, 0.20, 0.30, 0.40, 0.35, 0.70, 0.50])
"""min that a glide into each compartment takes, where the stay is long enough"""
_EXIT = 0.8
"""share of a microtubule at which a vesicle steps off, whichever way it leaves"""
_LAST = 0.3
"""min before leaving the microtubule in which it heads for that place; within the film's look-ahead"""


class Traffic:
    """Positions of up to so many vesicles in one plan; `at(frame)` gives (x, y, progress) of those present."""

    def __init__(self, places: Places, vesicles: int) -> None:
        self.places = places
        number = np.arange(vesicles)
        self._home, self._level = even(vesicles)
        self._lane = scatter(number, 2) - 0.5
        self._sway = scatter(number, 3)
        slots = np.argsort(scatter(number, 4))
        disc_x, disc_y = sunflower(vesicles)
        self._disc_x, self._disc_y = disc_x[slots], disc_y[slots]
        self._home_x = places.doors.at(0.06 + 0.88 * self._home)
        self._home_y = places.under(self._home_x)
        self._track = np.minimum((self._home * TRACKS).astype(np.intp), TRACKS - 1)
        self._place: tuple[Callable[[Indices, NDArray[np.int32], Frame], Points], ...] = (
            self._store, self._microtubule, self._roaming, self._tethered, self._docked,
            self._clustered, self._dispersed, self._coated, self._early, self._recycling,
        )  # fmt: skip

    def at(self, frame: Frame) -> tuple[Floats, Floats, Floats]:
        """Centres in pixels, and how far each has come on its glide into its present place (0 to 1)."""
        n, v = frame.present, frame.vesicles
        state, jumps = v.state[:n], v.jumps[:n]
        stay = np.minimum(TRAVEL[state], v.until[:n] - v.since[:n])
        progress = np.where(jumps > 0, (frame.time - v.since[:n]) / np.maximum(stay, 1e-9), 1.0)
        self._drift = wander(frame.time, self._sway[:n], 2.6)
        x, y = self._positions(np.arange(n), state, jumps, frame)
        moving = np.flatnonzero(progress < 1.0)
        if moving.size:
            done = ease(progress[moving])
            old_x, old_y = self._origins(moving, v.previous[moving], state[moving], jumps[moving] - 1, done, frame)
            x[moving] = old_x + (x[moving] - old_x) * done
            y[moving] = old_y + (y[moving] - old_y) * done
        return x, y, np.minimum(progress, 1.0)

    def _positions(self, who: Indices, state: NDArray[np.int8], jumps: NDArray[np.int32], frame: Frame) -> Points:
        x, y = np.empty(len(who)), np.empty(len(who))
        for compartment, place in enumerate(self._place):
            here = np.flatnonzero(state == compartment)
            if here.size:
                x[here], y[here] = place(who[here], jumps[here], frame)
        return x, y

    def _origins(
        self,
        who: Indices,
        previous: NDArray[np.int8],
        state: NDArray[np.int8],
        jumps: NDArray[np.int32],
        done: Floats,
        frame: Frame,
    ) -> Points:
        """Where those that glide come from; one that leaves a microtubule follows it on its way."""
        x, y = self._positions(who, previous, jumps, frame)
        rail = np.flatnonzero(previous == MOB)
        if rail.size:
            goal = np.where(state[rail] == RET, 0.05, 1.0)
            x[rail], y[rail] = self._on_lane(who[rail], _EXIT + (goal - _EXIT) * done[rail])
        return x, y

    def _drifting(self, who: Indices, reach: float) -> Points:
        size = reach * self.places.unit
        return size * self._drift[0][who], size * self._drift[1][who]

    def _in(self, oval: Oval, who: Indices, fill: float, reach: float) -> Points:
        dx, dy = self._drifting(who, reach)
        return oval.x + fill * oval.rx * self._disc_x[who] + dx, oval.y + fill * oval.ry * self._disc_y[who] + dy

    def _store(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self._in(self.places.store, who, 0.98, 0.22)

    def _early(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self._in(self.places.early, who, 0.80, 0.30)

    def _recycling(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self._in(self.places.recycling, who, 0.82, 0.30)

    def _on_lane(self, who: Indices, along: Floats) -> Points:
        x, y = self.places.on_track(self._track[who], along)
        return x + 2.2 * self.places.unit * self._lane[who], y

    def _microtubule(self, who: Indices, _jumps: NDArray[np.int32], frame: Frame) -> Points:
        """Outwards from the store, or inwards from the membrane, in runs; then to the place where it steps off."""
        v = frame.vesicles
        age = np.maximum(frame.time - v.since[who], 0.0)
        run = 1.0 - np.exp(-(age + 0.06 * np.sin(11.0 * age)) / 0.45)
        along = np.where(v.previous[who] == PER, 0.95 - 0.55 * run, 0.06 + 0.82 * run)
        leaving = ease(1.0 - (v.until[who] - frame.time) / _LAST)
        return self._on_lane(who, along + (_EXIT - along) * leaving)

    def _roaming(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        dx, dy = self._drifting(who, 0.9)
        return self._home_x[who] + dx, self._home_y[who] + self.places.unit * (4.8 + 12.5 * self._level[who]) + dy

    def _tethered(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        dx, dy = self._drifting(who, 0.55)
        return self._home_x[who] + dx, self._home_y[who] + 3.3 * self.places.unit + 0.3 * dy

    def place_of_docking(self, who: Indices) -> Points:
        return self._home_x[who], self._home_y[who] + 1.15 * self.places.unit

    def _docked(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self.place_of_docking(who)

    def _coated(self, who: Indices, _jumps: NDArray[np.int32], _frame: Frame) -> Points:
        dx, dy = self._drifting(who, 0.5)
        return self._home_x[who] + dx, self._home_y[who] + 3.0 * self.places.unit + dy

    def _clustered(self, who: Indices, jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self._on_face(who, jumps, 0.06, 0.25)

    def _dispersed(self, who: Indices, jumps: NDArray[np.int32], _frame: Frame) -> Points:
        return self._on_face(who, jumps, 0.16, 1.1)

    def _on_face(self, who: Indices, jumps: NDArray[np.int32], spread: float, reach: float) -> Points:
        """On the membrane around the home; those `in_edge` stand in the cut edge, the others lie behind it."""
        chance = scatter(who, jumps, 5)
        share = self._home[who] + spread * (2.0 * chance - 1.0)
        share = 1.0 - np.abs(1.0 - np.abs(share))
        dx, dy = self._drifting(who, reach)
        x = self.places.doors.at(share) + dx
        row = scatter(who, jumps, 6)
        far = (0.10 + 0.80 * row) * self.places.depth
        y = self.places.membrane(x) + np.where(in_edge(who, jumps), 0.5 * self.places.thickness, -far + 0.15 * dy)
        return x, y


def in_edge(who: Indices, jumps: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether a GLUT4 in the membrane stands in the cut edge, where it is seen from the side."""
    return scatter(who, jumps, 7) < 0.25
