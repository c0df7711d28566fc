"""Lives: the calendars of many people of one sex at once, each from the untreated state of rest up to a week.

The same steps as steady.py and calendar.py take for one, over lanes (batch.py); agreement is tested. Work is
done in slices of a few milliseconds: iterate over `untreated`, then over `until`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.lanes import Lanes, lanes
from hormoneviz.simulation.batch import Batch, Given
from hormoneviz.simulation.calendar import swing
from hormoneviz.simulation.constitution import Asked, Constitution
from hormoneviz.simulation.scenario import Therapy
from hormoneviz.simulation.steady import LEAN, NOT_KNOWN_YET, READ_BY_CAUSES, YEARS, cause, runner, untreated
from hormoneviz.simulation.therapies import DAYS_A_WEEK, Dose, Rate, doses, rates

Array = NDArray[np.float64]
Places = NDArray[np.intp]
Life = tuple[Constitution, tuple[Therapy, ...]]

HOLDABLE = ("testosterone", "estradiol", "progesterone")
FIRST = 0.1
"""d; the first step on the way to rest"""
RELATIVE, FLOOR = 3e-2, 0.1
"""of a step through the weeks (batch.py); far more is reached: testosterone and HOMA-IR are within 5e-4 of a
much finer solution after half a year of injections, slow states within 3e-5"""
AFTER_A_JUMP = 1.0
"""d; the first step after a dose, or a change of what is given daily"""
AT_REST = 1e-6
"""a state that changes by less than this share of it in a day stays as it is"""


DOUBTFUL = 180.0
"""mg/dL in the morning; above it beta cells may hold out or be lost (Topp 2000), and which of the two it is
depends on the way there: such a life is left to the long integration"""


class Lives:
    """N lives of one sex.

    Raises (from its iterators):
        SolverFailed: the solver could not go on, or a person has no state of rest.
        UnitError: a dose cannot be read.
    """

    def __init__(self, lives: Sequence[Life]) -> None:
        """`lives` may repeat themselves; each that differs is lived once."""
        places: dict[Life, int] = {}
        self._lane = [places.setdefault(life, len(places)) for life in lives]
        self._kept = list(places)
        sexes = {person.sex for person, _ in self._kept}
        assert len(sexes) == 1, "one network has one sex"
        self.run = runner(sexes.pop())
        sex = self._kept[0][0].sex
        self._code: Lanes = lanes(calendar(sex), HOLDABLE)
        network = self.run.network
        self._parameter = {p.name: i for i, p in enumerate(network.parameters)}
        self._species = {s.name: i for i, s in enumerate(network.species)}
        self._input = {given.name: i for i, given in enumerate(network.inputs)}
        self._values = np.empty((len(self._parameter), len(self._kept)))
        self._states = np.empty((len(self._species), len(self._kept)))
        self._inputs = np.zeros((len(self._input), len(self._kept)))

    def untreated(self) -> Iterator[None]:
        """Bring everybody to rest without drugs: `steady.untreated` for all lanes."""
        people = [person for person, _ in self._kept]
        rest = np.ones(len(people), dtype=bool)
        for lane, person in enumerate(people):
            values = {p.name: p.value for p in self.run.network.parameters} | dict(person.parameters)
            values["testosterone_own"] = NOT_KNOWN_YET
            self._values[:, lane] = self.run.ordered(values)
        yield
        yield from self._blame([person.by_nature for person in people], rest, lean=True)
        everyone = np.arange(len(people))
        self._states = self._settled(everyone, self._values, {}, rest)
        self._values[self._parameter["testosterone_own"]] = np.maximum(
            0.01, self._states[self._species["testosterone"]]
        )
        yield
        words = [person.by_word for person in people]
        yield from self._blame(words, rest)
        if asked := np.flatnonzero([bool(word) for word in words]).tolist():
            self._states[:, asked] = self._settled(np.array(asked), self._values[:, asked], {}, rest)
            yield
        for lane in np.flatnonzero(~rest).tolist():
            self._values[:, lane], self._states[:, lane] = untreated(people[lane])
            yield

    def until(self, week: float) -> Iterator[None]:
        """Live from the untreated state up to a week; at the moment of a dose, it has been given."""
        end = week * DAYS_A_WEEK
        therapies = list(dict.fromkeys(t for _, given in self._kept for t in given))
        taking = [np.array([t in given for _, given in self._kept], dtype=float) for t in therapies]
        # a moment more than the last day, so that what happens on that day is among it
        given_at = [doses([t], 0.0, end + 1e-9) for t in therapies]
        daily = [rates([t], 0.0, end + 1e-9) for t in therapies]
        moving = self._moving(taking)
        edges = {0.0, end, *(d.day for found in given_at for d in found)}
        edges |= {day for found in daily for rate in found for day in (rate.start, rate.end)}
        batch = self._batch(moving, self._values[:, moving], self._states[:, moving])
        days = sorted(day for day in edges if 0.0 <= day <= end)
        for first, last in pairwise([*days, end]):
            for found, mask in zip(given_at, taking, strict=True):
                self._take([dose for dose in found if dose.day == first], mask[moving], batch)
            now = [[r for r in found if r.start <= first < r.end] for found in daily]
            inputs = self._given(now, taking)
            if first == end:
                self._inputs = inputs
                self._inputs[self._input["ovary_swing"]] = self._swings() * swing(end)
            elif moving.size:
                yield from self._pass(batch, first, last, inputs[:, moving], self._swings()[moving])
        self._states[:, moving] = batch.state

    def now(self, load: float | None = None) -> list[dict[str, float]]:
        """Every quantity of each life [N], as `Calendar.at` gives it."""
        states = self._states
        read = self.run.read(states, self._values, self._inputs)  # type: ignore[arg-type]
        if load is not None:
            states = states.copy()
            states[self._species["inflammation"]] = np.maximum(load, read["load_of_body"])
            read = self.run.read(states, self._values, self._inputs)  # type: ignore[arg-type]
        names = list(read)
        table = np.array([np.broadcast_to(read[name], len(self._kept)) for name in names])
        own = self._values[self._parameter["testosterone_own"]].tolist()
        found = [dict(zip(names, column, strict=True)) for column in table.T.tolist()]
        return [found[lane] | {"testosterone_own": own[lane]} for lane in self._lane]

    def _blame(
        self, asked: Sequence[tuple[Asked, ...]], rest: NDArray[np.bool_], lean: bool = False
    ) -> Iterator[None]:
        """Make the organs as weak as the levels asked for take: `steady.causes` for all lanes."""
        some = np.flatnonzero([bool(one) for one in asked])
        if not some.size:
            return
        values = self._values[:, some].copy()
        for name, value in LEAN.items() if lean else ():
            values[self._parameter[name]] = value
        held = {name: np.full(some.size, np.nan) for name in HOLDABLE}
        for k, lane in enumerate(some.tolist()):
            for one in asked[lane]:
                held[one.species][k] = one.level
        states = self._settled(some, values, held, rest)
        yield
        nothing = np.zeros((len(self._input), some.size))
        read = self.run.read(states, values, nothing)  # type: ignore[arg-type]
        columns = [(name, np.broadcast_to(read[name], some.size).tolist()) for name in READ_BY_CAUSES]
        for k, lane in enumerate(some.tolist()):
            seen = {name: column[k] for name, column in columns}
            numbers = dict(zip(self._parameter, values[:, k].tolist(), strict=True))
            for one in asked[lane]:
                self._values[self._parameter[one.cause], lane] = cause(one, numbers, seen)
        yield

    def _settled(self, some: Places, values: Array, held: dict[str, Array], rest: NDArray[np.bool_]) -> Array:
        """States of rest of some lanes, with some species held at a level (not a number: free); lanes
        without one are marked in `rest`."""
        start = np.array([self.run.start(column) for column in values.T.tolist()]).T
        for name, levels in held.items():
            row = start[self._species[name]]
            row[~np.isnan(levels)] = levels[~np.isnan(levels)]
        batch = self._batch(some, values, start, held)
        found = batch.settle([0.0] * len(self._input), FIRST, YEARS)
        rest[some] &= found & (batch.state[self._species["fasting_glucose"]] < DOUBTFUL)
        return batch.state

    def _batch(
        self, some: Places, values: Array, states: Array, held: dict[str, Array] | None = None
    ) -> Batch:
        free = [np.isnan(held[name]).astype(float) if held else np.ones(some.size) for name in HOLDABLE]
        return Batch(self._code, np.vstack([values, free]), states, RELATIVE, FLOOR)

    def _moving(self, taking: Sequence[Array]) -> Places:
        """The lanes that do not simply stay as they are."""
        treated = np.any([mask > 0 for mask in taking], axis=0) if taking else np.zeros(len(self._kept), bool)
        batch = self._batch(np.arange(len(self._kept)), self._values, self._states)
        change = np.abs(batch.slopes([0.0] * len(self._input)))
        restless = np.any(change > AT_REST * (np.abs(self._states) + FLOOR), axis=0)
        return np.flatnonzero(treated | restless | (self._swings() > 0))

    def _take(self, now: Sequence[Dose], mask: Array, batch: Batch) -> None:
        for dose in now:
            batch.state[self._species[dose.into]] += dose.amount * mask

    def _given(self, now: Sequence[Sequence[Rate]], taking: Sequence[Array]) -> Array:
        """What all lanes are given day by day [I, N]."""
        inputs = np.zeros_like(self._inputs)
        for found, mask in zip(now, taking, strict=True):
            for rate in found:
                inputs[self._input[rate.into]] += rate.amount * mask
        return inputs

    def _pass(self, batch: Batch, first: float, last: float, inputs: Array, sizes: Array) -> Iterator[None]:
        """Some days without a dose."""
        place, swinging = self._input["ovary_swing"], bool(np.any(sizes))

        def at(day: float) -> Array:
            if swinging:
                inputs[place] = sizes * swing(day)
            return inputs

        batch.restart(AFTER_A_JUMP)
        for _ in batch.steps(Given(first, last, at, swinging)):
            yield

    def _swings(self) -> Array:
        return np.array([person.swing for person, _ in self._kept])
