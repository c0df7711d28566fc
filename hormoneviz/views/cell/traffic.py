"""Where the vesicles are drawn: each compartment of the model is a place in the picture, each transition a
short glide.

Positions are made of the Frame and hashes alone; they never feed back into a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.views.cell.face import Face
from hormoneviz.views.cell.hashing import Floats, ease, even, scatter, sunflower
from hormoneviz.views.cell.places import TRACKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame, Vesicles
    from hormoneviz.views.cell.places import Oval, Places

    Indices = NDArray[np.intp]
    Points = tuple[Floats, Floats]

RET, MOB, PER, TETH, DOCK, CLU, DIS, CCV, EE, ERC = range(len(COMPARTMENTS))
TRAVEL = np.array([0.70, 0.35, 0.45, 0.30, 0.20, 0.30, 0.40, 0.35, 0.70, 0.50])
"""min that a glide into each compartment takes, where the stay is long enough"""
_SWAY_X = np.array([0.22, 0.0, 0.9, 0.55, 0.0, 0.25, 1.1, 0.5, 0.3, 0.3])
_SWAY_Y = np.array([0.22, 0.0, 0.9, 0.17, 0.0, 0.04, 0.16, 0.5, 0.3, 0.3])
"""reach of the drift in each compartment, in scene units"""
_SPREAD_CLUSTERED, _SPREAD_DISPERSED = 0.06, 0.16
"""how far from its home, in shares of the stretch of doors, GLUT4 is found in the membrane"""
_WAIT_FROM, _WAIT_DEPTH = 4.6, 14.6
"""how far below the docks vesicles wait, in scene units: spread so far that single ones can be told"""
_EXIT = 0.8
"""share of a microtubule at which a vesicle steps off, whichever way it leaves"""
_LAST = 0.3
"""min before leaving the microtubule in which it heads for that place; within the film's look-ahead"""
_STRIDES, _WALKING = 5.0, 0.6
"""runs of a motor in a minute, and the share of that time in which it walks; it pauses in the rest"""


def _strides(age: Floats) -> Floats:
    """Time (min) as a motor spends it: in runs with pauses between them, neither gained nor lost."""
    steps = age * _STRIDES
    begun = np.floor(steps)
    return (begun + ease((steps - begun) / _WALKING)) / _STRIDES


class Traffic:
    """Positions of up to so many vesicles in one plan; `at(frame)` gives those of the present ones."""

    def __init__(self, places: Places, vesicles: int) -> None:
        self.places = places
        number = np.arange(vesicles)
        self._home, level = even(vesicles)
        self._lane = 2.2 * places.unit * (scatter(number, 2) - 0.5)
        self._rest = 0.10 + 0.75 * scatter(number, 8)
        """how far along its microtubule each stands where nothing is to fly"""
        self._track = np.minimum((self._home * TRACKS).astype(np.intp), TRACKS - 1)
        self.dock_x = places.doors.at(0.06 + 0.88 * self._home)
        self.dock_y = places.under(self.dock_x) + 1.15 * places.unit
        self._x, self._y = self._fixed(level)
        self._face = Face(places, vesicles)

    def at(self, frame: Frame, drift: Points, fades: bool = False) -> tuple[Floats, Floats, Floats]:
        """Centres in pixels, and how far each has come on its glide into its present place (0 to 1).

        With `fades` nobody glides: each is where it came from in the first half of that time, and where it
        goes in the second.
        """
        n, v = frame.present, frame.vesicles
        since = v.since[:n]
        stay = np.minimum(TRAVEL[v.state[:n]], v.until[:n] - since)
        progress = np.where(v.jumps[:n] > 0, (frame.time - since) / np.maximum(stay, 1e-9), 1.0)
        moving = np.flatnonzero(progress < 1.0)
        # One pass over the places they are in and, appended, the places that some of them come from.
        who = np.concatenate([np.arange(n), moving])
        state = np.concatenate([v.state[:n], v.previous[moving]])
        x, y = self.places_of(who, state, np.concatenate([v.jumps[:n], v.jumps[moving] - 1]), drift)
        if not fades:
            rail = np.flatnonzero(v.state[:n] == MOB)
            x[rail], y[rail] = self._on_rail(rail, frame)
        if moving.size:
            done = np.where(progress[moving] < 0.5, 0.0, 1.0) if fades else ease(progress[moving])
            if not fades:
                self._origins_on_rails(moving, v, done, x[n:], y[n:])
            x[moving] = x[n:] + (x[moving] - x[n:]) * done
            y[moving] = y[n:] + (y[moving] - y[n:]) * done
        return x[:n], y[:n], np.minimum(progress, 1.0)

    def places_of(
        self, who: Indices, state: NDArray[np.int8], stay: NDArray[np.int32], drift: Points
    ) -> Points:
        """Of each `who` in the place of its `state`; `stay` seeds where in the membrane it lies."""
        u = self.places.unit
        sway_x, sway_y = u * _SWAY_X[state] * drift[0][who], u * _SWAY_Y[state] * drift[1][who]
        x, y = self._x[state, who] + sway_x, self._y[state, who] + sway_y
        surface = np.flatnonzero((state == CLU) | (state == DIS))
        if surface.size:
            chance, down = self._face.at(who[surface], stay[surface])
            spread = np.where(state[surface] == DIS, _SPREAD_DISPERSED, _SPREAD_CLUSTERED)
            share = self._home[who[surface]] + spread * (2.0 * chance - 1.0)
            x[surface] = sway_x[surface] + self.places.doors.at(1.0 - np.abs(1.0 - np.abs(share)))
            y[surface] = sway_y[surface] + self.places.nearly_membrane(x[surface]) + down
        rail = np.flatnonzero(state == MOB)
        if rail.size:
            x[rail], y[rail] = self._on_lane(who[rail], self._rest[who[rail]])
        return x, y

    def _on_lane(self, who: Indices, along: Floats) -> Points:
        x, y = self.places.on_track(self._track[who], along)
        return x + self._lane[who], y

    def _on_rail(self, who: Indices, frame: Frame) -> Points:
        """Outwards from the store, or inwards from the membrane, in runs; then to the place where it steps
        off."""
        v = frame.vesicles
        age = np.maximum(frame.time - v.since[who], 0.0)
        run = 1.0 - np.exp(-(_strides(age + self._rest[who]) - _strides(self._rest[who])) / 0.45)
        along = np.where(v.previous[who] == PER, 0.95 - 0.55 * run, 0.06 + 0.82 * run)
        leaving = ease(1.0 - (v.until[who] - frame.time) / _LAST)
        return self._on_lane(who, along + (_EXIT - along) * leaving)

    def _origins_on_rails(self, moving: Indices, v: Vesicles, done: Floats, x: Floats, y: Floats) -> None:
        """A vesicle that leaves a microtubule follows it on its way: its origin moves along."""
        rail = np.flatnonzero(v.previous[moving] == MOB)
        if rail.size:
            goal = np.where(v.state[moving[rail]] == RET, 0.05, 1.0)
            x[rail], y[rail] = self._on_lane(moving[rail], _EXIT + (goal - _EXIT) * done[rail])

    def _fixed(self, level: Floats) -> Points:
        """Where each vesicle would be in each compartment, before it drifts [compartment, vesicle]."""
        p, u, n = self.places, self.places.unit, len(level)
        x, y = np.tile(self.dock_x, (len(COMPARTMENTS), 1)), np.tile(self.dock_y, (len(COMPARTMENTS), 1))
        y[PER] += u * (_WAIT_FROM + _WAIT_DEPTH * level)
        y[TETH] += 2.15 * u
        y[CCV] += 1.85 * u
        disc_x, disc_y = sunflower(n)
        slots = np.argsort(scatter(np.arange(n), 4))
        ovals: tuple[tuple[int, Oval, float], ...] = (
            (RET, p.store, 0.98),
            (EE, p.early, 0.80),
            (ERC, p.recycling, 0.82),
        )
        for compartment, oval, fill in ovals:
            x[compartment] = oval.x + fill * oval.rx * disc_x[slots]
            y[compartment] = oval.y + fill * oval.ry * disc_y[slots]
        return x, y
