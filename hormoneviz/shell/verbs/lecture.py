"""`hormoneviz lecture`: holds one; which stories there are, whether one is right and true, its teacher's
page, its handout."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.facts import Measured, measured
from hormoneviz.exchange.stories.library import find_story, stories
from hormoneviz.exchange.stories.page import page, span
from hormoneviz.exchange.stories.staging import Staged, staged
from hormoneviz.exchange.table import Row, json_text, table_text
from hormoneviz.shell.verbs.claims import LEVELS
from hormoneviz.simulation.errors import nearest


def lecture(options: Namespace) -> int:
    """Hold a lecture, list the stories, check one, or print its page; 1 if a story states what is not so.

    Raises:
        BadInput: the story is not there or is written wrong.
    """
    if options.level is not None and options.level not in LEVELS:
        raise BadInput(f'--level: there is no "{options.level}"', nearest=nearest(options.level, LEVELS))
    if options.check:
        return _check(options.check, as_json=options.json)
    if options.page:
        sys.stdout.write(page(find_story(options.page), options.level or "mechanism"))
        return 0
    if options.handout:
        from hormoneviz.shell.verbs.handout import handout  # Qt, which the rest of the verb does without

        return handout(options)
    if options.list:
        return _list(as_json=options.json)
    from hormoneviz.shell.verbs.hold import hold  # Qt again

    return hold(options)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A beat and what came out of its facts."""

    number: int
    stage: Staged
    found: tuple[Measured, ...]

    @property
    def wrong(self) -> list[str]:
        """Every fact that does not hold, in words."""
        return [str(found) for found in self.found if not found.holds]


def _list(*, as_json: bool) -> int:
    rows: list[Row] = [
        {"name": name, "title": story.title, "minutes": story.teacher.minutes, "beats": len(story.beat)}
        for name, story in stories().items()
    ]
    sys.stdout.write(json_text(rows) if as_json else table_text(rows))
    return 0


def _check(wanted: str, *, as_json: bool) -> int:
    story = find_story(wanted)
    beats = [
        _Checked(number, stage, tuple(measured(stage, fact) for fact in stage.beat.facts))
        for number, stage in enumerate(staged(story), 1)
    ]
    wrong = sum(len(beat.wrong) for beat in beats)
    if as_json:
        sys.stdout.write(json_text([{**_row(b), "wrong": "; ".join(b.wrong)} for b in beats]))
    else:
        sys.stdout.write(table_text([_row(beat) for beat in beats]) + "\n" + _told(beats, wrong))
    return int(wrong > 0)


def _row(beat: _Checked) -> Row:
    question = beat.stage.beat.question
    return {
        "beat": beat.number,
        "title": beat.stage.beat.title,
        "time": span(beat.stage),
        "facts": len(beat.found),
        "covers": beat.stage.beat.cover,
        "asks": question.ask.text if question else "",
    }


def _told(beats: Sequence[_Checked], wrong: int) -> str:
    """Every fact that does not hold with what was found, and how many do."""
    every = sum(len(beat.found) for beat in beats)
    lines = [f"beat {b.number}, {b.stage.beat.title}: {fact}" for b in beats for fact in b.wrong]
    return "\n".join([*lines, f"facts that hold: {every - wrong} of {every}"]) + "\n"
