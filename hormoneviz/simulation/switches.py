"""Switches: what sets a scenario's person apart from the healthy twin, and the same scenario with some of
them off.

The healthy twin is a lean young adult of 30 without diabetes, with normal hormones, no inflammation and no
drugs, of the same sex and with the same tissue, experiment, stance, seed and week.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from msgspec.structs import replace

from hormoneviz.simulation.conditions import HORMONES
from hormoneviz.simulation.constitution import Constitution, constitution_of
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Scenario

Kind = Literal["person", "hormone", "load", "therapy", "parameters"]

PERSON: Final = ("stage", "age", "body", "diabetes")
HEALTHY, UNTROUBLED = Person(), Inflammation()


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing about a person that could as well be as it is in health."""

    name: str
    """a field of Person or Hormones, "load", an agent's name, or "parameters" (all overrides together)"""
    kind: Kind


def switches_on(scenario: Scenario) -> tuple[Switch, ...]:
    """The switches that are on in a scenario as it stands (its events are not looked at), in a fixed order:
    person, hormones, load, agents by name, parameters.

    What a person is counts only where the calendar knows it apart (30 and 40 years are the same to it).
    Several courses of one agent are one switch.

    Raises:
        UnitError: a hormone level cannot be read.
    """
    found = [Switch(name, "person") for name in PERSON if _matters(scenario, name)]
    found += [Switch(n, "hormone") for n in HORMONES if getattr(scenario.hormones, n) != "normal"]
    if scenario.inflammation != UNTROUBLED:
        found.append(Switch("load", "load"))
    found += [Switch(agent, "therapy") for agent in sorted({given.agent for given in scenario.therapy})]
    if scenario.parameters:
        found.append(Switch("parameters", "parameters"))
    return tuple(found)


def switched_off(scenario: Scenario, switches: Collection[Switch]) -> Scenario:
    """The scenario with these switches as they are in health."""
    names = {kind: {s.name for s in switches if s.kind == kind} for kind in ("person", "hormone", "therapy")}
    kinds = {switch.kind for switch in switches}
    normal = Hormones()
    return replace(
        scenario,
        person=replace(scenario.person, **{name: getattr(HEALTHY, name) for name in names["person"]}),
        hormones=replace(scenario.hormones, **{name: getattr(normal, name) for name in names["hormone"]}),
        inflammation=UNTROUBLED if "load" in kinds else scenario.inflammation,
        therapy=tuple(given for given in scenario.therapy if given.agent not in names["therapy"]),
        parameters={} if "parameters" in kinds else scenario.parameters,
    )


def _matters(scenario: Scenario, name: str) -> bool:
    without = switched_off(scenario, [Switch(name, "person")])
    return _numbers(scenario) != _numbers(without)


def _numbers(scenario: Scenario) -> Constitution:
    return constitution_of(scenario)
