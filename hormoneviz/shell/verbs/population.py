"""`hormoneviz simulate --population`: many virtual people, as bands over time or one row a person."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import MutableMapping
from pathlib import Path

from msgspec.structs import replace

from hormoneviz.exchange.chunks import Chunks
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.grades import short_grades
from hormoneviz.exchange.table import Column, write_csv
from hormoneviz.shell.verbs.progress import CANCELLED, Progress
from hormoneviz.simulation.cohort import Cohort
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.population import MOST, QUANTILES, Crowd, Population
from hormoneviz.simulation.scenario import Scenario

MOST_SEED = 2**53


def population(scenario: Scenario, options: Namespace) -> int:
    """Write the CSV that the options ask for and return the exit status.

    Raises:
        BadInput: an option that does not fit.
        OutputFailed: a file cannot be written.
        SolverFailed: the scenario's own person, or nobody, can be solved.
    """
    _check(options)
    if options.until is not None:
        scenario = replace(scenario, duration=options.until)
    seed = scenario.seed if options.seed is None else options.seed
    kept = _kept(scenario, seed, options)
    try:
        with Progress("people") as progress:
            if options.scheduler:
                _on_cluster(scenario, seed, options, kept, progress)
            crowd = _solved(Population(scenario, options.population, seed, kept), progress)
    except KeyboardInterrupt:
        where = f"; finished people are kept in {kept.folder}" if isinstance(kept, Chunks) else ""
        print(f"hormoneviz: cancelled, nothing written{where}", file=sys.stderr)
        return CANCELLED
    columns = _people(crowd) if options.people else _bands(crowd)
    write_csv(columns, options.out, short_grades(scenario))
    _tell_failed(crowd)
    if isinstance(kept, Chunks) and options.resume is None:
        kept.remove()
    return 0


def _check(options: Namespace) -> None:
    if not 1 <= options.population <= MOST:
        raise BadInput(f"expected 1 to {MOST} people", file=f"--population {options.population}")
    if options.seed is not None and not 0 <= options.seed <= MOST_SEED:
        raise BadInput(f"expected 0 to {MOST_SEED}", file=f"--seed {options.seed}")
    for name in ("calendar", "every"):
        if getattr(options, name):
            raise BadInput("does not go with --population", file=f"--{name}")


def _kept(scenario: Scenario, seed: int, options: Namespace) -> MutableMapping[int, Cohort]:
    """Where finished chunks go: a folder that was asked for, or for a cluster one beside the output."""
    if options.resume is not None:
        return Chunks(options.resume, scenario, seed)
    if options.scheduler and options.out != "-":
        return Chunks(Path(f"{options.out}.parts"), scenario, seed)
    return {}


def _on_cluster(
    scenario: Scenario,
    seed: int,
    options: Namespace,
    kept: MutableMapping[int, Cohort],
    progress: Progress,
) -> None:
    from hormoneviz.exchange.cluster import solve_on

    every = Population(scenario, options.population, seed).chunks
    missing = [index for index in every if index not in kept]
    for done, _ in enumerate(solve_on(options.scheduler, scenario, seed, missing, kept), 1):
        progress.show((len(every) - len(missing) + done) / len(every))


def _solved(work: Population, progress: Progress) -> Crowd:
    while not work.advance():
        progress.show(work.progress)
    progress.show(1.0)
    assert work.crowd is not None
    if not work.crowd.size:
        raise SolverFailed(f"none of {work.people} people could be solved")
    return work.crowd


def _bands(crowd: Crowd) -> list[Column]:
    """Time, then the quantiles of each course."""
    columns = [Column("time", "min", crowd.people.times.tolist())]
    for name, unit in crowd.series_units.items():
        for quantile, values in zip(QUANTILES, crowd.bands(name), strict=True):
            label = "median" if quantile == 50.0 else f"p{quantile:g}"
            columns.append(Column(f"{name} {label}", unit, values.tolist()))
    return columns


def _people(crowd: Crowd) -> list[Column]:
    """Who, then each reading, and what the therapies change in it."""
    columns = [Column("person", "1", crowd.people.numbers.tolist())]
    for name, unit in crowd.reading_units.items():
        columns.append(Column(name, unit, crowd.people.readings[name].tolist()))
    for name, values in crowd.responses().items():
        columns.append(Column(f"{name} change", crowd.reading_units[name], values.tolist()))
    return columns


def _tell_failed(crowd: Crowd) -> None:
    if failed := crowd.people.failed:
        shown = ", ".join(map(str, failed[:10])) + (", ..." if len(failed) > 10 else "")
        print(
            f"hormoneviz: {len(failed)} of {crowd.asked} people could not be solved and are missing: {shown}",
            file=sys.stderr,
        )
