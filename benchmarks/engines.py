"""The same network run by us and by libRoadRunner from our SBML: how fast, as a ratio in one run, and how far
apart.

pip install --group engines (pip 25.1 or newer), then: python -m benchmarks.engines [--short]

Left out on both sides is what is done once: generating code here, loading and compiling the file there.
Theirs starts from the state of rest that stands in the file; ours is timed with and without finding it.
--short takes three scenarios for the differences, otherwise all that are shipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from benchmarks.report import milliseconds, show
from hormoneviz.exchange.library import library
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.simulation import calendar, ode, steady
from hormoneviz.simulation.calendar import Calendar, calendar_of_scenario
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Hormones, Person, Protocol, Scenario, Therapy

try:
    import roadrunner
except ImportError:
    roadrunner = None

Courses = Mapping[str, np.ndarray]

OGTT = Scenario(protocol=Protocol("ogtt"))
WEEKLY = Scenario(
    person=Person(age=50, body="obese"),
    hormones=Hormones(testosterone="low"),
    therapy=(Therapy("testosterone cypionate", "100 mg", "7 d"),),
)
YEAR = 364.0
"""d; 52 weeks"""
OURS = (ode.RELATIVE, ode.ABSOLUTE)
CALENDARS = (steady.RELATIVE, 0.01 * steady.RELATIVE)
TIGHT = (1e-9, 1e-12)
"""for differences: theirs is then the exact course, and the difference our error. On the calendar of a
healthy person without drugs, who rests, CVODE gives up, at most looser tolerances too; why was not found"""
WANTED = 1e-5


class Engine:
    """libRoadRunner with one run loaded."""

    def __init__(self, run: Run, tolerances: tuple[float, float]) -> None:
        self._names = [species.name for species in run.network.species]
        self._runner = roadrunner.RoadRunner(sbml(run))
        self._runner.timeCourseSelections = ["time", *(f"[{name}]" for name in self._names)]
        integrator = self._runner.integrator
        integrator.relative_tolerance, integrator.absolute_tolerance = tolerances
        integrator.maximum_num_steps = 50_000

    def __call__(self, times: Sequence[float]) -> Courses:
        """The species at ascending times that begin at 0, from the start."""
        self._runner.resetAll()
        found = np.array(self._runner.simulate(times=list(times)))
        return {name: found[:, i + 1] for i, name in enumerate(self._names)}


def main() -> None:
    if roadrunner is None:
        print("Engines: libRoadRunner is not installed (pip install libroadrunner); nothing measured.")
        return
    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
    times = 5 if "--short" in sys.argv else 15
    show(f"75 g to drink, body and cell, 3 h (ms, median of {times})", _ogtt(times))
    show(f"52 weeks with weekly injections (ms, median of {times})", _year(times))
    rows = []
    for entry in library():
        if "--short" not in sys.argv or entry.path.stem[:2] in ("01", "13", "22"):
            rows += _differences(entry.path.stem, entry.scenario)
    show("Largest difference of any species, relative to its own largest value", rows)


def _ogtt(times: int) -> list[tuple[str, str, str]]:
    moments = np.arange(0.0, 181.0)
    engine = Engine(experiment(OGTT), OURS)

    def ours() -> None:
        film = Film(OGTT)
        film.series([*film.units_of_series], moments[:-1])

    ours()
    alone = milliseconds(ours, times)
    with_rest = milliseconds(ours, times, ode.rest.cache_clear)
    theirs = milliseconds(lambda: engine(moments), times)
    return [
        ("ours, the state of rest included", f"{with_rest:.1f}", "< 60"),
        ("ours, from a known state of rest", f"{alone:.1f}", ""),
        ("libRoadRunner, from there too", f"{theirs:.1f}", ""),
        ("ours over libRoadRunner", f"{alone / theirs:.1f}", ""),
    ]


def _year(times: int) -> list[tuple[str, str, str]]:
    moments = np.arange(0.0, YEAR)
    who = constitution(WEEKLY.person, WEEKLY.hormones, 0.05, "middle")

    def ours() -> None:
        Calendar(who, WEEKLY.therapy).series(calendar.SERIES, moments / 7)

    engine = Engine(weeks(WEEKLY, YEAR), CALENDARS)
    ours()
    alone = milliseconds(ours, times)
    with_rest = milliseconds(ours, times, steady.untreated.cache_clear)
    theirs = milliseconds(lambda: engine(moments), times)
    return [
        ("ours, the untreated person included", f"{with_rest:.1f}", "< 150"),
        ("ours, from the untreated person", f"{alone:.1f}", ""),
        ("libRoadRunner, from there too", f"{theirs:.1f}", ""),
        ("ours over libRoadRunner", f"{alone / theirs:.1f}", ""),
    ]


def _differences(name: str, scenario: Scenario) -> list[tuple[str, str, str]]:
    film, life = Film(scenario), calendar_of_scenario(scenario)
    minutes, days = np.arange(0.0, film.duration + 0.5), np.arange(0.0, YEAR)
    run = experiment(scenario)
    return [
        _row(f"{name}, experiment", run, minutes, lambda: film.series(_species(run), minutes)),
        _row(
            f"{name}, calendar",
            slow := weeks(scenario, YEAR),
            days,
            lambda: life.series(_species(slow), days / 7),
        ),
    ]


def _species(run: Run) -> list[str]:
    return [species.name for species in run.network.species]


def _row(what: str, run: Run, times: np.ndarray, ours: Callable[[], Courses]) -> tuple[str, str, str]:
    try:
        theirs = Engine(run, TIGHT)(times.tolist())
    except RuntimeError:
        return what, "-", "libRoadRunner gave up"
    found = ours()
    apart = {
        name: float(np.abs(theirs[name] - course).max() / np.abs(course).max())
        for name, course in found.items()
        if np.abs(course).max() > 1e-9  # an empty depot on both sides
    }
    worst = max(apart, key=lambda name: apart[name])
    return what, f"{apart[worst]:.1e}", f"{worst}{'' if apart[worst] < WANTED else f' (wanted {WANTED:g})'}"


if __name__ == "__main__":
    main()
