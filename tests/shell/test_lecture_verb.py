"""`hormoneviz lecture`: stories listed, checked against the model, printed for the teacher; and that what the
shipped ones point at is there to be pointed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.stories.library import stories
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.shell.commandline import run
from hormoneviz.views.body.readings import READ_OUTS
from hormoneviz.views.body.row import ORGANS
from hormoneviz.views.calendar.quantities import NAMES
from hormoneviz.views.cell.spots import IMPORTANCE, SPOTS
from hormoneviz.views.pathway.layout import layout
from hormoneviz.views.plots.catalogue import plots, usual

STORY = """
title = "Mine"
about = "A."
source = ["A002"]
[teacher]
minutes = 5
aims = ["see it"]
misconceptions = ["It flies."]
explore = "What then?"
answer = "That."
[[beat]]
title = "Rest"
scenario = "01-meal-healthy-muscle"
say.text = "At **rest**."
say.basics = "Before breakfast."
notes = "Wait."
cover = "GLUT4_surface"
question.ask.text = "More?"
question.choices = ["yes", "no"]
question.answer = 1
question.why = "Insulin."
[[beat]]
title = "Meal"
until = "20 min"
twin = "healthy"
say.text = "Glucose rises."
facts = [
    { of = "plasma_glucose", is = "higher", than = "0 min", by = 0.1 },
    { of = "G4tot", low = 1.0, high = 1.0 },
]
"""
MEAL = find_scenario("01-meal-healthy-muscle").name
SHIPPED = stories()
CURVES = {curve.name for plot in plots().values() for curve in plot.curves}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(STORY, encoding="utf-8")
    return path


def changed(story: Path, old: str, new: str) -> str:
    assert STORY.count(old) == 1
    story.write_text(STORY.replace(old, new), encoding="utf-8")
    return str(story)


def test_a_true_story_is_told_beat_by_beat(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lecture", "--check", str(story)]) == 0
    _, rest, meal, empty, last = capsys.readouterr().out.splitlines()
    assert rest.split() == ["1", "Rest", "0", "min", "0", "GLUT4_surface", "More?"]
    assert meal.split() == ["2", "Meal", "0", "to", "20", "min", "2"]
    assert (empty, last) == ("", "facts that hold: 2 of 2")


def test_a_fact_that_does_not_hold_is_told_with_what_was_found(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = changed(story, "by = 0.1 }", "by = 3.0 }")
    assert run(["lecture", "--check", path]) == 1
    *_, wrong, last = capsys.readouterr().out.splitlines()
    assert wrong.startswith("beat 2, Meal: plasma_glucose 11")
    assert wrong.endswith(", 0 min: 92; expected higher than 0 min by at least 300 %")
    assert last == "facts that hold: 1 of 2"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('until = "20', 'untill = "20', '[[beat]] number 2: unknown key "untill"; did you mean "until"?'),
        ('"A002"', '"AO2"', "[[source]] number 1: there is no such claim"),
        ('cover = "GLUT4_surface"', 'cover = "GLUT4surface"', 'did you mean "GLUT4_surface"?'),
        ('than = "0 min"', 'than = "0 mim"', "[[beat]] number 2 facts.0.than"),
        ('of = "G4tot"', 'of = "VAT_set", clock = "weeks"', "there is no such quantity"),
        ('than = "0 min"', 'than = "9 h"', "expected a time from 0 to 240 min, the length of the film"),
        ('notes = "Wait."', 'point = ["insuline"]', 'there is no such thing; did you mean "insulin"?'),
        ('notes = "Wait."', 'tab = "tab_week"', 'tab: there is no such tab; did you mean "tab_weeks"?'),
    ],
)  # fmt: skip
def test_the_first_mistake_is_one_line_with_its_place(
    story: Path, old: str, new: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = changed(story, old, new)
    assert run(["lecture", "--check", path]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith(f"hormoneviz: {path}, line ")
    assert complaint in line


def test_a_check_is_also_for_scripts(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(story, "low = 1.0", "low = 2.0")
    assert run(["lecture", "--check", path, "--json"]) == 1
    rest, meal = json.loads(capsys.readouterr().out)
    assert (rest["title"], rest["covers"], rest["wrong"]) == ("Rest", "GLUT4_surface", "")
    assert meal["wrong"] == "G4tot 1; expected at least 2, at most 1"


def test_all_shipped_stories_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lecture", "--list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list(SHIPPED)
    for row in rows:
        story = SHIPPED[row["name"]]
        told = (story.title, story.teacher.minutes, len(story.beat))
        assert (row["title"], row["minutes"], row["beats"]) == told
    assert run(["lecture", "--list"]) == 0
    table = capsys.readouterr().out
    assert all(row["title"] in table for row in rows)


def test_the_page_tells_the_teacher_everything(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lecture", "--page", str(story)]) == 0
    page = capsys.readouterr().out
    assert page.startswith("# Mine\n\nA.\n\n5 minutes, 2 beats.")
    parts = [
        *("## Aims\n\n- see it", f"### 1. Rest\n\n*{MEAL}, 0 min*\n\nAt **rest**.", "**Notes.** Wait."),
        *("**Covered.**", "**Question.** More?\n\n1. **yes** (expected)\n2. no\n\n**Why.** Insulin."),
        *(f"### 2. Meal\n\n*{MEAL}, 0 to 20 min, beside the twin (healthy)*", "- It flies."),
        *("## To explore alone\n\nWhat then?\n\n**Answer.** That.", "- A002 A meal raises blood"),
    ]  # fmt: skip
    places = [page.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_page_has_its_captions_at_a_level(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lecture", "--page", str(story), "--level", "basics"]) == 0
    page = capsys.readouterr().out
    assert "Before breakfast." in page
    assert "At **rest**." not in page


@pytest.mark.parametrize("wanted", ["01-the-door", "01-the-door.toml", "how insulin opens the door"])
def test_a_shipped_story_goes_by_title_or_file(wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lecture", "--page", wanted]) == 0
    assert capsys.readouterr().out.startswith("# How insulin opens the door\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["01-the-dor"], 'no shipped story "01-the-dor"; did you mean "01-the-door"?'),
        (["01-the-door", "--theme", "projectr"], 'did you mean "projector"?'),
        (["--check", "01-the-dor"], 'no shipped story "01-the-dor"; did you mean "01-the-door"?'),
        (["--page", "01-the-door", "--level", "basic"], 'there is no "basic"; did you mean "basics"?'),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lecture", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("hormoneviz: ")
    assert complaint in line


@pytest.mark.parametrize("name", SHIPPED)
def test_what_a_story_points_at_is_on_the_screen(name: str) -> None:
    shown = {spot.name for spots in SPOTS.values() for spot in spots} | CURVES | set(NAMES)
    shown |= {*IMPORTANCE, *layout().node, *layout().switch, *ORGANS, "testis", "ovary", *READ_OUTS}
    for beat in SHIPPED[name].beat:
        assert set(beat.point) <= shown, beat.title


@pytest.mark.parametrize("name", SHIPPED)
def test_tabs_are_there_and_what_is_covered_is_plotted(name: str) -> None:
    tabs = {tab.phrase for tab in (*EXPLORE.above, *EXPLORE.tabs, *EXPLORE.shelf)}
    for stage in staged(SHIPPED[name]):
        assert stage.tab in {"", *tabs}, stage.beat.title
        plotted = {curve.name for plot in usual(stage.scenario.protocol) for curve in plots()[plot].curves}
        assert stage.beat.cover in {"", *plotted}, stage.beat.title
