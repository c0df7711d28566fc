"""Units a reader may choose between: glucose in mmol/L, or in mg/dL as in the United States."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

GlucoseUnit = Literal["mmol/L", "mg/dL"]
GLUCOSE_UNITS: tuple[GlucoseUnit, ...] = get_args(GlucoseUnit)

MG_DL_PER_MMOL_L = 18.016
"""glucose is 180.16 g/mol"""
_WRITTEN: Final = re.compile(r"(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))? mg/dL")
_IN_MMOL_L = {"mmol/L": 1.0, "mM": 1.0, "mg/dL": 1.0 / MG_DL_PER_MMOL_L}


def glucose_in(value: float, unit: str, wanted: GlucoseUnit) -> tuple[float, str]:
    """A concentration of glucose, given in mM, mmol/L or mg/dL, as (value, unit) in the unit wanted.

    Raises:
        KeyError: `unit` is none of these.
    """
    return value * _IN_MMOL_L[unit] / _IN_MMOL_L[wanted], wanted


def glucose_said(text: str, wanted: GlucoseUnit) -> str:
    """A sentence with every "5 mg/dL" and "95 to 158 mg/dL" in it in the unit wanted, to three digits."""

    def told(found: re.Match[str]) -> str:
        numbers = (glucose_in(float(n), "mg/dL", wanted)[0] for n in found.groups() if n)
        return f"{' to '.join(f'{number:.3g}' for number in numbers)} {wanted}"

    return text if wanted == "mg/dL" else _WRITTEN.sub(told, text)
