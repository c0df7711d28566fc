"""The command line: every verb does its work, and every bad input is one line and the right exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hormoneviz import __version__
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.look.theme import themes
from hormoneviz.look.words import LEVELS
from hormoneviz.shell import commandline
from hormoneviz.shell.commandline import run
from hormoneviz.shell.picture import scenario_in

SCENARIO = 'name = "Short"\nvesicles = 100\nduration = "20 min"\n'


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(SCENARIO)
    return path


def call(*arguments: str) -> int:
    """The exit status, however it came about."""
    try:
        return run(list(arguments))
    except SystemExit as ended:
        return int(ended.code or 0)


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 2) -> str:
    """The one line on standard error, and nothing on standard output."""
    assert call(*arguments) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    (line,) = said.err.splitlines()
    assert line.startswith("hormoneviz: ")
    return line


def test_simulate_writes_time_and_every_quantity(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("simulate", str(scenario), "--until", "5 min", "--every", "30 s") == 0
    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header[0] == "time [min]"
    assert {"IRp [1]", "GLUT4_surface [1]", "insulin [nM]", "k_ex [1/min]"} <= set(header)
    assert [float(row[0]) for row in rows] == [i * 0.5 for i in range(11)]
    assert {len(row) for row in rows} == {len(header)}


def test_the_calendar_prints_days_and_every_slow_series(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("simulate", "TRT, week 26", "--calendar", "--until", "4 wk", "--every", "7 d") == 0
    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    wanted = {
        "testosterone [nmol/L]",
        "LH [IU/L]",
        "VAT [1]",
        "HOMA_IR [1]",
        "M_value [mg/kg/min]",
        "TNF [pg/mL]",
    }
    assert {"loop_gain [1]", *wanted} <= set(header)
    assert header[0] == "time [d]"
    assert [float(row[0]) for row in rows] == [0.0, 7.0, 14.0, 21.0, 28.0]
    assert header[-1] == "evidence"
    assert all("testosterone cypionate: contested" in row.pop() for row in rows)
    assert all(float(cell) >= 0 for row in rows for cell in row)


def test_the_calendar_takes_another_stance(capsys: pytest.CaptureFixture[str]) -> None:
    ends = []
    for stance in ("sceptical", "optimistic"):
        asked = ("--calendar", "--until", "1 wk", "--every", "7 d", "--set", f"stance={stance}")
        assert call("simulate", "Androgen deprivation", *asked) == 0
        ends.append(capsys.readouterr().out.splitlines()[-1])
    assert ends[0] != ends[1]


def test_a_calendar_has_an_end(capsys: pytest.CaptureFixture[str]) -> None:
    said = complaint(capsys, "simulate", "PCOS", "--calendar", "--until", "600 wk")
    assert "expected at most 3650 d" in said


def test_simulate_takes_settings_and_writes_a_file(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "run.csv"
    assert call("simulate", str(scenario), "--set", "load=0.8", "--set", "k_endo=0.2", "--out", str(out)) == 0
    first = out.read_bytes()
    assert call("simulate", str(scenario), "--out", str(out)) == 0
    assert out.read_bytes() != first
    assert len(out.read_text().splitlines()) == 22


def test_the_same_run_is_the_same_file(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = []
    for _ in range(2):
        assert call("simulate", str(scenario)) == 0
        written.append(capsys.readouterr().out)
    assert written[0] == written[1]


def test_a_shipped_scenario_goes_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("simulate", "a meal, healthy muscle", "--until", "1 min") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.usefixtures("qapp")
def test_render_writes_a_picture_of_the_size_asked_for(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "cell.png"
    asked = ["render", str(scenario), "--at", "10min", "--size", "640x360", "--out", str(out)]
    assert call(*asked) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (640, 360)
    first = out.read_bytes()
    assert call(*asked) == 0
    assert out.read_bytes() == first
    drawn = {first}
    for theme in ("dark", "projector", "contrast"):
        assert call(*asked, "--theme", theme) == 0
        drawn.add(out.read_bytes())
    for level in ("basics", "molecular"):
        assert call(*asked, "--level", level) == 0
        drawn.add(out.read_bytes())
    assert len(drawn) == 6


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "grades"),
    [("01-meal-healthy-muscle", ""), ("02-meal-inflamed", "load: moderate (human; muscle, whole body; ")],
)
def test_a_picture_says_how_sure_its_switches_are(tmp_path: Path, name: str, grades: str) -> None:
    out = tmp_path / "cell.png"
    assert call("render", name, "--at", "1min", "--size", "640x360", "--out", str(out)) == 0
    carried = QImage(str(out)).text("Evidence")
    assert grades in carried
    assert bool(grades) == bool(carried)


@pytest.mark.parametrize("verb", ["scenarios", "parameters"])
def test_lists_are_tables_for_people_and_json_for_scripts(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(verb, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) >= 10
    assert all(row["name"] for row in rows)
    assert len({row["name"] for row in rows}) == len(rows)
    assert call(verb) == 0
    table = capsys.readouterr().out
    assert all(row["name"] in table for row in rows)


def test_version_and_help_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--version") == 0
    assert capsys.readouterr().out == f"hormoneviz {__version__}\n"
    for verb in ((), *((verb,) for verb in commandline.VERBS)):
        assert call(*verb, "--help") == 0
        assert "usage: hormoneviz" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["explore", "render"])
def test_help_names_every_theme_and_reading_level(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(verb, "--help") == 0
    said = capsys.readouterr().out
    assert [name for name in (*themes(), *LEVELS) if name not in said] == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("lood = 0.5", 'unknown key "lood"'),
        ("[inflammation]\nload = 3", "line 2, [inflammation] load: expected a number from 0 to 1, got 3"),
        ("[inflammation]\nload = nan", "expected a number"),
        ('[hormones]\ntestosterone = "300 ng/dl"', 'did you mean "ng/dL"'),
        ("[parameters]\nk_endu = 1.0", 'unknown parameter "k_endu"; did you mean "k_endo"?'),
        ("[inflammation\nload = 3", "this is not TOML"),
    ],
)
@pytest.mark.parametrize("verb", ["simulate", "render", "explore"])
def test_a_bad_scenario_is_told_with_its_file(
    verb: str, text: str, part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    more = ["--at", "1 min", "--out", str(tmp_path / "cell.png")] if verb == "render" else []
    line = complaint(capsys, verb, str(path), *more)
    assert "mine.toml" in line
    assert part in line
    assert not (tmp_path / "cell.png").exists()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--set", "k_endu=1"], 'did you mean "k_endo"?'),
        (["--set", "load=nan"], "--set load=nan"),
        (["--set", "load"], "expected NAME=VALUE"),
        (["--until", "nan min"], "--until nan min"),
        (["--until", "-5 min"], "--until -5 min"),
        (["--until", "5 lightyears"], "the unit must be one of"),
        (["--every", "0 min"], "--every"),
        (["--every", "1e-9 s"], "the most is"),
        (["--untill", "5 min"], 'did you mean "--until"?'),
        (["--until"], "expected one argument"),
    ],
)
def test_a_bad_option_of_simulate_is_told(
    arguments: list[str], part: str, scenario: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part in complaint(capsys, "simulate", str(scenario), *arguments)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--at", "21 min"], "the scenario ends at 20 min"),
        (["--at", "soon"], "--at soon"),
        (["--at", "1 min", "--size", "0x0"], "--size 0x0"),
        (["--at", "1 min", "--size", "huge"], "expected a size such as"),
        (["--at", "1 min", "--theme", "ligth"], 'did you mean "light"?'),
        (["--at", "1 min", "--theme", "projecter"], 'did you mean "projector"?'),
        (["--at", "1 min", "--level", "basic"], 'did you mean "basics"?'),
        (["--at", "1 min", "--text-scale", "large"], "invalid float value"),
        ([], "--at"),
    ],
)
def test_a_bad_option_of_render_is_told(
    arguments: list[str], part: str, scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "cell.png"
    assert part in complaint(capsys, "render", str(scenario), *arguments, "--out", str(out))
    assert not out.exists()


def test_a_picture_of_another_kind_is_refused(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ".png" in complaint(capsys, "render", str(scenario), "--at", "1 min", "--out", "cell.jpg")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [".png", ".svg", ".pdf"])
def test_render_writes_a_picture_bare_or_titled(scenario: Path, tmp_path: Path, kind: str) -> None:
    bare, titled = tmp_path / f"bare{kind}", tmp_path / f"titled{kind}"
    asked = ["render", str(scenario), "--at", "10min", "--size", "640x360"]
    assert call(*asked, "--out", str(bare)) == 0
    assert call(*asked, "--titled", "--out", str(titled)) == 0
    assert scenario_in(bare) == scenario_in(titled) == (read_scenario(scenario), 10.0)
    assert bare.read_bytes() != titled.read_bytes()


def test_words_go_round_a_picture_with_room_for_them(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--titled", "--out", str(tmp_path / "cell.png")]
    small = ["render", "28-vicious-circle", "--at", "1 min", "--size", "200x200"]
    assert "a larger size is needed" in complaint(capsys, *small, *out)
    assert "--titled" in complaint(capsys, "render", str(scenario), "--until", "1 min", *out[:2], "film/")
    assert list(tmp_path.glob("*.png")) == []


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["simulat", "x"], 'there is no verb "simulat"; did you mean "simulate"?'),
        (["no such thing"], "there is no file and no shipped scenario"),
        (["simulate", "A meal, healthy mussle"], 'did you mean "A meal, healthy muscle"?'),
        (["explore", "--theme", "drak"], 'did you mean "dark"?'),
        (["explore", "--theme", "contrst"], 'did you mean "contrast"?'),
        (["explore", "--level", "molekular"], 'did you mean "molecular"?'),
        (["explore", "--text-scale", "7"], "expected a number from 1.0 to 2.0"),
        (["--scenario", "A meal, healthy mussle"], 'did you mean "A meal, healthy muscle"?'),
        (["--scenario", "01-meal-healthy-muscle", "02-meal-inflamed"], "two scenarios"),
        (["--low-grafics"], 'did you mean "--low-graphics"?'),
        (["scenarios", "--jsno"], 'did you mean "--json"?'),
        (["simulate"], "SCENARIO"),
    ],
)
def test_a_slip_of_the_finger_is_told_with_what_was_meant(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part in complaint(capsys, *arguments)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is protected from root")
def test_an_output_that_is_protected_stays_as_it_was(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.csv"
    old.write_text("precious")
    old.chmod(0o400)
    complaint(capsys, "simulate", str(scenario), "--out", str(old), status=1)
    assert old.read_text() == "precious"


@pytest.mark.usefixtures("qapp")
def test_an_output_that_cannot_be_written_fails(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "nowhere" / "out")
    assert "nowhere" in complaint(capsys, "simulate", str(scenario), "--out", nowhere, status=1)
    at = ["--at", "1 min", "--size", "300x200"]
    line = complaint(capsys, "render", str(scenario), *at, "--out", f"{nowhere}.png", status=1)
    assert "nowhere" in line


def test_bad_input_leaves_an_old_file_untouched(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.csv"
    old.write_text("precious")
    complaint(capsys, "simulate", str(scenario), "--set", "load=7", "--out", str(old))
    complaint(capsys, "simulate", str(scenario), "--set", "tau_cer=0", "--out", str(old), status=1)
    assert old.read_text() == "precious"


def test_a_reader_that_has_enough_is_no_failure(scenario: Path) -> None:
    program = [sys.executable, "-m", "hormoneviz", "simulate", str(scenario), "--every", "1 s"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == 0


def test_a_process_of_its_own_ends_with_the_same_status_and_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("lood = 3")
    done = subprocess.run(
        [sys.executable, "-m", "hormoneviz", "simulate", str(path)],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_sensitivity_lists_what_matters(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["sensitivity", str(scenario), "--of", "GLUT4_surface", "--at", "10 min"]
    assert call(*arguments) == 0
    told, head, *rows = capsys.readouterr().out.splitlines()
    assert told.startswith("GLUT4_surface at 10 min: ")
    assert head.split() == ["parameter", "percent", "basis", "unit", "source", "note"]
    assert len(rows) == 12
    assert call(*arguments, "--top", "3", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["parameter"] for row in found] == [row.split()[0] for row in rows[:3]]
    sizes = [abs(row["percent"]) for row in found]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--of", "GLUT4_surfac", "--at", "1 min"), 'did you mean "GLUT4_surface"?'),
        (("--of", "GLUT4_surface", "--at", "late"), "--at late"),
        (("--of", "GLUT4_surface", "--at", "3 d"), "expected at most 1440 min"),
        (("--of", "GLUT4_surface", "--at", "1 min", "--top", "0"), "expected 1 or more"),
    ],
)
def test_sensitivity_says_what_does_not_fit(
    scenario: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], problem: str
) -> None:
    assert problem in complaint(capsys, "sensitivity", str(scenario), *arguments)
