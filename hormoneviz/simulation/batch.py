"""Batch: many people at once, in lanes, through the same network with the same steps.

A Rosenbrock method (rodas.py) takes one common step for all lanes, as long as the strictest of them allows;
each operation of the generated code (kinetics/lanes.py) works on all of them. For twins of one person, who do
much the same at the same time, that costs little more than one. The film is not solved this way: its steps
must not depend on who is solved beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.lanes import Lanes, Row, Rows
from hormoneviz.simulation import rodas
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.settle import SETTLED, SMALL

Array = NDArray[np.float64]

SAFETY, SHORTEN, LENGTHEN = 0.9, 0.2, 5.0
"""aim below the tolerance; the most that the step changes at once"""
SMALLEST = 1e-9
"""a step below this (in the network's time) will not get anywhere"""
MOST_STEPS = 5000
EXTINCT = 1e-6
"""a state that fell to less than this share of its start has died out"""
NEWTON, MOST_NEWTON = 1e8, 12
"""length of a step of Newton's method (settle.py says why it has one), and how many are tried"""
NUDGE = 1e-4
"""share of the step over which df/dt is taken"""


@dataclass(frozen=True, eq=False)
class Given:
    """What all lanes are given in one stretch of time, without a jump inside."""

    start: float
    end: float
    inputs: Callable[[float], Rows]
    """time -> the network's inputs [I], each a number or one a lane [N]"""
    changing: bool
    """whether inputs depend on time at all"""


@dataclass(frozen=True, eq=False)
class Step:
    """One step of all lanes, and its course between the ends."""

    start: float
    end: float
    coefficients: tuple[Array, Array, Array, Array]
    """first state, last state, and what bends the line between [S, N each]"""

    def at(self, time: float) -> Array:
        """States at a time inside [S, N]."""
        x = (time - self.start) / (self.end - self.start)
        first, last, second, third = self.coefficients
        inside: Array = first * (1 - x) + x * (last + (1 - x) * (second + x * third))
        return inside


class Batch:
    """Lanes that go on step by step.

    `parameters` are [P + H] rows of [N] (or numbers), in the network's order, then a switch for each of the
    code's holdable species; `state` is [S, N]. Time is in the network's unit. `relative` is the error allowed
    in a step, of states above `floor`; below, that of `floor`.

    Raises (from `steps`):
        SolverFailed: a lane cannot go on.
    """

    def __init__(
        self, code: Lanes, parameters: Rows, state: Array, relative: float = 1e-4, floor: float = 1e-3
    ) -> None:
        self.code = code
        self.state = np.array(state, dtype=float)
        self.relative, self.floor = relative, floor
        with np.errstate(all="ignore"):
            self._constants = code.constants(parameters)
        self._step = 0.0

    def steps(self, given: Given) -> Iterator[Step]:
        """Go through a stretch of time from the present state; each step as it is done."""
        with np.errstate(all="ignore"):
            fixed = self.code.inputs(self._constants, given.inputs(given.start))
        time, length = (
            given.start,
            min(self._step or 1e-3 * (given.end - given.start), given.end - given.start),
        )
        for _ in range(MOST_STEPS):
            left = given.end - time
            if left <= 1e-12 * max(1.0, abs(given.end)):
                return
            length = (
                left if length > 0.99 * left else min(length, 0.5 * left) if length > 0.5 * left else length
            )
            with np.errstate(all="ignore"):
                step, error = self._try(given, fixed, time, length)
            if error <= 1.0:
                time = step.end
                self.state = step.coefficients[1]
                yield step
            change = SAFETY / max(error, 1e-8) ** 0.25 if np.isfinite(error) else SHORTEN
            length *= min(LENGTHEN if error <= 1.0 else 1.0, max(SHORTEN, change))
            self._step = length
            if length < SMALLEST:
                break
        raise SolverFailed(f"the solver of many people could not go on at {time:.4g}")

    def restart(self, length: float) -> None:
        """Let the next step be no longer than this, because something has jumped."""
        self._step = min(self._step or length, length)

    def slopes(self, inputs: Rows) -> Array:
        """d state / d time of all lanes under these inputs [S, N]."""
        with np.errstate(all="ignore"):
            given = self.code.inputs(self._constants, inputs)
            return self._rows(self.code.slopes(self.state, self._constants, given))

    def settle(self, inputs: Rows, first: float, long: float) -> NDArray[np.bool_]:
        """Bring all lanes to rest under these inputs [I]: which of them are there now [N].

        Implicit Euler steps, the first of length `first` and each twice as long as the one before until
        `long` has passed, then steps as long as Newton's: coarse on the way, exact at the end. A lane that
        does not come to rest, or not where nothing is negative, is left as it ends. So is one in which
        something has died out: steps so long can leap into a rest at zero that nothing would fall into.
        """
        start = self.state
        lengths = first * 2.0 ** np.arange(np.ceil(np.log2(long / first)))
        there: NDArray[np.bool_] = np.zeros(self.state.shape, dtype=bool)
        with np.errstate(all="ignore"):
            given = self.code.inputs(self._constants, inputs)
            for length in [*lengths.tolist(), *([NEWTON] * MOST_NEWTON)]:
                rows = self.code.linear(self.state, self._constants, given, 1.0 / length)
                size = len(self.state)
                change = np.array(self.code.solve(rows[size:], self._rows(rows[:size])))
                self.state = self.state + change
                there = np.less_equal(np.abs(change), SETTLED * (np.abs(self.state) + SMALL))
                if length == NEWTON and there.all():
                    break
        alive = (self.state > EXTINCT * start) | (start <= 0.0)
        at_rest: NDArray[np.bool_] = np.all(there & alive & (self.state > -SETTLED * SMALL), axis=0)
        self.state = np.where(at_rest, np.maximum(self.state, 0.0), self.state)
        return at_rest

    def _try(self, given: Given, fixed: tuple[Row, ...], time: float, length: float) -> tuple[Step, float]:
        """One step of that length, and its error over what is allowed."""
        code, constants, before = self.code, self._constants, self.state
        now = self._inputs(given, time) if given.changing else fixed
        rows = code.linear(before, constants, now, 1.0 / (rodas.GAMMA * length))
        first, found = self._rows(rows[: len(before)]), rows[len(before) :]
        drift: Array | None = None
        if given.changing:
            soon = self._inputs(given, time + NUDGE * length)
            drift = (self._rows(code.slopes(before, constants, soon)) - first) / NUDGE
        increments = np.empty((rodas.STAGES, *before.shape))
        for stage in range(rodas.STAGES):
            right = first
            if stage:
                inside = before + _sum(rodas.A[stage], increments)
                if given.changing:
                    now = self._inputs(given, time + rodas.ALPHA[stage] * length)
                right = self._rows(code.slopes(inside, constants, now))
                right += _sum(rodas.C[stage], increments) / length
            if drift is not None and rodas.GAMMAS[stage]:
                right = right + rodas.GAMMAS[stage] * drift
            increments[stage] = code.solve(found, right)
        after = before + _sum(rodas.END, increments)
        allowed = self.relative * np.maximum(np.maximum(np.abs(before), np.abs(after)), self.floor)
        error = float(np.sqrt(np.mean((increments[-1] / allowed) ** 2, axis=0)).max())
        bends = _sum(rodas.SECOND, increments), _sum(rodas.THIRD, increments)
        return Step(time, time + length, (before, after, *bends)), error

    def _rows(self, rows: Sequence[Row]) -> Array:
        """Slopes as one array [S, N], even where one is the same number in all lanes."""
        try:
            return np.array(rows)
        except ValueError:
            return np.array([np.broadcast_to(row, self.state.shape[1]) for row in rows])

    def _inputs(self, given: Given, time: float) -> tuple[Row, ...]:
        """What follows from the inputs at a time; at the end of the stretch, before any jump."""
        inside = min(time, given.end - 1e-9 * (given.end - given.start))
        return self.code.inputs(self._constants, given.inputs(inside))


def _sum(weights: tuple[float, ...], increments: Array) -> Array:
    """The first increments, weighted and added [S, N]."""
    stages, *shape = increments.shape
    total: Array = np.array(weights) @ increments.reshape(stages, -1)[: len(weights)]
    return total.reshape(shape)
