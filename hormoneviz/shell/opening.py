"""What can be opened: scenario files, and all we write that carries a scenario, folders of films too."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hormoneviz.exchange.curves import scenario_of_curves
from hormoneviz.exchange.omex import scenario_of_archive
from hormoneviz.exchange.sbml_scenario import scenario_of_sbml
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.shell.film.opening import SUFFIXES as _FILMS
from hormoneviz.shell.film.opening import is_film, scenario_of_film
from hormoneviz.shell.picture import scenario_in
from hormoneviz.simulation.scenario import Scenario

_PICTURES: Final = (".png", ".apng", ".svg", ".pdf")
_TABLES: Final = {
    ".csv": scenario_of_curves,
    ".omex": scenario_of_archive,
    ".xml": scenario_of_sbml,
    ".sbml": scenario_of_sbml,
}
SUFFIXES: Final = (".toml", *_PICTURES, *_FILMS, *_TABLES)
OPENED: Final = f"Scenarios, and what carries one ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"


def opened(path: Path) -> tuple[Scenario, float]:
    """The scenario of a file, and the moment (min) it shows: 0 where it shows none.

    Raises:
        BadInput: the file cannot be read, carries no scenario, or what it says is wrong.
    """
    if is_film(path):
        return scenario_of_film(path)
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        return scenario_in(path)
    return _TABLES.get(suffix, read_scenario)(path), 0.0
