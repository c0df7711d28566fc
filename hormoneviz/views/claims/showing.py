"""Showing a claim: the scenario with its cause, the moment to look, and the one name to point at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from hormoneviz.exchange.claims.claim import Claim, Expectation
from hormoneviz.exchange.claims.experiment import experiment
from hormoneviz.exchange.claims.library import minutes
from hormoneviz.exchange.claims.measure import accepted
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.look.look import Look
from hormoneviz.look.units import glucose_in
from hormoneviz.look.words import Words
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.timetext import time_said

_MINUTES_A_WEEK: Final = 10080.0
_SIGNS: Final = {"+": "up", "-": "down", "0": "same"}
_UNITS: Final = {"percent": "%", "ratio": "-fold"}
_GLUCOSE: Final = ("glucose", "plasma_glucose", "fasting_glucose")
PLACES: Final = ("scene", "pathway", "plot", "calendar", "strip")
"""the fields of `Where`, in the order in which they are told"""


@dataclass(frozen=True, slots=True)
class Showing:
    """What "Show me" does."""

    scenario: Scenario
    """in the week that is looked at, where the claim is about weeks"""
    time: float
    """min of the film"""
    selection: str
    """a quantity"""


def showing(claim: Claim, cause: bool = True, title: str = "") -> Showing:
    """How a modelled claim is shown, with the cause or without; its first expectation says when.

    `title` stands in the window; where left out, it is the claim's.

    Raises:
        BadInput: what it changes in its scenario makes none that can be run.
    """
    scenario, first = experiment(claim)[0 if cause else 1], claim.expect[0]
    at = minutes(first.at)
    scenario = replace(scenario, name=title or claim.title, note=claim.text if cause else "")
    if first.clock == "weeks":
        return Showing(replace(scenario, week=float(round(at / _MINUTES_A_WEEK))), 0.0, pointed(claim))
    return Showing(scenario, at, pointed(claim))


def pointed(claim: Claim) -> str:
    """The name that most places know: what is measured, else what the claim names first."""
    where = claim.where
    measured = [e.series for e in claim.expect]
    names = dict.fromkeys([*measured, *where.pathway, *where.scene, *where.calendar, *where.strip])
    known = (measured, where.pathway, where.scene, where.calendar)
    return max(names, key=lambda name: sum(name in place for place in known))


def expected(e: Expectation, look: Look) -> str:
    """What is to be seen, against the same without the cause, as a sentence."""
    words = look.words
    when = moment(e, words)
    what = words.say(f"claims_take_{e.take}", what=series_label(e.series, words), when=when)
    change = words.say(f"claims_sign_{_SIGNS[e.sign]}") if e.sign else ""
    spread = _range(e, look)
    if e.compare == "value" or not change:
        change = words.say("claims_value" if e.compare == "value" else "claims_change", range=spread)
    elif spread:
        change = words.say("claims_sized", change=change, range=spread)
    return words.say("claims_expected", what=what, change=change)


def moment(e: Expectation, words: Words) -> str:
    """When it is looked at: a week of the calendar, or a time of the film."""
    at = minutes(e.at)
    if e.clock == "weeks":
        return words.say("calendar_week", week=round(at / _MINUTES_A_WEEK))
    return time_said(words, at)


def places(claim: Claim, words: Words) -> dict[str, dict[str, str]]:
    """By place in the window (PLACES), only where there is something to look for: what it is called, and its
    name; of several names that are called the same, the last."""
    told = {}
    for place in PLACES:
        if names := getattr(claim.where, place):
            told[place] = {_plot(n, words) if place == "plot" else series_label(n, words): n for n in names}
    return told


def series_label(name: str, words: Words) -> str:
    """What a series is called."""
    return words.label(name) if name in words else words.say(f"claims_series_{name}")


def _plot(name: str, words: Words) -> str:
    return words.say(f"plot_{name}")


def _range(e: Expectation, look: Look) -> str:
    """The accepted range with its unit; empty where the sign alone is known."""
    words = look.words
    low, high = accepted(e)
    unit = _UNITS.get(e.compare) or e.unit or _unit(e)
    if e.series in _GLUCOSE and e.compare not in _UNITS:
        (low, _), (high, unit) = (glucose_in(end, unit, look.glucose_unit) for end in (low, high))
    if unit[:1] != "-":
        unit = "" if unit == "1" else f" {unit.replace('1/', '/')}"
    if math.isinf(low) and math.isinf(high):
        return ""
    if math.isinf(high):
        return words.say("claims_least", low=f"{low:.3g}", unit=unit)
    if math.isinf(low):
        return words.say("claims_most", high=f"{high:.3g}", unit=unit)
    return words.say("claims_between", low=f"{low:.3g}", high=f"{high:.3g}", unit=unit)


def _unit(e: Expectation) -> str:
    if e.clock == "minutes":
        return cell_in_body("muscle").units[e.series]
    units = {**calendar("male").units, **calendar("female").units}
    return units.get(e.series, "1")
