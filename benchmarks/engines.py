"""The same network run by us and by libRoadRunner from our SBML: how fast, as a ratio in one run.

pip install --group engines (pip 25.1 or newer), then: python -m benchmarks.engines [--short]

Left out on both sides is what is done once: generating code here, loading and compiling the file there.
Theirs starts from the state of rest that stands in the file; ours is timed with and without finding it. How
far apart the two are: agreement.py.
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks import other_engines
from benchmarks.other_engines import RoadRunner
from benchmarks.report import milliseconds, show
from hormoneviz.exchange.sbml_run import experiment, weeks
from hormoneviz.simulation import calendar, ode, steady
from hormoneviz.simulation.calendar import Calendar
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Hormones, Person, Protocol, Scenario, Therapy

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


def main() -> None:
    if other_engines.roadrunner is None:
        print("Engines: libRoadRunner is not installed (pip install libroadrunner); nothing measured.")
        return
    times = 5 if "--short" in sys.argv else 15
    show(f"75 g to drink, body and cell, 3 h (ms, median of {times})", _ogtt(times))
    show(f"52 weeks with weekly injections (ms, median of {times})", _year(times))


def _ogtt(times: int) -> list[tuple[str, str, str]]:
    moments = np.arange(0.0, 181.0)
    engine = RoadRunner(experiment(OGTT), OURS)

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

    engine = RoadRunner(weeks(WEEKLY, YEAR), CALENDARS)
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


if __name__ == "__main__":
    main()
