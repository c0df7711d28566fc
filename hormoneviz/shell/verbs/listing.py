"""`hormoneviz scenarios` and `hormoneviz parameters`: what there is, as a table or as JSON."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from hormoneviz.exchange.library import library
from hormoneviz.exchange.table import Cell, Row, json_text, table_text
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.parameters import CELLS, sources
from hormoneviz.kinetics.presets import all_parameters, known_parameters


def scenarios(options: Namespace) -> int:
    """List the shipped scenarios."""
    rows = [
        {
            "name": e.name,
            "file": e.path.name,
            "tissue": e.scenario.tissue,
            "protocol": e.scenario.protocol.kind,
        }
        for e in library()
    ]
    notes = [{**row, "note": e.scenario.note} for row, e in zip(rows, library(), strict=True)]
    return _print(rows, notes, options.json)


def parameters(options: Namespace) -> int:
    """List the parameters, their value in each kind of cell (or in men and women), unit, basis and source."""
    rows: list[Row] = []
    full: list[Row] = []
    women = {p.name: p.value for p in calendar("female").parameters}
    for name, parameter in all_parameters().items():
        in_cell = name in known_parameters()
        values = {cell: (known_parameters(cell)[name] if in_cell else parameter).value for cell in CELLS}
        part = "cell, body" if in_cell else "calendar"
        row: dict[str, Cell] = {
            **{"name": name, "part": part, **values, "women": None if in_cell else women[name]},
            **{"unit": parameter.unit, "basis": parameter.basis},
        }
        rows.append({**row, "source": parameter.source or parameter.basis})
        full.append({**row, "source": sources().get(parameter.source, ""), "note": parameter.note})
    return _print(rows, full, options.json)


def _print(rows: Sequence[Row], full: Sequence[Row], as_json: bool) -> int:
    """The table for a person; for a script everything, notes and full references too."""
    sys.stdout.write(json_text(full) if as_json else table_text(rows))
    return 0
