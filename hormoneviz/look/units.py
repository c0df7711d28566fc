"""Units a reader may choose between: glucose in mmol/L, or in mg/dL as in the United States."""

from __future__ import annotations

from typing import Literal, get_args

GlucoseUnit = Literal["mmol/L", "mg/dL"]
GLUCOSE_UNITS: tuple[GlucoseUnit, ...] = get_args(GlucoseUnit)

MG_DL_PER_MMOL_L = 18.016
"""glucose is 180.16 g/mol"""
_IN_MMOL_L = {"mmol/L": 1.0, "mM": 1.0, "mg/dL": 1.0 / MG_DL_PER_MMOL_L}


def glucose_in(value: float, unit: str, wanted: GlucoseUnit) -> tuple[float, str]:
    """A concentration of glucose, given in mM, mmol/L or mg/dL, as (value, unit) in the unit wanted.

    Raises:
        KeyError: `unit` is none of these.
    """
    return value * _IN_MMOL_L[unit] / _IN_MMOL_L[wanted], wanted
