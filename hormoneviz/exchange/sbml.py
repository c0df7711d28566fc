"""SBML Level 3 Version 2 of a run: species, reactions, rules and parameters under the names of the CSV, with
units and sources; doses and switches as events; the state of rest as the start.

A species whose unit is a concentration lies in a compartment of size one of what it is counted in (a litre,
a kilogram of body), so that its number is the very number of the CSV. Written with the standard library:
nothing has to be installed to hand the model on.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hormoneviz import __version__
from hormoneviz.exchange import sbml_parts as parts
from hormoneviz.exchange.sbml_literals import ONE, Unit, unit
from hormoneviz.exchange.sbml_math import PURE, Formulas, definitions
from hormoneviz.exchange.sbml_run import Run
from hormoneviz.exchange.sbml_scenario import carry
from hormoneviz.exchange.sbml_units import factors, split, unit_id
from hormoneviz.simulation.scenario import Scenario

NAMESPACE = "http://www.sbml.org/sbml/level3/version2/core"
CONVERSIONS = ("min/d", "mg/dL per mM", "pM per uU/mL", "mM per mL/uU", "ug/mg")
"""units of numbers in formulas that no quantity has"""


def sbml(run: Run, scenario: Scenario | None = None) -> str:
    """The run as an SBML document, with the scenario it follows from inside, if that is given.

    Raises:
        ValueError: a name that SBML needs is taken by the network, a unit is unknown, or the units of a
            formula do not agree.
    """
    root = Element("sbml", {"xmlns": NAMESPACE, "xmlns:sbml": NAMESPACE, "level": "3", "version": "2"})
    name = parts.plain(run.name)
    model = SubElement(root, "model", id=parts.identifier(run.network.name), name=name)
    time = unit_id(run.time_unit)
    model.attrib |= {"timeUnits": time, "substanceUnits": PURE, "extentUnits": PURE}
    model.append(parts.notes(*_about(run)))
    if scenario is not None:
        carry(model, scenario)
    known = _Units(run)
    formulas = Formulas(parts.units_of_names(run), known.name)
    lists = {
        "listOfFunctionDefinitions": definitions(),
        "listOfUnitDefinitions": [],
        "listOfCompartments": list(parts.compartments(run)),
        "listOfSpecies": list(parts.species(run)),
        "listOfParameters": list(parts.parameters(run)),
        "listOfRules": list(parts.rules(run, formulas)),
        "listOfReactions": list(parts.reactions(run, formulas)),
        "listOfEvents": list(parts.events(run, formulas)),
    }
    lists["listOfUnitDefinitions"] = list(known.definitions())  # now it is known which numbers have
    for tag, children in lists.items():
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


class _Units:
    """The units of one file, by their spelling."""

    def __init__(self, run: Run) -> None:
        texts = {run.time_unit, *run.network.units.values(), *(extra.unit for extra in run.extras)}
        texts |= {part for species in run.network.species for part in split(species.unit)}
        self._used = {text for text in texts if factors(text)}
        self._spelt = [(text, unit(text)) for text in (*sorted(self._used), *CONVERSIONS)]

    def name(self, wanted: Unit) -> str:
        """The identifier of a unit that a number has.

        Raises:
            ValueError: neither a quantity nor a conversion has that unit.
        """
        if wanted.agrees(ONE):
            return PURE
        text = next((text for text, known in self._spelt if known.agrees(wanted)), None)
        if text is None:
            raise ValueError(f"a number has a unit that nothing else has: {wanted}")
        self._used.add(text)
        return unit_id(text)

    def definitions(self) -> Iterator[Element]:
        """Every unit that is used, once."""
        for text in sorted(self._used):
            element = Element("unitDefinition", id=unit_id(text), name=text)
            inside = SubElement(element, "listOfUnits")
            for factor in factors(text):
                how = {"exponent": factor.exponent, "scale": factor.scale, "multiplier": factor.multiplier}
                SubElement(inside, "unit", {"kind": factor.kind} | {k: f"{v:g}" for k, v in how.items()})
            yield element


def _unique(model: Element) -> None:
    """Nothing where every identifier stands for one thing; units have a space of their own."""
    names = [element.get("id") for element in model.iter() if element.tag != "unitDefinition"]
    if twice := {name for name in names if name and names.count(name) > 1}:
        raise ValueError(f"{min(twice)}: used twice in the SBML file")
