"""Exports say how sure the switches are that their numbers hang on."""

from __future__ import annotations

import csv
import io

import pytest

from hormoneviz.exchange.calls import simulate
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.grades import grades_of, grades_text, short_grades
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import experiment
from hormoneviz.exchange.table import Column, csv_text


def test_health_has_no_grades_and_a_late_switch_has_one() -> None:
    assert grades_text(find_scenario("01-meal-healthy-muscle")) == ""
    assert short_grades(find_scenario("11-meal-then-inflammation")) == "load: moderate"


def test_grades_come_with_species_tissue_and_references() -> None:
    told = grades_text(find_scenario("22-trt-week-26"))
    assert "testosterone cypionate: contested (human; whole body; bhasin2001" in told
    assert [*grades_of("K_TNF")] == [
        "Evidence for TNF -> JNK: moderate (human, mouse cells; muscle; plomgaard2005, aguirre2000)."
    ]


def test_csv_carries_them_in_its_last_column_and_in_health_as_ever() -> None:
    columns = [Column("time", "min", [0.0, 1.0])]
    assert csv_text(columns) == "time [min]\n0\n1\n"
    rows = list(csv.reader(io.StringIO(csv_text(columns, "load: moderate; body: moderate"))))
    assert rows[0] == ["time [min]", "evidence"]
    assert [row[-1] for row in rows[1:]] == ["load: moderate; body: moderate"] * 2


@pytest.mark.parametrize("name", ["02-meal-inflamed", "04-low-testosterone"])
def test_a_call_and_the_model_carry_them(name: str) -> None:
    scenario = find_scenario(name)
    assert simulate(name, ["GLUT4_surface"], until="1 min").grades == short_grades(scenario) != ""
    model = sbml(experiment(scenario))
    assert grades_text(scenario) in model
    assert "Evidence for TNF -&gt; JNK: moderate" in model
