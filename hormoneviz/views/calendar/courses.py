"""The courses of a calendar's quantities, lived slice by slice so that nothing else has to wait.  No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from hormoneviz.look.units import GLUCOSE_UNITS, GlucoseUnit, glucose_in
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.calendar.quantities import NAMES, QUANTITIES

Array = NDArray[np.float64]

_EVERY = 1 / 28
"""wk between points, a quarter of a day: a weekly injection has 28, and none of its peaks is missed"""
_SLICE = 4
"""wk lived at a time"""


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Every quantity over the weeks."""

    weeks: Array
    values: dict[str, Array]
    untreated: dict[str, Array]
    """the same person without any therapy; empty where there is none anyway"""

    def at(self, name: str, week: float) -> float:
        """A quantity's value at one week."""
        return float(np.interp(week, self.weeks, self.values[name]))

    def told_in(self, unit: GlucoseUnit) -> Course:
        """The same, with glucose in the unit that a person chose."""
        times = {q.name: glucose_in(1.0, q.symbol, unit)[0] for q in QUANTITIES if q.symbol in GLUCOSE_UNITS}
        if set(times.values()) == {1.0}:
            return self
        return Course(self.weeks, _scaled(self.values, times), _scaled(self.untreated, times))

    def start(self, name: str) -> float:
        """Its untreated value at the start."""
        return float(self.untreated.get(name, self.values[name])[0])


class Reading:
    """A course on its way: `go_on` until there is a `course`."""

    def __init__(self, scenario: Scenario, span: int) -> None:
        self.scenario, self.span = scenario, span
        self.lived = 0
        """weeks"""
        self.course: Course | None = None
        self._parts: list[list[dict[str, Array]]] = []
        self._weeks: list[Array] = []

    def go_on(self, seconds: float) -> bool:
        """Live on for about so many seconds, one slice at least, and say whether all is lived.

        Raises:
            SolverFailed: these weeks cannot be lived.
            UnitError: a dose cannot be read.
        """
        end = monotonic() + seconds
        while self.lived < self.span:
            self._live()
            if monotonic() > end:
                break
        if self.lived >= self.span and self.course is None:
            weeks = np.concatenate(self._weeks)
            treated, *others = [_joined([parts[i] for parts in self._parts]) for i in range(self._lives)]
            self.course = Course(weeks, treated, others[0] if others else {})
        return self.course is not None

    @property
    def _lives(self) -> int:
        return len(self._parts[0])

    def _live(self) -> None:
        """One more slice, with the therapies and, where there are any, without."""
        last = min(self.lived + _SLICE, self.span)
        weeks = np.linspace(self.lived, last, round((last - self.lived) / _EVERY) + 1)
        weeks = weeks if last == self.span else weeks[:-1]
        scenarios = [self.scenario]
        if self.scenario.therapy:
            scenarios.append(replace(self.scenario, therapy=()))
        self._parts.append([_lived(each, weeks) for each in scenarios])
        self._weeks.append(weeks)
        self.lived = last


def _lived(scenario: Scenario, weeks: Array) -> dict[str, Array]:
    """Those weeks, in the units of the lanes."""
    series = calendar_of_scenario(scenario).series(NAMES, weeks)
    return {each.name: each.factor * series[each.name] for each in QUANTITIES}


def _scaled(values: dict[str, Array], times: dict[str, float]) -> dict[str, Array]:
    return {name: times.get(name, 1.0) * course for name, course in values.items()}


def _joined(parts: list[dict[str, Array]]) -> dict[str, Array]:
    return {name: np.concatenate([part[name] for part in parts]) for name in NAMES}


def thinned(x: Array, y: Array) -> tuple[Array, Array]:
    """The same curve with four points in a pixel at most: where it enters, its lowest and highest, where it
    leaves.  So a saw-tooth too fine to be drawn becomes a band of the right height, whatever the size.

    `x` [T] are pixels in rising order.
    """
    columns = np.floor(x)
    starts = np.flatnonzero(np.diff(columns, prepend=-np.inf))
    if 4 * len(starts) >= len(x):
        return x, y
    ends = np.append(starts[1:], len(x)) - 1
    lows, highs = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    thin = np.stack([y[starts], lows, highs, y[ends]], axis=1).ravel()
    return np.repeat(columns[starts] + 0.5, 4), thin
