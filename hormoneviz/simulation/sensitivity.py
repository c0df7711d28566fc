"""Sensitivity: how much each parameter matters for a quantity at one moment, locally.

Told as an elasticity: by how many per cent the quantity changes for one per cent more of the parameter, in a
person who has had it all along. In the hours it is exact, by the Jacobian of the formulas (variation.py); in
the weeks before, where a person's organs are worked out one after the other (steady.py), it is a difference
(directions.py). Where there is a kink at this very state (a threshold just met), the slope is that towards
more of the parameter.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.lanes import lanes
from hormoneviz.kinetics.tangents import gradient, tangents
from hormoneviz.simulation.conditions import as_it_stands, conditions, network_of
from hormoneviz.simulation.directions import Directions, directions
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.grid import cell_at, time_of
from hormoneviz.simulation.lives import HOLDABLE
from hormoneviz.simulation.ode import Solution, rest
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.variation import Variation

Array = NDArray[np.float64]

Result = TypeVar("Result")

TOP: Final = 12
NOTHING: Final = 1e-9
"""a quantity below it has no per cent"""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What matters for one quantity at one moment."""

    quantity: str
    time: float
    """min"""
    value: float
    """of the quantity, in its unit"""
    elasticities: tuple[tuple[str, float], ...]
    """(parameter, % of the quantity for 1 % of the parameter), all of them, the most important first"""

    @property
    def top(self) -> tuple[tuple[str, float], ...]:
        """Those that matter most, and matter at all."""
        return tuple(one for one in self.elasticities[:TOP] if one[1] != 0.0)


class Sensitivities:
    """The work on what matters, in slices of a few milliseconds: call `advance` until it says True.

    The scenario is taken as it stands at that time, every event so far as if from the start, as the ledger
    does (attribution.py).

    Raises (from `advance`):
        KeyError: no species or rule of the film has that name.
        SolverFailed: the scenario cannot be solved, or a quantity is nought and has no per cent.
        UnitError: a quantity of the scenario cannot be read.
    """

    def __init__(self, scenario: Scenario, quantity: str, time: float) -> None:
        """Raises UnitError if an event of the scenario cannot be read."""
        self.scenario, self.quantity, self.time = as_it_stands(scenario, time), quantity, time
        self.progress = 0.0
        """0 to 1"""
        self.result: Sensitivity | None = None
        self._work = self._solve()

    def advance(self) -> bool:
        """Work for a few milliseconds; whether `result` is there."""
        self.progress = next(self._work, 1.0)
        return self.result is not None

    def _solve(self) -> Iterator[float]:
        runner = network_of(self.scenario)
        gradient(runner.network, self.quantity)
        yield 0.05
        (condition,) = conditions(self.scenario)
        course, cell = Solution(runner, [condition]), cell_at(self.time)
        while course.end <= cell:
            course.extend(course.end)
            yield 0.1
        ways: Directions = yield from _scaled(directions(self.scenario, condition), 0.1, 0.2)
        variation = Variation(runner, condition, ways)
        state = rest(runner, condition.parameters, condition.resting_inputs)
        spread: Array = yield from _scaled(variation.at_rest(state), 0.35, 0.0)
        for now, found in variation.along(course.pieces, spread, self.time):
            spread = found
            yield 0.35 + 0.6 * now / self.time
        self.result = self._read(course, ways, variation, spread)
        yield 1.0

    def _read(self, course: Solution, ways: Directions, variation: Variation, spread: Array) -> Sensitivity:
        """From sensitivities of the states [S, D] to that of the quantity."""
        runner = course.runner
        piece = next(p for p in reversed(course.pieces) if time_of(p.start) <= self.time + 1e-9)
        state, given = piece.states(np.array([self.time]))[:, 0], piece.condition.inputs(self.time)
        by_inputs, gradients = ways.inputs(self.time), gradient(runner.network, self.quantity)

        def moved(at: tuple[Array, Sequence[float], Sequence[float]], which: list[int]) -> Array:
            by_state, by_parameter, by_input = (by(at[0].tolist(), *at[1:]) for by in gradients)
            change = by_state @ spread[:, which] + by_parameter @ ways.parameters[:, which]
            change += by_input @ by_inputs[:, which]
            return np.asarray(change[0])

        change = moved((state, piece.condition.parameters, given), list(range(len(ways.names))))
        for one in variation.kinked:
            change[one] = moved(variation.beside(one, state, given, by_inputs, spread), [one])[0]
        read = runner.read(state[:, None], piece.condition.parameters, np.array(given)[:, None])
        value = float(np.ravel(read[self.quantity])[0])
        if not abs(value) > NOTHING or not np.all(np.isfinite(change)):
            raise SolverFailed(f"{self.quantity} is nought here, or its slope is none")
        shares = change / value
        order = np.argsort(-np.abs(shares), kind="stable").tolist()
        return Sensitivity(
            self.quantity, self.time, value, tuple((ways.names[i], float(shares[i])) for i in order)
        )


def _scaled(
    work: Generator[float | None, None, Result], start: float, length: float
) -> Generator[float, None, Result]:
    """The same work, its progress counted from `start` on."""
    while True:
        try:
            yield start + length * (next(work) or 0.0)
        except StopIteration as end:
            found: Result = end.value
            return found


def prepare(scenario: Scenario, quantity: str) -> None:
    """Make the code that this runs on, which takes half a second once for each network; may be done in
    another thread."""
    network = network_of(scenario).network
    lanes(calendar(scenario.person.sex), HOLDABLE)
    tangents(network)
    if quantity in network.units:
        gradient(network, quantity)


def sensitivity(scenario: Scenario, quantity: str, time: float) -> Sensitivity:
    """What matters for a quantity of the film at a time (min), all at once.

    Raises:
        KeyError, SolverFailed, UnitError: as for Sensitivities.
    """
    work = Sensitivities(scenario, quantity, time)
    while not work.advance():
        pass
    assert work.result is not None
    return work.result
