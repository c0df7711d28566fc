"""How strongly a value shows: from model values to 0 (dark) .. 1 (fully lit), the same for every cell.

Insulin of a meal and a bath of 100 nM differ thirtyfold in the upper cascade. On a straight scale from
nothing to the bath, a healthy and a resistant cell after a meal would both be nearly dark. So what carries
the message is shown on an S-shaped curve, a Hill function of the model's value alone: half lit at `half`,
steepest there. `half` lies where a meal takes a muscle cell (at 60 min: between the healthy cell of scenario
01 and the inflamed one of scenario 02); a healthy cell in the bath is lit to about nine tenths. The curve
widens differences in that range and narrows them beyond it; it never reverses them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.simulation.frame import Frame


@dataclass(frozen=True, slots=True)
class Range:
    """The value drawn as full, and the power of the share on the way there."""

    full: float
    power: float = 1.0

    def of(self, value: float) -> float:
        return float(min(1.0, max(0.0, value / self.full) ** self.power))


@dataclass(frozen=True, slots=True)
class Curve:
    """A Hill function: the value shown as one half, and how steep."""

    half: float
    steep: float

    def of(self, value: float) -> float:
        raised = max(0.0, value / self.half) ** self.steep
        return float(raised / (1.0 + raised))


DISPLAY: dict[str, Range | Curve] = {
    "IRp_pm": Curve(0.030, 1.5),
    "IRS1_Y": Curve(0.120, 2.5),
    "IRS1_S": Curve(0.250, 3.0),
    "PIP3": Curve(0.065, 2.5),
    "Akt_act": Curve(0.045, 2.0),
    "AS160_p": Curve(0.300, 2.5),
    "Rab_GTP": Range(0.15, 0.7),
    "mTORC1": Range(0.80),
    "S6K": Range(0.20),
    "JNK": Range(0.45, 0.7),
    "GLUT4_surface": Curve(0.250, 3.5),
}
"""in the units of the network; each half is read off the two cells named above, so an assumption of the
picture, not of the model"""

UPTAKE = {"muscle": Curve(1.6, 4.0), "fat": Curve(2.2, 4.0)}
"""glucose uptake (model units) by tissue, because a fat cell takes up more at rest without GLUT4"""
UPTAKE_PER_PASS = {"muscle": 3.0, "fat": 4.5}
"""uptake (model units × min) during which a drawn glucose passes once from outside to where it fades"""


def level(values: Mapping[str, float], name: str) -> float:
    """0 to 1: how strongly the quantity `name` shows."""
    return DISPLAY[name].of(values[name])


def uptake_level(frame: Frame) -> float:
    """0 to 1: how strongly the uptake of glucose shows."""
    return UPTAKE[frame.tissue].of(frame.values["glucose_uptake"])


def insulin_level(values: Mapping[str, float]) -> float:
    """0 at 0.001 nM (none to speak of), 1 at 100 nM; a tenfold step is a fifth."""
    return min(1.0, max(0.0, (log10(max(values["insulin"], 1e-6)) + 3.0) / 5.0))


def tnf_level(values: Mapping[str, float]) -> float:
    """0 at rest (1.5 pg/mL), 1 at 15 pg/mL."""
    return min(1.0, max(0.0, values["TNF"] / 1.5 - 1.0) / 9.0)


def fatty_acid_level(values: Mapping[str, float]) -> float:
    """0 at rest (0.44 mM), 1 at 1.2 mM and more."""
    return min(1.0, max(0.0, values["FFA"] - 0.44) / 0.76)
