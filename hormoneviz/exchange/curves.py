"""A run as tables for a spreadsheet: its curves, and its parameters with unit and source."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from hormoneviz.exchange.sbml_run import Run
from hormoneviz.exchange.table import Column
from hormoneviz.kinetics.parameters import sources
from hormoneviz.simulation.calendar import SERIES, calendar_of_scenario
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.therapies import DAYS_A_WEEK

Array = NDArray[np.float64]


def experiment_columns(scenario: Scenario, minutes: Array) -> list[Column]:
    """Every quantity of the experiment at those times (min), time first.

    Raises:
        SolverFailed: the scenario cannot be solved.
    """
    film = Film(scenario)
    series = film.series([*film.units_of_series], minutes)
    return [Column("time", "min", minutes.tolist()), *_columns(series, film.units_of_series)]


def calendar_columns(scenario: Scenario, days: Array) -> list[Column]:
    """What the calendar prints at those times (d), time first.

    Raises:
        SolverFailed: the state of rest cannot be reached.
    """
    calendar = calendar_of_scenario(scenario)
    series = calendar.series([*SERIES, "loop_gain"], days / DAYS_A_WEEK)
    return [Column("time", "d", days.tolist()), *_columns(series, calendar.units)]


def _columns(series: Mapping[str, Array], units: Mapping[str, str]) -> list[Column]:
    return [Column(name, units[name], values.tolist()) for name, values in series.items()]


def parameters_csv(run: Run) -> str:
    """Every parameter as CSV: name, value at the run's start, unit, basis, full reference, remark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("name", "value", "unit", "basis", "source", "note"))
    for p in run.network.parameters:
        source = sources()[p.source] if p.source else ""
        writer.writerow((p.name, repr(float(run.parameters[p.name])), p.unit, p.basis, source, p.note))
    return buffer.getvalue()
