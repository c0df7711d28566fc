"""What each hormone does to a cell: multipliers on the network's parameters, with the size and where it comes
from.

Grades as in docs/model.md: [strong] [moderate] [weak] [contested]. [assumption] marks a size of our own: the
direction is from experiments, the size makes muscle's uptake under clamp insulin (0.25 nM at the cell) change
by what was measured in people. Contested effects are scaled by the belief of the evidence stance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hormoneviz.simulation.levels import Levels
from hormoneviz.simulation.scenario import Stance, Tissue

BELIEF: Final[Mapping[Stance, float]] = {"sceptical": 0.3, "middle": 1.0, "optimistic": 2.0}
"""How much of each contested effect to believe: 0.3 stays near the trials that found nothing (Gianatti 2014,
Magnussen 2016), 2 reaches those that found most (clamp +32 % on testosterone, Dhindsa 2016)."""

ANDROGEN_MOST: Final = 1.1
"""testosterone above the young median adds at most a tenth [assumption]"""
ANDROGEN_RECEPTORS: Final = 0.35
"""share of men's insulin receptors and IRS-1 that needs androgen [moderate: biopsies, Dhindsa 2016; size
assumption: uptake -30 % without androgen, like Matsuda's index -32 % two weeks after withdrawal, Yialamas
2007]"""
ANDROGEN_FAT_GLUT4: Final = 0.30
"""the same for GLUT4 in men's fat; muscle keeps its amount (Antinozzi 2017) [weak; size assumption]"""
ANDROGEN_WOMEN: Final = 0.20
"""PI3K gain lost when testosterone doubles in women: uptake -10 %, between -20 % (Zang 2006) and none (a
patch trial in women with HIV) [contested]"""

ESTROGEN_HALF: Final = 110.0
"""pmol/L estradiol (30 pg/mL) for half the effect in women [assumption]"""
ESTROGEN_PI3K: Final = 0.15
"""PI3K gain in women's muscle that needs estradiol: uptake -6 % without [weak: mice without ERa, Karger
2012]"""
ESTROGEN_FAT_GLUT4: Final = 0.15
"""share of GLUT4 in women's fat that needs estradiol [contested: rats keep it, Campbell & Febbraio 2002]"""
PROGESTERONE_GLUT4: Final[Mapping[Tissue, float]] = {"fat": 0.10, "muscle": 0.05}
"""share of GLUT4 lost at the mid-luteal level [weak: rats -21 %, Campbell & Febbraio 2002; the sign in women
is open]"""
PROGESTERONE_LUTEAL: Final = 44.8
"""nmol/L, 14.1 ng/mL, mid-luteal (Maxson 1985)"""

GH_HALF: Final = 8.0
"""ug/L growth hormone above normal for half the effect [assumption]; it saturates near 20 ug/L (Fowelin
1991)"""
FFA_FASTING: Final = 0.44
"""mM, lean and rested (Belfort 2005); the level of the lean and healthy; lipids dull the cell from FFA0 on"""
GH_FFA: Final = 0.3
"""mM fatty acids that a lasting excess adds at full effect, near what the calendar's morning shows [strong as
a direction; size assumption]; the 0.98 mM after a single dose (Moller 1993) are those of the body's hours"""
GH_PI3K: Final = 0.1
"""PI3K gain lost at full effect, before fatty acids rise [moderate; size assumption: 10 ug/L together with
their fatty acids take about 35 % off muscle's uptake, Moller 1989 4.35 -> 2.83 mg/kg/min]"""

PCOS_IRS1: Final = 0.66
"""share of IRS-1 tyrosine phosphorylation lost in polycystic ovary syndrome: clamp -35 % at any weight
(Dunaif 1989) [strong; the place of the defect and the size are assumptions]"""


@dataclass(frozen=True, slots=True)
class Effect:
    """One cause at work in the cell."""

    cause: str
    """a hormone, "load" or "stage": where its badge belongs"""
    multipliers: Mapping[str, float]
    """on parameters of the network, by name"""
    note: str
    """what it does and how sure that is, in one plain sentence"""
    inputs: Mapping[str, float] = field(default_factory=dict)
    """how many times its level in health each of the network's inputs stands at because of it"""


def androgen(share: float, belief: float, tissue: Tissue) -> Effect:
    """Testosterone in men, by its effect as a share of a healthy young man's, which lags it by days."""
    missing = belief * (1 - min(ANDROGEN_MOST, share))
    receptors = max(0.1, 1 - ANDROGEN_RECEPTORS * missing)
    glut4 = max(0.1, 1 - ANDROGEN_FAT_GLUT4 * missing) if tissue == "fat" else 1.0
    return Effect(
        "testosterone",
        {"IRtot": receptors, "IRS1tot": receptors, "G4tot": glut4},
        "Testosterone sets how many insulin receptors and IRS-1 the cell has; trials of replacement differ.",
    )


def androgen_in_women(now: Levels, normal: Levels, belief: float) -> Effect:
    """Testosterone in women: more of it does not help."""
    ratio = now.testosterone / normal.testosterone
    doublings = min(1.0, math.log2(ratio)) if ratio > 1 else 0.0
    return Effect(
        "testosterone",
        {"k_p3": 1 - ANDROGEN_WOMEN * belief * doublings},
        "More testosterone weakens insulin's signal in women in one trial and does nothing in another.",
    )


def estrogen_missing(now: Levels, normal: Levels) -> float:
    """Women: 0 at a young woman's cycle mean or above, 1 without any estradiol."""
    share = now.estradiol / (now.estradiol + ESTROGEN_HALF)
    full = normal.estradiol / (normal.estradiol + ESTROGEN_HALF)
    return max(0.0, 1 - share / full)


def estrogen(now: Levels, normal: Levels, belief: float, tissue: Tissue) -> Effect:
    """Estradiol in women, on the cell itself; its effect through belly fat is part of the load."""
    missing = belief * estrogen_missing(now, normal)
    note = "Without estradiol insulin's signal is a little weaker; direct effects are known from animals."
    if tissue == "fat":
        return Effect("estradiol", {"G4tot": 1 - ESTROGEN_FAT_GLUT4 * missing}, note)
    return Effect("estradiol", {"k_p3": 1 - ESTROGEN_PI3K * missing}, note)


def progesterone(now: Levels, normal: Levels, progestin: float, belief: float, tissue: Tissue) -> Effect:
    """Progesterone above the level outside the luteal phase, or a synthetic progestin (1: a trial's dose)."""
    rise = (now.progesterone - normal.progesterone) / (PROGESTERONE_LUTEAL - normal.progesterone)
    return Effect(
        "progesterone",
        {"G4tot": 1 - PROGESTERONE_GLUT4[tissue] * belief * min(1.0, max(0.0, rise, progestin))},
        "Much progesterone lowers GLUT4 in rats; what it does in women is open.",
    )


def growth_hormone_drive(now: Levels, normal: Levels) -> float:
    """0 up to the normal level, towards 1 far above; a lack of growth hormone by itself leaves the cell
    alone."""
    excess = max(0.0, now.growth_hormone - normal.growth_hormone)
    return excess / (excess + GH_HALF)


def growth_hormone(drive: float) -> Effect:
    """What growth hormone does to the signal itself; its fatty acids come as an input of the cell."""
    return Effect(
        "growth_hormone",
        {"k_p3": 1 - GH_PI3K * drive},
        "Growth hormone frees fatty acids and weakens insulin's signal; infusions in people show it clearly.",
        {"FFA": 1 + GH_FFA * drive / FFA_FASTING},
    )


def polycystic_ovary() -> Effect:
    """The cell of a woman with PCOS."""
    return Effect(
        "stage",
        {"k_y": 1 - PCOS_IRS1},
        "In PCOS insulin works less well at any weight, and lowering androgen does not mend it.",
    )
