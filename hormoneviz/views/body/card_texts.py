"""What the card about an organ or a read-out says, and what a screen reader hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hormoneviz.look.words import Words
    from hormoneviz.views.body.organs import Doing
    from hormoneviz.views.body.readings import Reading


class CardText(NamedTuple):
    """The four parts of a card."""

    title: str
    text: str
    value: str
    more: str = ""


def about_organ(words: Words, doing: Doing, deed: str) -> CardText:
    """About an organ: what it does now, in words and in figures."""
    figures = [words.say(phrase, value=figure) for phrase, figure in doing.more]
    if not figures:
        figures = [words.say("now", value=doing.figure)]
    said = [] if doing.way == "carries" else [f"{_sentence(deed)}."]
    return CardText(
        words.label(doing.name),
        f"{words.what(doing.name)} {words.does(doing.name)}",
        " ".join([*said, _sentence("; ".join(figures)) + "."]),
    )


def about_reading(words: Words, reading: Reading, verdict: str, week: float, clamp: str = "") -> CardText:
    """About a read-out: value and verdict, the range with its source, and that it teaches.

    `clamp` is the M-value of the clamp on stage, where there is one.
    """
    limits = reading.range
    value = words.say("strip_reading", value=reading.figure, verdict=verdict, week=f"{week:g}")
    if clamp:
        value += " " + words.say("strip_this_clamp", value=clamp)
    assumed = words.say("strip_assumption") if limits.basis == "assumption" else ""
    note = f"{assumed} {limits.note}".strip()
    more = words.say("strip_range", span=reading.span, source=limits.source, note=note)
    text = f"{words.what(reading.name)} {words.does(reading.name)}"
    return CardText(words.label(reading.name), text, value, f"{more} {words.say('strip_education')}")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def spoken(parts: CardText) -> tuple[str, str]:
    """Accessible name and description: the value first, for that is what changes."""
    return f"{parts.title}: {parts.value}", f"{parts.text} {parts.more}".strip()
