"""Story files: TOML in, a Story out, checked to the last beat; and those that come with the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hormoneviz import resources
from hormoneviz.exchange.claims.library import claims, minutes, series_known
from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.scenario_file import line_of, read_text, read_toml
from hormoneviz.exchange.shapes import convert
from hormoneviz.exchange.stories.facts import measurable
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.exchange.stories.story import Beat, Fact, Story
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.kin import KINDS
from hormoneviz.simulation.scenario import Scenario


def stories() -> Mapping[str, Story]:
    """The stories that come with the program, by the name of the file without its ending."""
    return {
        Path(name).stem: parse_story(resources.text(name), name)
        for name in resources.names("stories", ".toml")
    }


def find_story(wanted: str) -> Story:
    """The story in the file `wanted`, or else the shipped one with that title (or file name, with or without
    ending).

    Raises:
        BadInput: there is neither, or the file is no story.
    """
    return read_story(story_path(wanted))


def story_path(wanted: str) -> Path:
    """The file of a story that is named as `find_story` has it.

    Raises:
        BadInput: there is neither a file nor a shipped story of that name.
    """
    if Path(wanted).exists():
        return Path(wanted)
    known = stories()
    by_name = {
        key.lower(): name for name, told in known.items() for key in (name, f"{name}.toml", told.title)
    }
    found = by_name.get(wanted.lower())
    if found is None:
        likely = nearest(wanted, [*known, *(told.title for told in known.values())])
        raise BadInput(f'there is no file and no shipped story "{wanted}"', nearest=likely)
    return resources.path(f"stories/{found}.toml")


def read_story(path: Path | str) -> Story:
    """The story in the file `path`.

    Raises:
        BadInput: the file cannot be read, or what it says is wrong: file, line, key, what was expected.
    """
    return parse_story(read_text(path), str(path))


def parse_story(text: str, name: str) -> Story:
    """The story that `text` tells; `name` stands for the file in complaints.

    Raises:
        BadInput: as `read_story`.
    """
    tables = read_toml(text, name, "story")
    try:
        story = convert(tables, Story)
        _check(story)
    except BadInput as error:
        raise error.located(name, line_of(error.at, text)) from None
    return story


def _check(story: Story) -> None:
    if not story.beat:
        raise BadInput("a story has at least one [[beat]]", ())
    for index, claim in enumerate(story.source):
        if claim not in claims():
            raise BadInput("there is no such claim", ("source", index), nearest=nearest(claim, claims()))
    for index, stage in enumerate(staged(story)):
        _check_beat(stage.beat, ("beat", index))
        for number, fact in enumerate(stage.beat.facts):
            _check_fact(fact, stage.scenario, ("beat", index, "facts", number))


def _check_beat(beat: Beat, key: KeyPath) -> None:
    choices = len(beat.question.choices) if beat.question else 0
    if choices and beat.question and not 1 <= beat.question.answer <= choices:
        wanted = f"expected which choice is right, from 1 to {choices}"
        raise BadInput(wanted, (*key, "question", "answer"))
    if beat.cover and beat.cover not in series_known("minutes"):
        likely = nearest(beat.cover, series_known("minutes"))
        raise BadInput("there is no such quantity", (*key, "cover"), nearest=likely)
    things, tabs = _on_screen()
    for index, name in enumerate(beat.point):
        if name not in things:
            raise BadInput("there is no such thing", (*key, "point", index), nearest=nearest(name, things))
    if beat.tab and beat.tab not in tabs:
        raise BadInput("there is no such tab", (*key, "tab"), nearest=nearest(beat.tab, tabs))


@cache
def _on_screen() -> tuple[frozenset[str], frozenset[str]]:
    """The names of all things, and of all tabs: whatever can be shown has a name in the file of words."""
    words = tomllib.loads(resources.text("words/en.toml"))
    return frozenset(words["thing"]), frozenset(name for name in words["phrase"] if name.startswith("tab_"))


def _check_fact(fact: Fact, scenario: Scenario, key: KeyPath) -> None:
    known = measurable(scenario, fact.clock)
    if fact.of not in known:
        raise BadInput("there is no such quantity", (*key, "of"), nearest=nearest(fact.of, known))
    if bool(fact.is_) != bool(fact.than):
        raise BadInput('expected "is" together with "than"', key)
    if not fact.is_ and fact.low is None and fact.high is None:
        raise BadInput('expected "is" and "than", or "low" or "high"', key)
    # In the calendar week 0 is a time of the same course: "0 d".
    kinds = [kind for kind in KINDS if not (fact.clock == "weeks" and kind == "week 0")]
    if fact.than and not fact.than[0].isdigit() and fact.than not in kinds:
        wanted = f"expected a time, or one of {', '.join(kinds)}"
        raise BadInput(wanted, (*key, "than"), nearest=nearest(fact.than, kinds))
    length = minutes(scenario.duration)
    for name, time in (("at", fact.at), ("than", fact.than)):
        late = bool(time) and time not in KINDS and minutes(time, (*key, name)) > length
        if late and fact.clock == "minutes":
            wanted = f"expected a time from 0 to {length:g} min, the length of the film"
            raise BadInput(wanted, (*key, name))
