"""Figures: a model quantity as a number of two or three digits and a unit; the one place of this strip that
knows in which unit a quantity is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from hormoneviz.look.units import GlucoseUnit, glucose_in

_SHOWN = {
    "mg/dL": (1 / 18.016, "mmol/L"),
    "mM": (1.0, "mmol/L"),
    "uU/mL": (6.0, "pmol/L"),
    "pM": (1.0, "pmol/L"),
    "ug/L": (1.0, "µg/L"),
    "1": (1.0, ""),
}
"""model unit to (factor, unit shown); any other unit is shown as it is.

mg/dL is always glucose (180.16 g/mol), uU/mL always insulin (6.0 pM, the World Health Organization's unit).
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its unit, both ready to read."""

    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".strip()


def figure(value: float, unit: str) -> Figure:
    """A quantity in a unit of the networks, as shown."""
    return Figure(digits(shown(value, unit)), _SHOWN.get(unit, (1.0, unit))[1])


def glucose_figure(value: float, unit: str, wanted: GlucoseUnit) -> Figure:
    """A concentration of glucose, given in mM or mg/dL, in the unit that the reader has chosen."""
    number, said = glucose_in(value, unit, wanted)
    return Figure(digits(number), said)


def shown(value: float, unit: str) -> float:
    """The value in the unit in which it is shown."""
    return value * _SHOWN.get(unit, (1.0, unit))[0]


def digits(value: float) -> str:
    """Two or three digits, without an exponent: 0.35, 1.33, 14.7, 211."""
    if value != value:
        return "–"
    size = abs(value)
    if size < 0.005:
        return "0"
    decimals = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return f"{value:.{decimals}f}"
