"""`hormoneviz simulate --population`: bands, people, what is refused, and Ctrl+C."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hormoneviz.shell.commandline import run
from hormoneviz.simulation.population import QUANTILES

SCENARIO = 'name = "Short"\nduration = "10 min"\n[protocol]\nkind = "ogtt"\n'
WOMAN = '[person]\nsex = "female"\nage = 56\nstage = "menopause"\n'
TREATED = SCENARIO + WOMAN + '[[therapy]]\nagent = "estradiol patch"\ndose = "50 ug/d"\nevery = "3.5 d"\n'


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    path = tmp_path / "short.toml"
    path.write_text(SCENARIO)
    return str(path)


def table(text: str) -> tuple[list[str], list[list[float]]]:
    """Head and numbers; the last column of whom is not healthy says in words how sure that is."""
    header, *rows = csv.reader(io.StringIO(text))
    if header[-1] == "evidence":
        assert all("estradiol patch: moderate" in row.pop() for row in rows)
    return header, [[float(cell) for cell in row] for row in rows]


def test_bands_have_a_row_a_minute_and_five_columns_a_quantity(
    scenario: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["simulate", scenario, "--population", "20"]) == 0
    said = capsys.readouterr()
    header, rows = table(said.out)
    assert header[0] == "time [min]"
    assert [row[0] for row in rows] == list(range(11))
    names = [f"plasma_glucose {q} [mg/dL]" for q in ("p5", "p25", "median", "p75", "p95")]
    first = header.index(names[0])
    assert header[first : first + len(QUANTILES)] == names
    assert all(row[first : first + 5] == sorted(row[first : first + 5]) for row in rows)
    assert said.err.splitlines()[-1] == "people: 100 %"


def test_people_have_a_row_each_and_what_their_therapy_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "treated.toml"
    path.write_text(TREATED)
    arguments = ["simulate", str(path), "--population", "4", "--people"]
    assert run([*arguments, "--seed", "7"]) == 0
    header, rows = table(capsys.readouterr().out)
    assert [row[0] for row in rows] == [0, 1, 2, 3]
    assert {"person [1]", "M_value [mg/kg/min]", "M_value change [mg/kg/min]", "GLUT4_peak [1]"} <= set(
        header
    )
    assert run([*arguments, "--seed", "8"]) == 0
    assert table(capsys.readouterr().out)[1] != rows


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--population", "0"], "expected 1 to 10000 people"),
        (["--population", "10001"], "expected 1 to 10000 people"),
        (["--population", "many"], "invalid int value"),
        (["--population", "3", "--seed", "-1"], "expected 0 to"),
        (["--population", "3", "--calendar"], "--calendar: does not go with --population"),
        (["--population", "3", "--every", "1 min"], "--every: does not go with --population"),
        (["--population", "3", "--until", "soon"], "soon"),
        (["--people"], "--people: needs --population"),
        (["--seed", "0"], "--seed: needs --population"),
    ],
)
def test_what_does_not_fit_is_one_line_and_status_2(
    scenario: str, arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = run(["simulate", scenario, *arguments])
    except SystemExit as ended:
        status = int(ended.code or 0)
    assert status == 2
    said = capsys.readouterr()
    assert problem in said.err.splitlines()[-1]
    assert said.out == ""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for one process there")
def test_ctrl_c_ends_cleanly_and_keeps_what_is_finished(tmp_path: Path) -> None:
    kept, out = tmp_path / "kept", tmp_path / "bands.csv"
    command = [sys.executable, "-m", "hormoneviz", "simulate", "13-ogtt-healthy", "--population", "10000"]
    process = subprocess.Popen(
        [*command, "--resume", str(kept), "--out", str(out)], stderr=subprocess.PIPE, text=True
    )
    until = time.monotonic() + 40.0
    while not list(kept.glob("*.npz")) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "cancelled, nothing written; finished people are kept" in said.splitlines()[-1]
    assert "Traceback" not in said
    assert list(kept.glob("*.npz"))
    assert not out.exists()
