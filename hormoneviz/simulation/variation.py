"""Variation: how the states of a network along its course move with its parameters, exactly: the sensitivity
equations dS/dt = J S + F.

J is the solver's Jacobian, F what a parameter does to the slopes by itself (kinetics/tangents.py). At rest
J S = -F, with what is conserved held to its total; from there on in steps (radau.py).

A healthy body rests on kinks: glucose stands exactly where insulin's answer to more of it begins. There J
and F are those a little to the side of more of the parameter, which differ from one parameter to another.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
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
from hormoneviz.simulation.radau import NODES, radau

Array = NDArray[np.float64]

JOINED: Final = 3
"""steps of the film's solver that one step here spans: LSODA's are many and short, Radau's order is high"""
BEFORE: Final = 1e-9
"""min; a jump at the end of a piece belongs to the next"""
RESTS: Final = 1e-6
"""what may be left of J S + F at rest, as a share of F"""
BESIDE: Final = 3e-5
"""e-folds of a parameter: so far beside a kink J and F are taken, farther than a film at rest wavers"""
ALIKE: Final = 1e-3
"""share by which slopes and Jacobians may differ and there is no kink between them"""
ROUNDS: Final = 3
"""until the side of a kink and the way there agree"""


class Variation:
    """The sensitivities [S, D] of one condition's course."""

    def __init__(self, runner: Compiled, condition: Condition, directions: Directions) -> None:
        self._runner, self._condition, self._directions = runner, condition, directions
        self._tangents = tangents(runner.network)
        self._fixed = not _changing(condition)
        self._kept: Array | None = None
        self._groups: list[list[int]] = []
        """directions that go to the same side of kinks on which the course still stands"""
        self.kinked: list[int] = []
        """directions for which the state of rest has a kink"""

    def at_rest(self, state: Array) -> Generator[None, None, Array]:
        """Sensitivities of the state of rest, in slices.

        Raises:
            SolverFailed: it does not hang on the parameters in one way only.
        """
        given, by_inputs = self._condition.resting_inputs, self._directions.resting_inputs()
        jacobian, pushed = self._seen(0.0, state, given, by_inputs)
        everyone = list(range(len(self._directions.names)))
        found = self._solved(jacobian, pushed, everyone)
        groups: dict[bytes, list[int]] = {}
        yield
        self.kinked = self._on_kinks(state, given, by_inputs, found)
        for one in self.kinked:
            yield
            for _ in range(ROUNDS):
                own, forced = self._seen(0.0, state, given, by_inputs, (found, one))
                found[:, [one]] = self._solved(own, forced[:, [one]], [one])
            side = np.abs(own - jacobian) > ALIKE * np.abs(jacobian).max()
            groups.setdefault(side.tobytes(), []).append(one)
        self._groups = list(groups.values())
        return found

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

    def beside(
        self, one: int, state: Array, given: Sequence[float], by_inputs: Array, spread: Array, way: int = 1
    ) -> tuple[Array, list[float], list[float]]:
        """State, parameters and inputs with a very little more of a parameter, or less (way -1)."""
        far = way * BESIDE
        parameters = np.array(self._condition.parameters) + far * self._directions.parameters[:, one]
        inputs = np.array(given) + far * by_inputs[:, one]
        return state + far * spread[:, one], parameters.tolist(), inputs.tolist()

    def _step(self, piece: Piece, spread: Array, begin: float, end: float) -> Array:
        times = [min(begin + node * (end - begin), time_of(piece.end) - BEFORE) for node in NODES]
        states = piece.states(np.array(times)).T
        given = [(self._condition.inputs(t), self._by_inputs(t)) for t in times]
        given = [(self._condition.inputs(t), self._by_inputs(t)) for t in times]
        nodes = [(t, y, *known) for t, y, known in zip(times, states, given, strict=True)]
        seen = [self._seen(*node) for node in nodes]
        after = radau(spread, end - begin, seen)
        sides = [[self._seen(*node, (spread, group[0])) for node in nodes] for group in self._groups]
        if all(_alike(there[0], here[0]) for side in sides for there, here in zip(side, seen, strict=True)):
            self._groups = []  # the course has left the kinks it rested on
            return after
        for group, side in zip(self._groups, sides, strict=True):
            own = [(jacobian, pushed[:, group]) for jacobian, pushed in side]
            after[:, group] = radau(spread[:, group], end - begin, own)
        return after

    def _seen(
        self,
        time: float,
        state: Array,
        given: Sequence[float],
        by_inputs: Array,
        way: tuple[Array, int] | None = None,
    ) -> tuple[Array, Array]:
        """J [S, S] and F [S, D]; a little to the side of more of one parameter, given (S, which one)."""
        parameters: Sequence[float] = self._condition.parameters
        if way is not None:
            state, parameters, given = self.beside(way[1], state, given, by_inputs, way[0])
        fixed = tuple(given)
        jacobian = self._runner.jacobian(time, state, parameters, lambda _t: fixed)
        at = state.tolist(), parameters, given
        pushed = self._tangents.by_parameter(*at) @ self._directions.parameters
        return jacobian, pushed + self._tangents.by_input(*at) @ by_inputs

    def _solved(self, jacobian: Array, pushed: Array, which: Sequence[int]) -> Array:
        """S of those directions at rest [S, D]."""
        network = self._runner.network
        species = [s.name for s in network.species]
        parameters = [p.name for p in network.parameters]
        laws = [law for law in network.conserved if law.exact]
        members = np.array([[float(name in law.members) for name in species] for law in laws])
        rows = [parameters.index(law.total) for law in laws]
        totals = self._directions.parameters[rows][:, which]
        left = np.concatenate([jacobian, members.reshape(len(laws), len(species))])
        found = np.linalg.lstsq(left, np.concatenate([-pushed, totals]), rcond=1e-13)[0]
        remains = np.abs(jacobian @ found + pushed).max(axis=0)
        if np.any(remains > RESTS * np.maximum(np.abs(pushed).max(axis=0), 1e-3)):
            raise SolverFailed("the state of rest does not follow the parameters smoothly here")
        return np.asarray(found)

    def _on_kinks(self, state: Array, given: Sequence[float], by_inputs: Array, spread: Array) -> list[int]:
        """The directions in which slopes bend sharply at this state."""
        found = []
        _, pushed = self._seen(0.0, state, given, by_inputs)
        still = self._slopes(state, self._condition.parameters, given)
        for one, size in enumerate(np.abs(pushed).max(axis=0).tolist()):
            more, less = (
                self._slopes(*self.beside(one, state, given, by_inputs, spread, way)) for way in (1, -1)
            )
            if np.abs(more + less - 2 * still).max() > ALIKE * BESIDE * max(size, ALIKE):
                found.append(one)
        return found

    def _slopes(self, state: Array, parameters: Sequence[float], given: Sequence[float]) -> Array:
        fixed = tuple(given)
        return np.array(self._runner.rhs(0.0, state, parameters, lambda _t: fixed))

    def _by_inputs(self, time: float) -> Array:
        if not self._fixed:
            return self._directions.inputs(time)
        if self._kept is None:
            self._kept = self._directions.inputs(time)
        return self._kept


def _alike(one: Array, other: Array) -> bool:
    """Whether two Jacobians are of the same side of every kink."""
    return bool(np.all(np.abs(one - other) <= ALIKE * np.abs(other).max()))


def _changing(condition: Condition) -> bool:
    """Whether an input hangs on the person and on time at once: what is eaten or infused is the same in all,
    a wave of cytokines starts from the person's own level."""
    return any(callable(condition.given[name]) for name in ("TNF", "IL6") if name in condition.given)
