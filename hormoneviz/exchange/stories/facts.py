"""Whether what a beat states is so: measured in the film and the calendar that it shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hormoneviz.exchange.claims.measure import parameter
from hormoneviz.exchange.stories.staging import Staged
from hormoneviz.exchange.stories.story import Clock, Fact
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.simulation import units
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.conditions import network_of
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.kin import KINDS
from hormoneviz.simulation.scenario import Scenario

_MINUTES_A_WEEK = 10080.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A fact, what it was compared with, and whether it holds."""

    fact: Fact
    value: float
    other: float | None
    """what it is compared with, where it is"""
    holds: bool

    def __str__(self) -> str:
        beside = f", {self.fact.than}: {self.other:.4g}" if self.other is not None else ""
        return f"{self.fact.of} {self.value:.4g}{beside}; expected {_wanted(self.fact)}"


def measurable(scenario: Scenario, clock: Clock) -> frozenset[str]:
    """What a fact may be about: in a film all that cell and body have, on the calendar all that changes."""
    if clock == "minutes":
        return frozenset(network_of(scenario).network.units)
    network = calendar(scenario.person.sex)
    return frozenset({*network.units, "loop_gain"} - {p.name for p in network.parameters})


def measured(staged: Staged, fact: Fact) -> Measured:
    """The fact as the model has it.

    Raises:
        SolverFailed: the scenario, or its twin, cannot be run.
    """
    at = units.read(fact.at, "time") if fact.at else staged.end
    if fact.clock == "weeks" and not fact.at:
        at = staged.scenario.week * _MINUTES_A_WEEK
    value = _read(staged.scenario, fact, at)
    other = None
    if fact.than in KINDS:
        other = _read(KINDS[fact.than](staged.scenario), fact, at)
    elif fact.than:
        other = _read(staged.scenario, fact, units.read(fact.than, "time"))
    return Measured(fact, value, other, _holds(fact, value, other))


def _wanted(fact: Fact) -> str:
    """What a fact asks for, in words: "higher than healthy by at least 5 %, at most 3"."""
    asked = []
    if fact.is_:
        than, share = ("as" if fact.is_ == "same" else "than"), f"{100 * fact.by:g} %"
        least = "within" if fact.is_ == "same" else "by at least"
        asked.append(f"{fact.is_} {than} {fact.than} {least} {share}")
    asked += [f"at least {fact.low:g}"] if fact.low is not None else []
    asked += [f"at most {fact.high:g}"] if fact.high is not None else []
    return ", ".join(asked)


def _holds(fact: Fact, value: float, other: float | None) -> bool:
    low, high = fact.low, fact.high
    if (low is not None and value < low) or (high is not None and value > high):
        return False
    if other is None:
        return True
    change = value - other
    least = fact.by * abs(other)
    return {"higher": change >= least, "lower": -change >= least, "same": abs(change) <= least}[fact.is_]


def _read(scenario: Scenario, fact: Fact, at: float) -> float:
    if fact.clock == "weeks":
        course = calendar_of_scenario(scenario).series([fact.of], np.array([at / _MINUTES_A_WEEK]))
    elif (held := parameter(scenario, fact.of)) is not None:
        return held
    else:
        course = Film(scenario).series([fact.of], np.array([at]))
    return float(course[fact.of][0])
