"""Population: a scenario lived by many virtual people, who differ in parameters that nobody knows exactly.

People are solved in chunks of fixed members, so that the numbers of person i hang on the scenario, the seed
and i alone, and a chunk that is done is done, wherever and by whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.simulation.cohort import TYPICAL, Cohort, Work, cohort, reading_units, series_units
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.scenario import Scenario

Array = NDArray[np.float64]

USUAL: Final = 100
MOST: Final = 10_000
CHUNK: Final = 100
"""people who are solved together, always all of them"""
QUANTILES: Final = (5.0, 25.0, 50.0, 75.0, 95.0)
"""%, of the bands"""


@dataclass(frozen=True, eq=False)
class Crowd:
    """What is known of a population, of all or of those who are solved so far."""

    asked: int
    """how many people it is to have"""
    typical: Cohort
    """the one person whom the scenario describes"""
    people: Cohort
    series_units: Mapping[str, str]
    reading_units: Mapping[str, str]

    @property
    def size(self) -> int:
        """How many are solved."""
        return len(self.people.numbers)

    def bands(self, name: str, quantiles: Sequence[float] = QUANTILES) -> Array:
        """Those quantiles (%) of a course over people [Q, T]."""
        found: Array = np.percentile(self.people.series[name].astype(float), quantiles, axis=0)
        return found

    def responses(self) -> dict[str, Array]:
        """What the therapies change in each person, with less without, by reading [N]; empty without
        any."""
        without = self.people.without
        return {name: self.people.readings[name] - values for name, values in without.items()}


class Population:
    """A population in the making, in slices of a few milliseconds: call `advance` until it says True.

    To cancel, stop calling. `kept` holds the chunks that are there already, by index, and takes the new ones.

    Raises (from `advance`):
        SolverFailed: the person whom the scenario describes cannot be solved; of the others it is counted.
        UnitError: a quantity of the scenario cannot be read.
    """

    def __init__(
        self,
        scenario: Scenario,
        people: int = USUAL,
        seed: int = 1,
        kept: MutableMapping[int, Cohort] | None = None,
    ) -> None:
        """Raises ValueError for a number of people outside 1 to MOST."""
        if not 1 <= people <= MOST:
            raise ValueError(f"expected 1 to {MOST} people, not {people}")
        self.scenario, self.people, self.seed = scenario, people, seed
        self.progress = 0.0
        """0 to 1"""
        self.kept: MutableMapping[int, Cohort] = {} if kept is None else kept
        self.crowd: Crowd | None = None
        """of the chunks that are done"""
        self._work = self._solve()

    @property
    def chunks(self) -> range:
        """The indices of its chunks."""
        return range(-(-self.people // CHUNK))

    def advance(self) -> bool:
        """Work for a few milliseconds; whether everybody is in `crowd`."""
        self.progress = next(self._work, 1.0)
        return self.progress >= 1.0

    def _solve(self) -> Iterator[float]:
        typical = yield from self._scaled(cohort(self.scenario, self.seed, [TYPICAL]), 0.0, 0.0)
        if typical.failed:
            raise SolverFailed("the person whom the scenario describes cannot be solved")
        done: list[Cohort] = []
        for index in self.chunks:
            if index not in self.kept:
                work = chunk(self.scenario, self.seed, index)
                self.kept[index] = yield from self._scaled(work, index, 1.0)
            done.append(self.kept[index])
            self.crowd = self._crowd(typical, done)
            yield min((index + 1) / len(self.chunks), 0.999)

    def _scaled(self, work: Work, start: float, length: float) -> Work:
        """The same work, its progress counted in chunks from `start` on."""
        while True:
            try:
                yield min((start + length * next(work)) / len(self.chunks), 0.999)
            except StopIteration as end:
                found: Cohort = end.value
                return found

    def _crowd(self, typical: Cohort, done: Sequence[Cohort]) -> Crowd:
        return Crowd(
            self.people,
            typical,
            _first(reduce(Cohort.joined, done), self.people),
            series_units(self.scenario),
            reading_units(self.scenario),
        )


def chunk(scenario: Scenario, seed: int, index: int) -> Work:
    """The work on one chunk."""
    return cohort(scenario, seed, range(index * CHUNK, (index + 1) * CHUNK))


def chunk_at_once(scenario: Scenario, seed: int, index: int) -> Cohort:
    """The same, all at once.

    Raises:
        UnitError: a quantity of the scenario cannot be read.
    """
    work = chunk(scenario, seed, index)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Cohort = end.value
            return found


def population(scenario: Scenario, people: int = USUAL, seed: int = 1) -> Crowd:
    """A population, all at once.

    Raises:
        ValueError: not 1 to MOST people.
        SolverFailed, UnitError: as for Population.
    """
    work = Population(scenario, people, seed)
    while not work.advance():
        pass
    assert work.crowd is not None
    return work.crowd


def _first(found: Cohort, people: int) -> Cohort:
    """Those with a number below `people`."""
    inside = found.numbers < people
    if inside.all():
        return found
    return Cohort(
        found.numbers[inside],
        tuple(number for number in found.failed if number < people),
        found.times,
        {name: rows[inside] for name, rows in found.series.items()},
        {name: values[inside] for name, values in found.readings.items()},
        {name: values[inside] for name, values in found.without.items()},
    )
