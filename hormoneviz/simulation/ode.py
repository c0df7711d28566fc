"""Solution: the dense course of a network's states, solved piece by piece and never solved twice."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import LSODA, DenseOutput

from hormoneviz.kinetics.compiled import Compiled, Inputs
from hormoneviz.simulation.conditions import Condition
from hormoneviz.simulation.dense import Dense
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.grid import chunk_end, time_of

Array = NDArray[np.float64]

RELATIVE, ABSOLUTE = 1e-6, 1e-9
"""solver tolerances: far below what a picture or a CSV of six digits shows"""

REST = 20_000.0
"""min; long against the slowest process (the store's exchange, about 100 min), so that its end is the state
of rest"""


MOST_STEPS = 20_000
"""a hundred times what a chunk of an ordinary cell takes; parameters beyond reason could keep it for hours"""


@dataclass(frozen=True)
class Piece:
    """A stretch [start, end) of cells solved under one condition."""

    start: int
    end: int
    bound: int
    """the cell that the solver aimed at: `end`, unless an event came before"""
    condition: Condition
    states: Dense
    """times (min, any order) inside the piece -> states [S, T]"""

    def inputs(self, times: Array) -> Array:
        """Inputs at the same times [I, T]."""
        return np.array([self.condition.inputs(t) for t in times.tolist()]).T


class Solution:
    """Pieces from time 0 on, extended by whole chunks; what is there never changes."""

    def __init__(
        self, runner: Compiled, conditions: Sequence[Condition], pieces: Sequence[Piece] = ()
    ) -> None:
        self.runner = runner
        self.conditions = tuple(conditions)
        self.pieces = list(pieces)

    @property
    def end(self) -> int:
        """The first cell not solved yet."""
        return self.pieces[-1].end if self.pieces else 0

    def extend(self, cell: int) -> None:
        """Solve up to the end of the chunk that `cell` lies in.

        Raises:
            SolverFailed: LSODA could not go on.
        """
        goal = chunk_end(cell)
        while self.end < goal:
            self.pieces.append(self._next_piece())

    def shared_with(self, cell: int, conditions: Sequence[Condition]) -> Solution:
        """A solution of other conditions that differ only from `cell` on: it keeps what lies before.

        A piece that only an event had cut short, which is now gone, is solved anew as a whole.
        """
        kept = [p for p in self.pieces if p.end <= cell]
        cut = next((p for p in self.pieces if p.start < cell < p.end), None)
        if cut:
            kept.append(replace(cut, end=cell))
        elif kept and kept[-1].end not in (kept[-1].bound, *(c.start for c in conditions)):
            kept.pop()
        return Solution(self.runner, conditions, kept)

    def by_piece(self, times: Array) -> list[tuple[Piece, NDArray[np.intp]]]:
        """Each piece with the places of those times (min, any order) that lie in it; a piece owns its
        start."""
        starts = np.array([time_of(p.start) for p in self.pieces])
        owner = np.maximum(np.searchsorted(starts, times + 1e-9, side="right") - 1, 0)
        return [(self.pieces[i], np.flatnonzero(owner == i)) for i in np.unique(owner)]

    def read(self, times: Array) -> dict[str, Array]:
        """Every species, input and rule at the given times, min [T each]."""
        found: dict[str, Array] = {}
        for piece, places in self.by_piece(times):
            inside = times[places]
            values = self.runner.read(piece.states(inside), piece.condition.parameters, piece.inputs(inside))
            for name, column in values.items():
                found.setdefault(name, np.empty(len(times)))[places] = column
        return found

    def _next_piece(self) -> Piece:
        start = self.end
        condition = next(c for c in reversed(self.conditions) if c.start <= start)
        event = min((c.start for c in self.conditions if c.start > start), default=None)
        bound = min([chunk_end(start), *(b for b in condition.breaks if b > start)])
        end = bound if event is None else min(bound, event)
        states = _solve(self.runner, condition, self._state_before(condition), start, bound, end)
        return Piece(start, end, bound, condition, states)

    def _state_before(self, condition: Condition) -> Array:
        """Where the next piece starts: rest before time 0, else the last end; totals put right."""
        if self.pieces:
            last = self.pieces[-1]
            earlier, state = last.condition, last.states(np.array([time_of(last.end)]))[:, 0]
        else:
            earlier = self.conditions[0]
            state = rest(self.runner, earlier.parameters, earlier.resting_inputs)
        if earlier is condition:
            return state
        return _with_totals(self.runner, state, earlier.parameters, condition.parameters)


def _solve(runner: Compiled, condition: Condition, state: Array, start: int, bound: int, end: int) -> Dense:
    """Integrate from cell `start` towards `bound`, but stop once `end` is passed.

    The solver is never told of `end` (an event), so that a film with one more event takes the very same steps
    before it.
    """
    solver = LSODA(
        _rhs(runner, condition.parameters, condition.inputs),
        *(time_of(start), state, time_of(bound)),
        rtol=RELATIVE,
        atol=ABSOLUTE,
        max_step=10.0,
        jac=_jacobian(runner, condition.parameters, condition.inputs),
    )
    steps: list[DenseOutput] = []
    for reached in _advance(solver):
        steps.append(solver.dense_output())
        if reached.t >= time_of(end):
            break
    return Dense.of(steps)


def _rhs(runner: Compiled, parameters: Sequence[float], inputs: Inputs) -> Callable[[float, Array], Array]:
    """The right-hand side as a function of time and state alone."""
    rhs = runner.rhs

    def of_time_and_state(t: float, y: Array) -> Array:
        return np.array(rhs(t, y, parameters, inputs))

    return of_time_and_state


def _jacobian(
    runner: Compiled, parameters: Sequence[float], inputs: Inputs
) -> Callable[[float, Array], Array]:
    jacobian = runner.jacobian

    def of_time_and_state(t: float, y: Array) -> Array:
        return jacobian(t, y, parameters, inputs)

    return of_time_and_state


def _advance(solver: LSODA) -> Iterator[LSODA]:
    """Let the solver make steps until it is done, and look at it after each.

    Raises:
        SolverFailed: it cannot go on, or hardly gets on.
    """
    for _ in range(MOST_STEPS):
        if solver.status == "finished":
            return
        try:
            with warnings.catch_warnings(action="ignore", category=UserWarning):  # of what is raised below
                solver.step()
        except ArithmeticError as error:
            raise SolverFailed(f"the rates cannot be worked out at {solver.t:.4g} min ({error})") from None
        if solver.status == "failed":
            raise SolverFailed(f"the solver could not go on at {solver.t:.4g} min")
        yield solver
    raise SolverFailed(f"the solver hardly got beyond {solver.t:.4g} min in {MOST_STEPS} steps")


@lru_cache(maxsize=128)
def rest(runner: Compiled, parameters: tuple[float, ...], inputs: tuple[float, ...]) -> Array:
    """The state the cell settles in when nothing changes for long [S].

    Raises:
        SolverFailed: LSODA could not reach it.
    """

    def constant(_t: float) -> tuple[float, ...]:
        return inputs

    solver = LSODA(
        _rhs(runner, parameters, constant),
        *(0.0, runner.start(parameters), REST),
        # The way there is forgotten: in the shipped scenarios the end is that of 1e-8 and 1e-12 within 1.3e-9
        # (of the value, or of 1e-6 where it is smaller), at less than half the work.
        rtol=1e-6,
        atol=1e-10,
        jac=_jacobian(runner, parameters, constant),
    )
    for _ in _advance(solver):
        pass
    settled = np.maximum(solver.y, 0.0)
    settled.setflags(write=False)
    return settled


def _with_totals(
    runner: Compiled, state: Array, before: tuple[float, ...], after: tuple[float, ...]
) -> Array:
    """The state once a total has changed (fewer receptors, say): its members keep their shares of it."""
    names = [p.name for p in runner.network.parameters]
    places = {s.name: i for i, s in enumerate(runner.network.species)}
    scaled = state.copy()
    for law in runner.network.conserved:
        k = names.index(law.total)
        for member in law.members:
            scaled[places[member]] *= after[k] / before[k] if before[k] else 1.0
    return scaled
