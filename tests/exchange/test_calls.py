"""Five names for a notebook: light to import, told errors, and the worked notebook runs."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import hormoneviz
from hormoneviz import compare, parameters, population, scenarios, simulate
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.simulation.film import Film

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "hormoneviz.ipynb"
MEAL = "01-meal-healthy-muscle"


def test_there_are_five_names_and_nothing_else_is_invented() -> None:
    assert sorted(hormoneviz.__all__) == ["compare", "parameters", "population", "scenarios", "simulate"]
    assert all(getattr(hormoneviz, name).__doc__ for name in hormoneviz.__all__)
    with pytest.raises(AttributeError):
        hormoneviz.simulator  # noqa: B018


def test_neither_the_import_nor_a_simulation_brings_in_qt() -> None:
    code = (
        "import sys, hormoneviz; assert 'numpy' not in sys.modules; "
        f"hormoneviz.simulate({MEAL!r}, ['glucose_uptake'], until='1 min'); "
        "assert not [m for m in sys.modules if 'PySide6' in m or 'pyqtgraph' in m]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_simulation_is_the_film_of_the_scenario() -> None:
    found = simulate(MEAL, ["plasma_glucose", "GLUT4_surface"], until="2 h", every="30 min")
    film = Film(find_scenario(MEAL)).series(["plasma_glucose", "GLUT4_surface"], [0, 30, 60, 90, 120])
    assert found.time.tolist() == [0, 30, 60, 90, 120]
    assert set(found) == set(film)
    for name, course in film.items():
        np.testing.assert_array_equal(found[name], course)
    assert found.units["plasma_glucose"] == "mg/dL"


def test_settings_are_those_of_the_command_line() -> None:
    ill = simulate(MEAL, ["IRS1_S"], until="1 h", load=0.7)
    assert ill["IRS1_S"][-1] > simulate(MEAL, ["IRS1_S"], until="1 h")["IRS1_S"][-1]


@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda: simulate("01-meal-helthy-muscle"), "01-meal-healthy-muscle"),
        (lambda: simulate(MEAL, ["plasma_glucos"]), "plasma_glucose"),
        (lambda: simulate(MEAL, k_endu=1.0), "k_endo"),
        (lambda: population(MEAL, "plasma_glucos", people=1), "plasma_glucose"),
    ],
)
def test_what_is_misspelt_is_told_with_the_nearest_name(call, part: str) -> None:
    with pytest.raises(BadInput, match=part):
        call()


def test_the_difference_is_what_it_says() -> None:
    apart = compare("02-meal-inflamed", MEAL, ["IRS1_S"])
    one, other = (simulate(name, ["IRS1_S"])["IRS1_S"] for name in ("02-meal-inflamed", MEAL))
    np.testing.assert_array_equal(apart["IRS1_S"], one - other)


def test_every_shipped_scenario_and_parameter_is_there() -> None:
    assert MEAL in scenarios()
    rows = parameters("fat")
    assert rows["k_endo"].unit == "1/min"
    assert all(row.source or row.basis == "assumption" or row.note for row in rows.values())


def test_bands_are_in_order_and_the_same_again(tmp_path: Path) -> None:
    one, again = (population("13-ogtt-healthy", "plasma_glucose", people=3, seed=5) for _ in range(2))
    bands = [*one.values()]
    assert all((low <= high).all() for low, high in pairwise(bands))
    np.testing.assert_array_equal(one["50 %"], again["50 %"])
    one.to_csv(tmp_path / "bands.csv")
    assert (tmp_path / "bands.csv").read_text().startswith("time [min],5 % [mg/dL]")


def test_the_notebook_runs_and_is_kept_without_outputs() -> None:
    cells = [cell for cell in json.loads(NOTEBOOK.read_text())["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 6
    space: dict[str, object] = {}
    for cell in cells:
        assert cell["outputs"] == []
        exec("".join(cell["source"]), space)
    assert set(hormoneviz.__all__) <= space.keys()
