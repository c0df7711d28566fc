"""`hormoneviz sensitivity`: which parameters matter most for a quantity at one moment."""

from __future__ import annotations

import sys
from argparse import Namespace

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.exchange.table import Cell, Row, json_text, table_text
from hormoneviz.kinetics.parameters import sources
from hormoneviz.kinetics.presets import all_parameters, cell_of, known_parameters
from hormoneviz.shell.verbs.simulate import minutes
from hormoneviz.simulation.conditions import network_of
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.sensitivity import sensitivity as solved

MOST_MINUTES = 1440.0


def sensitivity(options: Namespace) -> int:
    """Print the table that the options ask for and return the exit status."""
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    network = network_of(scenario).network
    known = [*(s.name for s in network.species), *(r.name for r in network.rules)]
    if options.of not in known:
        raise BadInput(
            "no quantity of the experiment is called that",
            nearest=nearest(options.of, known),
            file=f"--of {options.of}",
        )
    time = minutes(options.at, "--at")
    if time > MOST_MINUTES:
        raise BadInput(f"expected at most {MOST_MINUTES:g} min", file=f"--at {options.at}")
    if options.top < 1:
        raise BadInput("expected 1 or more", file=f"--top {options.top}")
    found = solved(scenario, options.of, time)
    rows = _rows(scenario, found.elasticities[: options.top], as_json=options.json)
    if options.json:
        sys.stdout.write(json_text(rows))
        return 0
    about = f"{options.of} at {time:g} min: {found.value:.6g} {network.units[options.of]}"
    print(f"{about}; per cent of it for 1 % more of each parameter")
    sys.stdout.write(table_text(rows))
    return 0


def _rows(scenario: Scenario, found: tuple[tuple[str, float], ...], as_json: bool) -> list[Row]:
    cell = known_parameters(cell_of(scenario.tissue, scenario.person.diabetes))
    known = {**all_parameters(), **cell}
    rows: list[Row] = []
    for name, share in found:
        p = known[name]
        row: dict[str, Cell] = {"parameter": name, "percent": share if as_json else f"{share:+.3f}"}
        source = sources().get(p.source, "") if as_json else p.source
        rows.append({**row, "basis": p.basis, "unit": p.unit, "source": source, "note": p.note})
    return rows
