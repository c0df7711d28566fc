"""1 000 people through an OGTT, cell and all: ours beside libRoadRunner looping over the same, in one run.

pip install --group engines (pip 25.1 or newer), then: python -m benchmarks.people [--short]

Ours draws them, lives their calendars, brings them to rest, solves and reads them; on one core, and on two by
chunks. libRoadRunner has one compiled model, is handed each person's parameters and state of rest by us, and
only integrates; SAMPLE of them are looped over and the time is scaled. --short takes 100 people.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from time import perf_counter

import numpy as np

from benchmarks.report import show
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import experiment
from hormoneviz.simulation import ode, twins
from hormoneviz.simulation.cohort import prepare, times_of
from hormoneviz.simulation.conditions import network_of
from hormoneviz.simulation.people import person
from hormoneviz.simulation.population import CHUNK, Crowd, chunk_at_once, population
from hormoneviz.simulation.scenario import Protocol, Scenario

try:
    import roadrunner
except ImportError:
    roadrunner = None

OGTT = Scenario(protocol=Protocol("ogtt"))
PEOPLE, FEW, SAMPLE, SEED = 1000, 100, 20, 1
FILMS = (ode.RELATIVE, ode.ABSOLUTE)
LANES = (twins.RELATIVE, twins.RELATIVE * twins.FLOOR)
"""what a film is held to, and what people are (relative, absolute)"""
SEEN = "GLUT4_surface"


class Loop:
    """libRoadRunner with the OGTT of SAMPLE people, one after the other."""

    def __init__(self) -> None:
        run = experiment(OGTT)
        assert all(jump.set.keys() <= {"eaten"} for jump in run.jumps), "what jumps is the same in all"
        self._names = [species.name for species in run.network.species]
        self._runner = roadrunner.RoadRunner(sbml(run))
        self._runner.timeCourseSelections = ["time", SEEN]
        self._runner.integrator.maximum_num_steps = 50_000
        self._times = times_of(OGTT).tolist()
        self._people = _people()

    def __call__(self, tolerances: tuple[float, float]) -> np.ndarray:
        """The course of SEEN in each of them [SAMPLE, T]."""
        runner = self._runner
        runner.integrator.relative_tolerance, runner.integrator.absolute_tolerance = tolerances
        found = []
        for numbers, start in self._people:
            runner.resetAll()
            for name, value in numbers.items():
                runner.setValue(name, value)
            for name, value in zip(self._names, start, strict=True):
                runner.setValue(f"[{name}]", value)
            found.append(np.array(runner.simulate(times=self._times))[:, 1])
        return np.array(found)


def _people() -> list[tuple[dict[str, float], Sequence[float]]]:
    """(parameters and inputs by name, state of rest) of each of the first SAMPLE people."""
    run, them = network_of(OGTT), settled(SAMPLE)
    parameters, inputs = ([part.name for part in of] for of in (run.network.parameters, run.network.inputs))
    (stretch,) = them._stretches
    found = []
    for values, condition in zip(stretch.parameters.T.tolist(), stretch.conditions, strict=True):
        start = ode.rest(run, tuple(values), condition.resting_inputs).tolist()
        given = zip(inputs, condition.inputs(0.0), strict=True)
        found.append((dict(zip(parameters, values, strict=True)) | dict(given), start))
    return found


def settled(people: int) -> twins.Twins:
    """The first people, drawn, through their weeks and at rest."""
    them = twins.Twins([OGTT] * people, [person(OGTT, SEED, number) for number in range(people)])
    for _ in them.settle():
        pass
    return them


def on_two_cores(people: int) -> None:
    """The chunks of a population, by two processes; what starting these takes is counted."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(partial(chunk_at_once, OGTT, SEED), range(-(-people // CHUNK))))


def apart(crowd: Crowd, theirs: np.ndarray) -> float:
    """The largest difference of SEEN between the same people, as a share of each one's own peak."""
    ours = crowd.people.series[SEEN][:SAMPLE].astype(float)
    assert crowd.people.numbers[:SAMPLE].tolist() == list(range(SAMPLE))
    return float((np.abs(ours - theirs).max(axis=1) / theirs.max(axis=1)).max())


def main() -> None:
    people = FEW if "--short" in sys.argv else PEOPLE
    prepare(OGTT)
    start = perf_counter()
    crowd = population(OGTT, people, SEED)
    alone = perf_counter() - start
    start = perf_counter()
    settled(CHUNK)
    before = (perf_counter() - start) * people / CHUNK
    start = perf_counter()
    on_two_cores(people)
    both = perf_counter() - start
    rows = [
        ("ours, one core", f"{alone:.2f}", ""),
        (f"  of which up to the state of rest, {CHUNK} people scaled", f"{before:.2f}", ""),
        ("ours, two cores", f"{both:.2f}", f"< {20 * people / PEOPLE:g}"),
    ]
    if roadrunner is None:
        rows.append(("libRoadRunner is not installed", "-", ""))
    else:
        roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
        ours = {"ours on one core": alone, "its part from rest on": alone - before, "ours on two": both}
        rows += _theirs(crowd, people, ours)
    show(f"{people} people, OGTT of 3 h, body and cell (s)", rows)


def _theirs(crowd: Crowd, people: int, ours: Mapping[str, float]) -> list[tuple[str, str, str]]:
    loop, rows = Loop(), []
    for what, tolerances in (("tolerances of a film", FILMS), ("tolerances of ours", LANES)):
        start = perf_counter()
        courses = loop(tolerances)
        took = (perf_counter() - start) * people / SAMPLE
        rows += [
            (f"libRoadRunner, {what}, {SAMPLE} people scaled", f"{took:.2f}", ""),
            *((f"  {part}, over that", f"{seconds / took:.2f}", "") for part, seconds in ours.items()),
            (f"  largest difference of {SEEN}, of its peak", f"{apart(crowd, courses):.1e}", ""),
        ]
    return rows


if __name__ == "__main__":
    main()
