"""The five names of `from hormoneviz import ...`: the model for a notebook, without window and Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.grades import short_grades
from hormoneviz.exchange.library import library
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.exchange.table import Column, write_csv
from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.presets import known_parameters
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.population import USUAL
from hormoneviz.simulation.population import population as live
from hormoneviz.simulation.scenario import Scenario

Array = NDArray[np.float64]
Number = str | int | float


@dataclass(frozen=True, eq=False)
class Courses(Mapping[str, Array]):
    """Courses of quantities over time, by name: `found["plasma_glucose"]` is an array [T]."""

    time: Array
    """min [T]"""
    units: Mapping[str, str]
    series: Mapping[str, Array]
    grades: str = ""
    """how sure the effects of the switches are that are not as in health: "load: moderate"; on CSV too"""

    def __getitem__(self, name: str) -> Array:
        return self.series[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.series)

    def __len__(self) -> int:
        return len(self.series)

    def to_csv(self, path: Path | str) -> None:
        """Write time and all courses, units in the head.

        Raises:
            OutputFailed: the file cannot be written.
        """
        columns = [Column(name, self.units[name], values.tolist()) for name, values in self.series.items()]
        write_csv([Column("time", "min", self.time.tolist()), *columns], path, self.grades)


def simulate(
    scenario: str | Scenario,
    series: Sequence[str] = (),
    until: str | None = None,
    every: str = "1 min",
    **settings: Number,
) -> Courses:
    """The experiment of a scenario, minute by minute.

    `scenario` is a shipped one's name or a file; `series` names what is wanted (all where left out); `until`
    and `every` are times such as "3 h"; settings are parameters or keys of the scenario file, as with --set:
    `simulate("13-ogtt-healthy", ["plasma_glucose"], load=0.7)`.

    Raises:
        BadInput: there is no such scenario, setting or series; it names the nearest one.
        UnitError: a time cannot be read.
        SolverFailed: it cannot be solved.
    """
    film = Film(_scenario(scenario, settings))
    end = film.duration if until is None else units.read(until, "time")
    times = np.arange(0.0, end + 1e-9, units.read(every, "time"))
    names = list(series) or [*film.units_of_series]
    _known(names, film.units_of_series)
    found = film.series(names, times)
    used = {name: film.units_of_series[name] for name in names}
    return Courses(times, used, found, short_grades(film.scenario))


def scenarios() -> dict[str, str]:
    """The shipped scenarios: what each is about, by the name that `simulate` takes."""
    return {entry.path.stem: " ".join(entry.scenario.note.split()) for entry in library()}


def parameters(cell: str = "muscle") -> dict[str, Parameter]:
    """Every parameter of a cell ('fat', 'muscle', 't2d_fat', 't2d_muscle') and the body round it, by name:
    value, unit, basis (measured, fitted, assumption), source, note."""
    return dict(known_parameters(cell))


def compare(
    one: str | Scenario, other: str | Scenario, series: Sequence[str] = (), every: str = "1 min"
) -> Courses:
    """What the first scenario has more of than the second, of the quantities that both have, as long as both
    last.

    Raises: as `simulate`.
    """
    first, second = simulate(one, every=every), simulate(other, every=every)
    names = list(series) or [name for name in first if name in second]
    length = min(len(first.time), len(second.time))
    apart = {name: first[name][:length] - second[name][:length] for name in names}
    grades = " | ".join(filter(None, (first.grades, second.grades)))
    return Courses(first.time[:length], {name: first.units[name] for name in names}, apart, grades)


def population(
    scenario: str | Scenario, series: str, people: int = USUAL, seed: int = 1, **settings: Number
) -> Courses:
    """Bands of one quantity over virtual people who differ in what nobody knows exactly: "5 %", "25 %",
    "50 %", "75 %" and "95 %" of them lie below [T each]. The same seed gives the same people.

    Raises:
        ValueError: fewer than 1 or more than 10 000 people.
        BadInput: also a quantity whose courses are not kept; otherwise as `simulate`.
    """
    asked = _scenario(scenario, settings)
    crowd = live(asked, people, seed)
    _known([series], crowd.series_units)
    unit = crowd.series_units[series]
    bands = dict(zip(("5 %", "25 %", "50 %", "75 %", "95 %"), crowd.bands(series), strict=True))
    return Courses(crowd.people.times, dict.fromkeys(bands, unit), bands, short_grades(asked))


def _known(names: Sequence[str], known: Mapping[str, str]) -> None:
    for name in names:
        if name not in known:
            raise BadInput("there is no such series here", nearest=nearest(name, [*known]), file=name)


def _scenario(scenario: str | Scenario, settings: Mapping[str, Number]) -> Scenario:
    found = find_scenario(scenario) if isinstance(scenario, str) else scenario
    return apply_settings(found, [f"{name}={value}" for name, value in settings.items()])
