"""SBML Level 3 Version 2 of a run: species, reactions, rules and parameters under the names of the CSV, with
units and sources; doses and switches as events; the state of rest as the start.

A species whose unit is a concentration lies in a compartment of size one of what it is counted in (a litre,
a kilogram of body), so that its number is the very number of the CSV. Written with the standard library:
nothing has to be installed to hand the model on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hormoneviz import __version__
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
from hormoneviz.exchange.sbml_math import definitions, math
from hormoneviz.exchange.sbml_run import Jump, Run
from hormoneviz.exchange.sbml_units import factors, split, unit_id
from hormoneviz.kinetics.network import Parameter, Reaction
from hormoneviz.kinetics.parameters import sources

NAMESPACE = "http://www.sbml.org/sbml/level3/version2/core"
XHTML = "http://www.w3.org/1999/xhtml"
WHOLE = "whole"
"""the compartment of what is a share of a healthy cell's, and of plain amounts"""


def sbml(run: Run) -> str:
    """The run as an SBML document.

    Raises:
        ValueError: a name that SBML needs is taken by the network, or a unit is unknown.
    """
    root = Element("sbml", xmlns=NAMESPACE, level="3", version="2")
    model = SubElement(root, "model", id=_identifier(run.network.name), name=_plain(run.name))
    time = unit_id(run.time_unit)
    model.attrib |= {"timeUnits": time, "substanceUnits": "dimensionless", "extentUnits": "dimensionless"}
    model.append(_notes(*_about(run)))
    parts = {
        "listOfFunctionDefinitions": definitions(),
        "listOfUnitDefinitions": list(_units(run)),
        "listOfCompartments": list(_compartments(run)),
        "listOfSpecies": list(_species(run)),
        "listOfParameters": list(_parameters(run)),
        "listOfRules": list(_rules(run)),
        "listOfReactions": list(_reactions(run)),
        "listOfEvents": [_event(number, jump) for number, jump in enumerate(run.jumps, 1)],
    }
    for tag, children in parts.items():
        if children:
            SubElement(model, tag).extend(children)
    _unique(model)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _about(run: Run) -> Iterator[str]:
    yield " ".join(run.note.split()) or run.name
    if run.grades:
        yield f"Evidence for what sets this person apart from the healthy: {run.grades}."
    yield (
        f"Written by HormoneViz {__version__}. Time in {run.time_unit}, from 0 to {run.until:g}; doses and"
        " switches beyond that are left out. For education only: no advice on treatment or dosing."
    )


def _units(run: Run) -> Iterator[Element]:
    """Every unit that is used, once."""
    wanted = {run.time_unit, *run.network.units.values(), *(extra.unit for extra in run.extras)}
    wanted |= {part for species in run.network.species for part in split(species.unit)}
    for unit in sorted(wanted):
        if factors(unit):
            element = Element("unitDefinition", id=unit_id(unit), name=unit)
            inside = SubElement(element, "listOfUnits")
            for factor in factors(unit):
                how = {"exponent": factor.exponent, "scale": factor.scale, "multiplier": factor.multiplier}
                SubElement(inside, "unit", {"kind": factor.kind} | {k: f"{v:g}" for k, v in how.items()})
            yield element


def _compartments(run: Run) -> Iterator[Element]:
    for size in sorted({split(species.unit)[1] for species in run.network.species}):
        element = Element(
            "compartment", id=_compartment(size), size="1", units=unit_id(size), constant="true"
        )
        set_term(element, COMPARTMENT)
        yield element


def _compartment(size: str) -> str:
    return WHOLE if size == "1" else f"one_{size}"


def _species(run: Run) -> Iterator[Element]:
    for species in run.network.species:
        amount, size = split(species.unit)
        element = Element("species", id=species.name, compartment=_compartment(size))
        element.attrib |= {
            "initialConcentration": repr(run.start[species.name]),
            "substanceUnits": unit_id(amount),
            **{"hasOnlySubstanceUnits": "false", "boundaryCondition": "false", "constant": "false"},
        }
        if amount != "1":
            element.set("conversionFactor", _one(amount))
        meaning = meanings().species[species.name]
        element.append(_notes(f"{species.part_of}; {species.unit}", *filter(None, [meaning.none])))
        annotate(element, meaning)
        yield element


def _one(amount: str) -> str:
    """The parameter by which the extent of a reaction is turned into an amount."""
    return f"one_{amount}"


def _parameters(run: Run) -> Iterator[Element]:
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


def _parameter(name: str, value: float | None, unit: str, varies: bool, notes: Iterable[str]) -> Element:
    element = Element("parameter", id=name, units=unit_id(unit), constant="false" if varies else "true")
    if value is not None:
        element.set("value", repr(float(value)))
    element.append(_notes(*notes))
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


def _rules(run: Run) -> Iterator[Element]:
    texts = {**run.formulas, **{rule.name: rule.formula.text for rule in run.network.rules}}
    for name, text in texts.items():
        element = Element("assignmentRule", variable=name)
        element.append(math(text))
        yield element


def _reactions(run: Run) -> Iterator[Element]:
    unit_of = {species.name: species.unit for species in run.network.species}
    for reaction in run.network.reactions:
        element = Element("reaction", id=_identifier(reaction.name), name=reaction.name, reversible="false")
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
        SubElement(element, "kineticLaw").append(math(_law(reaction, unit_of[sorted(changed)[0]])))
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


def _event(number: int, jump: Jump) -> Element:
    element = Element(
        "event", id=f"event_{number}", name=f"at {jump.time:g}", useValuesFromTriggerTime="true"
    )
    trigger = SubElement(element, "trigger", initialValue="true", persistent="true")
    trigger.append(math(f"time >= {float(jump.time)!r}"))
    changes = {name: repr(float(value)) for name, value in jump.set.items()}
    changes |= {name: f"{name} + {value!r}" for name, value in jump.add.items()}
    changes |= {name: f"{name}*{factor!r}" for name, factor in jump.scale.items()}
    assignments = SubElement(element, "listOfEventAssignments")
    for name, text in changes.items():
        SubElement(assignments, "eventAssignment", variable=name).append(math(text))
    return element


def _notes(*paragraphs: str) -> Element:
    notes = Element("notes")
    for text in paragraphs:
        SubElement(notes, "p", xmlns=XHTML).text = _plain(text)
    return notes


def _plain(text: str) -> str:
    """A person's text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c.isprintable())


def _identifier(name: str) -> str:
    found = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_")
    return found if not found[:1].isdigit() else f"_{found}"


def _unique(model: Element) -> None:
    """Nothing where every identifier stands for one thing; units have a space of their own."""
    names = [element.get("id") for element in model.iter() if element.tag != "unitDefinition"]
    if twice := {name for name in names if name and names.count(name) > 1}:
        raise ValueError(f"{min(twice)}: used twice in the SBML file")
