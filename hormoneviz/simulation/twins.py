"""Twins: one scenario in many versions, all of the same network: their calendars up to the week and their
cells through the experiment, in lanes.

Work is done in slices of a few milliseconds: iterate over `settle` once, then over `reach` for any time.
Steps depend on the scenarios alone, never on which times were asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from hormoneviz.kinetics.lanes import lanes
from hormoneviz.kinetics.presets import calendar_of_sex
from hormoneviz.simulation import units
from hormoneviz.simulation.batch import Batch, Given, Step
from hormoneviz.simulation.conditions import (
    Condition,
    condition_in,
    events_in_order,
    network_of,
    with_settings,
)
from hormoneviz.simulation.constitution import constitution_of
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.lives import Life, Lives
from hormoneviz.simulation.ode import REST, rest
from hormoneviz.simulation.scenario import Scenario, Settings

Array = NDArray[np.float64]

RELATIVE, FLOOR = 1e-3, 1e-2
"""of a step (batch.py): surface GLUT4 and uptake are within 5e-4 of the film's, as a share of their peak"""
FIRST = 0.5
"""min; the first step on the way to rest"""
OPENING = 0.2
"""min; the first step after time 0 and after a jump of what is given"""
SLICE = 16
"""scenarios whose parameters are worked out at a time"""


@dataclass(frozen=True, eq=False)
class _Stretch:
    """What holds in all lanes from one event to the next."""

    start: float
    """min"""
    conditions: Sequence[Condition]
    """[N]"""
    parameters: Array
    """[P, N]"""

    def inputs(self, time: float) -> Array:
        """[I, N]"""
        return np.array([c.inputs(time) for c in self.conditions]).T


class Twins:
    """N scenarios of the same sex, tissue, experiment and events.

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
        self._runner = network_of(self.scenarios[0])
        self._stretches: list[_Stretch] = []
        self._lives: tuple[list[Life], Lives] | None = None
        self._steps: list[Step] = []
        self._course: Iterator[Step] = iter(())

    def settle(self) -> Iterator[None]:
        """Live the calendars up to the week, and let the cells come to rest."""
        standing = [replace(scenario, event=()) for scenario in self.scenarios]
        yield from self._add_stretch(standing, 0, {})
        for cell, settings in events_in_order(self.scenarios[0]):
            standing = [with_settings(one, settings, cell) for one in standing]
            yield from self._add_stretch(standing, cell, settings)
        first = self._stretches[0]
        start = np.array([self._runner.start(column) for column in first.parameters.T.tolist()]).T
        batch = Batch(lanes(self._runner.network), first.parameters, start, RELATIVE, FLOOR)
        found = batch.settle(np.array([c.resting_inputs for c in first.conditions]).T, FIRST, REST)
        yield
        for lane in np.flatnonzero(~found).tolist():
            own = tuple(first.parameters[:, lane].tolist())
            batch.state[:, lane] = rest(self._runner, own, first.conditions[lane].resting_inputs)
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
        now = next(s for s in reversed(self._stretches) if s.start <= step.start)
        read = self._runner.read(step.at(time), now.parameters, now.inputs(time))  # type: ignore[arg-type]
        return {name: np.broadcast_to(values, len(self.scenarios)) for name, values in read.items()}

    def _add_stretch(self, standing: Sequence[Scenario], cell: int, settings: Settings) -> Iterator[None]:
        """The conditions from one event on: a load that it sets is acute (conditions.py), and its parameters
        have not been there for weeks."""
        years = [
            replace(now, inflammation=first.inflammation, parameters=first.parameters)
            for now, first in zip(standing, self.scenarios, strict=True)
        ]
        wanted = [life_of(*twin) for twin in zip(years, self._factors, strict=True)]
        if self._lives is None or self._lives[0] != wanted:
            lives = Lives(wanted)
            yield from lives.untreated()
            yield from lives.until(self.scenarios[0].week)
            self._lives = wanted, lives
        acute = standing[0].inflammation.load
        lasting = self.scenarios[0].inflammation.load
        states = self._lives[1].now(None if acute == lasting else acute)
        self.states = self.states or states
        conditions = []
        for i, (scenario, state) in enumerate(zip(standing, states, strict=True)):
            conditions.append(condition_in(state, scenario, cell, settings))
            if i % SLICE == SLICE - 1:
                yield
        parameters = np.array([c.parameters for c in conditions]).T * self._multipliers()
        self._stretches.append(_Stretch(time_of(cell), conditions, parameters))

    def _run(self, batch: Batch) -> Iterator[Step]:
        """The whole experiment, and as long again for who asks beyond its end."""
        last = 2 * units.read(self.scenarios[0].duration, "time")
        ends = [*(s.start for s in self._stretches[1:]), last]
        for i, (now, end) in enumerate(zip(self._stretches, ends, strict=True)):
            if i:
                before = self._stretches[i - 1].parameters
                state = self._with_totals(batch.state, before, now.parameters)
                batch = Batch(lanes(self._runner.network), now.parameters, state, RELATIVE, FLOOR)
            yield from self._until(batch, now, min(end, last))

    def _until(self, batch: Batch, now: _Stretch, end: float) -> Iterator[Step]:
        """From the start of a stretch to its end."""
        breaks = sorted(time_of(cell) for cell in now.conditions[0].breaks)
        for first, last in pairwise([now.start, *(b for b in breaks if now.start < b < end), end]):
            batch.restart(OPENING)
            seen = [now.inputs(t) for t in (first, (2 * first + last) / 3, (first + 2 * last) / 3)]
            changing = not all(np.array_equal(seen[0], other) for other in seen)
            yield from batch.steps(Given(first, last, now.inputs, changing))

    def _with_totals(self, state: Array, before: Array, after: Array) -> Array:
        """The states once a total has changed: its members keep their shares of it (ode.py)."""
        network = self._runner.network
        names = [p.name for p in network.parameters]
        places = {s.name: i for i, s in enumerate(network.species)}
        scaled = state.copy()
        for law in network.conserved:
            k = names.index(law.total)
            change = np.divide(after[k], before[k], out=np.ones_like(after[k]), where=before[k] != 0)
            for member in law.members:
                scaled[places[member]] *= change
        return scaled

    def _multipliers(self) -> Array:
        """The factors of the network's parameters [P, N]."""
        names = [parameter.name for parameter in self._runner.network.parameters]
        return np.array([[factors.get(name, 1.0) for factors in self._factors] for name in names])


def life_of(scenario: Scenario, factors: Mapping[str, float]) -> Life:
    """A scenario's life on the calendar, with parameters multiplied by name."""
    who = constitution_of(scenario)
    known = {name: calendar_of_sex(who.sex)[name] for name in factors if name in calendar_of_sex(who.sex)}
    own = known | {name: value for name, value in who.parameters if name in factors}
    if own:
        who = who.changed(**{name: value * factors[name] for name, value in own.items()})
    return who, scenario.therapy
