"""What another program has to be told to do the same run: a network, its numbers, where it starts, what comes
in over time, and what is switched when. A film and a calendar both come down to this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hormoneviz.exchange.grades import grades_text
from hormoneviz.kinetics.network import Network
from hormoneviz.simulation.calendar import Calendar, calendar_of_scenario
from hormoneviz.simulation.conditions import Condition, conditions, network_of
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.protocol import Wave
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.steady import runner
from hormoneviz.simulation.therapies import doses, rates

Numbers = Mapping[str, float]

TRACE = 1e-12
"""in the units of the calendar; less is nothing"""

_WAVE = "{0}_base + {0}_rise*(time/{0}_peak)*exp(1 - time/{0}_peak)"
_SWING = "ovary_swing_size*(0.6*sin(time*6.283185307179586/43.0) + 0.4*sin(time*6.283185307179586/71.0))"


@dataclass(frozen=True, slots=True)
class Extra:
    """A number that only the formula of an input needs."""

    name: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Jump:
    """What changes at one moment."""

    time: float
    set: Numbers = field(default_factory=dict)
    """parameters and inputs"""
    add: Numbers = field(default_factory=dict)
    """to species"""
    scale: Numbers = field(default_factory=dict)
    """species, by a factor"""


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run depends on, as numbers and formulas of `time`."""

    name: str
    note: str
    network: Network
    time_unit: Literal["min", "d"]
    until: float
    parameters: Numbers
    start: Numbers
    inputs: Numbers
    """at time 0; those that `formulas` has follow these instead"""
    formulas: Mapping[str, str]
    extras: Sequence[Extra]
    jumps: Sequence[Jump]
    grades: str = ""
    """how sure the effects of the switches are that are not as in health (exchange.grades)"""


def experiment(scenario: Scenario) -> Run:
    """The experiment of a scenario, in minutes; events after its duration are left out.

    Raises:
        SolverFailed: the state of rest cannot be reached.
    """
    network = network_of(scenario).network
    film, found = Film(scenario), conditions(scenario)
    course = film.series([s.name for s in network.species], [0.0])
    first = [c for c in found if c.start == 0][-1]
    waves = sorted({name for c in found for name, given in c.given.items() if isinstance(given, Wave)})
    names = [i.name for i in network.inputs]
    steps = [step for step in _steps(found, network, waves) if step.time < film.duration]
    return Run(
        name=scenario.name,
        note=scenario.note,
        network=network,
        time_unit="min",
        until=film.duration,
        parameters=_numbers(network, first),
        start={name: float(values[0]) for name, values in course.items()},
        inputs=dict(zip(names, first.inputs(0.0), strict=True)),
        formulas={name: _WAVE.format(name) for name in waves},
        extras=[
            Extra(f"{name}_{part}", value, "min" if part == "peak" else network.units[name])
            for name in waves
            for part, value in _wave(first, name).items()
        ],
        jumps=steps,
        grades=grades_text(scenario),
    )


def weeks(scenario: Scenario, until: float) -> Run:
    """The calendar of a scenario from week 0 up to `until` (d), in days.

    Raises:
        SolverFailed: the state of rest cannot be reached.
    """
    life = calendar_of_scenario(scenario)
    network, swings = runner(life.person.sex).network, life.person.swing
    species = [s.name for s in network.species]
    now = life.series(species, [0.0])
    jumps = list(_therapy(life, until))
    extras = [Extra("ovary_swing_size", swings, "1")] if swings else []
    zeros = dict.fromkeys((i.name for i in network.inputs), 0.0)
    return Run(
        name=f"{scenario.name}, calendar",
        note=scenario.note,
        network=network,
        time_unit="d",
        until=until,
        parameters=dict(zip((p.name for p in network.parameters), life.parameters, strict=True)),
        start={name: _cleared(float(now[name][0])) for name in species},
        inputs=zeros | {name: value for jump in jumps if jump.time == 0 for name, value in jump.set.items()},
        formulas={"ovary_swing": _SWING} if swings else {},
        extras=extras,
        jumps=[jump for jump in jumps if jump.time > 0],
        grades=grades_text(scenario),
    )


def _cleared(amount: float) -> float:
    """Without the trace (1e-28, say) that finding the state of rest leaves of what is not there: CVODE gives
    up on such traces."""
    return amount if abs(amount) > TRACE else 0.0


def _numbers(network: Network, condition: Condition) -> dict[str, float]:
    return dict(zip((p.name for p in network.parameters), condition.parameters, strict=True))


def _wave(condition: Condition, name: str) -> dict[str, float]:
    """An input as base, rise and peak; one that stands still rises by nothing."""
    given = condition.given[name]
    if isinstance(given, Wave):
        return {"base": given.base, "rise": given.rise, "peak": given.peak}
    return {"base": condition.inputs(0.0)[list(condition.given).index(name)], "rise": 0.0, "peak": 1.0}


def _steps(found: Sequence[Condition], network: Network, waves: Sequence[str]) -> Iterator[Jump]:
    """Every moment after 0 at which a parameter or an input jumps."""
    names = [i.name for i in network.inputs]
    later = [c.start for c in found[1:]] + [2**53]
    before: dict[str, float] = {}
    numbers: dict[str, float] = {}
    for condition, end in zip(found, later, strict=True):
        moments = [condition.start, *(b for b in condition.breaks if condition.start < b < end)]
        for cell in moments if condition.start < end else []:
            given = dict(zip(names, condition.inputs(time_of(cell)), strict=True))
            now = _numbers(network, condition) | {k: v for k, v in given.items() if k not in waves}
            now |= {f"{w}_{part}": v for w in waves for part, v in _wave(condition, w).items()}
            changed = {name: value for name, value in now.items() if before.get(name) != value}
            if cell > 0 and changed:
                yield Jump(time_of(cell), set=changed, scale=_totals(network, numbers, now))
            before, numbers = now, now


def _totals(network: Network, before: Numbers, after: Numbers) -> dict[str, float]:
    """By how much the members of a total change with it, each keeping its share."""
    return {
        member: after[law.total] / before[law.total]
        for law in network.conserved
        if before[law.total] and after[law.total] != before[law.total]
        for member in law.members
    }


def _therapy(life: Calendar, until: float) -> Iterator[Jump]:
    """What is given at once, and where what is given daily changes, from day 0 on."""
    daily, given = rates(life.therapies, 0.0, until), doses(life.therapies, 0.0, until)
    edges = {d.day for d in given} | {r.start for r in daily} | {r.end for r in daily}
    inputs = sorted({rate.into for rate in daily})
    days = sorted(day for day in edges if day < until)
    before = dict.fromkeys(inputs, 0.0)
    for day in days:
        now = {
            name: sum(r.amount for r in daily if r.into == name and r.start <= day < r.end) for name in inputs
        }
        add: dict[str, float] = {}
        for dose in given:
            if dose.day == day:
                add[dose.into] = add.get(dose.into, 0.0) + dose.amount
        yield Jump(day, set={n: v for n, v in now.items() if v != before[n]}, add=add)
        before = now
