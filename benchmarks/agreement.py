"""Three programs on one file: libRoadRunner and COPASI run every shipped scenario from our SBML, beside us.

pip install --group engines (pip 25.1 or newer), then: python -m benchmarks.agreement [--short] [--write]

Every species at every minute of the experiment and on every day of 52 weeks. All three solve to the same
tight tolerances, so that what is left is a difference of meaning and not of accuracy; what our own curves
lose at the tolerances of the window has a column of its own. The file is what `hormoneviz export` writes.
libSBML judges each file, units included. --short takes three scenarios; --write renews docs/engines.md, for
which all of them are needed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from benchmarks import other_engines
from benchmarks.agreement_page import (
    EMPTY,
    GAVE_UP,
    PAGE,
    SMALL,
    WITHOUT,
    Difference,
    Found,
    Row,
    cells,
    page,
    verdict,
)
from benchmarks.other_engines import Copasi, Courses, EngineFailed, RoadRunner, species_of
from hormoneviz import __version__
from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.simulation import ode, steady
from hormoneviz.simulation.calendar import Calendar, calendar_of_scenario
from hormoneviz.simulation.film import Film

try:
    import libsbml
except ImportError:
    libsbml = None

TIGHT = (1e-10, 1e-12)
"""relative, absolute, of all three"""
EVERYDAY = (ode.RELATIVE, steady.RELATIVE)
"""our own relative tolerances: of an experiment, of the weeks"""
YEAR = 364.0
"""d; 52 weeks"""
SHORT = ("01", "13", "22")


@dataclass(frozen=True)
class Case:
    """One run, and what we make of it at our tolerances of everyday and at tight ones."""

    name: str
    run: Run
    times: np.ndarray
    everyday: Callable[[], Courses]
    tight: Callable[[], Courses]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="three scenarios instead of all")
    parser.add_argument("--write", action="store_true", help="renew docs/engines.md")
    options = parser.parse_args()
    there = [part is not None for part in (other_engines.roadrunner, other_engines.COPASI, libsbml)]
    if not any(there[:2]) or (options.write and (options.short or not all(there))):
        parser.error("needs libRoadRunner or COPASI; --write takes all scenarios and needs libSBML and both")
    rows = []
    for entry in library():
        if not options.short or entry.path.stem[:2] in SHORT:
            for case in cases(entry):
                rows.append(compared(case))
                print("  ".join(cells(rows[-1])), flush=True)
    print(*verdict(rows), sep="\n")
    if options.write:
        PAGE.write_text(page(rows, _facts()), encoding="utf-8")
    return 0 if all(row.agrees and not row.complaints for row in rows) else 1


def cases(entry: ScenarioEntry) -> Iterator[Case]:
    """The experiment of a scenario by the minute, and its year by the day."""
    scenario, stem = entry.scenario, entry.path.stem
    fast, slow = experiment(scenario), weeks(scenario, YEAR)
    minutes, days = np.arange(0.0, fast.until + 0.5), np.arange(0.0, YEAR)
    life = calendar_of_scenario(scenario)

    def film() -> Courses:
        return Film(scenario).series(species_of(fast), minutes)

    def fine_film() -> Courses:
        made = Film(scenario)  # with the numbers of the file, which come from a calendar of everyday
        with tight():
            return made.series(species_of(fast), minutes)

    def year() -> Courses:
        return life.series(species_of(slow), days / 7)

    def fine_year() -> Courses:
        with tight():
            return Calendar(life.person, life.therapies).series(species_of(slow), days / 7)

    yield Case(f"{stem}, experiment", fast, minutes, film, fine_film)
    yield Case(f"{stem}, 52 weeks", slow, days, year, fine_year)


@contextmanager
def tight() -> Iterator[None]:
    """What we solve meanwhile is solved to TIGHT; the calendar's absolute tolerance is a hundredth of its
    relative one."""
    kept = ode.RELATIVE, ode.ABSOLUTE, steady.RELATIVE
    (ode.RELATIVE, ode.ABSOLUTE), steady.RELATIVE = TIGHT, TIGHT[0]
    try:
        yield
    finally:
        ode.RELATIVE, ode.ABSOLUTE, steady.RELATIVE = kept


def compared(case: Case) -> Row:
    """One run through everything that is installed."""
    exact = case.tight()
    found = (with_roadrunner(case, exact), with_copasi(case, exact))
    return Row(case.name, found, apart(case.everyday(), exact), complaints(case.run))


def with_roadrunner(case: Case, exact: Courses) -> Found:
    """How far libRoadRunner is from us."""
    if other_engines.roadrunner is None:
        return WITHOUT
    try:
        return apart(RoadRunner(case.run, TIGHT)(case.times.tolist()), exact)
    except EngineFailed:
        return GAVE_UP


def with_copasi(case: Case, exact: Courses) -> Found:
    """How far COPASI is from us."""
    if other_engines.COPASI is None:
        return WITHOUT
    engine = Copasi(case.run, TIGHT)
    try:
        return apart(engine(case.times.tolist()), exact)
    except EngineFailed:
        return GAVE_UP
    finally:
        engine.close()


def apart(theirs: Courses, ours: Courses) -> Difference:
    """The largest differences of any species at any moment."""
    largest, momentary = {}, {}
    for name, course in ours.items():
        difference = np.abs(theirs[name] - course)
        assert np.isfinite(difference).all(), name
        most = max(float(np.abs(course).max()), EMPTY)
        largest[name] = float(difference.max()) / most
        momentary[name] = float((difference / np.maximum(np.abs(course), SMALL * most)).max())
    worst = max(largest, key=lambda name: largest[name])
    return Difference(largest[worst], worst, max(momentary.values()))


def complaints(run: Run) -> int:
    """How many errors and warnings libSBML has for the file, consistency of units included; -1 without it."""
    return len(told(run)) if libsbml else -1


def told(run: Run) -> list[str]:
    """What libSBML says against the file."""
    document = libsbml.readSBMLFromString(sbml(run))
    document.checkConsistency()
    return [document.getError(i).getMessage() for i in range(document.getNumErrors())]


def _facts() -> dict[str, object]:
    """Versions and tolerances, for the page."""
    return {
        "ours": __version__,
        "roadrunner": other_engines.roadrunner.__version__,
        "copasi": other_engines.COPASI.__version__,
        "libsbml": libsbml.getLibSBMLDottedVersion(),
        **dict(zip(("relative", "absolute", "minutes", "days"), (*TIGHT, *EVERYDAY), strict=True)),
    }


if __name__ == "__main__":
    sys.exit(main())
