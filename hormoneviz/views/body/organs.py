"""What each organ is doing, read from a frame of the film and from the calendar: pure functions, no drawing.

`share` is how wide an arrow is drawn: flow over the full width's flow. Those full widths are ours, so that a
meal in an obese person still fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hormoneviz.kinetics.parameters import body_parameters
from hormoneviz.look.units import GlucoseUnit
from hormoneviz.simulation.levels import reference
from hormoneviz.simulation.scenario import Person
from hormoneviz.views.body.figures import Figure, figure, glucose_figure

Values = Mapping[str, float]
Way = Literal["gives", "takes", "rests", "carries"]

_LEAST = 0.02
"""share below which an organ is said to rest: an arrow so thin is not seen"""
_STEPS = 40
"""of the arrow: finer is not seen, and would only be drawn again and again"""
FULL_SECRETION, FULL_EGP, FULL_UPTAKE, FULL_FFA, FULL_LH = 400.0, 3.0, 8.0, 0.6, 20.0
"""pmol/min, mg/kg/min, mg/kg/min, mM, IU/L: flows that make a full arrow"""
FULL_HORMONE = 1.5
"""times the level of a healthy young adult, likewise for what the gonad makes"""


@dataclass(frozen=True, slots=True)
class Doing:
    """One organ at one moment, as text and arrow; equal ones look equal."""

    name: str
    """the thing of the words file, and the emblem"""
    figure: Figure
    way: Way
    cargo: str
    """what it gives or takes: a name of `marks.CARGO`"""
    share: float
    """width of the arrow, 0 to 1"""
    quantity: str
    """what to select"""
    more: tuple[tuple[str, Figure], ...] = ()
    """further figures for the card: (phrase, figure)"""


def doings(
    person: Person,
    values: Values,
    units: Mapping[str, str],
    calendar: Values,
    glucose_unit: GlucoseUnit = "mmol/L",
) -> tuple[Doing, ...]:
    """Blood first, then the organs from left to right; `values` are those of a frame with a body."""
    return (
        _blood(values, units, glucose_unit),
        _pancreas(values),
        _flow("liver", values, "EGP", "gives", "glucose", FULL_EGP, units),
        _flow("muscle_tissue", values, "Uid", "takes", "glucose", FULL_UPTAKE, units),
        _flow("fat_tissue", values, "FFA_free", "gives", "fatty_acid", FULL_FFA, units),
        _gonad(person, calendar),
        _pituitary(calendar),
    )


@cache
def plasma() -> float:
    """L; the volume insulin is secreted into: what 1 pM/min more in plasma takes is so many pmol/min."""
    value = {p.name: p.value for p in body_parameters()}
    return value["V_ins"] * value["BW"]


def _blood(values: Values, units: Mapping[str, str], glucose_unit: GlucoseUnit) -> Doing:
    glucose = glucose_figure(values["glucose"], units["glucose"], glucose_unit)
    insulin = figure(values["plasma_insulin"], units["plasma_insulin"])
    more = (("strip_glucose", glucose), ("strip_insulin", insulin))
    return Doing("blood_now", glucose, "carries", "glucose", 0.0, "glucose", more)


def _pancreas(values: Values) -> Doing:
    made = values["secretion"] * plasma()
    share = _stepped(made / FULL_SECRETION)
    return Doing("pancreas", figure(made, "pmol/min"), _way("gives", share), "insulin", share, "secretion")


def _flow(
    name: str, values: Values, quantity: str, way: Way, cargo: str, full: float, units: Mapping[str, str]
) -> Doing:
    share = _stepped(values[quantity] / full)
    return Doing(name, figure(values[quantity], units[quantity]), _way(way, share), cargo, share, quantity)


def _gonad(person: Person, calendar: Values) -> Doing:
    male, normal = person.sex == "male", reference(person)
    name, hormone, unit, cargo, usual = (
        ("testis", "testosterone", "nmol/L", "androgen", normal.testosterone)
        if male
        else ("ovary", "estradiol", "pmol/L", "estrogen", normal.estradiol)
    )
    made = calendar[f"{hormone}_made"]
    share = _stepped(made / (FULL_HORMONE * usual))
    more = ((f"strip_{hormone}", figure(calendar[hormone], unit)), ("strip_own", figure(made, unit)))
    return Doing(name, figure(calendar[hormone], unit), _way("gives", share), cargo, share, hormone, more)


def _pituitary(calendar: Values) -> Doing:
    share = _stepped(calendar["LH"] / FULL_LH)
    lh, gh = figure(calendar["LH"], "IU/L"), figure(calendar["GH"] - calendar["GH_injected"], "ug/L")
    more = (("strip_LH", lh), ("strip_GH", gh))
    return Doing("pituitary", lh, _way("gives", share), "LH", share, "LH", more)


def _way(way: Way, share: float) -> Way:
    return way if share >= _LEAST else "rests"


def _stepped(share: float) -> float:
    return round(min(max(share, 0.0), 1.0) * _STEPS) / _STEPS
