"""The lists of an SBML file: compartments, species, parameters, rules, reactions and events of a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from hormoneviz.exchange.grades import grades_of
from hormoneviz.exchange.sbml_annotations import (
    COMPARTMENT,
    MODIFIER,
    PARAMETER,
    PROCESS,
    PRODUCT,
    REACTANT,
    Meaning,
    annotate,
    meanings,
    set_term,
)
from hormoneviz.exchange.sbml_literals import ONE, Unit, unit
from hormoneviz.exchange.sbml_math import TIME, Formulas
from hormoneviz.exchange.sbml_run import Jump, Run
from hormoneviz.exchange.sbml_units import split, unit_id
from hormoneviz.kinetics.network import Parameter, Reaction
from hormoneviz.kinetics.parameters import sources

XHTML = "http://www.w3.org/1999/xhtml"
WHOLE = "whole"
"""the compartment of what is a share of a healthy cell's, and of plain amounts"""


def units_of_names(run: Run) -> dict[str, Unit]:
    """The unit of everything that a formula of the file may name."""
    found = {name: unit(text) for name, text in _quantities(run).items()}
    for amount, size in (split(species.unit) for species in run.network.species):
        found |= {_compartment(size): unit(size), _one(amount): unit(amount)}
    return found | {TIME: unit(run.time_unit)}


def _quantities(run: Run) -> dict[str, str]:
    return {**run.network.units, **{extra.name: extra.unit for extra in run.extras}}


def compartments(run: Run) -> Iterator[Element]:
    """One of size one for each thing that concentrations are counted in."""
    for size in sorted({split(species.unit)[1] for species in run.network.species}):
        element = Element(
            "compartment", id=_compartment(size), size="1", units=unit_id(size), constant="true"
        )
        set_term(element, COMPARTMENT)
        yield element


def _compartment(size: str) -> str:
    return WHOLE if size == "1" else f"one_{size}"


def species(run: Run) -> Iterator[Element]:
    """The states, where they start, and what they are in registries."""
    for state in run.network.species:
        amount, size = split(state.unit)
        element = Element("species", id=state.name, compartment=_compartment(size))
        element.attrib |= {
            "initialConcentration": repr(run.start[state.name]),
            "substanceUnits": unit_id(amount),
            **{"hasOnlySubstanceUnits": "false", "boundaryCondition": "false", "constant": "false"},
        }
        if amount != "1":
            element.set("conversionFactor", _one(amount))
        meaning = meanings().species[state.name]
        element.append(notes(f"{state.part_of}; {state.unit}", *filter(None, [meaning.none])))
        annotate(element, meaning)
        yield element


def _one(amount: str) -> str:
    """The parameter by which the extent of a reaction is turned into an amount."""
    return f"one_{amount}"


def parameters(run: Run) -> Iterator[Element]:
    """Parameters, then inputs, rules, and what only this file needs."""
    switched = {name for jump in run.jumps for name in jump.set}
    for p in run.network.parameters:
        yield _parameter(p.name, run.parameters[p.name], p.unit, p.name in switched, _source(p, run))
    for given in run.network.inputs:
        follows = given.name in run.formulas
        value = None if follows else run.inputs[given.name]
        text = ["Input: given by the experiment.", *grades_of(given.name)]
        element = _parameter(given.name, value, given.unit, follows or given.name in switched, text)
        annotate(element, meanings().input.get(given.name, Meaning()))
        yield element
    for extra in run.extras:
        yield _parameter(extra.name, extra.value, extra.unit, extra.name in switched, ["Course of an input."])
    for rule in run.network.rules:
        yield _parameter(rule.name, None, rule.unit, True, [f"{rule.name} = {rule.formula.text}"])
    for amount in sorted({split(s.unit)[0] for s in run.network.species} - {"1"}):
        yield _parameter(_one(amount), 1.0, amount, False, ["Turns a count of events into an amount."])


def _parameter(name: str, value: float | None, unit: str, varies: bool, said: Iterable[str]) -> Element:
    element = Element("parameter", id=name, units=unit_id(unit), constant="false" if varies else "true")
    if value is not None:
        element.set("value", repr(float(value)))
    element.append(notes(*said))
    set_term(element, PARAMETER)
    return element


def _source(parameter: Parameter, run: Run) -> Iterator[str]:
    """Unit, basis, reference and remark; and what the person makes of it."""
    yield f"{parameter.unit}; {parameter.basis}"
    if parameter.source:
        yield f"Source: {sources()[parameter.source]}"
    if parameter.note:
        yield parameter.note
    yield from grades_of(parameter.name)
    if run.parameters[parameter.name] != parameter.value:
        yield f"{parameter.value:g} in general; the value is that of this scenario."


def rules(run: Run, formulas: Formulas) -> Iterator[Element]:
    """What follows from the states, and inputs that follow a course."""
    texts = {**run.formulas, **{rule.name: rule.formula.text for rule in run.network.rules}}
    for name, text in texts.items():
        element = Element("assignmentRule", variable=name)
        element.append(formulas.math(text, unit(run.network.units[name])))
        yield element


def reactions(run: Run, formulas: Formulas) -> Iterator[Element]:
    """What turns states into each other, events a unit of time."""
    unit_of = {species.name: species.unit for species in run.network.species}
    for reaction in run.network.reactions:
        element = Element("reaction", id=identifier(reaction.name), name=reaction.name, reversible="false")
        annotate(element, meanings().reaction.get(reaction.name, Meaning()), PROCESS)
        for tag, names, role in (
            ("listOfReactants", reaction.consumes, REACTANT),
            ("listOfProducts", reaction.produces, PRODUCT),
        ):
            if names:
                _references(SubElement(element, tag), names, role)
        changed = {*reaction.consumes, *reaction.produces}
        if modifiers := sorted((reaction.rate.names & unit_of.keys()) - changed):
            inside = SubElement(element, "listOfModifiers")
            for name in modifiers:
                set_term(SubElement(inside, "modifierSpeciesReference", species=name), MODIFIER)
        law = _law(reaction, unit_of[sorted(changed)[0]])
        SubElement(element, "kineticLaw").append(formulas.math(law, ONE / unit(run.time_unit)))
        yield element


def _references(inside: Element, names: Sequence[str], role: int) -> None:
    for name in dict.fromkeys(names):
        count = str(names.count(name))
        element = SubElement(inside, "speciesReference", species=name, stoichiometry=count, constant="true")
        set_term(element, role)


def _law(reaction: Reaction, unit: str) -> str:
    """The rate of a whole compartment, in events: ours is per litre, kilogram or one."""
    amount, size = split(unit)
    law = reaction.rate.text if size == "1" else f"({reaction.rate.text})*{_compartment(size)}"
    return law if amount == "1" else f"({law})/{_one(amount)}"


def events(run: Run, formulas: Formulas) -> Iterator[Element]:
    """What is switched or given at one moment."""
    units = _quantities(run)
    for number, jump in enumerate(run.jumps, 1):
        yield _event(number, jump, units, formulas)


def _event(number: int, jump: Jump, units: Mapping[str, str], formulas: Formulas) -> Element:
    element = Element(
        "event", id=f"event_{number}", name=f"at {jump.time:g}", useValuesFromTriggerTime="true"
    )
    trigger = SubElement(element, "trigger", initialValue="true", persistent="true")
    trigger.append(formulas.math(f"{TIME} >= {float(jump.time)!r}", ONE))
    changes = {name: repr(float(value)) for name, value in jump.set.items()}
    changes |= {name: f"{name} + {value!r}" for name, value in jump.add.items()}
    changes |= {name: f"{name}*{factor!r}" for name, factor in jump.scale.items()}
    assignments = SubElement(element, "listOfEventAssignments")
    for name, text in changes.items():
        change = SubElement(assignments, "eventAssignment", variable=name)
        change.append(formulas.math(text, unit(units[name])))
    return element


def notes(*paragraphs: str) -> Element:
    """Paragraphs that a person reads."""
    notes = Element("notes")
    for text in paragraphs:
        SubElement(notes, "p", xmlns=XHTML).text = plain(text)
    return notes


def plain(text: str) -> str:
    """A person's text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c.isprintable())


def identifier(name: str) -> str:
    """A name as SBML takes it."""
    found = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_")
    return found if not found[:1].isdigit() else f"_{found}"
