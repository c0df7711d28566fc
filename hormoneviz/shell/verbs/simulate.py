"""`hormoneviz simulate`: the course of every quantity as CSV, or of many people, without a window and Qt."""

from __future__ import annotations

from argparse import Namespace

import numpy as np
from numpy.typing import NDArray

from hormoneviz.exchange.curves import calendar_columns, experiment_columns
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.grades import short_grades
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.exchange.table import Column, write_csv
from hormoneviz.shell.verbs.population import population
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import UnitError
from hormoneviz.simulation.scenario import Scenario

MOST_ROWS = 1_000_000
MOST_DAYS = 3650


CALENDAR_UNTIL, CALENDAR_EVERY = "52 wk", "1 d"
MINUTES_A_DAY = 1440.0


def simulate(options: Namespace) -> int:
    """Write the CSV that the options ask for and return the exit status."""
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    if options.population is not None:
        return population(scenario, options)
    for name in ("people", "seed", "scheduler", "resume"):
        if getattr(options, name) is not None and getattr(options, name) is not False:
            raise BadInput("needs --population", file=f"--{name}")
    columns = _calendar(scenario, options) if options.calendar else _film(scenario, options)
    write_csv(columns, options.out, short_grades(scenario))
    return 0


def _film(scenario: Scenario, options: Namespace) -> list[Column]:
    """One experiment, minute by minute."""
    length = units.read(scenario.duration, "time")
    until = length if options.until is None else minutes(options.until, "--until")
    return experiment_columns(scenario, _times(until, minutes(options.every or "1 min", "--every")))


def _calendar(scenario: Scenario, options: Namespace) -> list[Column]:
    """The person's weeks, day by day."""
    until = minutes(options.until or CALENDAR_UNTIL, "--until")
    days = _times(until, minutes(options.every or CALENDAR_EVERY, "--every")) / MINUTES_A_DAY
    if until / MINUTES_A_DAY > MOST_DAYS:
        raise BadInput(f"expected at most {MOST_DAYS} d", file="--until")
    return calendar_columns(scenario, days)


def minutes(text: str, option: str) -> float:
    """A time given on the command line, in min; BadInput names the option where it is none."""
    try:
        return units.read(text, "time")
    except UnitError as error:
        raise BadInput(str(error), file=f"{option} {text}") from None


def _times(until: float, every: float) -> NDArray[np.float64]:
    if every <= 0:
        raise BadInput("expected more than 0 min", file="--every")
    if until / every > MOST_ROWS:
        raise BadInput(f"that makes {until / every:.0f} rows; the most is {MOST_ROWS}", file="--every")
    return np.arange(int(until / every + 1e-9) + 1, dtype=np.float64) * every
