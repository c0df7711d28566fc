"""How the body changes its cells: the calendar at one week, as multipliers on the cell network.

`settled` is all that the film asks of the body: the person's calendar is lived up to the week of the
experiment, and what stands in blood and tissue then acts on the cell. Grades of the numbers are as in
hormone_effects.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from hormoneviz.simulation import hormone_effects as hormone
from hormoneviz.simulation.calendar import calendar_of
from hormoneviz.simulation.hormone_effects import Effect
from hormoneviz.simulation.levels import Levels, reference
from hormoneviz.simulation.scenario import Hormones, Person, Stance, Tissue

_HEALTHY_LOAD: Final = 0.05

SERINE_BY_LOAD: Final = 2.0
"""IRS-1 serine kinases: x(1 + 2 (load - 0.05)) [moderate: human muscle under TNF, Plomgaard 2005; size
assumption: with the cytokines and fatty acids below, uptake x0.7 at load 0.5 and x0.5 at 1; endotoxin -35 %
of SI, Mehta 2010]"""
FFA_BY_LOAD: Final = 0.25
"""fasting fatty acids rise by 25 % from load 0.05 to 1.05 [assumption]"""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the cell is told by a body that has come to rest."""

    parameters: Mapping[str, float]
    """multipliers on parameters of the cell network, by name; a parameter that is not named stays"""
    inputs: Mapping[str, float]
    """the network's inputs at the cell: TNF and IL6 in pg/mL, FFA in mM"""
    effects: tuple[Effect, ...]
    """what is at work, each cause by itself; together they make the parameters"""

    @property
    def notes(self) -> tuple[str, ...]:
        """One plain sentence for each effect at work, with how sure it is."""
        return tuple(effect.note for effect in self.effects)


def settled(
    state: Mapping[str, float],
    person: Person,
    stance: Stance,
    fatty_acids: float | None = None,
    tissue: Tissue = "muscle",
) -> Settled:
    """Multipliers and plasma levels, from every quantity of the calendar at one week (`Calendar.at`).

    `fatty_acids` (mM) replaces the level that would follow from the state. Type 2 diabetes is another kind of
    cell (kinetics.presets) besides what it does on the calendar.
    """
    now, normal = _levels(state), _normal(person, state)
    inflammation = state["inflammation"]
    drive = hormone.growth_hormone_drive(now, normal)
    if fatty_acids is None:
        fatty_acids = hormone.FFA_FASTING * (1 + FFA_BY_LOAD * (inflammation - _HEALTHY_LOAD))
        fatty_acids += hormone.GH_FFA * drive
    effects = [
        _inflamed(state, _healthy(person.sex, stance)),
        hormone.growth_hormone(drive),
        *_sex_hormones(person, state, now, normal, hormone.BELIEF[stance], tissue),
    ]
    at_work = tuple(e for e in effects if any(map(_counts, (*e.multipliers.values(), *e.inputs.values()))))
    return Settled(
        parameters=_product(at_work),
        inputs={"TNF": state["TNF"], "IL6": state["IL6"], "FFA": fatty_acids},
        effects=at_work,
    )


@cache
def _healthy(sex: Literal["male", "female"], stance: Stance) -> Mapping[str, float]:
    """The calendar of a healthy young adult of that sex."""
    return calendar_of(Person(sex=sex), Hormones(), _HEALTHY_LOAD, stance).at(0.0)


def _levels(state: Mapping[str, float]) -> Levels:
    """What cells meet; pulses of growth hormone by GHRH leave insulin's signal alone (Stanley 2011)."""
    return Levels(
        testosterone=state["testosterone"],
        estradiol=state["estradiol"],
        progesterone=state["progesterone"],
        growth_hormone=1.0 + state["GH_unpulsed"],
    )


def _normal(person: Person, state: Mapping[str, float]) -> Levels:
    """What effects are measured against: a healthy young adult, but a woman's own testosterone."""
    normal = reference(person)
    own = state["testosterone_own"] if person.sex == "female" else normal.testosterone
    return Levels(own, normal.estradiol, normal.progesterone, normal.growth_hormone)


def _sex_hormones(
    person: Person,
    state: Mapping[str, float],
    now: Levels,
    normal: Levels,
    belief: float,
    tissue: Tissue,
) -> list[Effect]:
    progesterone = hormone.progesterone(now, normal, state["progestin_effect"], belief, tissue)
    if person.sex == "male":
        return [hormone.androgen(state["androgen_effect"], belief, tissue), progesterone]
    effects = [
        hormone.estrogen(now, normal, belief, tissue),
        hormone.androgen_in_women(now, normal, belief),
        progesterone,
    ]
    return [*effects, hormone.polycystic_ovary()] if person.stage == "PCOS" else effects


def _inflamed(state: Mapping[str, float], healthy: Mapping[str, float]) -> Effect:
    rise = state["inflammation"] - _HEALTHY_LOAD
    return Effect(
        "load",
        {"k_ser": 1 + SERINE_BY_LOAD * max(0.0, rise)},
        "Inflammation tags IRS-1 on serine; TNF did so in one human study and not in another.",
        {
            "TNF": state["TNF"] / healthy["TNF"],
            "IL6": state["IL6"] / healthy["IL6"],
            "FFA": 1 + FFA_BY_LOAD * rise,
        },
    )


def _product(effects: Sequence[Effect]) -> Mapping[str, float]:
    """All effects together; a factor of one is left out."""
    product: dict[str, float] = {}
    for effect in effects:
        for name, factor in effect.multipliers.items():
            product[name] = product.get(name, 1.0) * factor
    return {name: factor for name, factor in product.items() if _counts(factor)}


def _counts(factor: float) -> bool:
    """Whether a factor is more than the rounding of a state of rest."""
    return abs(factor - 1.0) > 1e-4
