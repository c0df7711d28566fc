"""What a story puts on stage: each beat folded over those before it, so that any of them can be gone to, in
any order, and back to exactly the same picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import msgspec

from hormoneviz import resources
from hormoneviz.exchange.checks import check
from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.exchange.shapes import build
from hormoneviz.exchange.stories.story import Beat, Story
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import UnitError, nearest
from hormoneviz.simulation.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Staged:
    """What is on stage in a beat."""

    beat: Beat
    scenario: Scenario
    start: float
    """min of the film when the beat begins"""
    end: float
    """min at which it stops to play; `start` where it stands still"""
    look: str
    twin: str
    tab: str
    covers: str = ""
    """the quantity whose future is covered in this beat, or (`reveals`) was in the one before"""
    reveals: bool = False
    """whether this beat plays on under what was predicted"""
    number: int = 1
    """of the beat, counted from 1"""
    horizon: float = 0.0
    """min of the film up to which its course matters here"""


def staged(story: Story) -> tuple[Staged, ...]:
    """Every beat of a story, in order.

    Raises:
        BadInput: a scenario, change or time that cannot be; the key names the beat.
    """
    return tuple(_fold(story))


def _fold(story: Story) -> Iterator[Staged]:
    before: Staged | None = None
    for index, beat in enumerate(story.beat):
        key: KeyPath = ("beat", index)
        found = replace(_after(before, beat, key), number=index + 1)
        if before is not None:
            yield _covering(before, found, (*key[:1], index - 1, "cover"))
            found = replace(found, covers=found.covers or before.beat.cover, reveals=bool(before.beat.cover))
        before = found
    if before is not None:
        yield _covering(before, None, ("beat", len(story.beat) - 1, "cover"))


def _covering(stage: Staged, after: Staged | None, key: KeyPath) -> Staged:
    """A beat, knowing what comes after it: what is covered there is shown by letting the film play on."""
    if not stage.beat.cover:
        return stage
    if after is None or after.end <= stage.end or after.scenario != stage.scenario:
        raise BadInput('the beat after it has to play on in the same film, with "until"', key)
    return replace(stage, horizon=after.end)


def _after(before: Staged | None, beat: Beat, key: KeyPath) -> Staged:
    if before is None and not beat.scenario:
        raise BadInput("the first beat has to name a scenario", (*key, "scenario"))
    anew = before is None or bool(beat.scenario)
    scenario = _shipped(beat.scenario, (*key, "scenario")) if anew or before is None else before.scenario
    scenario = _changed(scenario, beat.change, (*key, "change"))
    length = _minutes(scenario.duration, key)
    start = 0.0 if anew or before is None else before.end
    if beat.at:
        start = _within(beat.at, length, (*key, "at"))
    end = _within(beat.until, length, (*key, "until")) if beat.until else start
    if end < start:
        raise BadInput("expected a time after the beat begins", (*key, "until"))
    if beat.toggle:
        scenario = _toggled(scenario, beat, start, (*key, "toggle"))
    if before is None:
        before = Staged(beat, scenario, start, end, "whole", "", "")
    twin = "" if beat.twin == "none" else beat.twin or ("" if anew else before.twin)
    return replace(
        before, beat=beat, scenario=scenario, start=start, end=end, twin=twin,
        look=beat.look or ("whole" if anew else before.look), tab=beat.tab or before.tab,
        covers=beat.cover, reveals=False, horizon=end,
    )  # fmt: skip


@cache
def _shipped_scenario(name: str) -> Scenario:
    return read_scenario(resources.path(f"scenarios/{name}.toml"))


def _shipped(name: str, key: KeyPath) -> Scenario:
    known = [
        path.removeprefix("scenarios/").removesuffix(".toml")
        for path in resources.names("scenarios", ".toml")
    ]
    if name not in known:
        raise BadInput(f'no scenario is called "{name}"', key, nearest=nearest(name, known))
    return _shipped_scenario(name)


def _changed(scenario: Scenario, tables: dict[str, Any], key: KeyPath) -> Scenario:
    if not tables:
        return scenario
    try:
        found = build({**msgspec.to_builtins(scenario), **tables})
        check(found)
    except BadInput as error:
        raise BadInput(error.problem, (*key, *error.key), nearest=error.nearest) from None
    return found


def _toggled(scenario: Scenario, beat: Beat, time: float, key: KeyPath) -> Scenario:
    found = scenario.with_event(f"{time:g} min", beat.toggle)
    try:
        check(found)
    except BadInput as error:
        raise BadInput(error.problem, key, nearest=error.nearest) from None
    return found


def _minutes(text: str, key: KeyPath) -> float:
    try:
        return units.read(text, "time")
    except UnitError as error:
        raise BadInput(error.problem, key, nearest=error.nearest) from None


def _within(text: str, length: float, key: KeyPath) -> float:
    found = _minutes(text, key)
    if not 0.0 <= found <= length:
        raise BadInput(f"expected a time from 0 to {length:g} min, the length of the film", key)
    return found
