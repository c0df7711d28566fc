"""Therapies: which agents there are, and the doses and daily rates that a list of them brings.

What is not known about an agent is said in its row (resources/therapies/agents.toml) and does nothing here.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from hormoneviz import resources
from hormoneviz.simulation.errors import UnitError, nearest
from hormoneviz.simulation.scenario import Therapy
from hormoneviz.simulation.units import read

DAYS_A_WEEK = 7.0
FOREVER = math.inf
MINUTES_A_DAY = 1440.0


class Agent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of agents.toml."""

    acts: Literal["depot", "daily", "patch", "implant", "none"]
    """depot: doses into a state. daily: the mean over the day. patch: a dose per day as long as it is worn.
    implant: the same release every day until it is empty. none: no lasting effect is known."""
    into: str = ""
    """the state or input of the calendar's network"""
    share: float = 1.0
    """mg of what `into` counts in a mg of the dose"""
    release: float = 0.0
    """of an implant: share of the dose a day"""
    routes: tuple[str, ...]
    """the first is meant where none is named"""
    dose: str
    every: str | None = None
    """dose and interval of the trial named in `source`; no advice"""
    kinetics: str
    effect: str
    grade: Literal["strong", "moderate", "weak", "contested", "contradicted", "unknown"]
    unknown: str = ""
    """what nobody has measured"""
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount that is there at once."""

    day: float
    into: str
    amount: float


@dataclass(frozen=True, slots=True)
class Rate:
    """An amount a day, from one day up to another."""

    start: float
    end: float
    into: str
    amount: float


@cache
def agents() -> Mapping[str, Agent]:
    """Every agent by name, in the order of the file.

    Raises:
        msgspec.ValidationError: the file has a key or value it must not have.
    """
    return msgspec.convert(tomllib.loads(resources.text("therapies/agents.toml")), dict[str, Agent])


def agent(name: str) -> Agent:
    """The agent of that name.

    Raises:
        UnitError: there is none; it offers the nearest name.
    """
    known = agents()
    if name not in known:
        raise UnitError(f'no therapy is called "{name}"', nearest(name, known))
    return known[name]


def amount(therapy: Therapy) -> float:
    """The dose in mg, or mg/d of a patch.

    Raises:
        UnitError: unknown agent, or a dose that cannot be read.
    """
    patch = agent(therapy.agent).acts == "patch"
    return read(therapy.dose, "daily dose" if patch else "dose")


def interval(therapy: Therapy) -> float | None:
    """Days from dose to dose; None where it is given once.

    Raises:
        UnitError: the interval cannot be read.
    """
    if therapy.every is not None:
        return read(therapy.every, "time") / MINUTES_A_DAY
    return 1.0 if agent(therapy.agent).acts == "daily" else None


def doses(therapies: Sequence[Therapy], start: float, end: float) -> list[Dose]:
    """The depot doses of days [start, end), in order; two at the same time stay two."""
    found = [dose for therapy in therapies for dose in _doses(therapy, start, end)]
    return sorted(found, key=lambda dose: (dose.day, dose.into))


def rates(therapies: Sequence[Therapy], start: float, end: float) -> list[Rate]:
    """What comes day by day within days [start, end)."""
    found = [rate for therapy in therapies for rate in _rates(therapy, end)]
    return [rate for rate in found if rate.start < end and rate.end > start]


def _doses(therapy: Therapy, start: float, end: float) -> Iterator[Dose]:
    row = agent(therapy.agent)
    if row.acts == "depot":
        for day in _days(therapy, end):
            if day >= start:
                yield Dose(day, row.into, amount(therapy) * row.share)


def _rates(therapy: Therapy, end: float) -> Iterator[Rate]:
    row, given = agent(therapy.agent), amount(therapy) * agent(therapy.agent).share
    first, last = _span(therapy)
    if row.acts == "implant":
        for day in _days(therapy, end):
            yield Rate(day, _day(day + 1 / row.release), row.into, given * row.release)
    elif row.acts == "patch":
        yield Rate(first, last, row.into, given)
    elif row.acts == "daily":
        yield Rate(first, last, row.into, given / (interval(therapy) or 1.0))


def _span(therapy: Therapy) -> tuple[float, float]:
    last = FOREVER if therapy.to_week is None else _day(therapy.to_week * DAYS_A_WEEK)
    return _day(therapy.from_week * DAYS_A_WEEK), last


def _day(time: float) -> float:
    """The time (d) on a grid of a tenth of a second: two doses meant for the same moment are, whatever the
    rounding of weeks, and no stretch between two is too short to be solved."""
    return round(time, 6)


def _days(therapy: Therapy, end: float) -> Iterator[float]:
    """The days of its doses before `end`."""
    first, last = _span(therapy)
    step, number = interval(therapy), 0
    while (day := _day(first + number * (step or 0.0))) < min(end, last):
        yield day
        if step is None:
            return
        number += 1
