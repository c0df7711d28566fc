"""The scenarios that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hormoneviz import resources
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.simulation.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """One shipped scenario and the file it lies in."""

    name: str
    path: Path
    scenario: Scenario


def library() -> list[ScenarioEntry]:
    """All shipped scenarios in the order of their files, which is the order of the menu."""
    entries = []
    for name in resources.names("scenarios", ".toml"):
        path = resources.path(name)
        scenario = read_scenario(path)
        entries.append(ScenarioEntry(scenario.name, path, scenario))
    return entries
