"""Which labels each tissue has: where a hand put them, what they point at, and which matter most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hormoneviz.views.cell.outside import ANCHORS
from hormoneviz.views.cell.ranges import fatty_acid_level, level, tnf_level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hormoneviz.look.words import Words

    Presence = Callable[[Mapping[str, float]], float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands and what it points at, in shares of the scene's width and height."""

    name: str
    """what it is called in the words, and what a click on it selects"""
    x: float
    y: float
    """the middle of the label's height"""
    to: tuple[tuple[float, float], ...] = ()
    """ends of its leaders; none where the label stands on the thing itself"""
    align: float = 0.5
    """which part of the label is at x: 0 its left end, 1 its right end"""
    presence: Presence | None = None
    """0..1, how visible; always where left out"""
    full: bool = False
    """whether the full label stands here, not the short one"""
    reach: tuple[float, float] | None = None
    """how far it may step aside; far where it has a leader, hardly where it has none, if left out"""
    phrase: str = ""
    """what it says instead of the label, by its name in the phrases"""
    live: bool = False
    """whether its leader goes to whichever vesicle of that name is near (near_labels.py), not to `to`"""

    def shown(self, values: Mapping[str, float]) -> float:
        return 1.0 if self.presence is None else self.presence(values)

    def text(self, words: Words) -> str:
        if self.phrase:
            return words.say(self.phrase)
        return words.label(self.name) if self.full else words.short(self.name)

    def reaches(self) -> tuple[float, float]:
        return self.reach or ((0.36, 0.34) if self.to else (0.05, 0.04))


ESSENTIAL = ("insulin", "IR", "GLUT4", "glucose", "signal")
"""never left out: key, lock, door, sugar, and what happens between"""
IMPORTANCE = (
    *ESSENTIAL, "IRS1", "store", "Akt_act", "AS160", "JNK", "TNF", "PIP3", "FFA", "Vdock", "Vteth",
    "membrane", "blood", "nucleus", "microtubule", "lipid_droplet", "sarcomere", "t_tubule", "Rab_GTP",
    "PMdis", "Vper", "GLUT4_surface", "endosomes", "androgen_receptor", "estrogen_receptor",
)  # fmt: skip
"""who chooses a place first; who comes last is left out first.  The way from insulin to the doors, then what
disturbs it, then places, then what only a second look is for."""


def _jnk(values: Mapping[str, float]) -> float:
    return min(1.0, 2.0 * level(values, "JNK"))


def _tnf(values: Mapping[str, float]) -> float:
    return min(1.0, 8.0 * tnf_level(values))


def _fatty_acid(values: Mapping[str, float]) -> float:
    return min(1.0, 12.0 * fatty_acid_level(values))


_ALWAYS = (
    Spot("insulin", 0.240, 0.080, ((ANCHORS["insulin"], 0.170),)),
    Spot("glucose", 0.640, 0.080, ((ANCHORS["glucose"], 0.170),)),
    Spot("IR", 0.012, 0.200, ((0.045, 0.350),), 0.0, full=True),
    Spot("IRS1", 0.344, 0.472, ((0.330, 0.512),), 0.0),
    Spot("signal", 0.120, 0.655, ((0.120, 0.600),)),
    Spot("PIP3", 0.436, 0.300, ((0.436, 0.394),)),
    Spot("Akt_act", 0.523, 0.470, ((0.469, 0.456),)),
    Spot("GLUT4", 0.935, 0.205, ((0.946, 0.355),)),
    Spot("blood", 0.985, 0.040, (), 1.0, reach=(0.55, 0.02)),
    Spot("TNF", 0.780, 0.080, ((ANCHORS["tnf"], 0.170),), presence=_tnf),
    Spot("FFA", 0.480, 0.080, ((ANCHORS["fatty_acid"], 0.170),), presence=_fatty_acid),
    Spot("AS160", 0.488, 0.728, ((0.514, 0.690),), 1.0),
    Spot("JNK", 0.276, 0.700, ((0.298, 0.676),), 1.0, presence=_jnk),
)

SPOTS = {
    "muscle": (
        *_ALWAYS,
        Spot("nucleus", 0.125, 0.748),
        Spot("androgen_receptor", 0.082, 0.862, ((0.090, 0.825),)),
        Spot("estrogen_receptor", 0.168, 0.862, ((0.160, 0.825),)),
        Spot("store", 0.350, 0.840, ((0.455, 0.805),)),
        Spot("endosomes", 0.860, 0.872, ((0.815, 0.835), (0.895, 0.825))),
        Spot("microtubule", 0.790, 0.712, ((0.722, 0.610),)),
        Spot("t_tubule", 0.950, 0.720, ((0.966, 0.735),), 1.0),
        Spot("sarcomere", 0.020, 0.952, (), 0.0, reach=(0.60, 0.02)),
    ),
    "fat": (
        *_ALWAYS,
        Spot("nucleus", 0.115, 0.748),
        Spot("androgen_receptor", 0.072, 0.860, ((0.083, 0.823),)),
        Spot("estrogen_receptor", 0.158, 0.860, ((0.147, 0.823),)),
        Spot("store", 0.310, 0.800, ((0.465, 0.775),)),
        Spot("endosomes", 0.870, 0.868, ((0.832, 0.765), (0.918, 0.800))),
        Spot("microtubule", 0.790, 0.672, ((0.727, 0.580),)),
        Spot("lipid_droplet", 0.520, 0.930, reach=(0.30, 0.06)),
    ),
}

PRECIOUS = (
    (0.020, 0.300, 0.350, 0.470), (0.553, 0.290, 0.957, 0.450), (0.020, 0.500, 0.360, 0.632),
    (0.355, 0.360, 0.490, 0.622), (0.490, 0.595, 0.725, 0.720), (0.285, 0.650, 0.395, 0.700),
    (0.070, 0.790, 0.185, 0.835), (0.500, 0.740, 0.700, 0.850),
)  # fmt: skip
"""left, top, right, bottom of what the picture is about: receptors, doors, the lit channel with IRS-1 on it,
with PIP3 and Akt over it, with the gate under it; the side routes, the receptors in the nucleus, the store"""


def by_importance(spots: tuple[Spot, ...], first: Sequence[str] = ()) -> list[Spot]:
    """The most important first; before them those that somebody points at."""
    order = (*first, *IMPORTANCE)
    return sorted(spots, key=lambda spot: order.index(spot.name))
