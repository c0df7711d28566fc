"""The three reading levels: everything on screen is said at each, shortly, and the first without jargon."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from hormoneviz import resources
from hormoneviz.look.words import LEVELS, Level, words
from hormoneviz.views.cell.labels import SPOTS
from hormoneviz.views.cell.pointing import QUANTITIES
from hormoneviz.views.pathway.layout import layout
from hormoneviz.views.plots.catalogue import plots

LONGEST = 18
"""letters; the longest label that finds room in the scene"""
LABELLED = sorted({spot.name for spots in SPOTS.values() for spot in spots})
PLOTTED = {curve.name for plot in plots().values() for curve in plot.curves}
SHOWN = sorted(
    {*LABELLED, *QUANTITIES, *layout().node, *PLOTTED, "k_ex", "k_en", "capillary", "interstitium"}
)
"""what scene, pathway, plots and their cards speak of"""
JARGON = re.compile(
    r"IRS|PIP|\bAkt\b|AS160|\bRab|mTOR|S6K|JNK|SOCS|\bDAG\b|GLUT|GSV|TNF|IL-6|HOMA|M-value|phosph|kinase|serine"
    r"|tyrosine|receptor|vesicle|membrane|transporter|endosom|adaptor|cytosol|cascade|tether|glucose|clathrin"
)


@pytest.mark.parametrize("name", SHOWN)
def test_everything_on_screen_is_said_at_each_level(name: str) -> None:
    at = [words(level=level).word(name) for level in LEVELS]
    assert len({(word.label, word.what, word.does) for word in at}) == len(LEVELS)


@pytest.mark.parametrize("level", LEVELS)
def test_every_word_is_a_whole_one(level: Level) -> None:
    for name, word in words(level=level).thing.items():
        assert word.label, name
        assert word.what.endswith("."), name
        assert word.does.endswith("."), name


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("tissue", SPOTS)
def test_labels_of_the_scene_are_short(level: Level, tissue: str) -> None:
    said = {spot.name: spot.text(words(level=level)) for spot in SPOTS[tissue]}
    assert {name: text for name, text in said.items() if len(text) > LONGEST} == {}


@pytest.mark.parametrize("level", LEVELS)
def test_no_two_things_in_one_picture_are_called_the_same(level: Level) -> None:
    said = words(level=level)
    for names in (LABELLED, sorted(layout().node)):
        labels = [said.label(name) for name in names]
        assert len(set(labels)) == len(labels)


def test_the_first_level_has_no_jargon() -> None:
    said = words(level="basics")
    found = {
        name: hits
        for name in SHOWN
        if (hits := JARGON.findall(" ".join((said.label(name), said.short(name), said.what(name)))))
    }
    assert found == {}


def test_phrases_of_a_level_stand_for_one_of_all_levels_and_leave_the_same_gaps() -> None:
    tables = tomllib.loads(resources.text("words/en.toml"))
    assert tables["phrase_basics"]
    assert tables["phrase_molecular"]
    for table in (tables["phrase_basics"], tables["phrase_molecular"]):
        for name, text in table.items():
            assert _gaps(text) == _gaps(tables["phrase"][name]), name


def test_a_phrase_is_said_at_its_level_and_as_ever_where_that_says_nothing() -> None:
    assert words().say("plot_uptake") == "Glucose uptake"
    assert words(level="basics").say("plot_uptake") == "Sugar coming in"
    assert words(level="basics").say("at_rest") == words().say("at_rest")
    assert words(level="molecular").say("plot_cascade") == "Phosphorylation"


def _gaps(text: str) -> set[str | None]:
    return {gap for _, gap, _, _ in string.Formatter().parse(text)}
