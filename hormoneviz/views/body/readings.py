"""The read-outs beside the organs: HOMA-IR, fasting glucose and insulin, M-value of the calendar's week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hormoneviz.look.units import GlucoseUnit, glucose_in
from hormoneviz.views.body.figures import Figure, figure, glucose_figure, shown
from hormoneviz.views.ranges import Range, Verdict, ranges

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

    @property
    def span(self) -> str:
        """What is usual in health, in the unit of the figure."""
        low, high, unit = self.range.low, self.range.high, self.figure.unit
        if self.name == "fasting_glucose" and unit != self.range.unit:
            low, high = (round(glucose_in(end, self.range.unit, "mg/dL")[0]) for end in (low, high))
        return f"{low:g}–{high:g} {unit}".strip()


def readings(
    calendar: Mapping[str, float], units: Mapping[str, str], glucose_unit: GlucoseUnit = "mmol/L"
) -> tuple[Reading, ...]:
    """The read-outs from left to right; `calendar` is all that it knows at one week."""
    found = []
    for name in READ_OUTS:
        value, limits = shown(calendar[name], units[name]), ranges()[name]
        said = figure(calendar[name], units[name])
        if name == "fasting_glucose":
            said = glucose_figure(calendar[name], units[name], glucose_unit)
        found.append(Reading(name, said, round(limits.place(value), 3), limits.verdict(value), limits))
    return tuple(found)
