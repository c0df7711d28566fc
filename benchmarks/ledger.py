"""What a ledger costs: the twins of a person with six switches on, in lanes and one by one; 1000 people.

python -m benchmarks.ledger [--short]
"""

from __future__ import annotations

import sys
from itertools import pairwise
from time import perf_counter

import numpy as np
from msgspec.structs import replace

from benchmarks.report import milliseconds, show
from hormoneviz.kinetics.lanes import lanes
from hormoneviz.simulation import calendar, ode, steady
from hormoneviz.simulation.attribution import QUANTITIES, Accounting, ledger
from hormoneviz.simulation.batch import Batch, Given
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Protocol, Scenario, Therapy
from hormoneviz.simulation.switches import switched_off, switches_on
from hormoneviz.simulation.twins import FIRST, FLOOR, OPENING, RELATIVE

TREATED = Scenario(
    person=Person(stage="andropause", body="obese", diabetes="type 2"),
    hormones=Hormones(growth_hormone="high"),
    inflammation=Inflammation(0.6),
    protocol=Protocol("ogtt"),
    therapy=(Therapy("testosterone cypionate", "100 mg", "7 d"),),
    week=26.0,
)
UNTREATED = replace(TREATED, hormones=Hormones("low", growth_hormone="high"), therapy=(), week=0.0)
TIME = 60.0
PEOPLE = 1000


def main() -> None:
    times = 3 if "--short" in sys.argv else 9
    for name, scenario in (("26 weekly injections", TREATED), ("no therapy", UNTREATED)):
        show(f"Ledger: six switches, {name}, OGTT at 60 min (ms, median of {times})", rows(scenario, times))
    took = population()
    show(
        f"Batch: {PEOPLE} people, each with parameters of their own",
        [("OGTT, 3 h, s", f"{took:.2f}", "< 20")],
    )


def rows(scenario: Scenario, times: int) -> list[tuple[str, str, str]]:
    """The rows of the table for one scenario."""
    assert len(switches_on(scenario)) == 6
    whole = milliseconds(lambda: ledger(scenario, TIME), times)
    start = perf_counter()
    one_by_one(scenario)
    alone = 1000 * (perf_counter() - start)
    accounting = Accounting(scenario, TIME)
    slices = [0.0]
    while accounting.result is None:
        slices.append(milliseconds(accounting.advance, 1))
    moved = milliseconds(lambda: _finish(Accounting(scenario, TIME / 2, accounting)), times)
    return [
        ("ledger", f"{whole:.0f}", "< 300"),
        ("64 films and calendars one by one", f"{alone:.0f}", ""),
        ("ratio", f"{alone / whole:.1f}", ""),
        ("longest slice", f"{max(slices):.1f}", "about 10"),
        ("slices", f"{len(slices) - 1}", ""),
        ("the same at another minute", f"{moved:.1f}", ""),
    ]


def one_by_one(scenario: Scenario) -> None:
    """The same numbers from 64 films and calendars."""
    for cache in (ode.rest, steady.untreated, calendar._kept):
        cache.cache_clear()
    switches = switches_on(scenario)
    for coalition in range(1 << len(switches)):
        twin = switched_off(scenario, [s for i, s in enumerate(switches) if not coalition >> i & 1])
        Film(twin).series(QUANTITIES[:2], [TIME])
        calendar_of_scenario(twin).at(twin.week)


def population() -> float:
    """Seconds for people whose parameters scatter by a fifth."""
    scenario = Scenario(protocol=Protocol("ogtt"))
    runner, (condition,) = network_of(scenario), conditions(scenario)
    random = np.random.default_rng(1)
    usual = np.array(condition.parameters)[:, None]
    parameters = usual * np.exp(random.normal(0.0, 0.2, (len(usual), PEOPLE)))
    start = perf_counter()
    states = np.array([runner.start(column) for column in parameters.T.tolist()]).T
    batch = Batch(lanes(runner.network), parameters, states, RELATIVE, FLOOR)
    assert batch.settle(condition.resting_inputs, FIRST, ode.REST).all()
    for first, last in pairwise([0.0, *(time_of(cell) for cell in condition.breaks), 180.0]):
        batch.restart(OPENING)
        for _ in batch.steps(Given(first, last, condition.inputs, changing=False)):
            pass
    return perf_counter() - start


def _finish(accounting: Accounting) -> None:
    while not accounting.advance():
        pass


if __name__ == "__main__":
    main()
