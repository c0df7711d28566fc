"""How the body changes its cells: hormones, inflammation and fatty acids as multipliers on the cell network.

`settled` is all that the film asks of the body, at the values that the slow states reach after months. The
body model will replace this one function. Grades of the numbers are as in hormone_effects.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hormoneviz.simulation import hormone_effects as hormone
from hormoneviz.simulation.hormone_effects import Effect
from hormoneviz.simulation.levels import Levels, levels, reference
from hormoneviz.simulation.scenario import Hormones, Person, Stance, Tissue

FFA_FASTING: Final = 0.44
"""mM, lean and rested (Belfort 2005); the cell's own threshold of lipid resistance"""

BODY_LOAD: Final = {"lean": 0.05, "overweight": 0.25, "obese": 0.50}
"""the least inflammatory load of a body; the scale is ordinal, 1 being an acute endotoxin infusion"""

_HEALTHY_LOAD: Final = BODY_LOAD["lean"]
# What the cell meets at each load. IL-6 as in plasma: 1.2 healthy (Yialamas 2007), x2.3 in insulin resistance
# (Kern 2001), 3.1 in obese type 2 diabetes (Dominguez 2005), x100 two hours after endotoxin. TNF: 1.0
# healthy, then scaled like its secretion by fat tissue, x3 and x7.5 (Kern 2001), since plasma hardly shows
# what a tissue sees; x25 after endotoxin. Both values at 0.25 are assumptions.
_LOADS: Final = (0.0, 0.05, 0.25, 0.50, 0.75, 1.0)
_TNF: Final = (1.0, 1.0, 2.0, 3.0, 7.5, 25.0)
_IL6: Final = (1.2, 1.2, 2.0, 2.76, 3.1, 120.0)

SERINE_BY_LOAD: Final = 0.75
"""IRS-1 serine kinases: x(1 + 0.75 (load - 0.05)) [moderate: human muscle under TNF, Plomgaard 2005; size
assumption: with the cytokines and fatty acids below, uptake x0.71 at load 0.5 and x0.54 at 1; endotoxin -35 %
of SI, Mehta 2010]"""
FFA_BY_LOAD: Final = 0.35
"""fasting fatty acids rise by 35 % from load 0.05 to 1.05 [assumption]"""

BELLY_FAT_WITHOUT_ESTROGEN: Final = 0.22
BELLY_FAT_MENOPAUSE: Final = 0.17
"""shares of visceral fat that are added: together +35 % after menopause (Franklin 2009 +37 %, Toth 2000 +49
%) [moderate]"""
LOAD_BY_BELLY_FAT: Final = 0.30
"""inflammatory load per doubling of visceral fat [assumption]"""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the cell is told by a body that has come to rest."""

    parameters: Mapping[str, float]
    """multipliers on parameters of the cell network, by name; a parameter that is not named stays"""
    inputs: Mapping[str, float]
    """the network's inputs at the cell: TNF and IL6 in pg/mL, FFA in mM"""
    notes: tuple[str, ...]
    """one plain sentence for each effect at work, with how sure it is"""


def settled(
    person: Person,
    hormones: Hormones,
    load: float,
    stance: Stance,
    fatty_acids: float | None = None,
    tissue: Tissue = "muscle",
) -> Settled:
    """Multipliers and plasma levels at rest of the calendar.

    `load` is the inflammatory load 0..1, which the person's body can only raise. `fatty_acids` (mM) replaces
    the level that would follow from the state. Type 2 diabetes is another kind of cell (kinetics.presets),
    not a multiplier; age by itself changes nothing.

    Raises:
        UnitError: a hormone level cannot be read.
    """
    now, normal = levels(person, hormones), reference(person)
    inflammation = _inflammation(person, now, normal, load)
    drive = hormone.growth_hormone_drive(now, normal)
    if fatty_acids is None:
        fatty_acids = FFA_FASTING * (1 + FFA_BY_LOAD * (inflammation - _HEALTHY_LOAD))
        fatty_acids += hormone.GH_FFA * drive
    effects = [
        _inflamed(inflammation),
        hormone.growth_hormone(drive),
        *_sex_hormones(person, now, normal, hormone.BELIEF[stance], tissue),
    ]
    at_work = [effect for effect in effects if any(factor != 1.0 for factor in effect.multipliers.values())]
    return Settled(
        parameters=_product(at_work),
        inputs={"TNF": _at(inflammation, _TNF), "IL6": _at(inflammation, _IL6), "FFA": fatty_acids},
        notes=tuple(effect.note for effect in at_work),
    )


def _sex_hormones(person: Person, now: Levels, normal: Levels, belief: float, tissue: Tissue) -> list[Effect]:
    progesterone = hormone.progesterone(now, normal, belief, tissue)
    if person.sex == "male":
        return [hormone.androgen(now, normal, belief, tissue), progesterone]
    effects = [
        hormone.estrogen(now, normal, belief, tissue),
        hormone.androgen_in_women(now, normal, belief),
        progesterone,
    ]
    return [*effects, hormone.polycystic_ovary()] if person.stage == "PCOS" else effects


def _inflammation(person: Person, now: Levels, normal: Levels, load: float) -> float:
    """The load on the cell: at least what the body brings, and more with the belly fat of menopause."""
    belly = 0.0
    if person.sex == "female":
        belly += BELLY_FAT_WITHOUT_ESTROGEN * hormone.estrogen_missing(now, normal)
        belly += BELLY_FAT_MENOPAUSE if person.stage == "menopause" else 0.0
    return min(1.0, max(load, BODY_LOAD[person.body]) + LOAD_BY_BELLY_FAT * belly)


def _inflamed(load: float) -> Effect:
    return Effect(
        {"k_ser": 1 + SERINE_BY_LOAD * max(0.0, load - _HEALTHY_LOAD)},
        "Inflammation tags IRS-1 on serine; TNF did so in one human study and not in another.",
    )


def _product(effects: Sequence[Effect]) -> Mapping[str, float]:
    """All effects together; a factor of one is left out."""
    product: dict[str, float] = {}
    for effect in effects:
        for name, factor in effect.multipliers.items():
            product[name] = product.get(name, 1.0) * factor
    return {name: factor for name, factor in product.items() if factor != 1.0}


def _at(load: float, anchors: Sequence[float]) -> float:
    """What belongs to a load: geometric between the anchors, since cytokines span two orders of magnitude."""
    i = min(bisect_right(_LOADS, load), len(_LOADS) - 1)
    share = (load - _LOADS[i - 1]) / (_LOADS[i] - _LOADS[i - 1])
    return float(anchors[i - 1] ** (1 - share) * anchors[i] ** share)
