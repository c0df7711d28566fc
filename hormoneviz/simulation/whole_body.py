"""How a person's state sets the body's minute-to-minute model: insulin action, beta cells, set points.

Values that the slow states reach after months; the calendar will hand over the same names week by week. Sizes
follow the body brief: each a multiplier on a parameter of the network `body`, 1 in health. Grades of the
causes are those of hormone_effects.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hormoneviz.simulation import hormone_effects as hormone
from hormoneviz.simulation.body import FFA_FASTING, inflammation
from hormoneviz.simulation.levels import levels, reference
from hormoneviz.simulation.scenario import Hormones, Person, Stance

_RESTING_TNF: Final = 1.5
"""pg/mL, parameter TNF_b; multipliers are measured against it"""

INFLAMMATION: Final = 0.95
"""insulin action on muscle is divided by 1 + 0.95 load: 0.71 at load 0.5, 0.54 at 1 [moderate; Mehta 2010]"""
LIVER_INFLAMMATION: Final = 0.8
"""power with which the liver shares it: TNF infusion does not raise its output (two studies)"""
EGP_BY_LOAD: Final = 0.14
"""drive of the liver's output at load 1 [assumption, modest for the same reason]"""
ANDROGEN: Final = 0.32
"""of men's insulin action that needs androgen: Matsuda -32 % in two weeks (Yialamas 2007)"""
LIVER_SHARE: Final = 0.45
"""power with which the liver shares it [assumption]"""
ANDROGEN_WOMEN: Final = 0.10
"""lost when testosterone doubles in women [contested: Zang 2006 -20 %, another trial 0]"""
ESTROGEN: Final = 0.07
"""of women's insulin action that needs estradiol [weak, assumption]"""
GROWTH_HORMONE: Final = 0.30
"""lost at full drive, beside what its fatty acids take [assumption: as in the cell]"""
PCOS: Final = 0.65
"""clamp -35 % at any weight (Dunaif 1989)"""
COMPENSATION: Final = 0.6
"""power with which beta cells have grown against resistance of the liver: fasting insulin x2 to x3 holds
glucose near normal (Topp 2000 over months) [assumption]"""
DIABETES: Final[Mapping[str, float]] = {"s_per": 0.55, "s_hep": 0.45, "bf": 0.45, "egp": 1.05}
"""mild type 2 diabetes: clamp 4.7 against 8.3 (Diabetes 2001;50:1449), fasting above 126, 2 h above 200
mg/dL; it stands for what resistance and load have done, so only what is worse counts"""


def whole_body(
    person: Person, hormones: Hormones, load: float, stance: Stance, milieu: Mapping[str, float]
) -> dict[str, float]:
    """Multipliers on the body's parameters, by name; `milieu` is TNF (pg/mL) and FFA (mM) at rest.

    Raises:
        UnitError: a hormone level cannot be read.
    """
    now, normal = levels(person, hormones), reference(person)
    inflamed = inflammation(person, now, normal, load) - 0.05
    by_load = (1 + INFLAMMATION * 0.05) / (1 + INFLAMMATION * (inflamed + 0.05))
    by_sex, by_sex_liver = _sex_hormones(person, hormones, hormone.BELIEF[stance])
    by_gh = 1 - GROWTH_HORMONE * hormone.growth_hormone_drive(now, normal)
    action = by_load * by_sex * by_gh
    liver = by_load**LIVER_INFLAMMATION * by_sex_liver * by_gh
    found = {
        "s_per": action,
        "s_hep": liver,
        "egp": 1 + EGP_BY_LOAD * max(0.0, inflamed),
        "B": min(3.0, max(1.0, liver**-COMPENSATION)),
        "Fset": milieu["FFA"] / FFA_FASTING,
        "TNF_b": milieu["TNF"] / _RESTING_TNF,
        "GH_b": now.growth_hormone / normal.growth_hormone,
    }
    return found if person.diabetes == "none" else found | _diabetic(found)


def _sex_hormones(person: Person, hormones: Hormones, belief: float) -> tuple[float, float]:
    """(on muscle, on the liver)"""
    now, normal = levels(person, hormones), reference(person)
    if person.sex == "male":
        share = hormone.androgen_share(now.testosterone, normal.testosterone)
        action = 1 - ANDROGEN * belief * (1 - share)
        return action, action**LIVER_SHARE
    doublings = hormone.testosterone_doublings(now, normal)
    action = 1 - ESTROGEN * belief * hormone.estrogen_missing(now, normal)
    action *= 1 - ANDROGEN_WOMEN * belief * doublings
    action *= PCOS if person.stage == "PCOS" else 1.0
    return action, action**LIVER_SHARE


def _diabetic(found: Mapping[str, float]) -> dict[str, float]:
    worse = {name: min(found.get(name, 1.0), DIABETES[name]) for name in ("s_per", "s_hep")}
    return {**worse, "bf": DIABETES["bf"], "egp": max(found["egp"], DIABETES["egp"]), "B": 1.0}
