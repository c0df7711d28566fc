"""The dose axis: doses and their places on a logarithmic scale, and how values are told.  No Qt."""

from __future__ import annotations

import math

from hormoneviz.look.words import Words, format_value
from hormoneviz.simulation.dose import DOSES, Response
from hormoneviz.views.scales import DOSE_STEPS, dose_at

FIRST, LAST = math.log10(DOSES[0]), math.log10(DOSES[-1])
_CLEAR = 5.0
"""px beyond the first and the last number"""
_FEW = (round(FIRST), 0, round(LAST))
SYMBOLS = {"GLUT4_surface": "%", "glucose_uptake": "× rest"}


def ends(first: float, last: float, room: float) -> tuple[float, float]:
    """The ends of an axis `room` px long, so that its first and last number, so wide, stand within it."""
    decade = max(room - 0.5 * (first + last) - 2 * _CLEAR, 1.0) / (LAST - FIRST)
    return FIRST - (0.5 * first + _CLEAR) / decade, LAST + (0.5 * last + _CLEAR) / decade


def ticks(widest: float, room: float) -> list[list[tuple[float, str]]]:
    """Powers of ten as pyqtgraph takes ticks: each, or three where numbers so wide have no room."""
    powers = range(round(FIRST), round(LAST) + 1) if widest < 0.9 * room / (LAST - FIRST + 1) else _FEW
    return [[(float(power), f"{10.0**power:g}") for power in powers], []]


def step_near(power: float) -> int:
    """The step of the dose slider nearest to a power of ten (nM)."""
    return min(max(round(10 * (power - FIRST)), 0), DOSE_STEPS)


def power_of(step: int) -> float:
    """The power of ten (nM) of a step."""
    return FIRST + step / 10


def dose_text(step: int) -> str:
    """The dose of a step, as the session takes it."""
    return dose_at(step)


def in_unit(name: str, value: float, healthy: Response) -> float:
    """A value as it is told: % of the normal GLUT4, or multiples of the healthy cell's uptake at rest."""
    return 100.0 * value if name == "GLUT4_surface" else value / max(healthy.rest[name], 1e-12)


def told(
    name: str, whose: str, response: Response, healthy: Response, words: Words, short: bool = False
) -> str:
    """Whose curve, its half-maximal dose and its maximum."""
    half = response.half(name)
    most = format_value(in_unit(name, response.maximum(name), healthy), SYMBOLS[name])
    if half is None:
        return words.say("dose_flat", whose=whose, most=most)
    return words.say(
        "dose_told_short" if short else "dose_told", whose=whose, half=format_value(half, "nM"), most=most
    )
