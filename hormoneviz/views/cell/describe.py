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
    return words.say(
        "scene_now",
        tissue=words.say(frame.tissue),
        insulin=graded(words, insulin_level(values)),
        signal=graded(words, level(values, "Akt_act")),
        doors=graded(words, level(values, "GLUT4_surface")),
        uptake=graded(words, uptake_level(frame)),
    )
