"""The life of each vesicle, sampled from the very rates that the curve obeys.

A vesicle enters a compartment, draws a waiting time E ~ Exp(1), and leaves when the cumulative hazard of that
compartment has grown by E (time-rescaling: exact for rates that change in time); a second draw says by which
event it leaves. Rates are sampled once in each grid cell. Draw j of vesicle i depends on (seed, i, j) alone
and histories grow with the grid, so an answer never depends on the order of questions, on the number of
vesicles, or on what is toggled later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics import traffic
from hormoneviz.simulation.draws import BLOCK, Draws
from hormoneviz.simulation.frame import Vesicles
from hormoneviz.simulation.grid import CELL

Array = NDArray[np.float64]

COUNT = len(traffic.COMPARTMENTS)
SOURCES = np.array([traffic.COMPARTMENTS.index(r.consumes[0]) for r in traffic.REACTIONS])
TARGETS = np.array([traffic.COMPARTMENTS.index(r.produces[0]) for r in traffic.REACTIONS], dtype=np.int8)
LEAVES = (np.arange(COUNT)[:, None] == SOURCES[None, :]).astype(float)
"""[compartment, event]: 1 where the event leaves the compartment"""


@dataclass(frozen=True, slots=True)
class Stay:
    """A vesicle in one compartment."""

    compartment: str
    """one of kinetics.traffic.COMPARTMENTS"""
    start: float
    end: float
    """min; inf where it had not ended yet"""


class Histories:
    """Every transition of every vesicle up to the end of the grid that was given so far."""

    def __init__(self, seed: int, vesicles: int, shares: Array) -> None:
        """Place the vesicles at time 0 by the shares of the ten compartments [10]."""
        self._draws = Draws(seed, vesicles)
        edges = np.cumsum(shares / (shares.sum() or 1.0))
        self._start = np.searchsorted(edges[:-1], self._draws.first(), side="right").astype(np.int8)
        self._times = np.full((vesicles, BLOCK), np.inf)
        self._states = np.zeros((vesicles, BLOCK), np.int8)
        self._jumps = np.zeros(vesicles, np.int32)
        self._take(np.zeros((len(SOURCES), 0)), np.zeros((COUNT, 1)))

    @property
    def end(self) -> int:
        """Cells covered so far."""
        return len(self._edges) - 1

    def extend(self, rates: Array) -> None:
        """Go on along more grid cells, given the rate of each event for one vesicle in each, 1/min [16,
        cells]."""
        grown = _grown(self._hazard[:, -1], rates)
        self._take(
            np.concatenate([self._rates, rates], axis=1), np.concatenate([self._hazard, grown], axis=1)
        )
        going = np.arange(len(self._jumps))
        while len(going):
            going = self._jump_once(going)

    def cut(self, cell: int) -> Histories:
        """A copy that knows nothing from `cell` on."""
        twin = object.__new__(Histories)
        twin._draws, twin._start = self._draws, self._start
        twin._take(self._rates[:, :cell], self._hazard[:, : cell + 1])
        later = self._times >= cell * CELL
        twin._times = np.where(later, np.inf, self._times)
        twin._states = self._states.copy()
        twin._jumps = (~later).sum(axis=1).astype(np.int32)
        return twin

    def at(self, time: float, until: float) -> Vesicles:
        """Every vesicle at `time` (min); a stay that ends after `until` (min) is given as endless."""
        rows = np.arange(len(self._start))
        done = (self._times <= time).sum(axis=1)
        before = np.maximum(done - 1, 0)
        state = np.where(done > 0, self._states[rows, before], self._start)
        earlier = np.where(done > 1, self._states[rows, np.maximum(done - 2, 0)], self._start)
        leave = self._padded_times()[rows, done]
        return _frozen(
            state=state.astype(np.int8),
            previous=earlier.astype(np.int8),
            since=np.where(done > 0, self._times[rows, before], 0.0),
            until=np.where(leave <= until, leave, np.inf),
            jumps=done.astype(np.int32),
        )

    def counts(self, times: Sequence[float] | Array, present: NDArray[np.intp]) -> NDArray[np.intp]:
        """How many of the first present[t] vesicles are in each compartment at each time [T, 10]."""
        at = np.asarray(times, dtype=float)
        found = np.zeros((len(at), COUNT), np.intp)
        for owned in np.unique(present):
            moments, running = self._running_counts(owned)
            mine = present == owned
            found[mine] = running[np.searchsorted(moments, at[mine], side="right")]
        return found

    def life(self, vesicle: int, until: float) -> tuple[Stay, ...]:
        """Where one vesicle was from time 0 to `until` (min), the stay at that moment last and without end.

        Raises:
            IndexError: no vesicle has that number.
        """
        if not 0 <= vesicle < len(self._start):
            raise IndexError(f"there is no vesicle {vesicle}: they are numbered 0 to {len(self._start) - 1}")
        done = int((self._times[vesicle] <= until).sum())
        moves = self._times[vesicle, :done].tolist()
        places = [int(self._start[vesicle]), *self._states[vesicle, :done].tolist()]
        spans = zip(places, [0.0, *moves], [*moves, np.inf], strict=True)
        return tuple(Stay(traffic.COMPARTMENTS[place], start, end) for place, start, end in spans)

    def stays(self, compartment: int) -> tuple[Array, Array]:
        """When each stay in a compartment that is over and was entered after time 0 began and ended, min [n
        each]: for checking that waiting times are what the rates say."""
        over = np.isfinite(self._times[:, 1:]) & (self._states[:, :-1] == compartment)
        return self._times[:, :-1][over], self._times[:, 1:][over]

    def _running_counts(self, owned: int) -> tuple[Array, NDArray[np.intp]]:
        """When any of the first `owned` vesicles moved [J], and the counts before and after each move [J + 1,
        10]."""
        before = np.column_stack([self._start, self._states[:, :-1]])[:owned]
        done = np.isfinite(self._times[:owned])
        moments = self._times[:owned][done]
        order = np.argsort(moments, kind="stable")
        each = np.arange(len(order)) + 1
        change = np.zeros((len(order) + 1, COUNT), np.intp)
        change[0] = np.bincount(self._start[:owned], minlength=COUNT)
        change[each, before[done][order]] -= 1
        change[each, self._states[:owned][done][order]] += 1
        return moments[order], np.cumsum(change, axis=0)

    def _take(self, rates: Array, hazard: Array) -> None:
        """Know these rates [16, cells] and cumulative hazards [10, cells + 1]."""
        self._rates, self._hazard = rates, hazard
        self._edges = np.arange(rates.shape[1] + 1) * CELL
        # Complex numbers sort by their real part first: one search serves all compartments.
        self._levels = (np.arange(COUNT)[:, None] + 1j * hazard).ravel()

    def _padded_times(self) -> Array:
        if self._jumps.max(initial=0) >= self._times.shape[1]:
            self._grow()
        return self._times

    def _grow(self) -> None:
        more = ((0, 0), (0, BLOCK))
        self._times = np.pad(self._times, more, constant_values=np.inf)
        self._states = np.pad(self._states, more)

    def _jump_once(self, going: NDArray[np.intp]) -> NDArray[np.intp]:
        """Let each of these vesicles make its next transition if the grid reaches that far; return those that
        did."""
        jump = self._jumps[going]
        here = self._place(going, jump)
        entered = np.where(jump > 0, self._times[going, np.maximum(jump - 1, 0)], 0.0)
        wait, choice = self._draws.pair(going, jump)
        goal = self._hazard_at(here, entered) + wait
        cell = np.searchsorted(self._levels, here + 1j * goal, side="right") - 1 - here * (self.end + 1)
        able = np.flatnonzero(cell < self.end)
        going, jump, here, cell = going[able], jump[able], here[able], cell[able]
        if jump.max(initial=0) + 1 >= self._times.shape[1]:
            self._grow()
        self._times[going, jump] = self._leaving_time(here, cell, goal[able], entered[able])
        self._states[going, jump] = self._target(here, cell, choice[able])
        self._jumps[going] += 1
        return going

    def _place(self, vesicle: NDArray[np.intp], jump: NDArray[np.int32]) -> NDArray[np.intp]:
        here = np.where(jump > 0, self._states[vesicle, np.maximum(jump - 1, 0)], self._start[vesicle])
        return here.astype(np.intp)

    def _hazard_at(self, here: NDArray[np.intp], time: Array) -> Array:
        """The cumulative hazard of those compartments at those times (min)."""
        cell = np.searchsorted(self._edges, time, side="right") - 1
        low, high = self._hazard[here, cell], self._hazard[here, cell + 1]
        at: Array = low + (time / CELL - cell) * (high - low)
        return at

    def _leaving_time(
        self, here: NDArray[np.intp], cell: NDArray[np.intp], goal: Array, entered: Array
    ) -> Array:
        """When, within its cell, the hazard of the compartment reaches `goal`."""
        low, high = self._hazard[here, cell], self._hazard[here, cell + 1]
        leave = (cell + (goal - low) / (high - low)) * CELL
        # Rounding must not carry it over an edge: the rates beyond may be those after an event.
        earliest = np.maximum(self._edges[cell], entered)
        return np.clip(leave, earliest, np.nextafter(self._edges[cell + 1], 0.0))

    def _target(self, here: NDArray[np.intp], cell: NDArray[np.intp], choice: Array) -> NDArray[np.int8]:
        """Where each goes, by the shares of the events that leave its compartment in that cell."""
        ways = np.cumsum(self._rates[:, cell] * LEAVES[here].T, axis=0)
        event = (choice * ways[-1] < ways).argmax(axis=0)
        target: NDArray[np.int8] = TARGETS[event]
        return target


def _grown(hazard: Array, rates: Array) -> Array:
    """The cumulative hazard of each compartment at the end of each further cell [10, cells].

    Summed strictly one by one from the left, so that it is the same to the last bit however the cells were
    delivered.
    """
    steps = np.zeros((COUNT, rates.shape[1] + 1))
    steps[:, 0] = hazard
    for source, rate in zip(SOURCES, rates, strict=True):
        steps[source, 1:] += rate * CELL
    return np.cumsum(steps, axis=1)[:, 1:]


def _frozen(**arrays: NDArray[np.generic]) -> Vesicles:
    for array in arrays.values():
        array.setflags(write=False)
    return Vesicles(**arrays)  # type: ignore[arg-type]  # each array has the type its name asks for
