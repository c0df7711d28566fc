"""What a switch of the ledger is called, and how sure its effect on insulin's action is."""

from __future__ import annotations

from typing import Final

from hormoneviz.look.words import Words
from hormoneviz.simulation.evidence import Grade, graded_effects
from hormoneviz.simulation.scenario import Person, Scenario
from hormoneviz.simulation.switches import Switch
from hormoneviz.simulation.therapies import agents

_LEVELS: Final = ("low", "normal", "high")
_SURE_FIRST: Final[tuple[Grade, ...]] = (
    "strong",
    "moderate",
    "weak",
    "contested",
    "contradicted",
    "unknown",
)

WAYS: Final[dict[str, tuple[str, ...]]] = {
    "body": ("visceral_load", "load_insulin"),
    "load": ("load_insulin",),
    "growth_hormone": ("GH_insulin",),
    "male testosterone": ("androgen_insulin",),
    "female testosterone": ("androgen_insulin_women",),
    "female estradiol": ("estradiol_insulin",),
    "male andropause": ("androgen_insulin",),
    "female menopause": ("estradiol_visceral", "estradiol_insulin"),
    "female perimenopause": ("estradiol_visceral", "estradiol_insulin"),
}
"""by which effects of resources/therapies/effects.toml a switch (of one sex, where that matters) chiefly
reaches insulin's action; what is missing here nobody has graded"""


def named(switch: Switch, scenario: Scenario, words: Words) -> str:
    """The switch as it stands in the scenario: "Testosterone low", "Obese", a drug's name."""
    if switch.kind == "therapy":
        text = switch.name
    elif switch.kind == "hormone":
        level: str = getattr(scenario.hormones, switch.name)
        shown = words.say(level) if level in _LEVELS else level
        text = words.say("ledger_level", hormone=words.short(switch.name), level=shown)
    elif switch.kind == "load":
        load = f"{scenario.inflammation.load:.2g}"
        text = words.say("ledger_level", hormone=words.short("load"), level=load)
    elif switch.kind == "parameters":
        text = words.say("ledger_parameters", names=", ".join(sorted(scenario.parameters)))
    else:
        text = _of_person(switch.name, scenario, words)
    return text[0].upper() + text[1:]


def graded(switch: Switch, person: Person, words: Words) -> str:
    """The grade in a word."""
    return words.say(f"ledger_grade_{grade_of(switch, person) or 'none'}")


def grade_of(switch: Switch, person: Person) -> Grade | None:
    """How sure a switch's effect is: of a drug its own grade, of all else that of the least sure step on its
    way to insulin's action; None where nobody has graded it."""
    if switch.kind == "therapy":
        return agents()[switch.name].grade
    name = person.stage if switch.name == "stage" else switch.name
    way = WAYS.get(name) or WAYS.get(f"{person.sex} {name}") or ()
    grades = [graded_effects()[effect].grade for effect in way]
    return max(grades, key=_SURE_FIRST.index, default=None)


def _of_person(name: str, scenario: Scenario, words: Words) -> str:
    person = scenario.person
    if name == "age":
        return words.say("ledger_age", age=person.age)
    if name == "diabetes":
        return words.say("ledger_diabetes")
    value: str = getattr(person, name)
    return words.say(f"{name}_{value.replace(' ', '_')}")
