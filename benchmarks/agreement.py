"""Three programs on the same file: ours, libRoadRunner and COPASI run every shipped scenario from our SBML.

The largest difference of any species is told, relative to its own largest value.

pip install --group engines, then: python -m benchmarks.agreement [--short] [--write]

Theirs run at 1e-9, so that the difference is our error. Our calendars are solved to 1e-3 a step, which is all
that a screen needs; here they are solved to 1e-9 too, and both differences stand in the table: the second one
tells whether the equations are the same. --write renews docs/engines.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from benchmarks.report import show
from hormoneviz.exchange.library import library
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.simulation import calendar, steady
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario

try:
    import roadrunner
except ImportError:
    roadrunner = None
try:
    import COPASI
except ImportError:
    COPASI = None

Courses = Mapping[str, np.ndarray]
Engine = Callable[[Run, Sequence[float], float], Courses]

YEAR = 364
"""d; 52 weeks"""
TOLERANCES = (1e-9, 1e-8, 1e-7, 1e-6)
"""the first at which an engine gets through; absolute, a thousandth of it"""
RELATIVE = TOLERANCES[0]
WANTED = 1e-5
EMPTY = 1e-9
"""a species that never has more is empty on both sides"""
PAGE = Path(__file__).resolve().parent.parent / "docs" / "engines.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="three scenarios instead of all")
    parser.add_argument("--write", action="store_true", help="renew docs/engines.md")
    options = parser.parse_args()
    engines = {name: engine for name, engine in ENGINES.items() if engine is not None}
    if not engines:
        print(
            "Neither libRoadRunner nor COPASI is installed (pip install --group engines); nothing compared."
        )
        return
    rows = []
    for entry in library():
        if not options.short or entry.path.stem[:2] in ("01", "13", "22"):
            rows += list(compared(entry.path.stem, entry.scenario, engines))
            print(" | ".join(rows[-2]), flush=True)
            print(" | ".join(rows[-1]), flush=True)
    far = sum("!" in cell for row in rows for cell in row)
    show("", [("larger than 1e-5, or not run", str(far), "0")])
    if options.write:
        PAGE.write_text(page(rows, [*engines]), encoding="utf-8")


def compared(name: str, scenario: Scenario, engines: Mapping[str, Engine]) -> Iterator[tuple[str, ...]]:
    """The experiment and the year of a scenario: a row each, a cell an engine."""
    film = Film(scenario)
    minutes = np.arange(0.0, film.duration + 0.5)
    run = experiment(scenario)
    ours = film.series(_species(run), minutes)
    yield (f"{name}, experiment", *(cell(engine, run, minutes, ours) for engine in engines.values()), "")
    days = np.arange(0.0, YEAR)  # what is given on the last day is given here, and not in the file
    with tight():
        slow = weeks(scenario, float(YEAR))
        exact = calendar_of_scenario(scenario).series(_species(slow), days / 7)
        cells = [cell(engine, slow, days, exact) for engine in engines.values()]
    shipped = calendar_of_scenario(scenario).series(_species(slow), days / 7)
    yield (f"{name}, calendar", *cells, f"{apart(shipped, exact)[1]:.1e}")


@contextmanager
def tight() -> Iterator[None]:
    """Our own calendars, solved as finely as theirs."""
    kept = steady.RELATIVE, steady.AT_REST
    _forget()
    steady.RELATIVE = steady.AT_REST = RELATIVE
    try:
        yield
    finally:
        steady.RELATIVE, steady.AT_REST = kept
        _forget()


def _forget() -> None:
    """Nobody's life is known from before."""
    steady.untreated.cache_clear()
    calendar._kept.cache_clear()


def cell(engine: Engine, run: Run, times: np.ndarray, ours: Courses) -> str:
    """The largest difference and whose it is; "!" marks what is not as wanted."""
    for relative in TOLERANCES:
        try:
            name, far = apart(engine(run, times.tolist(), relative), ours)
        except RuntimeError:
            continue
        said = f"{far:.1e}" if far < WANTED else f"! {far:.1e} ({name})"
        return said if relative == RELATIVE else f"{said} at {relative:g}"
    return "! gave up"


def apart(some: Courses, others: Courses) -> tuple[str, float]:
    """The species that differs most, and by how much of its own largest value."""
    found = {
        name: float(np.abs(some[name] - course).max() / np.abs(course).max())
        for name, course in others.items()
        if np.abs(course).max() > EMPTY
    }
    worst = max(found, key=lambda name: found[name])
    return worst, found[worst]


def with_roadrunner(run: Run, times: Sequence[float], relative: float) -> Courses:
    """libRoadRunner, by CVODE."""
    names = _species(run)
    loaded = roadrunner.RoadRunner(sbml(run))
    loaded.timeCourseSelections = ["time", *(f"[{name}]" for name in names)]
    integrator = loaded.integrator
    integrator.relative_tolerance, integrator.absolute_tolerance = relative, 1e-3 * relative
    integrator.maximum_num_steps = 100_000
    found = np.array(loaded.simulate(times=list(times)))
    return {name: found[:, i + 1] for i, name in enumerate(names)}


def with_copasi(run: Run, times: Sequence[float], relative: float) -> Courses:
    """COPASI, by LSODA; the times are evenly spaced and begin at 0."""
    model = COPASI.CRootContainer.addDatamodel()
    try:
        if not model.importSBMLFromString(sbml(run)):
            raise RuntimeError(COPASI.CCopasiMessage.getAllMessageText())
        task = model.getTask("Time-Course")
        problem, method = task.getProblem(), task.getMethod()
        problem.setDuration(times[-1])
        problem.setStepNumber(len(times) - 1)
        problem.setTimeSeriesRequested(True)
        for name, value in (("Relative Tolerance", relative), ("Absolute Tolerance", 1e-3 * relative)):
            method.getParameter(name).setDblValue(value)
        method.getParameter("Max Internal Steps").setUIntValue(100_000)
        if not task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI) or not task.processRaw(True):
            raise RuntimeError(COPASI.CCopasiMessage.getAllMessageText())
        return _read(task.getTimeSeries(), run, len(times))
    finally:
        COPASI.CRootContainer.removeDatamodel(model)


def _read(series, run: Run, number: int) -> Courses:
    """The recorded courses by our names: events are recorded too and left out."""
    columns = {series.getTitle(i): i for i in range(series.getNumVariables())}
    recorded = np.array([series.getConcentrationData(k, 0) for k in range(series.getRecordedSteps())])
    wanted = np.arange(float(number))
    last = np.searchsorted(recorded, wanted + 1e-9, side="right") - 1
    return {
        name: np.array([series.getConcentrationData(int(k), columns[name]) for k in last])
        for name in _species(run)
    }


def _species(run: Run) -> list[str]:
    return [species.name for species in run.network.species]


def page(rows: Sequence[Sequence[str]], engines: Sequence[str]) -> str:
    """docs/engines.md."""
    head = ["scenario", *engines, "our calendar as shipped beside itself at 1e-9"]
    lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    far = sum("!" in one for row in rows for one in row)
    return "\n".join(
        [
            "# The model in other programs",
            "",
            "Written by `python -m benchmarks.agreement --write`. Each shipped scenario is exported as SBML",
            "and run by the programs named, at tolerances of 1e-9; the number is the largest difference of",
            "any species at any minute (or day, for a year), relative to that species' largest value.",
            "Wanted: below 1e-5. `!`",
            f"marks what is not: {far} of {sum(len(row) - 2 for row in rows)} runs.",
            "",
            *lines,
            "",
        ]
    )


ENGINES: dict[str, Engine | None] = {
    "libRoadRunner": with_roadrunner if roadrunner else None,
    "COPASI": with_copasi if COPASI else None,
}


if __name__ == "__main__":
    main()
