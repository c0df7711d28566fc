"""Directions: which way a person changes when one parameter is another, all along: what the cell's network is
told then, after the weeks of the calendar have had their say.

A parameter acts on the network where it stands in it, and through the calendar's state (slow_variation.py),
which sets multipliers and inputs of the network by explicit formulas (body.py, whole_body.py). The slope of
these is read off a little to either side; where one has a kink at this very state, it is the mean of both.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.network import Network
from hormoneviz.kinetics.presets import calendar_of_sex
from hormoneviz.simulation.conditions import Condition, condition_in, network_of
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.slow_variation import OWN, Slow, slow_variation
from hormoneviz.simulation.steady import runner
from hormoneviz.simulation.whole_body import TAKEN_OVER

Array = NDArray[np.float64]

STEP: Final = 2e-3
"""of a parameter, to either side: what the slope of a formula leaves out is its square, and body.py drops
what changes a multiplier by less than 1e-4"""
_SLICE: Final = 16
"""conditions worked out at a time"""


@dataclass(frozen=True, eq=False)
class Directions:
    """D parameters, each by a whole e-fold of itself: derivatives are with respect to logarithms."""

    names: tuple[str, ...]
    parameters: Array
    """what each does to the parameters of the network [P, D]"""
    _sides: tuple[Sequence[Condition], Sequence[Condition]]
    """conditions with a little more and a little less of each calendar parameter [C each]"""
    _places: NDArray[np.intp]
    """which of the names those are [C]"""
    size: int
    """inputs of the network"""

    def inputs(self, time: float) -> Array:
        """What each does to the inputs at a time (min) [I, D]."""
        found = np.zeros((self.size, len(self.names)))
        more, less = (np.array([c.inputs(time) for c in side]).T for side in self._sides)
        found[:, self._places] = (more - less) / (2 * STEP)
        return found

    def resting_inputs(self) -> Array:
        """The same before time 0."""
        found = np.zeros((self.size, len(self.names)))
        more, less = (np.array([c.resting_inputs for c in side]).T for side in self._sides)
        found[:, self._places] = (more - less) / (2 * STEP)
        return found


def directions(scenario: Scenario, condition: Condition) -> Generator[float, None, Directions]:
    """All parameters of the network and of the calendar that are not nought, of a scenario without events.

    Raises:
        SolverFailed, UnitError: as for slow_variation.
    """
    network = network_of(scenario).network
    ours = [p.name for p in network.parameters]
    of_calendar = [
        n for n, value in calendar_of_sex(scenario.person.sex).items() if value and n not in TAKEN_OVER
    ]
    own = [n for n, v in zip(ours, condition.parameters, strict=True) if v and n not in TAKEN_OVER]
    names = tuple(dict.fromkeys([*own, *of_calendar]))
    slow = yield from _scaled(slow_variation(scenario, of_calendar), 0.5)
    found = []
    for i, state in enumerate(_states(scenario, slow)):
        found.append(condition_in(state, scenario))
        if i % _SLICE == 0:
            yield 0.5 + 0.25 * i / len(of_calendar)
    more, less = found[: len(of_calendar)], found[len(of_calendar) :]
    matrix = _own(network, names, condition)
    places = np.array([names.index(name) for name in of_calendar], dtype=np.intp)
    above, below = (np.array([c.parameters for c in side]).T for side in (more, less))
    matrix[:, places] += (above - below) / (2 * STEP)
    return Directions(names, matrix, (more, less), places, len(network.inputs))


def _own(network: Network, names: Sequence[str], condition: Condition) -> Array:
    """Each parameter's effect on itself [P, D]."""
    matrix = np.zeros((len(network.parameters), len(names)))
    for row, (parameter, value) in enumerate(zip(network.parameters, condition.parameters, strict=True)):
        if parameter.name in names:
            matrix[row, names.index(parameter.name)] = value
    return matrix


def _states(scenario: Scenario, slow: Slow) -> list[dict[str, float]]:
    """Every quantity of the calendar with a little more and then a little less of each parameter, as
    `Calendar.at` gives it [2 D]."""
    run, width = runner(scenario.person.sex), slow.by_states.shape[1]
    ways = np.concatenate([STEP * np.eye(width), -STEP * np.eye(width)], axis=1)
    states = slow.states[:, None] + slow.by_states @ ways
    values = slow.parameters[:, None] + slow.by_parameters @ ways
    inputs = np.broadcast_to(slow.inputs[:, None], (len(slow.inputs), 2 * width))
    read = run.read(states, values, inputs)
    own = values[[p.name for p in run.network.parameters].index(OWN)]
    columns = [np.broadcast_to(column, 2 * width) for column in (*read.values(), own)]
    return [dict(zip([*read, OWN], row, strict=True)) for row in np.array(columns).T.tolist()]


def _scaled(work: Generator[float, None, Slow], length: float) -> Generator[float, None, Slow]:
    while True:
        try:
            yield length * next(work)
        except StopIteration as end:
            found: Slow = end.value
            return found
