"""How sure the effect of a switch on insulin's action is: grade, species, tissue and sources of what stands
behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, get_args

from hormoneviz.simulation.evidence import Grade, GradedEffect, cell_effects, effects_of, graded_effects
from hormoneviz.simulation.scenario import Person
from hormoneviz.simulation.switches import Switch
from hormoneviz.simulation.therapies import agents

SURE_FIRST: Final[tuple[Grade, ...]] = get_args(Grade)
"""the grades, the surest first"""

WAYS: Final[dict[str, tuple[str, ...]]] = {
    "body": ("visceral_load", "load_insulin"),
    "load": ("load_insulin",),
    "age": ("age_beta",),
    "progesterone": ("progesterone_GLUT4",),
    "growth_hormone": ("GH_insulin",),
    "diabetes": ("diabetes_insulin", "diabetes_beta"),
    "male testosterone": ("androgen_insulin",),
    "female testosterone": ("androgen_insulin_women",),
    "female estradiol": ("estradiol_insulin",),
    "male andropause": ("androgen_insulin",),
    "female menopause": ("estradiol_visceral", "estradiol_insulin"),
    "female perimenopause": ("estradiol_visceral", "estradiol_insulin"),
    "female PCOS": ("PCOS_insulin",),
}
"""by which effects of resources/therapies (effects, cell_effects) a switch, of one sex where that matters,
chiefly reaches insulin's action; what is missing here nobody has graded"""
STAGES: Final = ("andropause", "perimenopause", "menopause", "PCOS")
_HUMAN, _WHOLE = ("human",), ("whole body",)
"""every row of agents.toml is a trial in people"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a switch."""

    grade: Grade
    species: tuple[str, ...]
    tissue: tuple[str, ...]
    source: tuple[str, ...]
    """keys of references"""


def evidence_of(switch: Switch, person: Person) -> Evidence | None:
    """Of a drug its own row; of all else the steps of its way to insulin's action, graded as the least sure
    of them. None where nobody has graded it."""
    if switch.kind == "therapy":
        row = agents()[switch.name]
        return Evidence(row.grade, _HUMAN, _WHOLE, row.source)
    name = person.stage if switch.name == "stage" else switch.name
    steps = _steps(WAYS.get(name) or WAYS.get(f"{person.sex} {name}") or ())
    if not steps:
        return None
    return Evidence(
        max((step.grade for step in steps), key=SURE_FIRST.index),
        tuple(dict.fromkeys(s for step in steps for s in step.species)),
        tuple(dict.fromkeys(t for step in steps for t in step.tissue)),
        tuple(dict.fromkeys(key for step in steps for key in step.source)),
    )


def grade_of(switch: Switch, person: Person) -> Grade | None:
    """The grade alone."""
    found = evidence_of(switch, person)
    return found.grade if found else None


def effects_behind(switch: str) -> tuple[GradedEffect, ...]:
    """All that is graded of a switch, whoever the person is: what it causes, and the steps of its way; of a
    drug its own row first."""
    ways = [way for name, way in WAYS.items() if switch in (name, name.partition(" ")[2])]
    if switch in agents():
        row = agents()[switch]
        own = GradedEffect(switch, switch, row.effect, row.grade, False, (), _HUMAN, _WHOLE, row.source)
        return (own, *effects_of(switch))
    if switch == "stage":
        ways = [way for name, way in WAYS.items() if name.partition(" ")[2] in STAGES]
    return tuple(dict.fromkeys((*effects_of(switch), *_steps([step for way in ways for step in way]))))


def _steps(names: Iterable[str]) -> list[GradedEffect]:
    known = {**graded_effects(), **cell_effects()}
    return [known[name] for name in names]
