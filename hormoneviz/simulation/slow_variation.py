"""Slow variation: how a person's calendar in one week moves with the calendar's parameters, exactly.

The same way as the person comes about (steady.py): the stage of life, the body, the organ that a level
blames, each a state of rest, in which J S = -F; then the weeks with drugs, along dS/dt = J S + F (radau.py).
How weak an organ must be is not solved but an explicit formula, and its slope is read off at points so near
that it has nine digits.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.compiled import Compiled
from hormoneviz.kinetics.tangents import Tangents, tangents
from hormoneviz.simulation.calendar import Calendar, Stretch, calendar_of_scenario
from hormoneviz.simulation.constitution import Asked
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.radau import NODES, radau
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.steady import (
    LEAN,
    NOT_KNOWN_YET,
    READ_BY_CAUSES,
    cause,
    nothing,
    runner,
    settled,
)
from hormoneviz.simulation.therapies import DAYS_A_WEEK

Array = NDArray[np.float64]

NEAR: Final = 1e-5
"""of a parameter, to either side, for the slope of an explicit formula"""
FIRST, LONGEST = 0.25, 7.0
"""d; the first step after a dose, each then twice as long as the one before, and the longest"""
RESTS: Final = 1e-6
"""what may be left of J S + F at rest, as a share of F"""
OWN: Final = "testosterone_own"


@dataclass(frozen=True, eq=False)
class Slow:
    """A calendar in one week, and what D parameters do to it, each by a whole e-fold of itself."""

    states: Array
    """[S]"""
    parameters: Array
    """[P]"""
    inputs: Array
    """[I]"""
    by_states: Array
    """d states [S, D]"""
    by_parameters: Array
    """d parameters [P, D]: their own, and those that follow from them"""


def slow_variation(scenario: Scenario, names: Sequence[str]) -> Generator[float, None, Slow]:
    """What these parameters of the calendar do, in slices that tell how far it is (0 to 1).

    Raises:
        SolverFailed: a state of rest cannot be reached, or does not follow the parameters smoothly.
        UnitError: a level or dose cannot be read.
    """
    life = calendar_of_scenario(scenario)
    state, inputs = life.now(scenario.week)
    yield 0.1
    untreated = _Untreated(life, names)
    for done in untreated.solve():
        yield 0.1 + 0.2 * done
    spread = untreated.spread
    for done, later in _weeks(life, untreated, scenario.week * DAYS_A_WEEK):
        spread = later
        yield 0.3 + 0.7 * done
    return Slow(state, np.array(life.parameters), inputs, spread, untreated.moved)


class _Untreated:
    """The way to the state of rest without drugs (steady.untreated), with sensitivities."""

    def __init__(self, life: Calendar, names: Sequence[str]) -> None:
        self._person, self.run = life.person, runner(life.person.sex)
        network = self.run.network
        self.tangents: Tangents = tangents(network)
        self._rows = {p.name: i for i, p in enumerate(network.parameters)}
        self._species = [s.name for s in network.species]
        self._values = {p.name: p.value for p in network.parameters} | dict(life.person.parameters)
        self._values[OWN] = NOT_KNOWN_YET
        self.moved = np.zeros((len(self._rows), len(names)))
        for column, name in enumerate(names):
            if name != OWN:
                self.moved[self._rows[name], column] = self._values[name]
        self.spread = np.zeros((len(self._species), len(names)))

    def solve(self) -> Iterator[float]:
        """Fill `moved` and `spread`."""
        person = self._person
        if person.by_nature:
            lean = self.moved.copy()
            lean[[self._rows[name] for name in LEAN]] = 0.0
            self._blame(self._values | LEAN, lean, person.by_nature)
            yield 0.3
        state = settled(self.run, self._values)
        self.spread = self._rest(state, self._values, self.moved)
        place = self._species.index("testosterone")
        self._values[OWN] = max(0.01, float(state[place]))
        self.moved[self._rows[OWN]] = self.spread[place] if state[place] > 0.01 else 0.0
        yield 0.6
        if person.by_word:
            self._blame(self._values, self.moved, person.by_word)
            yield 0.8
        state = settled(self.run, self._values)
        self.spread = self._rest(state, self._values, self.moved)

    def _rest(
        self, state: Array, values: Mapping[str, float], moved: Array, held: Sequence[Asked] = ()
    ) -> Array:
        """Sensitivities of a state of rest [S, D], some species held."""
        parameters, inputs = self.run.ordered(values), nothing(self.run)
        jacobian = self.run.jacobian(0.0, state, parameters, inputs).copy()
        pushed = self.tangents.by_parameter(state.tolist(), parameters, inputs(0.0)) @ moved
        for place in (self._species.index(one.species) for one in held):
            jacobian[place], pushed[place] = 0.0, 0.0
            jacobian[place, place] = 1.0
        found = np.asarray(np.linalg.lstsq(jacobian, -pushed, rcond=1e-13)[0], dtype=float)
        remains = np.abs(jacobian @ found + pushed).max(axis=0)
        if np.any(remains > RESTS * np.maximum(np.abs(pushed).max(axis=0), 1e-3)):
            raise SolverFailed("the calendar's state of rest does not follow its parameters smoothly")
        return found

    def _blame(self, values: Mapping[str, float], moved: Array, asked: Sequence[Asked]) -> None:
        """The organs' strengths that the levels ask for, and how these move."""
        state = settled(self.run, values, asked)
        spread = self._rest(state, values, moved, asked)
        width = moved.shape[1]
        ways = np.concatenate([np.zeros((width, 1)), NEAR * np.eye(width), -NEAR * np.eye(width)], axis=1)
        numbers = np.array(self.run.ordered(values))[:, None] + moved @ ways
        states = state[:, None] + spread @ ways
        idle = np.zeros((len(self.run.network.inputs), ways.shape[1]))
        read = self.run.read(states, numbers, idle)
        seen = {name: np.broadcast_to(read[name], ways.shape[1]).tolist() for name in READ_BY_CAUSES}
        for one in asked:
            strengths = np.array(
                [
                    cause(
                        one,
                        dict(zip(self._rows, numbers[:, k].tolist(), strict=True)),
                        {name: column[k] for name, column in seen.items()},
                    )
                    for k in range(ways.shape[1])
                ]
            )
            more, less = strengths[1 : width + 1], strengths[width + 1 :]
            self._values[one.cause] = float(strengths[0])
            self.moved[self._rows[one.cause]] = (more - less) / (2 * NEAR)


def _weeks(life: Calendar, untreated: _Untreated, end: float) -> Iterator[tuple[float, Array]]:
    """From day 0 to `end`: each (share done, sensitivities there); nothing where a person rests."""
    if end <= 0.0 or not (life.therapies or life.person.swing):
        return
    spread = untreated.spread
    for stretch in life.until(end):
        first, last = float(stretch.days[0]), min(float(stretch.days[-1]), end)
        time, length = first, FIRST
        while last - time > 1e-9:
            length = last - time if 1.5 * length > last - time else length
            spread = _step(life, untreated, stretch, spread, time, length)
            time, length = time + length, min(2 * length, LONGEST)
            yield time / end, spread


def _step(
    life: Calendar, untreated: _Untreated, stretch: Stretch, spread: Array, time: float, length: float
) -> Array:
    run, seen = untreated.run, []
    for node in NODES:
        day = time + node * length
        state, given = _inside(run, life.parameters, stretch, day), stretch.inputs(day)
        jacobian = run.jacobian(day, state, life.parameters, stretch.inputs)
        by_parameter = untreated.tangents.by_parameter(state.tolist(), life.parameters, given)
        seen.append((jacobian, by_parameter @ untreated.moved))
    return radau(spread, length, seen)


def _inside(run: Compiled, parameters: Sequence[float], stretch: Stretch, day: float) -> Array:
    """The state on a day of a stretch, by the cubic that has the slopes of its kept neighbours [S]."""
    left = int(np.clip(np.searchsorted(stretch.days, day, side="right") - 1, 0, len(stretch.days) - 2))
    first, last = stretch.days[left : left + 2].tolist()
    before, after = stretch.states[left], stretch.states[left + 1]
    long, x = last - first, (day - first) / (last - first)
    up = long * np.array(run.rhs(first, before, parameters, stretch.inputs))
    down = long * np.array(run.rhs(last, after, parameters, stretch.inputs))
    line: Array = before * (1 - x) + after * x
    step = after - before
    inside: Array = line + x * (1 - x) * ((1 - x) * (up - step) + x * (step - down))
    return inside
