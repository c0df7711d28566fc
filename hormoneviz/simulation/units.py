"""Quantities as people write them ("100 nM", "250 ng/dL", "2 h"), read into the one unit the model uses for
each.

A short table of our own: the units of eleven kinds of quantity are all that a scenario can hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from hormoneviz.simulation.errors import UnitError, nearest

Dimension = Literal[
    "time",
    "insulin",
    "glucose",
    "fatty acids",
    "testosterone",
    "estradiol",
    "progesterone",
    "growth hormone",
    "mass",
    "dose",
    "daily dose",
    "insulin rate",
    "TNF",
]

# mmol/L of glucose in 1 mg/dL: molar mass 180.16 g/mol.
_GLUCOSE_MG_DL: Final = 1 / 18.016


@dataclass(frozen=True, slots=True)
class _Kind:
    """One dimension: its units in canonical units (the first one is canonical), and an example for
    messages."""

    units: Mapping[str, float]
    example: str


_KINDS: Final[Mapping[Dimension, _Kind]] = {
    "time": _Kind({"min": 1.0, "s": 1 / 60, "h": 60.0, "d": 1440.0, "wk": 10080.0}, "30 min"),
    # 1 uU/mL = 6.0 pM (the World Health Organization's definition of the unit).
    "insulin": _Kind({"nM": 1.0, "pM": 1e-3, "uU/mL": 6e-3, "mU/L": 6e-3}, "100 nM"),
    "glucose": _Kind({"mM": 1.0, "mmol/L": 1.0, "mg/dL": _GLUCOSE_MG_DL}, "5 mM"),
    "fatty acids": _Kind({"mM": 1.0, "mmol/L": 1.0, "uM": 1e-3, "umol/L": 1e-3}, "0.5 mM"),
    "testosterone": _Kind({"nmol/L": 1.0, "nM": 1.0, "ng/dL": 0.0347}, "300 ng/dL"),
    "estradiol": _Kind({"pmol/L": 1.0, "pM": 1.0, "pg/mL": 3.671}, "50 pg/mL"),
    "progesterone": _Kind({"nmol/L": 1.0, "nM": 1.0, "ng/mL": 3.18}, "10 ng/mL"),
    "growth hormone": _Kind({"ug/L": 1.0, "ng/mL": 1.0}, "5 ug/L"),
    "mass": _Kind({"g": 1.0, "mg": 1e-3, "kg": 1e3}, "75 g"),
    "dose": _Kind({"mg": 1.0, "ug": 1e-3, "g": 1e3}, "100 mg"),
    "daily dose": _Kind({"mg/d": 1.0, "ug/d": 1e-3}, "50 ug/d"),
    "insulin rate": _Kind({"pmol/kg/min": 1.0, "mU/kg/min": 6.0}, "1 mU/kg/min"),
    "TNF": _Kind({"pg/mL": 1.0, "ng/L": 1.0}, "25 pg/mL"),
}

_QUANTITY: Final = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(.*)", re.ASCII)
_MICRO: Final = str.maketrans({"µ": "u", "μ": "u"})


def read(text: str, dimension: Dimension, default_unit: str | None = None) -> float:
    """The number that `text` means, in the canonical unit of `dimension`.

    Canonical are min, nM (insulin), mM (glucose, fatty acids), nmol/L (testosterone, progesterone), pmol/L
    (estradiol), ug/L (growth hormone), g (mass), mg and mg/d (drugs), pmol/kg/min (insulin rate) and pg/mL
    (TNF). A bare number is taken in `default_unit` where one is given.

    Raises:
        UnitError: no number, no or an unknown unit, or a number that no such quantity can have (negative,
        infinite).
    """
    kind = _KINDS[dimension]
    wanted = "a time" if dimension == "time" else dimension
    expected = f'expected {wanted} such as "{kind.example}", got "{text}"'
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        raise UnitError(expected)
    number, unit = float(match[1]), match[2].translate(_MICRO) or default_unit or ""
    if unit not in kind.units:
        if not unit:
            raise UnitError(f"{expected} without a unit")
        choices = ", ".join(kind.units)
        raise UnitError(f"{expected}; the unit must be one of {choices}", nearest(unit, kind.units))
    value = number * kind.units[unit]
    if not math.isfinite(value) or value < 0:
        raise UnitError(f"{expected}; it must be finite and not negative")
    return value
