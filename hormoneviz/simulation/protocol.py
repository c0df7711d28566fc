"""The experiment on the clock: which insulin and glucose the cell sees at every moment of a scenario.

A stand-in until the body model: a meal always brings the same course of insulin and glucose, whatever the
cells make of it, so a resistant cell does not raise blood glucose here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from hormoneviz.simulation.grid import next_grid_time
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.simulation.units import read

OverTime = Callable[[float], float]

INTERSTITIAL: Final = 0.6
"""insulin around the cells as a share of that in plasma: about 40 % lower at steady state (Diabetes
2005;54:1)"""

BATH_INSULIN: Final = "100 nM"
"""a bath that names no concentration: the one of most dish experiments, which saturates the receptors"""
BATH_GLUCOSE: Final = "5 mM"
MEAL_GLUCOSE: Final = "75 g"
"""a meal that names no amount: the load of the oral glucose tolerance test"""
_REFERENCE_MEAL: Final = 78.0
"""g of glucose in the meal to which the courses below belong (Dalla Man 2007)"""


@dataclass(frozen=True, slots=True)
class _Wave:
    """Rise and fall after a meal: `base` + `rise` * x^a exp(a/c (1 - x^c)) with x = t / `peak` (min)."""

    base: float
    rise: float
    peak: float
    a: float
    c: float

    def course(self, scale: float) -> OverTime:
        """The wave over time, its rise scaled with the size of the meal."""
        base, rise, peak, a, c = self.base, self.rise * scale, self.peak, self.a, self.c

        def at(t: float) -> float:
            x = t / peak
            return base + rise * x**a * math.exp(a / c * (1 - x**c)) if x > 0 else base

        return at


# Glucose in mM, insulin in nM at the cell. Peaks and rises are those of the published Dalla Man 2007 meal for
# the normal person (95 -> 158 mg/dL at 64 min, 25 -> 224 pM at 79 min); type 2 diabetes is our run of the
# same paper's other column (165 -> 284 mg/dL at 125 min, 55 -> 261 pM at 195 min). a and c follow both runs
# by least squares (residual 2 and 10 mg/dL, 10 pM). Resting insulin is 5 uU/mL (Yialamas 2007: 4.9); in
# diabetes, of that column.
_GLUCOSE: Final = {
    "none": _Wave(base=5.0, rise=63.7 / 18.016, peak=64.0, a=1.13, c=2.0),
    "type 2": _Wave(base=165.0 / 18.016, rise=119.0 / 18.016, peak=125.0, a=1.22, c=2.0),
}
_INSULIN: Final = {
    "none": _Wave(base=INTERSTITIAL * 0.030, rise=INTERSTITIAL * 0.199, peak=79.0, a=0.63, c=3.0),
    "type 2": _Wave(base=INTERSTITIAL * 0.055, rise=INTERSTITIAL * 0.206, peak=195.0, a=1.02, c=3.5),
}


@dataclass(frozen=True, slots=True)
class Course:
    """What reaches the cell over time; from a jump on, the functions give the new value."""

    insulin: OverTime
    """min since the start -> nM at the cell"""
    glucose: OverTime
    """min since the start -> mM at the cell"""
    breaks: tuple[float, ...]
    """min, ascending, on the film's grid: where insulin jumps of itself"""
    resting_insulin: float
    """nM at which the cell has settled before the start"""
    resting_glucose: float
    """mM at which the cell has settled before the start"""


def courses(scenario: Scenario) -> Course:
    """Insulin and glucose at the cell, for a scenario that has passed the checks; its events are not looked
    at.

    fasting: the person's resting insulin and glucose all the time. meal: a fixed course after the glucose
    eaten, higher and later in type 2 diabetes. bath: an isolated cell, rested without insulin, in a constant
    concentration until the wash-out. `insulin` in a meal or when fasting holds the cell at that concentration
    instead, which is how an event lays insulin on in the middle of a meal.

    Raises:
        UnitError: a quantity of the protocol cannot be read.
    """
    if scenario.protocol.kind == "bath":
        return _bath(scenario.protocol)
    insulin, glucose = _INSULIN[scenario.person.diabetes], _GLUCOSE[scenario.person.diabetes]
    scale = 0.0
    if scenario.protocol.kind == "meal":
        scale = read(scenario.protocol.glucose or MEAL_GLUCOSE, "mass") / _REFERENCE_MEAL
    at_the_cell = insulin.course(scale)
    if scenario.protocol.insulin is not None:
        at_the_cell = _constant(read(scenario.protocol.insulin, "insulin"))
    return Course(at_the_cell, glucose.course(scale), (), insulin.base, glucose.base)


def _bath(protocol: Protocol) -> Course:
    dose = read(protocol.insulin or BATH_INSULIN, "insulin")
    glucose = read(protocol.glucose or BATH_GLUCOSE, "glucose")
    if protocol.washout_at is None:
        return Course(_constant(dose), _constant(glucose), (), 0.0, glucose)
    end = next_grid_time(read(protocol.washout_at, "time"))
    return Course(lambda t: dose if t < end else 0.0, _constant(glucose), (end,), 0.0, glucose)


def _constant(level: float) -> OverTime:
    return lambda t: level
