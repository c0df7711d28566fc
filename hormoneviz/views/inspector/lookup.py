"""Lookup: where a quantity comes from (film, calendar, or a body that a dish has not), and its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.kinetics.network import Network
from hormoneviz.look.units import GlucoseUnit, glucose_in
from hormoneviz.look.words import format_value
from hormoneviz.session.session import Session
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.steady import runner
from hormoneviz.views.inspector.facts import Facts, facts

Where = Literal["film", "calendar", "elsewhere"]

_GLUCOSE = ("glucose", "plasma_glucose", "fasting_glucose")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and where it was found."""

    facts: Facts
    where: Where
    """elsewhere: in a body, of which there is none in this experiment"""


def look_up(session: Session, name: str) -> Found | None:
    """What is known of a name: in the film first, then in the weeks; None where no network has it."""
    scenario = session.scenario
    networks: tuple[tuple[Where, Network], ...] = (
        ("film", session.film.network),
        ("calendar", runner(scenario.person.sex).network),
        ("elsewhere", cell_in_body(scenario.tissue)),
    )
    for where, network in networks:
        if name in network.units and not _in_body_first(name, where):
            return Found(facts(network, name), where)
    return None


def _in_body_first(name: str, where: Where) -> bool:
    """Whether a quantity that weeks know by the same name is that of the minutes."""
    return where == "calendar" and name in cell_in_body("muscle").units


def values(session: Session, found: Found) -> Mapping[str, float]:
    """Every value beside it, now."""
    if found.where == "film":
        return session.frame.values
    if found.where == "calendar":
        standing = session.standing
        return calendar_of_scenario(standing).at(standing.week)
    return {}


def parameters(session: Session, found: Found) -> Mapping[str, float]:
    """The values of its law's parameters, now."""
    if found.where == "film":
        return session.film.parameters_at(session.time)
    if found.where == "calendar":
        calendar = calendar_of_scenario(session.standing)
        names = [p.name for p in runner(session.scenario.person.sex).network.parameters]
        return dict(zip(names, calendar.parameters, strict=True))
    return {}


def read_out(session: Session, found: Found, unit: GlucoseUnit) -> str:
    """Its value with unit, glucose in the unit wanted; empty where it has none now."""
    name = found.facts.name
    value = values(session, found).get(name)
    if value is None:
        return ""
    if name in _GLUCOSE:
        return format_value(*glucose_in(value, found.facts.unit, unit))
    return format_value(
        value, "" if found.where == "calendar" and found.facts.unit == "1" else found.facts.unit
    )
