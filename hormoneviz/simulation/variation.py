"""Variation: how the states of a network along its course move with its parameters, exactly: the sensitivity
equations dS/dt = J S + F.

J is the solver's Jacobian, F what a parameter does to the slopes by itself (kinetics/tangents.py). Steps are
those of Radau IIA of order 5 (Hairer and Wanner, Solving Ordinary Differential Equations II, 1996), which for
equations linear in S need no iteration. At rest J S = -F, with what is conserved held to its total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.compiled import Compiled
from hormoneviz.kinetics.tangents import tangents
from hormoneviz.simulation.conditions import Condition
from hormoneviz.simulation.directions import Directions
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.ode import Piece

Array = NDArray[np.float64]

JOINED: Final = 3
"""steps of the film's solver that one step here spans: LSODA's are many and short, Radau's order is high"""
BEFORE: Final = 1e-9
"""min; a jump at the end of a piece belongs to the next"""
RESTS: Final = 1e-6
"""what may be left of J S + F at rest, as a share of F"""
_ROOT: Final = 6.0**0.5
_NODES: Final = ((4 - _ROOT) / 10, (4 + _ROOT) / 10, 1.0)
_WEIGHTS: Final = np.array(
    [
        [(88 - 7 * _ROOT) / 360, (296 - 169 * _ROOT) / 1800, (-2 + 3 * _ROOT) / 225],
        [(296 + 169 * _ROOT) / 1800, (88 + 7 * _ROOT) / 360, (-2 - 3 * _ROOT) / 225],
        [(16 - _ROOT) / 36, (16 + _ROOT) / 36, 1 / 9],
    ]
)


class Variation:
    """The sensitivities [S, D] of one condition's course."""

    def __init__(self, runner: Compiled, condition: Condition, directions: Directions) -> None:
        self._runner, self._condition, self._directions = runner, condition, directions
        self._tangents = tangents(runner.network)
        self._fixed = not _changing(condition)
        self._kept: Array | None = None

    def at_rest(self, state: Array) -> Array:
        """Sensitivities of the state of rest.

        Raises:
            SolverFailed: it does not hang on the parameters in one way only.
        """
        given, network = self._condition.resting_inputs, self._runner.network
        by_inputs = self._directions.resting_inputs()
        jacobian = self._runner.jacobian(0.0, state, self._condition.parameters, lambda _t: given)
        pushed = self._pushed(state, given, by_inputs)
        species = [s.name for s in network.species]
        parameters = [p.name for p in network.parameters]
        laws = [law for law in network.conserved if law.exact]
        members = np.array([[float(name in law.members) for name in species] for law in laws])
        totals = self._directions.parameters[[parameters.index(law.total) for law in laws]]
        left = np.concatenate([jacobian, members.reshape(len(laws), len(species))])
        found = np.linalg.lstsq(left, np.concatenate([-pushed, totals]), rcond=1e-13)[0]
        remains = np.abs(jacobian @ found + pushed).max(axis=0)
        if np.any(remains > RESTS * np.maximum(np.abs(pushed).max(axis=0), 1e-3)):
            raise SolverFailed("the state of rest does not follow the parameters smoothly here")
        return np.asarray(found)

    def along(self, pieces: Sequence[Piece], start: Array, time: float) -> Iterator[tuple[float, Array]]:
        """From time 0 to `time` (min): each (time reached, sensitivities there)."""
        spread = start
        for piece in pieces:
            first, last = time_of(piece.start), min(time_of(piece.end), time)
            ends = piece.states.ends[JOINED - 1 :: JOINED]
            cuts = [first, *ends[(ends > first + BEFORE) & (ends < last - BEFORE)].tolist(), last]
            for begin, end in pairwise(cuts):
                if end > begin:
                    spread = self._step(piece, spread, begin, end)
                    yield end, spread

    def _step(self, piece: Piece, spread: Array, begin: float, end: float) -> Array:
        """One step of Radau IIA: all three stages in one system of linear equations."""
        size, length = len(spread), end - begin
        times = [min(begin + node * length, time_of(piece.end) - BEFORE) for node in _NODES]
        states = piece.states(np.array(times)).T
        slopes = []
        matrix = np.eye(3 * size)
        for i, (time, state) in enumerate(zip(times, states, strict=True)):
            given = self._condition.inputs(time)
            jacobian = self._runner.jacobian(time, state, self._condition.parameters, self._condition.inputs)
            slopes.append(jacobian @ spread + self._pushed(state, given, self._by_inputs(time)))
            for j in range(3):
                block = length * _WEIGHTS[i, j] * jacobian
                matrix[i * size : (i + 1) * size, j * size : (j + 1) * size] -= block
        stages = np.linalg.solve(matrix, np.concatenate(slopes)).reshape(3, size, -1)
        step: Array = spread + length * np.einsum("i,isd->sd", _WEIGHTS[2], stages)
        return step

    def _pushed(self, state: Array, given: Sequence[float], by_inputs: Array) -> Array:
        """What each direction does to the slopes by itself [S, D]."""
        at = state.tolist(), self._condition.parameters, given
        found: Array = self._tangents.by_parameter(*at) @ self._directions.parameters
        return found + self._tangents.by_input(*at) @ by_inputs

    def _by_inputs(self, time: float) -> Array:
        if not self._fixed:
            return self._directions.inputs(time)
        if self._kept is None:
            self._kept = self._directions.inputs(time)
        return self._kept


def _changing(condition: Condition) -> bool:
    """Whether an input hangs on the person and on time at once: what is eaten or infused is the same in all,
    a wave of cytokines starts from the person's own level."""
    return any(callable(condition.given[name]) for name in ("TNF", "IL6") if name in condition.given)
