"""Calendar: what weeks do to a person. Solved chunk by chunk from the untreated state of rest, always in
order, so that no answer depends on who asked first; what is solved never changes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.compiled import Inputs
from hormoneviz.simulation.constitution import Constitution, constitution, constitution_of
from hormoneviz.simulation.scenario import Hormones, Person, Scenario, Stance, Therapy
from hormoneviz.simulation.steady import runner, solve, untreated
from hormoneviz.simulation.therapies import DAYS_A_WEEK, doses, rates
from hormoneviz.simulation.vicious_circle import loop_gain

Array = NDArray[np.float64]

CHUNK = 28.0
"""d"""
STEP = 0.125
"""d; between kept states. Straight lines between them miss the steepest rise after an injection by 0.2 %"""

SERIES = (
    *("testosterone", "estradiol", "progesterone", "LH", "GH", "IGF1", "VAT", "SAT", "lean_mass"),
    *("inflammation", "TNF", "IL6", "CRP", "resistin", "adiponectin", "leptin", "androgen_effect"),
    *("fasting_glucose", "fasting_insulin", "fasting_FFA", "HOMA_IR", "M_value"),
    *("s_per", "s_hep", "B", "bf", "first_phase", "Fset", "egp"),
)
"""what the calendar prints, besides the loop gain"""
MULTIPLIERS = ("s_per", "s_hep", "B", "bf", "first_phase", "Fset", "egp")
"""what the fast body takes over, by the same names"""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in which nothing is given at once and nothing daily changes."""

    days: Array
    """the first is the stretch's start, the last its end"""
    states: Array
    """[T, S]"""
    inputs: Inputs


class Calendar:
    """The slow life of one person, extended lazily.

    Raises (from any method that looks further than was solved):
        SolverFailed: the solver could not go on.
    """

    def __init__(self, person: Constitution, therapies: Sequence[Therapy] = ()) -> None:
        self.person = person
        self.therapies = tuple(therapies)
        self._runner = runner(person.sex)
        self.parameters, rest = untreated(person)
        self._state = np.array(rest)
        names = [p.name for p in self._runner.network.parameters]
        self._own = self.parameters[names.index("testosterone_own")]
        self._stretches: list[_Stretch] = []
        self._end = 0.0
        self._places = {s.name: i for i, s in enumerate(self._runner.network.species)}

    @property
    def units(self) -> Mapping[str, str]:
        """The unit of every quantity that `at` and `series` know."""
        return {**self._runner.network.units, "loop_gain": "1"}

    def at(self, week: float, load: float | None = None) -> dict[str, float]:
        """Every quantity at that week (0 or later), and the testosterone that would be the person's own.

        `load` is an inflammation of this very hour: cytokines rise at once, the axis has not heard of it.
        """
        states, inputs = self._states(np.array([week]))
        read = self._runner.read(states, self.parameters, inputs)
        if load is not None:
            states[self._places["inflammation"]] = np.maximum(load, read["load_of_body"])
            read = self._runner.read(states, self.parameters, inputs)
        numbers = {name: v.item() if isinstance(v, np.ndarray) else float(v) for name, v in read.items()}
        return numbers | {"testosterone_own": self._own}

    def multipliers(self, week: float) -> dict[str, float]:
        """What the fast body takes over at that week."""
        now = self.at(week)
        return {name: now[name] for name in MULTIPLIERS}

    def series(self, names: Sequence[str], weeks: Sequence[float] | Array) -> dict[str, Array]:
        """Those quantities at those weeks (any order) [T each].

        Raises:
            KeyError: a name that the calendar does not have.
        """
        at = np.asarray(weeks, dtype=float)
        values = self._read(at)
        if "loop_gain" in names:
            values["loop_gain"] = np.array([self.loop_gain(week) for week in at.tolist()])
        return {name: values[name] for name in names}

    def loop_gain(self, week: float) -> float:
        """How much of a small fall of testosterone comes back through insulin resistance and inflammation: 0
        none, 1 all of it, and then no state of rest."""
        states, inputs = self._states(np.array([week]))
        slopes = self._runner.jacobian(
            0.0, states[:, 0], self.parameters, lambda _t: tuple(inputs[:, 0].tolist())
        )
        return loop_gain(slopes, self._places)

    def _read(self, weeks: Array) -> dict[str, Array]:
        return self._values(*self._states(weeks))

    def _values(self, states: Array, inputs: Array) -> dict[str, Array]:
        """Every species, input and rule, numbers that never change as full columns too [T each]."""
        values = self._runner.read(states, self.parameters, inputs)
        return {name: np.broadcast_to(value, states.shape[1]) for name, value in values.items()}

    def _states(self, weeks: Array) -> tuple[Array, Array]:
        """States [S, T] and inputs [I, T]; at the moment of a dose, those after it."""
        days = weeks * DAYS_A_WEEK
        while self._end <= days.max(initial=0.0):
            self._extend()
        starts = np.array([stretch.days[0] for stretch in self._stretches])
        owner = np.maximum(np.searchsorted(starts, days, side="right") - 1, 0)
        states = np.empty((len(self._places), len(days)))
        inputs = np.empty((len(self._runner.network.inputs), len(days)))
        for i in np.unique(owner):
            stretch, mine = self._stretches[i], np.flatnonzero(owner == i)
            states[:, mine] = _between(stretch, days[mine])
            inputs[:, mine] = np.array([stretch.inputs(day) for day in days[mine].tolist()]).T
        return states, inputs

    def _extend(self) -> None:
        """Live one more chunk."""
        start, end = self._end, self._end + CHUNK
        given = doses(self.therapies, start, end)
        daily = rates(self.therapies, start, end)
        edges = {start, end, *(d.day for d in given), *(r.start for r in daily), *(r.end for r in daily)}
        cuts = sorted(day for day in edges if start <= day <= end)
        for first, last in pairwise(cuts):
            for dose in given:
                if dose.day == first:
                    self._state[self._places[dose.into]] += dose.amount
            now = [rate for rate in daily if rate.start <= first < rate.end]
            inputs = self._inputs({r.into: sum(o.amount for o in now if o.into == r.into) for r in now})
            days = np.linspace(first, last, max(2, math.ceil((last - first) / STEP) + 1))
            states = solve(self._runner, self.parameters, inputs, self._state, days)
            self._stretches.append(_Stretch(days, states, inputs))
            self._state = states[-1].copy()
        self._end = end

    def _inputs(self, amounts: Mapping[str, float]) -> Inputs:
        """What the network is given over time (d)."""
        names = [i.name for i in self._runner.network.inputs]
        values = tuple(amounts.get(name, 0.0) for name in names)
        if not self.person.swing:
            return lambda _t: values
        place, size = names.index("ovary_swing"), self.person.swing
        return lambda t: (*values[:place], size * swing(t), *values[place + 1 :])


def swing(day: float) -> float:
    """How the ovary of perimenopause swings, -1 to 1: two rhythms that never meet, 0 at the start."""
    return 0.6 * math.sin(2 * math.pi * day / 43.0) + 0.4 * math.sin(2 * math.pi * day / 71.0)


def _between(stretch: _Stretch, days: Array) -> Array:
    """States by straight lines between the kept ones [S, T]."""
    kept, states = stretch.days, stretch.states
    left = np.clip(np.searchsorted(kept, days, side="right") - 1, 0, len(kept) - 2)
    share = ((days - kept[left]) / (kept[left + 1] - kept[left]))[:, None]
    between: Array = states[left] * (1 - share) + states[left + 1] * share
    return between.T


@lru_cache(maxsize=64)
def _kept(person: Constitution, therapies: tuple[Therapy, ...]) -> Calendar:
    return Calendar(person, therapies)


def calendar_of(
    person: Person,
    hormones: Hormones,
    load: float,
    stance: Stance,
    therapies: tuple[Therapy, ...] = (),
) -> Calendar:
    """The calendar of a person; the same for the same words.

    Raises:
        UnitError: a hormone level or dose cannot be read.
    """
    return _kept(constitution(person, hormones, load, stance), therapies)


def calendar_of_scenario(scenario: Scenario) -> Calendar:
    """The calendar on which the scenario's week lies."""
    return _kept(constitution_of(scenario), scenario.therapy)
