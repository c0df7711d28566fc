"""People: the parameters in which a virtual person differs from the one that a scenario describes.

Person i of a seed is drawn from a generator of their own, so that they are the same in a population of any
size, in any order, on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.presets import all_parameters, cell_of, known_parameters
from hormoneviz.kinetics.spread import spread
from hormoneviz.simulation.scenario import Scenario

Factors = Mapping[str, float]
"""what a person's parameters are multiplied with, by name"""
STREAM = 5
"""sets these draws apart from those of the vesicles (draws.py), which count blocks in its place"""


def person(scenario: Scenario, seed: int, number: int) -> Factors:
    """Who that person is: a factor for each parameter that varies between people.

    What the scenario itself sets, at its start or by an event, holds for everybody.
    """
    set_for_all = {*scenario.parameters, *(name for event in scenario.event for name in event.set)}
    key = np.array([seed, (STREAM << 56) + number], dtype=np.uint64)
    drawn = np.random.Generator(np.random.Philox(key=key)).standard_normal(len(_order()))
    z = dict(zip(_order(), drawn.tolist(), strict=True))
    cell = cell_of(scenario.tissue, scenario.person.diabetes)
    found: dict[str, float] = {}
    for p, sigma in _varying(scenario.person.sex, cell):
        if p.name not in set_for_all:
            low, high = sorted((p.low / p.value, p.high / p.value))
            found[p.name] = float(min(max(np.exp(sigma * z[p.name]), low), high))
    return found


@cache
def _order() -> tuple[str, ...]:
    """One place in the draws for every parameter, whatever the sex and the cell."""
    return tuple(sorted(all_parameters()))


@cache
def _varying(sex: str, cell: str) -> tuple[tuple[Parameter, float], ...]:
    """The parameters that vary, with the value of that sex and cell, and the SD of their logarithm."""
    own = {p.name: p for p in calendar("male" if sex == "male" else "female").parameters}
    values = {**own, **known_parameters(cell)}
    known = [values[name] for name in _order() if name in values]
    return tuple((p, s.sigma) for p in known if (s := spread(p)).cv > 0.0)
