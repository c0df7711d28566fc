"""The life of each vesicle, sampled from the very rates that the curve obeys.

A vesicle enters a compartment, draws a waiting time E ~ Exp(1), and leaves when the cumulative hazard of that
compartment has grown by E (time-rescaling: exact for rates that change in time); a second draw says by which
event it leaves. Rates are sampled once in each grid cell. Draw j of vesicle i depends on (seed, i, j) alone
and histories grow with the grid, so an answer never depends on the order of questions, on the number of
vesicles, or on what is toggled later.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics import traffic
from hormoneviz.simulation.frame import Vesicles
from hormoneviz.simulation.grid import CELL

Array = NDArray[np.float64]

COUNT = len(traffic.COMPARTMENTS)
SOURCES = np.array([traffic.COMPARTMENTS.index(r.consumes[0]) for r in traffic.REACTIONS])
TARGETS = np.array([traffic.COMPARTMENTS.index(r.produces[0]) for r in traffic.REACTIONS], dtype=np.int8)
LEAVES = (np.arange(COUNT)[:, None] == SOURCES[None, :]).astype(float)
"""[compartment, event]: 1 where the event leaves the compartment"""

BLOCK = 32
"""draws are made for this many transitions of all vesicles at a time"""


class Draws:
    """Uniform numbers by (vesicle, transition), two each, from counter-based generators: no state, any
    order."""

    def __init__(self, seed: int, vesicles: int) -> None:
        self.seed = seed
        self.vesicles = vesicles
        self._blocks: dict[int, Array] = {}

    def first(self) -> Array:
        """One number a vesicle, for where it is at time 0 [N]."""
        return self._generator(0).random(self.vesicles)

    def pair(self, vesicle: NDArray[np.intp], jump: NDArray[np.int32]) -> tuple[Array, Array]:
        """(waiting time ~ Exp(1), choice ~ U(0, 1)) of transition `jump` of each `vesicle`."""
        numbers = np.empty((len(vesicle), 2))
        for block in np.unique(jump // BLOCK):
            here = jump // BLOCK == block
            numbers[here] = self._block(int(block))[vesicle[here], jump[here] % BLOCK]
        return -np.log1p(-numbers[:, 0]), numbers[:, 1]

    def _block(self, block: int) -> Array:
        # Row i of the array is the same for any number of rows: vesicle i keeps its numbers when there are
        # more of them.
        if block not in self._blocks:
            self._blocks[block] = self._generator(block + 1).random((self.vesicles, BLOCK, 2))
        return self._blocks[block]

    def _generator(self, block: int) -> np.random.Generator:
        return np.random.Generator(np.random.Philox(key=np.array([self.seed, block], dtype=np.uint64)))


class Histories:
    """Every transition of every vesicle up to the end of the grid that was given so far."""

    def __init__(self, seed: int, vesicles: int, shares: Array) -> None:
        """Place the vesicles at time 0 by the shares of the ten compartments [10]."""
        self._draws = Draws(seed, vesicles)
        edges = np.cumsum(shares / shares.sum())
        self._start = np.searchsorted(edges[:-1], self._draws.first(), side="right").astype(np.int8)
        self._times = np.full((vesicles, BLOCK), np.inf)
        self._states = np.zeros((vesicles, BLOCK), np.int8)
        self._jumps = np.zeros(vesicles, np.int32)
        self._rates = np.zeros((len(SOURCES), 0))
        self._hazard = np.zeros((COUNT, 1))

    @property
    def end(self) -> int:
        """Cells covered so far."""
        return self._rates.shape[1]

    def extend(self, rates: Array) -> None:
        """Go on along more grid cells, given the rate of each event for one vesicle in each, 1/min [16,
        cells]."""
        self._rates = np.concatenate([self._rates, rates], axis=1)
        self._hazard = np.concatenate([self._hazard, _grown(self._hazard[:, -1], rates)], axis=1)
        going = np.arange(len(self._jumps))
        while len(going):
            going = self._jump_once(going)

    def cut(self, cell: int) -> Histories:
        """A copy that knows nothing from `cell` on."""
        twin = object.__new__(Histories)
        twin._draws, twin._start = self._draws, self._start
        twin._rates, twin._hazard = self._rates[:, :cell], self._hazard[:, : cell + 1]
        later = self._times > cell * CELL
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
        found = np.zeros((len(times), COUNT), np.intp)
        rows = np.arange(len(self._start))
        for i, time in enumerate(times):
            done = (self._times <= time).sum(axis=1)
            state = np.where(done > 0, self._states[rows, np.maximum(done - 1, 0)], self._start)
            found[i] = np.bincount(state[: present[i]], minlength=COUNT)
        return found

    def dwells(self, compartment: int) -> Array:
        """Complete stays in a compartment, min: for checking that waiting times are what the rates say."""
        since = self._times[:, :-1][self._states[:, :-1] == compartment]
        until = self._times[:, 1:][self._states[:, :-1] == compartment]
        whole = np.isfinite(until) & np.isfinite(since)
        stays: Array = until[whole] - since[whole]
        return stays

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
        leave = self._leaving_time(here, entered, wait)
        able = leave < self.end * CELL
        going, jump, here, leave = going[able], jump[able], here[able], leave[able]
        if jump.max(initial=0) + 1 >= self._times.shape[1]:
            self._grow()
        self._times[going, jump] = leave
        self._states[going, jump] = self._target(here, leave, choice[able])
        self._jumps[going] += 1
        return going

    def _place(self, vesicle: NDArray[np.intp], jump: NDArray[np.int32]) -> NDArray[np.int8]:
        return np.where(jump > 0, self._states[vesicle, np.maximum(jump - 1, 0)], self._start[vesicle])

    def _leaving_time(self, here: NDArray[np.int8], entered: Array, wait: Array) -> Array:
        """When the hazard of the compartment has grown by `wait` since entering; inf where the grid ends
        before."""
        leave = np.full(len(here), np.inf)
        edges = np.arange(self.end + 1) * CELL
        for compartment in np.unique(here):
            mine = here == compartment
            hazard = self._hazard[compartment]
            goal = np.interp(entered[mine], edges, hazard) + wait[mine]
            leave[mine] = np.where(goal < hazard[-1], np.interp(goal, hazard, edges), np.inf)
        return leave

    def _target(self, here: NDArray[np.int8], leave: Array, choice: Array) -> NDArray[np.int8]:
        """Where each goes, by the shares of the events that leave its compartment in that cell."""
        cell = np.minimum((leave / CELL).astype(np.intp), self.end - 1)
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
