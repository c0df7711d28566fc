"""The scene in words: what is drawn is told, beside health, at three levels, and no number without a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.views.cell.describe import TREND, Moment, answer, describe, in_short, share

JARGON = re.compile(r"IRS|Akt|GLUT|glucose|serine|receptor|membrane|signal")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?! ?(?:nM|%|\d|\.))")
"""a number with no unit behind it"""


@cache
def moment(name: str, time: float) -> Moment:
    film, healthy = (Film(each(find_scenario(name))) for each in (_same, healthy_twin))
    before = film.at(max(time - TREND, 0.0))
    return Moment(film.at(time), before, healthy.at(time), film.units_of_series)


def _same(scenario):
    return scenario


@pytest.mark.parametrize(
    ("insulin", "doors", "said"),
    [(0.1, 0.9, "rests"), (0.6, 0.6, "answers"), (0.6, 0.3, "lags"), (0.6, 0.1, "hardly")],
)
def test_insulin_and_doors_are_told_together(insulin: float, doors: float, said: str) -> None:
    assert answer(insulin, doors) == said


@pytest.mark.parametrize(
    ("now", "said"), [(0.0, "next_to_none"), (0.33, "third"), (0.5, "half"), (1.0, "same"), (9.0, "far_more")]
)
def test_a_share_of_health_is_told_in_words(now: float, said: str) -> None:
    assert share(now, 1.0) == said


def test_inflammation_is_told_from_the_tags_to_the_glucose_outside(look: Look) -> None:
    told = describe(look, moment("02-meal-inflamed", 60.0))
    assert told == (
        "Insulin outside is high. Serine tags jam IRS-1. The signal to Akt is weak: about half of health. "
        "Some GLUT4 at the surface: about three quarters of health; some glucose enters, more waits outside."
    )


def test_without_a_healthy_twin_nothing_is_compared(look: Look) -> None:
    healthy = replace(moment("01-meal-healthy-muscle", 60.0), healthy=None)
    told = describe(look, healthy)
    assert "health" not in told
    assert "waits" not in told
    assert "jam" not in told


@pytest.mark.parametrize(("time", "said"), [(0.0, ""), (20.0, " and rising"), (150.0, " and falling")])
def test_insulin_has_a_trend(look: Look, time: float, said: str) -> None:
    first = describe(look, moment("01-meal-healthy-muscle", time)).split(".")[0]
    assert first.endswith(said)
    assert ("and" in first) == bool(said)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ["02-meal-inflamed", "08-type-2-diabetes-fat"])
def test_numbers_have_units_and_stand_at_the_molecular_level_only(level: Level, name: str) -> None:
    told = describe(Look.load(level=level), moment(name, 60.0))
    plain = re.sub(r"GLUT4|IRS-?1", "", told)
    assert bool(re.search(r"\d", plain)) == (level == "molecular")
    assert NUMBER.findall(plain) == []


@pytest.mark.parametrize("name", ["01-meal-healthy-muscle", "02-meal-inflamed", "07-type-2-diabetes-muscle"])
def test_the_basics_do_without_jargon(look: Look, name: str) -> None:
    basics = Look.load(level="basics")
    for time in (0.0, 30.0, 60.0, 180.0):
        assert JARGON.findall(describe(basics, moment(name, time))) == []


@pytest.mark.parametrize("level", LEVELS)
def test_health_and_inflammation_are_told_apart_at_every_level(look: Look, level: Level) -> None:
    look = Look.load(level=level)
    ill, well = (moment(name, 60.0) for name in ("02-meal-inflamed", "01-meal-healthy-muscle"))
    assert describe(look, ill) != describe(look, well)
    assert in_short(look.words, well.frame) == look.words.say("scene_answers")
    assert in_short(look.words, ill.frame) == look.words.say("scene_lags")


@pytest.mark.parametrize("level", LEVELS)
def test_every_grade_has_its_words(qapp, level: Level) -> None:
    words = Look.load(level=level).words
    for what in ("insulin", "signal", "doors", "uptake"):
        grades = [words.say(f"scene_{what}_{grade}") for grade in range(5)]
        assert len(set(grades)) == 5, what
    told = {words.say(f"scene_share_{share(n, 100.0)}") for n in range(400)}
    assert len(told) == 11
