"""Model time in words: as a clock that runs ("1 h 00 min 00 s"), or as one says it ("1 h")."""

from __future__ import annotations

from hormoneviz.look.words import Words


def time_text(words: Words, minutes: float) -> str:
    """A time given in minutes, to the second."""
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    if hours:
        return words.say("clock_hours", h=hours, m=rest // 60, s=rest % 60)
    if rest >= 60:
        return words.say("clock_minutes", m=rest // 60, s=rest % 60)
    return words.say("clock_seconds", s=rest)


def time_said(words: Words, minutes: float) -> str:
    """A time given in minutes, to the second, as it is said in a sentence: without what is nothing."""
    seconds = round(minutes * 60)
    parts = (("hours", seconds // 3600), ("minutes", seconds // 60 % 60), ("seconds", seconds % 60))
    said = [words.say(f"said_{name}", n=number) for name, number in parts if number]
    return " ".join(said) or words.say("said_minutes", n=0)
