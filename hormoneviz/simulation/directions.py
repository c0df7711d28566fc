"""Directions: which way a person changes when one parameter is another, all along: what the cell's network is
told then, after the weeks of the calendar have had their say.

A parameter acts on the network where it stands in it, and through the calendar's state, which sets
multipliers and inputs of the network (body.py, whole_body.py). The first is exact. The second is a difference
of lives in lanes, which take the same steps and come to rest to nine digits: a healthy person rests on kinks
of the calendar (growth hormone just normal, beta cells neither growing nor dying), where its Jacobian is that
of one side, or of none.
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
from hormoneviz.simulation.lives import Lives
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.twins import life_of
from hormoneviz.simulation.whole_body import TAKEN_OVER

Array = NDArray[np.float64]

STEP: Final = 2e-3
"""of a parameter, to either side: what the difference leaves out is its square"""
KINK: Final = 0.05
"""share of the steeper side by which both sides of a kink differ; a curve's differ by less"""
_SLICE: Final = 16
"""conditions worked out at a time"""


@dataclass(frozen=True, eq=False)
class Directions:
    """D parameters, each by a whole e-fold of itself: derivatives are with respect to logarithms."""

    names: tuple[str, ...]
    parameters: Array
    """what each does to the parameters of the network [P, D]"""
    _sides: tuple[Sequence[Condition], Sequence[Condition], Sequence[Condition]]
    """conditions with a little more and a little less of each calendar parameter [C each], and without [1]"""
    _places: NDArray[np.intp]
    """which of the names those are [C]"""
    size: int
    """inputs of the network"""

    def inputs(self, time: float) -> Array:
        """What each does to the inputs at a time (min) [I, D]."""
        return self._placed([[c.inputs(time) for c in side] for side in self._sides])

    def resting_inputs(self) -> Array:
        """The same before time 0."""
        return self._placed([[c.resting_inputs for c in side] for side in self._sides])

    def _placed(self, given: Sequence[Sequence[tuple[float, ...]]]) -> Array:
        found = np.zeros((self.size, len(self.names)))
        more, less, now = (np.array(side).T for side in given)
        found[:, self._places] = slopes(more, less, now)
        return found


def slopes(more: Array, less: Array, now: Array) -> Array:
    """By an e-fold of each parameter, from a STEP more of it, a STEP less, and none: the mean of both sides,
    or at a kink that of more."""
    up, down = (more - now) / STEP, (now - less) / STEP
    kinked = np.abs(up - down) > KINK * np.maximum(np.abs(up), np.abs(down))
    return np.where(kinked, up, 0.5 * (up + down))


def directions(scenario: Scenario, condition: Condition) -> Generator[float, None, Directions]:
    """All parameters of the network and of the calendar that are not nought, of a scenario without events.

    Raises:
        SolverFailed: a life cannot be solved.
    """
    network = network_of(scenario).network
    ours = [p.name for p in network.parameters]
    of_calendar = [
        n for n, value in calendar_of_sex(scenario.person.sex).items() if value and n not in TAKEN_OVER
    ]
    own = [n for n, v in zip(ours, condition.parameters, strict=True) if v and n not in TAKEN_OVER]
    names = tuple(dict.fromkeys([*own, *of_calendar]))
    factors = [{n: 1.0 + way * STEP} for way in (1, -1) for n in of_calendar] + [{}]
    lives = Lives([life_of(scenario, one) for one in factors])
    for work in (lives.untreated(), lives.until(scenario.week)):
        for _ in work:
            yield 0.3
    found = []
    for i, state in enumerate(lives.now()):
        found.append(condition_in(state, scenario))
        if i % _SLICE == 0:
            yield 0.3 + 0.7 * i / len(factors)
    more, less = found[: len(of_calendar)], found[len(of_calendar) : -1]
    matrix = _own(network, names, condition)
    places = np.array([names.index(name) for name in of_calendar], dtype=np.intp)
    sides = more, less, found[-1:]
    matrix[:, places] += slopes(*(np.array([c.parameters for c in side]).T for side in sides))
    return Directions(names, matrix, sides, places, len(network.inputs))


def _own(network: Network, names: Sequence[str], condition: Condition) -> Array:
    """Each parameter's effect on itself [P, D]."""
    matrix = np.zeros((len(network.parameters), len(names)))
    for row, (parameter, value) in enumerate(zip(network.parameters, condition.parameters, strict=True)):
        if parameter.name in names:
            matrix[row, names.index(parameter.name)] = value
    return matrix
