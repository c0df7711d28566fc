"""Stories: read, staged beat by beat in any order, and true to the model."""

from __future__ import annotations

import pytest

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.facts import measured
from hormoneviz.exchange.stories.library import parse_story, stories
from hormoneviz.exchange.stories.staging import staged

STORIES = stories()
FIRST = """
title = "T"
about = "A."
[teacher]
minutes = 5
aims = ["see"]
explore = "What?"
answer = "That."
[[beat]]
title = "One"
scenario = "01-meal-healthy-muscle"
say.text = "Rest."
[[beat]]
title = "Two"
until = "20 min"
toggle = { load = 0.7 }
say.text = "Inflamed."
[[beat]]
title = "Three"
change = { week = 4.0 }
say.text = "Later."
"""


@pytest.mark.parametrize("name", STORIES)
def test_what_a_beat_states_is_so(name: str) -> None:
    wrong = [
        f"{stage.beat.title}: {found}"
        for stage in staged(STORIES[name])
        for found in (measured(stage, fact) for fact in stage.beat.facts)
        if not found.holds
    ]
    assert not wrong


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_eight_to_fifteen_beats_each_in_three_levels(name: str) -> None:
    beats = STORIES[name].beat
    assert 8 <= len(beats) <= 15
    for beat in beats:
        assert beat.say.basics
        assert len(beat.say.text) < 200


@pytest.mark.parametrize(
    ("fact", "complaint"),
    [
        (
            '{ of = "LH", clock = "weeks", is = "lower", than = "week 0" }',
            "expected a time, or one of healthy",
        ),
        ('{ of = "GLUT4_surfce", low = 0.0 }', 'did you mean "GLUT4_surface"'),
        ('{ of = "GLUT4_surface", is = "higher" }', 'expected "is" together with "than"'),
    ],
)
def test_what_cannot_be_measured_is_refused_when_read(fact: str, complaint: str) -> None:
    with pytest.raises(BadInput, match=complaint):
        parse_story(FIRST.replace('say.text = "Rest."', f'say.text = "Rest."\nfacts = [{fact}]'), "mine.toml")


def test_beats_are_folded_over_those_before() -> None:
    one, two, three = staged(parse_story(FIRST, "mine.toml"))
    assert (one.start, one.end, one.scenario.event) == (0.0, 0.0, ())
    assert (two.start, two.end) == (0.0, 20.0)
    assert [(e.at, e.set) for e in two.scenario.event] == [("0 min", {"load": 0.7})]
    assert (three.start, three.scenario.week) == (20.0, 4.0)
    assert three.scenario.event == two.scenario.event


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("01-meal", "01-maal", "line 11, [[beat]] number 1 scenario: no scenario is called"),
        ("until", "untill", 'line 15, [[beat]] number 2: unknown key "untill"; did you mean "until"'),
        ('"20 min"', '"20 mim"', "line 15, [[beat]] number 2 until"),
        ('"20 min"', '"20 d"', "expected a time from 0 to 240 min"),
        ("load = 0.7", "lod = 0.7", "line 16, [[beat]] number 2 toggle"),
        ("week = 4.0", "weak = 4.0", 'unknown key "weak"'),
        ("minutes = 5", "minutes = 0", "line 5, [teacher] minutes"),
        ("[[beat]]\ntitle = \"One\"", "[[beat\ntitle = \"One\"", "line 9: this is not TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_the_nearest_name(old: str, new: str, complaint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_story(FIRST.replace(old, new, 1), "mine.toml")
    assert str(caught.value).startswith("mine.toml, ")
    assert complaint in str(caught.value)
