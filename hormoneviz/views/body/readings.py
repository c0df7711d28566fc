"""The read-outs beside the organs: HOMA-IR, fasting glucose and insulin, M-value of the calendar's week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hormoneviz.views.body.figures import Figure, figure, shown
from hormoneviz.views.body.ranges import Range, Verdict, ranges

READ_OUTS = ("HOMA_IR", "fasting_glucose", "fasting_insulin", "M_value")


@dataclass(frozen=True, slots=True)
class Reading:
    """One read-out at one moment; equal ones look equal."""

    name: str
    """the quantity of the calendar, and the thing of the words file"""
    figure: Figure
    place: float
    """along the bar, 0 to 1"""
    verdict: Verdict
    range: Range


def readings(calendar: Mapping[str, float], units: Mapping[str, str]) -> tuple[Reading, ...]:
    """The read-outs from left to right; `calendar` is all that it knows at one week."""
    found = []
    for name in READ_OUTS:
        value, limits = shown(calendar[name], units[name]), ranges()[name]
        found.append(
            Reading(
                name,
                figure(calendar[name], units[name]),
                round(limits.place(value), 3),
                limits.verdict(value),
                limits,
            )
        )
    return tuple(found)
