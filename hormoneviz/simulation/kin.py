"""Kin: scenarios that differ from another one by what is to be compared, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Scenario


def healthy(scenario: Scenario) -> Scenario:
    """The same experiment in health, by the same name."""
    return replace(healthy_twin(scenario), name=scenario.name, note=scenario.note)


def untreated(scenario: Scenario) -> Scenario:
    """The same person without drugs."""
    return replace(scenario, therapy=())


def at_the_start(scenario: Scenario) -> Scenario:
    """The same person in week 0, before any drug has worked."""
    return replace(scenario, week=0.0)


def unchanged(scenario: Scenario) -> Scenario:
    """The same, without what was changed while the film ran."""
    return replace(scenario, event=())


KINDS: Final[dict[str, Callable[[Scenario], Scenario]]] = {
    "healthy": healthy,
    "untreated": untreated,
    "week 0": at_the_start,
    "unchanged": unchanged,
}
"""what a twin may be, by name"""
