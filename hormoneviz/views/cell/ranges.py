"""How strongly a value shows: from model values to 0 (dark) .. 1 (fully lit).

A bath of 100 nM insulin and a meal differ thirtyfold in the upper cascade, and both must read from the last
row; so the steep early steps are shown by their square root.  `full` is what a healthy cell reaches ten
minutes into the bath.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Range:
    """One row: the value drawn as full, and the power of the share on the way there."""

    full: float
    power: float = 1.0


DISPLAY = {
    "IRp_pm": Range(0.50, 0.5),
    "IRS1_Y": Range(0.45, 0.5),
    "IRS1_S": Range(0.50),
    "PIP3": Range(0.25, 0.5),
    "Akt_act": Range(0.35, 0.5),
    "AS160_p": Range(0.85),
    "Rab_GTP": Range(0.15, 0.7),
    "mTORC1": Range(0.80),
    "S6K": Range(0.20),
    "JNK": Range(0.45, 0.7),
    "GLUT4_surface": Range(0.42),
    "glucose_uptake": Range(3.0),
}

UPTAKE_PER_PASS = {"muscle": 3.0, "fat": 4.5}
"""uptake (model units × min) during which a drawn glucose passes once from outside to where it fades"""


def level(values: Mapping[str, float], name: str) -> float:
    """0 to 1: how strongly the quantity `name` shows."""
    row = DISPLAY[name]
    return float(min(1.0, max(0.0, values[name] / row.full) ** row.power))


def insulin_level(values: Mapping[str, float]) -> float:
    """0 at 0.001 nM (none to speak of), 1 at 100 nM; a tenfold step is a fifth."""
    return min(1.0, max(0.0, (log10(max(values["insulin"], 1e-6)) + 3.0) / 5.0))


def tnf_level(values: Mapping[str, float]) -> float:
    """0 at rest (1.5 pg/mL), 1 at 15 pg/mL."""
    return min(1.0, max(0.0, values["TNF"] / 1.5 - 1.0) / 9.0)


def fatty_acid_level(values: Mapping[str, float]) -> float:
    """0 at rest (0.44 mM), 1 at 1.2 mM and more."""
    return min(1.0, max(0.0, values["FFA"] - 0.44) / 0.76)
