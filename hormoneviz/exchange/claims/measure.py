"""Measuring a claim: both scenarios are run, and what is expected is read off the two courses.

The time of an effect is the stretch from when half of it is there to when nine tenths are; it must overlap
the time that the claim gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from hormoneviz.exchange.claims.claim import Claim, Clock, Expectation, Problem
from hormoneviz.exchange.claims.experiment import experiment
from hormoneviz.exchange.claims.library import minutes
from hormoneviz.simulation.calendar import Calendar, calendar_of_scenario
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario

Array = NDArray[np.float64]

POINTS: Final = 241
"""moments at which a course is read"""
SEEN: Final = 0.01
"""share of the larger value; a smaller change is none"""
NOTHING: Final = 0.05
"""the same, up to which a published "no change" is met: less than trials of some dozen people can see
[assumption]"""
SHARE: Final = 1 / 3
"""of a published change that is allowed either way, where no range was published (as in the tables of
targets)"""
_MINUTES_A_WEEK: Final = 10080.0
_HOUR, _DAY, _WEEK, _YEAR = 60.0, 1440.0, 10080.0, 525960.0
SPANS: Final = {
    "seconds": (0.0, 1.0),
    "minutes": (0.5, _HOUR),
    "hours": (0.5 * _HOUR, _DAY),
    "days": (0.5 * _DAY, 14 * _DAY),
    "weeks": (3 * _DAY, 13 * _WEEK),
    "months": (3 * _WEEK, 1.5 * _YEAR),
    "years": (0.5 * _YEAR, 50 * _YEAR),
}
"""min; what is meant by a time scale that the literature gives as a word"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One expectation with what the model does."""

    expectation: Expectation
    with_cause: float
    without: float
    found: float
    """as the expectation compares the two"""
    low: float
    high: float
    """what is accepted"""
    half: float | None
    """min until half of the effect is there; None where there is no time to measure"""
    most: float | None
    """likewise nine tenths"""
    span: tuple[float, float]
    """min, when they are expected"""
    problems: tuple[Problem, ...]
    """what does not hold"""

    @property
    def hit(self) -> bool:
        return not self.problems

    @property
    def as_filed(self) -> bool:
        """Whether just what is on file as missed does not hold."""
        return set(self.problems) == set(self.expectation.fails)


class Bench:
    """Runs scenarios, each one once, whoever asks."""

    def __init__(self) -> None:
        self._films: dict[bytes, Film] = {}
        self._calendars: dict[bytes, Calendar] = {}

    def findings(self, claim: Claim) -> tuple[Finding, ...]:
        """Every expectation of a modelled claim with what the model does.

        Raises:
            BadInput, SolverFailed: its scenarios cannot be run.
        """
        sides = experiment(claim)
        return tuple(self._finding(e, claim, *sides) for e in claim.expect)

    def _finding(self, e: Expectation, claim: Claim, with_: Scenario, without: Scenario) -> Finding:
        end, since = minutes(e.at), minutes(e.since)
        start = max(since, end - minutes(e.over)) if e.over else since
        times = np.linspace(start, end, POINTS)
        a, b = (self._course(side, e, times) for side in (with_, without))
        x, y = _taken(e, a, b)
        low, high = accepted(e)
        half = most = None
        span = _span(e, claim)
        if e.sign in ("+", "-") and not e.steady and span is not None:
            course = times if start == since else np.linspace(since, end, POINTS)
            if start != since:
                a, b = (self._course(side, e, course) for side in (with_, without))
            half, most = _times(course - since, a - b, e)
        found = _compared(e, x, y)
        problems = _problems(e, x, y, found, half, most, span)
        return Finding(e, x, y, found, low, high, half, most, span or (0.0, 0.0), problems)

    def _course(self, scenario: Scenario, e: Expectation, times: Array) -> Array:
        """The series at those times (min), in the published unit."""
        key = msgspec.json.encode(replace(scenario, name="", note=""))
        return e.scale * self._series(key, scenario, e.series, e.clock, times)

    def _series(self, key: bytes, scenario: Scenario, name: str, clock: Clock, times: Array) -> Array:
        if clock == "weeks":
            if key not in self._calendars:
                self._calendars[key] = calendar_of_scenario(scenario)
            return self._calendars[key].series([name], times / _MINUTES_A_WEEK)[name]
        if (held := parameter(scenario, name)) is not None:
            return np.full(len(times), held)
        if key not in self._films:
            self._films[key] = Film(scenario)
        return self._films[key].series([name], times)[name]


def parameter(scenario: Scenario, name: str) -> float | None:
    """The value of a parameter in that person's cell (model's unit), such as how many receptors it has; None
    if `name` is a quantity that changes by itself."""
    names = [p.name for p in network_of(scenario).network.parameters]
    return conditions(scenario)[0].parameters[names.index(name)] if name in names else None


def accepted(e: Expectation) -> tuple[float, float]:
    """The range in which the comparison must lie; without end where only the sign is known."""
    if e.low is not None or e.high is not None:
        return -np.inf if e.low is None else e.low, np.inf if e.high is None else e.high
    if e.published is not None:
        none = 1.0 if e.compare == "ratio" else 0.0
        if e.published != none:
            spread = SHARE * abs(e.published - none)
            return e.published - spread, e.published + spread
    return -np.inf, np.inf


def _taken(e: Expectation, a: Array, b: Array) -> tuple[float, float]:
    """The two numbers that are compared."""
    if e.take == "mean":
        return float(a.mean()), float(b.mean())
    if e.take == "swing":
        return tuple(float(np.ptp(course) / course.mean()) for course in (a, b))  # type: ignore[return-value]
    if e.take == "at":
        return float(a[-1]), float(b[-1])
    place = int(np.argmax(a - b) if e.take == "highest" else np.argmin(a - b))
    return float(a[place]), float(b[place])


def _compared(e: Expectation, x: float, y: float) -> float:
    if e.compare == "value":
        return x
    if e.compare == "difference":
        return x - y
    ratio = x / y if y else np.inf
    return ratio if e.compare == "ratio" else 100.0 * (ratio - 1.0)


def _times(times: Array, gained: Array, e: Expectation) -> tuple[float | None, float | None]:
    """When half and nine tenths of the effect are there (min after the cause began)."""
    way = gained if e.sign == "+" else -gained
    whole = float(way[-1]) if e.take == "at" else float(way.max())
    if whole <= 0.0:
        return None, None
    return _reached(times, way, 0.5 * whole), _reached(times, way, 0.9 * whole)


def _reached(times: Array, way: Array, level: float) -> float:
    """The first time at that level, by a straight line between two moments."""
    place = int(np.argmax(way >= level))
    if place == 0:
        return float(times[0])
    before, after = way[place - 1], way[place]
    share = (level - before) / (after - before)
    return float(times[place - 1] + share * (times[place] - times[place - 1]))


def _span(e: Expectation, claim: Claim) -> tuple[float, float] | None:
    """When the effect is expected; None where nothing is said."""
    if given := e.span or claim.span:
        return minutes(given[0]), minutes(given[1])
    if claim.time:
        return min(SPANS[word][0] for word in claim.time), max(SPANS[word][1] for word in claim.time)
    return None


def _problems(
    e: Expectation,
    x: float,
    y: float,
    found: float,
    half: float | None,
    most: float | None,
    span: tuple[float, float] | None,
) -> tuple[Problem, ...]:
    """What does not hold."""
    size = max(abs(x), abs(y))
    share = (x - y) / size if size else 0.0
    low, high = accepted(e)
    problems: list[Problem] = []
    if (e.sign == "+" and share < SEEN) or (e.sign == "-" and share > -SEEN):
        problems.append("sign")
    if e.sign == "0" and (low, high) == (-np.inf, np.inf) and abs(share) > NOTHING:
        problems.append("effect")
    if not low <= found <= high:
        problems.append("size")
    if (
        half is not None
        and most is not None
        and span is not None
        and not (half <= span[1] and most >= span[0])
    ):
        problems.append("time")
    return tuple(problems)
