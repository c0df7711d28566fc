"""`hormoneviz export`: the model with one scenario's numbers, for another program to run."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.omex import archive
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import experiment, weeks
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.shell.verbs.simulate import CALENDAR_UNTIL, MINUTES_A_DAY, MOST_DAYS, minutes

SBML, ARCHIVE = (".xml", ".sbml"), ".omex"


def export(options: Namespace) -> int:
    """Write the file that the options ask for and return the exit status."""
    _check_ending(options.out)
    if options.until is not None and not options.calendar:
        raise BadInput(
            "an experiment ends with its scenario's duration; --until goes with --calendar", file="--until"
        )
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    if options.calendar:
        days = minutes(options.until or CALENDAR_UNTIL, "--until") / MINUTES_A_DAY
        if days > MOST_DAYS:
            raise BadInput(f"expected at most {MOST_DAYS} d", file="--until")
        run = weeks(scenario, days)
    else:
        run = experiment(scenario)
    if Path(options.out).suffix.lower() == ARCHIVE:
        write_whole(options.out, archive(run, scenario))
    else:
        write_whole(options.out, sbml(run))
    return 0


def _check_ending(out: str) -> None:
    """Nothing where the ending of the file says SBML or COMBINE archive."""
    if Path(out).suffix.lower() not in (*SBML, ARCHIVE):
        raise BadInput(
            "expected a file ending in .xml (SBML) or .omex (COMBINE archive)", file=f"--out {out}"
        )
