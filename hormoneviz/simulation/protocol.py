"""The experiment on the clock: what a scenario gives to the cell in a dish, or to the body around it, over
time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from hormoneviz.kinetics.parameters import body_parameters
from hormoneviz.simulation.grid import next_grid_time
from hormoneviz.simulation.scenario import Protocol
from hormoneviz.simulation.units import read

OverTime = Callable[[float], float]
Given = float | OverTime

BATH_INSULIN: Final = "100 nM"
"""a bath that names no concentration: the one of most dish experiments, which saturates the receptors"""
BATH_GLUCOSE: Final = "5 mM"
MEAL_GLUCOSE: Final = "75 g"
"""a meal or drink that names no amount: the load of the oral glucose tolerance test"""
EATING: Final = {"meal": 15.0, "ogtt": 5.0}
"""min from the first bite to the last [assumption; the test's drink is taken within 5 min]"""
CLAMP_INSULIN: Final = "70 uU/mL"
"""a clamp that names neither insulin nor a rate: what 1 mU/kg/min reaches"""
CLAMP_GLUCOSE: Final = "92 mg/dL"
GH_LEVEL: Final = "40 ug/L"
GH_UNTIL: Final = "60 min"
"""an infusion that names nothing: one hour, saturating, as in Fowelin 1991"""
LIPID_LEVEL: Final = "1.8 mM"
"""fatty acids of a lipid infusion with heparin (Boden 1998, Belfort 2005)"""
ENDOTOXIN_TNF: Final = "25 pg/mL"
"""TNF x25 two hours after endotoxin (body brief, section 5)"""
DURATION: Final[Mapping[str, str]] = {
    "fasting": "120 min",
    "bath": "120 min",
    "meal": "240 min",
    "ogtt": "180 min",
    "clamp": "180 min",
    "gh_infusion": "480 min",
    "lipid_infusion": "420 min",
    "endotoxin": "480 min",
}
"""by kind of experiment: how long it takes to show what it shows"""
_TNF_PEAK, _IL6_PEAK = 90.0, 120.0
"""min after endotoxin [assumption: TNF first, IL-6 two hours after]"""
_IL6_PER_TNF: Final = 5.0
"""pg/mL IL-6 for each of TNF: x100 beside x25, from 1.2 and 1.0"""

_PM_PER_NM, _MG_DL_PER_MM, _MG_PER_G = 1000.0, 18.016, 1000.0


@dataclass(frozen=True, slots=True)
class Course:
    """What is given over time; from a jump on, the functions give the new value."""

    given: Mapping[str, Given]
    """inputs of the network by name, constant or min -> value; one that is not named is 0"""
    resting: Mapping[str, float]
    """the same before the start, for so long that everything has settled"""
    breaks: tuple[float, ...] = ()
    """min, ascending, on the film's grid: where an input jumps of itself"""


def courses(protocol: Protocol, milieu: Mapping[str, float]) -> Course:
    """What a protocol that has passed the checks gives; events are not looked at.

    `milieu` is what the person's blood holds at rest: TNF and IL6 in pg/mL, and for a bath FFA in mM.

    Raises:
        UnitError: a quantity of the protocol cannot be read.
    """
    return _bath(protocol, milieu) if protocol.kind == "bath" else _in_the_body(protocol, milieu)


def _bath(protocol: Protocol, milieu: Mapping[str, float]) -> Course:
    """An isolated cell, rested without insulin, in a constant concentration until the wash-out."""
    dose = read(protocol.insulin or BATH_INSULIN, "insulin")
    constant = {**milieu, "glucose": read(protocol.glucose or BATH_GLUCOSE, "glucose")}
    resting = {**constant, "insulin": 0.0}
    if protocol.washout_at is None:
        return Course({**constant, "insulin": dose}, resting)
    end = next_grid_time(read(protocol.washout_at, "time"))
    return Course({**constant, "insulin": _until(end, dose)}, resting, (end,))


def _in_the_body(protocol: Protocol, milieu: Mapping[str, float]) -> Course:
    """A person who has fasted overnight, and then eats, is clamped, infused or made ill."""
    given: dict[str, Given] = {**milieu, **_clamps(protocol)}
    resting = dict(milieu)
    breaks: tuple[float, ...] = ()
    if protocol.kind == "endotoxin":
        given |= _endotoxin(protocol, milieu)
    if protocol.fatty_acids is not None and protocol.kind != "lipid_infusion":
        given["FFA_target"] = resting["FFA_target"] = read(protocol.fatty_acids, "fatty acids")
    flow = _flow(protocol)
    if flow is not None:
        name, level, until = flow
        given[name] = level if until is None else _until(until, level)
        breaks = () if until is None else (until,)
    return Course(given, resting, breaks)


def _flow(protocol: Protocol) -> tuple[str, float, float | None] | None:
    """What runs in from time 0 on: which input, how much, and until when (min; None: to the end)."""
    if protocol.kind == "meal" or protocol.kind == "ogtt":
        end = EATING[protocol.kind]
        grams = read(protocol.glucose or MEAL_GLUCOSE, "mass")
        return "eaten", grams * _MG_PER_G / end, end
    if protocol.kind == "gh_infusion":
        until = next_grid_time(read(protocol.until or GH_UNTIL, "time"))
        return "GH_infusion", _gh_rate(protocol), until
    if protocol.kind == "lipid_infusion":
        level = read(protocol.fatty_acids or LIPID_LEVEL, "fatty acids")
        given = protocol.until
        return "FFA_target", level, None if given is None else next_grid_time(read(given, "time"))
    return None


def _clamps(protocol: Protocol) -> dict[str, float]:
    """Plasma insulin and glucose that are held, from time 0 on."""
    held: dict[str, float] = {}
    clamp = protocol.kind == "clamp"
    insulin = protocol.insulin or (CLAMP_INSULIN if clamp and protocol.rate is None else None)
    glucose = protocol.glucose or (CLAMP_GLUCOSE if clamp else None)
    if insulin is not None:
        # A target of 0 means "not held": no insulin at all is as little as nobody can tell from it.
        held["insulin_target"] = max(read(insulin, "insulin") * _PM_PER_NM, 1e-6)
    if protocol.rate is not None:
        held["insulin_infusion"] = read(protocol.rate, "insulin rate")
    if glucose is not None and protocol.kind not in EATING:
        held["glucose_target"] = read(glucose, "glucose") * _MG_DL_PER_MM
    return held


def _gh_rate(protocol: Protocol) -> float:
    """ug/L/min that would in the end raise growth hormone by the level asked for."""
    clearance = next(p.value for p in body_parameters() if p.name == "k_gh")
    return read(protocol.gh or GH_LEVEL, "growth hormone") * clearance


def _endotoxin(protocol: Protocol, milieu: Mapping[str, float]) -> dict[str, Given]:
    """TNF and IL-6 after a bolus at time 0: up within two hours, down by the evening."""
    rise = max(0.0, read(protocol.tnf or ENDOTOXIN_TNF, "TNF") - milieu["TNF"])
    return {
        "TNF": _wave(milieu["TNF"], rise, _TNF_PEAK),
        "IL6": _wave(milieu["IL6"], _IL6_PER_TNF * rise, _IL6_PEAK),
    }


def _wave(base: float, rise: float, peak: float) -> OverTime:
    """Up to `base` + `rise` at `peak` min, and down again as slowly as it came."""

    def at(t: float) -> float:
        x = max(t, 0.0) / peak
        return base + rise * x * math.exp(1 - x)

    return at


def _until(end: float, level: float) -> OverTime:
    return lambda t: level if t < end else 0.0
