"""A run as tables for a spreadsheet: its curves, its parameters with unit and source, and the scenario in a
file beside them, so that they can be opened again."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import whole_file
from hormoneviz.exchange.grades import short_grades
from hormoneviz.exchange.sbml_run import Run, experiment
from hormoneviz.exchange.scenario_file import format_scenario, read_scenario
from hormoneviz.exchange.table import Column, csv_text
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


def write_experiment(scenario: Scenario, out: Path) -> tuple[Path, ...]:
    """Write the curves of a scenario's experiment as `write_tables` does; the files written.

    Raises:
        OutputFailed: one of them cannot be written.
        SolverFailed: the scenario cannot be solved.
    """
    return write_tables(scenario, experiment(scenario), out)


def write_tables(scenario: Scenario, run: Run, out: Path) -> tuple[Path, ...]:
    """Write a run's curves by the minute (or the day) to `out`, and beside it NAME-parameters.csv and
    NAME-scenario.toml; the files written, once all of them are.

    Raises:
        OutputFailed: one of them cannot be written; then none is.
        SolverFailed: the scenario cannot be solved.
    """
    columns = experiment_columns if run.time_unit == "min" else calendar_columns
    curves = columns(scenario, np.arange(0.0, run.until + 1e-9))
    texts = {
        scenario_beside(out): format_scenario(scenario),
        parameters_beside(out): parameters_csv(run),
        out: csv_text(curves, short_grades(scenario)),
    }
    with ExitStack() as files:
        parts = {path: files.enter_context(whole_file(path)) for path in texts}
        for path, part in parts.items():
            part.write_bytes(texts[path].encode())
    return tuple(reversed(texts))


def scenario_beside(curves: Path) -> Path:
    """The file in which the scenario of such a table is: NAME-scenario.toml, for the parameters too."""
    return curves.with_name(f"{curves.stem.removesuffix('-parameters')}-scenario.toml")


def parameters_beside(curves: Path) -> Path:
    """The file in which the parameters of such a table are: NAME-parameters.csv."""
    return curves.with_name(f"{curves.stem}-parameters.csv")


def scenario_of_curves(path: Path) -> Scenario:
    """The scenario that the table at `path` came from.

    Raises:
        BadInput: it is not beside the table, or cannot be read.
    """
    beside = scenario_beside(path)
    if not beside.is_file():
        raise BadInput(f"its scenario, {beside.name}, is not beside it", file=str(path))
    return read_scenario(beside)
