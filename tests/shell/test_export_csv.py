"""Curves and parameters of a scenario for a spreadsheet: units in the head, a source for every number."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hormoneviz.exchange.curves import scenario_of_curves
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.kinetics.parameters import sources
from hormoneviz.shell.commandline import run as command
from hormoneviz.simulation.film import Film


def exported(folder: Path, *arguments: str) -> tuple[list[list[str]], list[dict[str, str]]]:
    """The rows of the curves, and those of the parameters by their head."""
    assert command(["export", *arguments, "--out", str(folder / "run.csv")]) == 0
    assert {file.name for file in folder.iterdir()} == {"run.csv", "run-parameters.csv", "run-scenario.toml"}
    curves = list(csv.reader((folder / "run.csv").read_text("utf-8").splitlines()))
    return curves, list(csv.DictReader((folder / "run-parameters.csv").read_text("utf-8").splitlines()))


def test_an_experiment_is_its_curves_and_its_parameters(tmp_path: Path) -> None:
    (head, *rows), parameters = exported(tmp_path, "13-ogtt-healthy", "--set", "k_endo=0.25")
    film = Film(find_scenario("13-ogtt-healthy"))
    columns = [f"{name} [{unit}]" for name, unit in film.units_of_series.items()]
    assert head == ["time [min]", *columns, "evidence"]  # of what --set changed
    assert [float(row[0]) for row in rows] == [float(minute) for minute in range(181)]
    values = {row["name"]: float(row["value"]) for row in parameters}
    assert values == film.parameters_at(0.0) | {"k_endo": 0.25}


def test_curves_are_those_that_simulate_writes(tmp_path: Path) -> None:
    beside = tmp_path / "simulated.csv"
    (folder := tmp_path / "exported").mkdir()
    exported(folder, "13-ogtt-healthy")
    assert command(["simulate", "13-ogtt-healthy", "--out", str(beside)]) == 0
    assert (folder / "run.csv").read_bytes() == beside.read_bytes()


@pytest.mark.parametrize("arguments", [(), ("--calendar", "--until", "4 wk")])
def test_every_parameter_says_unit_basis_and_source(arguments: tuple[str, ...], tmp_path: Path) -> None:
    _, parameters = exported(tmp_path, "22-trt-week-26", *arguments)
    known = set(sources().values())
    for row in parameters:
        assert list(row) == ["name", "value", "unit", "basis", "source", "note"]
        assert row["unit"]
        assert row["source"] in known or row["basis"] == "assumption", row["name"]


def test_weeks_go_by_the_day(tmp_path: Path) -> None:
    (head, *rows), parameters = exported(tmp_path, "22-trt-week-26", "--calendar", "--until", "4 wk")
    assert head[:2] == ["time [d]", "testosterone [nmol/L]"]
    assert [float(row[0]) for row in rows] == [float(day) for day in range(29)]
    assert {"T_0", "k_ley"} & {row["name"] for row in parameters}


def test_beside_the_curves_stands_their_scenario(tmp_path: Path) -> None:
    exported(tmp_path, "02-meal-inflamed", "--set", "load=0.5")
    carried = read_scenario(tmp_path / "run-scenario.toml")
    assert carried == apply_settings(find_scenario("02-meal-inflamed"), ["load=0.5"])
    for name in ("run.csv", "run-parameters.csv"):
        assert scenario_of_curves(tmp_path / name) == carried


def test_curves_say_how_sure_their_switches_are(tmp_path: Path) -> None:
    (head, first, *_), _ = exported(tmp_path, "02-meal-inflamed")
    assert (head[-1], first[-1]) == ("evidence", "body: moderate; load: moderate")


def test_all_three_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "run-parameters.csv").mkdir()
    (tmp_path / "run.csv").write_text("precious")
    assert command(["export", "13-ogtt-healthy", "--out", str(tmp_path / "run.csv")]) == 1
    assert {file.name for file in tmp_path.iterdir()} == {"run.csv", "run-parameters.csv"}
    assert (tmp_path / "run.csv").read_text() == "precious"
