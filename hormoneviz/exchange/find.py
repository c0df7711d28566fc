"""A scenario by what a person types: a file, or the name of one that comes with the program."""

from __future__ import annotations

from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.library import library
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.scenario import Scenario


def find_scenario(wanted: str) -> Scenario:
    """The scenario in the file `wanted`, or else the shipped one with that name (or file name without
    ending).

    Raises:
        BadInput: there is neither, or the file is no scenario.
    """
    if Path(wanted).exists():
        return read_scenario(wanted)
    by_name = {key.lower(): e.scenario for e in library() for key in (e.name, e.path.stem, e.path.name)}
    found = by_name.get(wanted.lower())
    if found is None:
        known = [key for e in library() for key in (e.name, e.path.stem)]
        raise BadInput(f'there is no file and no shipped scenario "{wanted}"', nearest=nearest(wanted, known))
    return found
