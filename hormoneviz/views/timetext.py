"""Model time in words, the same in plots and transport: "12 min 30 s"."""

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
