"""The scenario inside an SBML file: other programs pass it over, ours opens the file by it."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.scenario_file import format_scenario, parse_scenario, read_text
from hormoneviz.simulation.scenario import Scenario

NAMESPACE: Final = "https://hormoneviz.example/scenario"
"""a name, not an address: nothing is ever looked up there"""


def carry(model: Element, scenario: Scenario) -> None:
    """Put the scenario into a model's annotation, after its notes."""
    annotation = SubElement(model, "annotation")
    SubElement(annotation, "hormoneviz:scenario", {"xmlns:hormoneviz": NAMESPACE}).text = format_scenario(
        scenario
    )


def scenario_of_sbml(path: Path) -> Scenario:
    """The scenario that an SBML file of ours carries.

    Raises:
        BadInput: the file cannot be read, is no XML, carries no scenario, or its scenario is wrong.
    """
    text = read_text(path)
    try:
        found = fromstring(text.encode()).find(f".//{{{NAMESPACE}}}scenario")
    except ParseError as error:
        raise BadInput(f"this is no XML: {error}", file=str(path)) from None
    if found is None or not found.text:
        raise BadInput("this file carries no scenario", file=str(path))
    return parse_scenario(found.text, str(path))
