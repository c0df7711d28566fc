"""Scripts rely on the names of the printed series: every shipped scenario prints all of them, in these units
and finite."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.grades import short_grades
from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.shell.commandline import run

CELL = {
    **dict.fromkeys(("IRp", "IRS1_Y", "IRS1_S", "PIP3", "Akt_T308", "Akt_S473", "AS160_p", "Rab_GTP"), "1"),
    **dict.fromkeys(("mTORC1", "S6K", "JNK", "SOCS3", "DAG", "CER"), "1"),
    **dict.fromkeys(("GSVret", "GSVmob", "Vper", "Vteth", "Vdock"), "1"),
    **dict.fromkeys(("PMclu", "PMdis", "CCV", "EE", "ERC", "GLUT4_surface"), "1"),
    **{"glucose_uptake": "a.u.", "k_ex": "1/min", "k_en": "1/min"},
    **{"insulin": "nM", "glucose": "mM", "FFA": "mM"},
}
BODY = {
    **{"GH": "ug/L", "plasma_glucose": "mg/dL", "plasma_insulin": "pM"},
    **dict.fromkeys(("EGP", "GIR", "Ra", "Uid", "M_value"), "mg/kg/min"),
}
CALENDAR = {
    **{"testosterone": "nmol/L", "estradiol": "pmol/L", "progesterone": "nmol/L", "LH": "IU/L"},
    **{"GH": "ug/L", "IGF1": "ug/L", "VAT": "1", "SAT": "kg", "lean_mass": "kg", "inflammation": "1"},
    **{"TNF": "pg/mL", "IL6": "pg/mL", "CRP": "mg/L", "adiponectin": "ug/mL"},
    **{"HOMA_IR": "1", "M_value": "mg/kg/min"},
}
NET_FLOWS = {"balance", "correction", "loop_gain"}
"""the only columns that may be below 0: what is gained less what is lost"""

every_preset = pytest.mark.parametrize("entry", library(), ids=lambda entry: entry.path.stem)


def printed(out: Path, *arguments: str) -> dict[str, tuple[str, np.ndarray]]:
    """The columns of the CSV by name: unit and values."""
    assert run(["simulate", *arguments, "--out", str(out)]) == 0
    header, *rows = csv.reader(out.read_text("utf-8").splitlines())
    grades = short_grades(find_scenario(arguments[0]))
    if grades:
        assert header.pop() == "evidence"
        assert {row.pop() for row in rows} == {grades}
    numbers = np.array(rows, dtype=float)
    named = [head.removesuffix("]").split(" [") for head in header]
    assert len({name for name, _ in named}) == len(named)
    return {name: (unit, numbers[:, i]) for i, (name, unit) in enumerate(named)}


def holds(columns: dict[str, tuple[str, np.ndarray]], wanted: dict[str, str]) -> None:
    """Every wanted series is there in its unit; every series is finite, and none negative that cannot be."""
    assert wanted == {name: columns[name][0] for name in wanted if name in columns}
    for name, (unit, values) in columns.items():
        assert unit, name
        assert np.isfinite(values).all(), name
        assert name in NET_FLOWS or values.min() >= -1e-7 * (1 + values.max()), name


@every_preset
def test_an_experiment_prints_every_series_of_cell_and_body(entry: ScenarioEntry, tmp_path: Path) -> None:
    columns = printed(tmp_path / "run.csv", entry.path.stem)
    in_dish = entry.scenario.protocol.kind == "bath"
    holds(columns, {"time": "min"} | CELL | ({} if in_dish else BODY))


@every_preset
def test_the_calendar_prints_every_slow_series(entry: ScenarioEntry, tmp_path: Path) -> None:
    columns = printed(tmp_path / "run.csv", entry.path.stem, "--calendar", "--until", "52 wk")
    holds(columns, {"time": "d"} | CALENDAR)
    assert columns["time"][1][-1] == 364.0
