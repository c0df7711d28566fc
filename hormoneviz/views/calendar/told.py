"""The calendar in one sentence after the other, for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.views.calendar.bars import bar_of
from hormoneviz.views.calendar.life import Life
from hormoneviz.views.calendar.quantities import NAMES, shown


def told(look: Look, life: Life, chosen: Sequence[str], week: float) -> str:
    """The week, every chosen quantity then (room or not), and the therapies; how to use it before that."""
    words, unit = look.words, look.glucose_unit
    if life.course is None:
        return words.say("calendar_help")
    course = life.course.told_in(unit)
    values = [
        f"{words.short(each.name)} {format_value(course.at(each.name, week), each.symbol)}"
        for each in shown(chosen, len(NAMES), unit)
    ]
    bars = [bar_of(each, life.span, words) for each in life.scenario.therapy]
    therapies = [text for bar in bars for text in (bar.text, bar.note) if text]
    return words.say(
        "calendar_now",
        week=f"{week:g}",
        values=", ".join(values),
        therapies=", ".join(therapies) or words.say("calendar_none"),
    )
