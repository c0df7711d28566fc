"""The scene in words, graded, for those who do not see it and for captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.views.cell.ranges import insulin_level, level, uptake_level

if TYPE_CHECKING:
    from hormoneviz.look.words import Words
    from hormoneviz.simulation.frame import Frame

_STEPS = (0.06, 0.25, 0.5, 0.75)


def graded(words: Words, share: float) -> str:
    """0 to 1 as a word from "none" to "very much"."""
    return words.say(f"grade_{sum(share >= step for step in _STEPS)}")


def describe(words: Words, frame: Frame) -> str:
    """One paragraph on what the picture shows now."""
    values = frame.values
    told = words.say(
        "scene_now",
        tissue=words.say(frame.tissue),
        insulin=graded(words, insulin_level(values)),
        signal=graded(words, level(values, "Akt_act")),
        jammed=graded(words, level(values, "IRS1_S")),
        doors=graded(words, level(values, "GLUT4_surface")),
        uptake=graded(words, uptake_level(frame)),
    )
    return f"{told} {in_short(words, frame)}"


def in_short(words: Words, frame: Frame) -> str:
    """One sentence: whether insulin calls, and whether the doors answer."""
    insulin, doors = insulin_level(frame.values), level(frame.values, "GLUT4_surface")
    return words.say(f"scene_{answer(insulin, doors)}")


def answer(insulin: float, doors: float) -> str:
    """How the doors answer insulin at this moment, both 0 to 1 as they are drawn: 'rests', 'answers', 'lags'
    or 'hardly'."""
    if insulin < _STEPS[1]:
        return "rests"
    return "answers" if doors >= _STEPS[2] else "lags" if doors >= _STEPS[1] else "hardly"
