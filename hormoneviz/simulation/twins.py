"""Twins: one scenario in many versions, all of the same network: their calendars up to the week and their
cells through the experiment, in lanes.

Work is done in slices of a few milliseconds: iterate over `settle` once, then over `reach` for any time.
Steps depend on the scenarios alone, never on which times were asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.lanes import lanes
from hormoneviz.kinetics.presets import calendar_parameters_known
from hormoneviz.simulation import units
from hormoneviz.simulation.batch import Batch, Given, Step
from hormoneviz.simulation.conditions import Condition, condition_in, network_of
from hormoneviz.simulation.constitution import constitution_of
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.lives import Life, Lives
from hormoneviz.simulation.ode import REST, rest
from hormoneviz.simulation.scenario import Scenario

Array = NDArray[np.float64]

RELATIVE, FLOOR = 1e-3, 1e-2
"""of a step (batch.py): surface GLUT4 and uptake are within 5e-4 of the film's, as a share of their peak"""
FIRST = 0.5
"""min; the first step on the way to rest"""
OPENING = 0.2
"""min; the first step after time 0 and after a jump of what is given"""
SLICE = 16
"""scenarios whose parameters are worked out at a time"""


class Twins:
    """N scenarios without events, of the same sex, tissue and experiment.

    Raises (from its iterators):
        SolverFailed: one of them cannot be solved.
        UnitError: a quantity of one cannot be read.
    """

    def __init__(self, scenarios: Sequence[Scenario], factors: Sequence[Mapping[str, float]] = ()) -> None:
        """`factors` multiplies parameters by name, for each scenario, in its cell, body and calendar."""
        self.scenarios = tuple(scenarios)
        self._factors = tuple(factors) or ({},) * len(self.scenarios)
        self.states: list[dict[str, float]] = []
        """every quantity of each one's calendar in its week [N], once settled"""
        self._conditions: list[Condition] = []
        self._runner = network_of(self.scenarios[0])
        self._parameters = np.empty((0, 0))
        self._steps: list[Step] = []
        self._course: Iterator[Step] = iter(())

    def settle(self) -> Iterator[None]:
        """Live the calendars up to the week, and let the cells come to rest."""
        lives = Lives([_life(*twin) for twin in zip(self.scenarios, self._factors, strict=True)])
        yield from lives.untreated()
        yield from lives.until(self.scenarios[0].week)
        self.states = lives.now()
        for i, (scenario, state) in enumerate(zip(self.scenarios, self.states, strict=True)):
            self._conditions.append(condition_in(state, scenario))
            if i % SLICE == SLICE - 1:
                yield
        self._parameters = np.array([c.parameters for c in self._conditions]).T * self._multipliers()
        start = np.array([self._runner.start(column) for column in self._parameters.T.tolist()]).T
        batch = Batch(lanes(self._runner.network), self._parameters, start, RELATIVE, FLOOR)
        found = batch.settle(np.array([c.resting_inputs for c in self._conditions]).T, FIRST, REST)
        yield
        for lane in np.flatnonzero(~found).tolist():
            condition = self._conditions[lane]
            batch.state[:, lane] = rest(
                self._runner, tuple(self._parameters[:, lane].tolist()), condition.resting_inputs
            )
            yield
        self._course = self._run(batch)

    def reach(self, time: float) -> Iterator[None]:
        """Solve at least up to a time (min), at most twice the scenario's duration.

        Raises:
            ValueError: a time beyond that.
        """
        while not self._steps or self._steps[-1].end < time:
            step = next(self._course, None)
            if step is None:
                raise ValueError(f"twins do not live for {time:g} min")
            self._steps.append(step)
            yield

    def at(self, time: float) -> dict[str, Array]:
        """Every species, input and rule of the cells at a time that was reached [N each]."""
        step = next((s for s in self._steps if time < s.end), self._steps[-1])
        read = self._runner.read(step.at(time), self._parameters, self._inputs(time))  # type: ignore[arg-type]
        return {name: np.broadcast_to(values, len(self.scenarios)) for name, values in read.items()}

    def _run(self, batch: Batch) -> Iterator[Step]:
        """The whole experiment, and as long again for who asks beyond its end."""
        end = 2 * units.read(self.scenarios[0].duration, "time")
        breaks = sorted(time_of(cell) for cell in self._conditions[0].breaks)
        for first, last in pairwise([0.0, *(b for b in breaks if 0.0 < b < end), end]):
            batch.restart(OPENING)
            seen = [self._inputs(t) for t in (first, (2 * first + last) / 3, (first + 2 * last) / 3)]
            changing = not all(np.array_equal(seen[0], other) for other in seen)
            yield from batch.steps(Given(first, last, self._inputs, changing))

    def _multipliers(self) -> Array:
        """The factors of the network's parameters [P, N]."""
        names = [parameter.name for parameter in self._runner.network.parameters]
        return np.array([[factors.get(name, 1.0) for factors in self._factors] for name in names])

    def _inputs(self, time: float) -> Array:
        return np.array([c.inputs(time) for c in self._conditions]).T


def _life(scenario: Scenario, factors: Mapping[str, float]) -> Life:
    who, known = constitution_of(scenario), calendar_parameters_known()
    own = {name: known[name].value for name in factors if name in known} | dict(who.parameters)
    if changed := {name: own[name] * factors[name] for name in factors if name in own}:
        who = who.changed(**changed)
    return who, scenario.therapy
