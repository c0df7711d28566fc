"""Cohort: some people of a virtual population, solved together in lanes (twins.py).

What is kept of each is the course of the quantities that are plotted, and a few readings. A person whose
equations cannot be solved holds up nobody: the lanes are halved until they are found, and they are counted.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.lanes import lanes
from hormoneviz.simulation import units
from hormoneviz.simulation.conditions import network_of
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.lives import HOLDABLE
from hormoneviz.simulation.people import person
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.twins import Twins

Array = NDArray[np.float64]
Course = NDArray[np.float32]
"""kept with seven digits, more than the solver's own accuracy, in half the memory"""
Work = Generator[float, None, "Cohort"]
"""slices of a few milliseconds, each telling how far it is (0 to 1), and the cohort at the end"""

TYPICAL: Final = -1
"""the number of the person whom the scenario describes, with every parameter at its own value"""
SERIES: Final = (
    *("plasma_glucose", "plasma_insulin", "FFA", "GIR", "GLUT4_surface", "glucose_uptake"),
    *("IRS1_Y", "IRS1_S", "Akt_S473", "AS160_p"),
)
"""whose courses are kept, where the experiment has them"""
_PEAKS: Final = {
    "glucose_peak": "plasma_glucose",
    "insulin_peak": "plasma_insulin",
    "GLUT4_peak": "GLUT4_surface",
    "uptake_peak": "glucose_uptake",
}
_AREA, _AREA_OF = "glucose_area", "plasma_glucose"
_MORNING: Final = ("M_value", "HOMA_IR", "fasting_glucose", "fasting_insulin", "testosterone")
"""of the calendar in the scenario's week"""
MOST_POINTS: Final = 240
_READ_AT_ONCE: Final = 4


@dataclass(frozen=True, eq=False)
class Cohort:
    """People and what was seen of them. N people, T times."""

    numbers: NDArray[np.intp]
    """who they are [N], ascending"""
    failed: tuple[int, ...]
    """who could not be solved"""
    times: Array
    """min [T]"""
    series: Mapping[str, Course]
    """[N, T] each"""
    readings: Mapping[str, Array]
    """[N] each"""
    without: Mapping[str, Array]
    """the same readings without the scenario's therapies; empty where it has none"""

    def joined(self, other: Cohort) -> Cohort:
        """Both, in order."""
        order = np.argsort(np.concatenate([self.numbers, other.numbers]))

        def both(a: Mapping[str, NDArray[np.floating]], b: Mapping[str, NDArray[np.floating]]) -> dict:  # type: ignore[type-arg]
            return {name: np.concatenate([a[name], b[name]])[order] for name in a}

        return Cohort(
            np.concatenate([self.numbers, other.numbers])[order],
            tuple(sorted((*self.failed, *other.failed))),
            self.times,
            both(self.series, other.series),
            both(self.readings, other.readings),
            both(self.without, other.without),
        )


def reading_units(scenario: Scenario) -> dict[str, str]:
    """The readings that a scenario's people have, with their units."""
    units_of = network_of(scenario).network.units
    found = {name: units_of[of] for name, of in _PEAKS.items() if of in units_of}
    if _AREA_OF in units_of:
        found[_AREA] = f"{units_of[_AREA_OF]}*min"
    return found | dict(zip(_MORNING, ("mg/kg/min", "1", "mg/dL", "uU/mL", "nmol/L"), strict=True))


def series_units(scenario: Scenario) -> dict[str, str]:
    """The courses that a scenario's people have, with their units."""
    units_of = network_of(scenario).network.units
    return {name: units_of[name] for name in SERIES if name in units_of}


def times_of(scenario: Scenario) -> Array:
    """When courses are kept: every minute, or less often in a long experiment."""
    end = units.read(scenario.duration, "time")
    return np.linspace(0.0, end, min(max(2, int(np.ceil(end)) + 1), MOST_POINTS + 1))


def prepare(scenario: Scenario) -> None:
    """Make the code that a cohort of this scenario runs on, which takes a fifth of a second once for each
    network; may be done in another thread."""
    lanes(calendar(scenario.person.sex), HOLDABLE)
    lanes(network_of(scenario).network)


def cohort(scenario: Scenario, seed: int, numbers: Sequence[int]) -> Work:
    """Solve these people.

    Raises:
        UnitError: a quantity of the scenario cannot be read.
    """
    try:
        found = yield from _together(scenario, seed, numbers)
    except SolverFailed:
        if len(numbers) == 1:
            return _nobody(scenario, tuple(numbers))
        middle = len(numbers) // 2
        first = yield from _part(cohort(scenario, seed, numbers[:middle]), 0.0)
        second = yield from _part(cohort(scenario, seed, numbers[middle:]), 0.5)
        return first.joined(second)
    return found


def _part(work: Work, start: float) -> Work:
    while True:
        try:
            yield start + 0.5 * next(work)
        except StopIteration as end:
            found: Cohort = end.value
            return found


def _together(scenario: Scenario, seed: int, numbers: Sequence[int]) -> Work:
    """All in the same lanes; where there are therapies, each of them with and without."""
    drawn = []
    for number in numbers:
        drawn.append({} if number == TYPICAL else person(scenario, seed, number))
        if len(drawn) % 16 == 0:
            yield 0.0
    versions = [scenario, replace(scenario, therapy=())] if scenario.therapy else [scenario]
    twins = Twins([v for v in versions for _ in numbers], drawn * len(versions))
    times, done = times_of(scenario), 0.0
    for _ in twins.settle():
        done += 0.03 * (0.5 - done)
        yield done
    kept = {name: np.empty((len(times), len(twins.scenarios)), np.float32) for name in series_units(scenario)}
    for i, time in enumerate(times.tolist()):
        for _ in twins.reach(time):
            yield 0.5 + 0.5 * i / len(times)
        now = twins.at(time)
        for name, rows in kept.items():
            rows[i] = now[name]
        if i % _READ_AT_ONCE == 0:
            yield 0.5 + 0.5 * i / len(times)
    size = len(numbers)
    read = _readings(times, {name: rows.T for name, rows in kept.items()}, twins.states)
    return Cohort(
        np.array(numbers, dtype=np.intp),
        (),
        times,
        {name: np.ascontiguousarray(rows[:, :size].T) for name, rows in kept.items()},
        {name: values[:size] for name, values in read.items()},
        {name: values[size:] for name, values in read.items()} if scenario.therapy else {},
    )


def _readings(
    times: Array, series: Mapping[str, Course], states: Sequence[Mapping[str, float]]
) -> dict[str, Array]:
    """[N] each, from courses [N, T] and the calendar of each."""
    found = {name: series[of].max(axis=1).astype(float) for name, of in _PEAKS.items() if of in series}
    if _AREA_OF in series:
        found[_AREA] = np.trapezoid(series[_AREA_OF].astype(float), times, axis=1)
    return found | {name: np.array([state[name] for state in states]) for name in _MORNING}


def _nobody(scenario: Scenario, failed: tuple[int, ...]) -> Cohort:
    times = times_of(scenario)
    readings = {name: np.empty(0) for name in reading_units(scenario)}
    return Cohort(
        np.empty(0, dtype=np.intp),
        failed,
        times,
        {name: np.empty((0, len(times)), np.float32) for name in series_units(scenario)},
        readings,
        dict(readings) if scenario.therapy else {},
    )
