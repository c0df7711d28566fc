"""The comparison with published models: the norm, our own column in docs/neighbours.md, and what is said
where the published models are not to be had."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks import neighbours
from benchmarks.measured import readouts
from benchmarks.neighbour_data import Series, series
from hormoneviz.kinetics.parameters import sources


@pytest.fixture(scope="module")
def ours() -> neighbours.Answers:
    return neighbours.ours()


def test_we_answer_every_series(ours: neighbours.Answers) -> None:
    for one in series():
        assert ours[one.key].shape == one.measured.shape, one.key
        assert one.source in sources() or one.source == "vahidi2013"


def test_our_column_of_the_document_is_current(ours: neighbours.Answers) -> None:
    text = neighbours.DOCUMENT.read_text(encoding="utf-8")
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    told = [(line[0], line[-1]) for line in lines if line[1:] and line[1].isdigit() and line[0][0] != "*"]
    rows = [row for row in neighbours.rows({neighbours.OURS: ours}) if row[1] and row[0][0] != "*"]
    assert len(rows) == len(series())
    for row, (title, value) in zip(rows, told, strict=True):
        assert title == row[0]
        assert float(value) == pytest.approx(float(row[-1]), rel=0.03, abs=0.002), f"{title}: write it again"
    assert f"| {neighbours.SPECIES} |" in text


def test_the_norm_is_that_of_the_cell_s_score(ours: neighbours.Answers) -> None:
    of_score = {f"cell {r.kind} {r.name}": r for r in readouts()}
    for one in (one for one in series() if one.group == "cell"):
        theirs = np.linalg.norm(of_score[one.key].residuals(ours[one.key]))
        assert one.error(ours[one.key]) == pytest.approx(theirs)


def test_a_blot_is_scaled_and_a_number_is_not() -> None:
    measured = np.array([0.0, 50.0, 100.0])
    dose = Series("d", "cell", "", measured, scale="dose_response")
    course = Series("t", "cell", "", measured, scale="time_course")
    plain = Series("p", "clamps", "", np.array([8.0]))
    assert dose.error(measured / 7) == pytest.approx(0.0, abs=1e-12)
    assert dose.error(measured / 7 + 3) > 0.01
    assert course.error(measured / 7 + 3) == pytest.approx(0.0, abs=1e-12)
    assert plain.error([6.0]) == pytest.approx(0.25)


def test_it_says_politely_that_the_published_models_are_not_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["neighbours", "--write", "--science", str(tmp_path)])
    before = neighbours.DOCUMENT.read_text(encoding="utf-8")
    neighbours.main()
    said = capsys.readouterr().out
    assert "The published models are not here" in said
    assert "| ours |" in said
    assert neighbours.DOCUMENT.read_text(encoding="utf-8") == before
