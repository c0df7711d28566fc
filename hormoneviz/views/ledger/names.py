"""What a switch of the ledger is called, and how sure its effect on insulin's action is."""

from __future__ import annotations

from typing import Final

from hormoneviz.look.words import Words
from hormoneviz.simulation.scenario import Person, Scenario
from hormoneviz.simulation.switch_evidence import evidence_of, grade_of
from hormoneviz.simulation.switches import Switch
from hormoneviz.views.grounds import grounds

_LEVELS: Final = ("low", "normal", "high")


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


def grounded(switch: Switch, person: Person, words: Words) -> str:
    """Grade, species and tissue."""
    known = evidence_of(switch, person)
    return (
        grounds(known.grade, known.species, known.tissue, words) if known else graded(switch, person, words)
    )


def _of_person(name: str, scenario: Scenario, words: Words) -> str:
    person = scenario.person
    if name == "age":
        return words.say("ledger_age", age=person.age)
    if name == "diabetes":
        return words.say("ledger_diabetes")
    value: str = getattr(person, name)
    return words.say(f"{name}_{value.replace(' ', '_')}")
