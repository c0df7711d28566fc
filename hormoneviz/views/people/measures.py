"""What is shown of a population: courses, readings, their units on screen, and the sentences.  No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.look.units import MG_DL_PER_MMOL_L, GlucoseUnit
from hormoneviz.look.words import Words, format_value
from hormoneviz.simulation.population import Crowd

Array = NDArray[np.float64]

READINGS: Final = {
    "GLUT4_peak": "glut4",
    "uptake_peak": "glucose",
    "glucose_peak": "glucose",
    "glucose_area": "glucose",
    "insulin_peak": "insulin",
    "M_value": "glucose",
    "HOMA_IR": "insulin",
    "testosterone": "androgen",
}
"""what can be asked of each person, in this order, with its colour"""
CHANGES: Final = ("M_value", "HOMA_IR", "glucose_peak", "GLUT4_peak")
"""readings that are offered as what the therapies change in them"""
SMALL: Final = 0.5
"""of what the therapy does in the person on screen: who has less than this is said to respond weakly [our
choice]"""


_JOINED: Final = "\N{NO-BREAK SPACE}"
"""between a number and its unit"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A course."""

    name: str
    plot: str
    """its words are plot_PLOT"""
    colour: str
    least_top: float


MEASURES: Final = (
    Measure("GLUT4_surface", "surface", "glut4", 20.0),
    Measure("glucose_uptake", "uptake", "glucose", 1.5),
    Measure("plasma_glucose", "glucose", "glucose", 7.0),
    Measure("plasma_insulin", "insulin", "insulin", 100.0),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A quantity in the unit on screen."""

    values: Array
    """one a person [N], or courses and their quantiles [..., T]"""
    own: Array | np.float64
    """of the person on screen, [] or [T]"""
    symbol: str


def measure(name: str) -> Measure:
    """The measure of a course; the first for a name that is none."""
    return next((m for m in MEASURES if m.name == name), MEASURES[0])


def offered(crowd: Crowd | None) -> tuple[Measure, ...]:
    """The courses that the people have."""
    return tuple(m for m in MEASURES if crowd is None or m.name in crowd.series_units)


def course(crowd: Crowd, name: str, glucose: GlucoseUnit) -> Shown:
    """The bands of a course [5, T], and the person on screen [T]."""
    factor, symbol = _scale(crowd, name, glucose)
    (own,) = crowd.typical.series[name].astype(float)
    return Shown(factor * crowd.bands(name), factor * own, symbol)


def moment(crowd: Crowd, name: str, time: float, glucose: GlucoseUnit) -> Shown:
    """A course at one time (min), of everybody and of the person on screen."""
    factor, symbol = _scale(crowd, name, glucose)
    place = int(np.argmin(np.abs(crowd.people.times - time)))
    values, own = crowd.people.series[name][:, place], crowd.typical.series[name][0, place]
    return Shown(factor * values.astype(float), np.float64(factor * own), symbol)


def readings(crowd: Crowd | None) -> tuple[tuple[str, bool], ...]:
    """What can be asked of the people: (reading, whether what the therapies change in it)."""
    if crowd is None:
        return tuple((name, False) for name in READINGS)
    plain = [(name, False) for name in READINGS if name in crowd.reading_units]
    return (*plain, *((name, True) for name in CHANGES if name in crowd.people.without))


def reading(crowd: Crowd, name: str, change: bool, glucose: GlucoseUnit) -> Shown:
    """A reading of everybody, and of the person on screen."""
    factor, symbol = _scale(crowd, name, glucose)
    values, own = crowd.people.readings[name], crowd.typical.readings[name]
    if change:
        values, own = values - crowd.people.without[name], own - crowd.typical.without[name]
    return Shown(factor * values, factor * own[0], symbol)


def _scale(crowd: Crowd, name: str, glucose: GlucoseUnit) -> tuple[float, str]:
    """From the model's unit to that on screen."""
    in_glucose = 1.0 if glucose == "mg/dL" else 1.0 / MG_DL_PER_MMOL_L
    match name:
        case "plasma_glucose" | "glucose_peak":
            return in_glucose, glucose
        case "glucose_area":
            return in_glucose / 60.0, f"{glucose}·h"
        case "GLUT4_surface" | "GLUT4_peak":
            return 100.0, "%"
        case "glucose_uptake" | "uptake_peak":
            rest = float(crowd.typical.series["glucose_uptake"][0, 0])
            return 1.0 / max(rest, 1e-12), "× rest"
        case "plasma_insulin" | "insulin_peak":
            return 1.0, "pmol/L"
        case "HOMA_IR":
            return 1.0, ""
    return 1.0, crowd.reading_units[name]


def told(shown: Shown, what: str, change: bool, crowd: Crowd, words: Words, short: bool = False) -> str:
    """The sentence under the charts; a short one where there is little room."""
    values, own = shown.values, float(shown.own)
    low, first, third, high = np.percentile(values, [5.0, 25.0, 75.0, 95.0]).tolist()
    gaps = {
        "n": crowd.size,
        "what": what,
        "half": _range(first, third, shown.symbol, words),
        "most": _range(low, high, shown.symbol, words),
        "own": format_value(own, shown.symbol).replace(" ", _JOINED),
        "more": int(np.sum(values > own)),
        "less": int(np.sum(values < own)),
        "up": int(np.sum(values > 0)),
        "down": int(np.sum(values < 0)),
        "weak": int(np.sum(values * np.sign(own) < SMALL * abs(own))),
    }
    sentence = words.say(f"people_{'short' if short else 'told'}{'_change' if change else ''}", **gaps)
    failed = len(crowd.people.failed)
    return f"{sentence} {words.say('people_failed', n=failed)}" if failed else sentence


def _range(low: float, high: float, symbol: str, words: Words) -> str:
    ends = {"low": format_value(low, ""), "high": format_value(high, "") + _JOINED + symbol}
    return words.say("people_range", **ends).strip()
