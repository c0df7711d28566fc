"""`hormoneviz export`: a scenario for other programs: the model with its numbers (SBML), the experiment too
(COMBINE archive), or its curves and parameters (CSV) with the scenario beside them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from hormoneviz.exchange.curves import write_tables
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.omex import archive
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.shell.verbs.simulate import CALENDAR_UNTIL, MINUTES_A_DAY, MOST_DAYS, minutes
from hormoneviz.simulation.scenario import Scenario


def export(options: Namespace) -> int:
    """Write what the options ask for and return the exit status."""
    out = Path(options.out)
    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise BadInput(
            "expected a file ending in .xml (SBML), .omex (COMBINE archive) or .csv (curves, with parameters"
            " and scenario in files beside it)",
            file=f"--out {out}",
        )
    if options.until is not None and not options.calendar:
        raise BadInput(
            "an experiment ends with its scenario's duration; --until goes with --calendar", file="--until"
        )
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    write(out, _run(scenario, options), scenario)
    return 0


def _run(scenario: Scenario, options: Namespace) -> Run:
    if not options.calendar:
        return experiment(scenario)
    days = minutes(options.until or CALENDAR_UNTIL, "--until") / MINUTES_A_DAY
    if days > MOST_DAYS:
        raise BadInput(f"expected at most {MOST_DAYS} d", file="--until")
    return weeks(scenario, days)


def _sbml(out: Path, run: Run, scenario: Scenario) -> None:
    write_whole(out, sbml(run, scenario))


def _archive(out: Path, run: Run, scenario: Scenario) -> None:
    write_whole(out, archive(run, scenario))


def _tables(out: Path, run: Run, scenario: Scenario) -> None:
    write_tables(scenario, run, out)


_WRITERS: Mapping[str, Callable[[Path, Run, Scenario], None]] = {
    ".xml": _sbml,
    ".sbml": _sbml,
    ".omex": _archive,
    ".csv": _tables,
}
