"""The scene in words, graded, for those who do not see it and for captions: a pure function of its frames.

What is drawn is told: the same levels as in the picture (ranges.py), beside health where that is known.
Numbers are told at the molecular level only, each with its unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hormoneviz.look.words import format_value
from hormoneviz.views.cell.ranges import insulin_level, level, uptake_level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.look.look import Look
    from hormoneviz.look.words import Words
    from hormoneviz.simulation.frame import Frame

TREND = 2.0
"""min before now that insulin is compared with"""
_MOVING = 0.02
"""relative change in that time that counts as rising or falling"""

_STEPS = (0.06, 0.25, 0.5, 0.75)
_INSULIN = (0.004, 0.025, 0.06, 1.0)
"""nM beyond which insulin beside the cell is low, raised, high, very high: 0.016 fasting and 0.13 at the peak
of a meal in the healthy muscle of scenario 01; an assumption of the words, not of the model"""
_JAMMED = 3
"""the grade of serine tags from which they are told; a healthy cell after a meal stays below"""

_SHARES = (
    (0.04, "next_to_none"), (0.15, "tenth"), (0.29, "quarter"), (0.41, "third"), (0.58, "half"),
    (0.70, "two_thirds"), (0.87, "three_quarters"), (1.13, "same"), (1.75, "more"), (2.5, "twice"),
)  # fmt: skip
"""up to which share of the healthy value which phrase holds"""
_LEAST = {"Akt_act": 0.01, "GLUT4_surface": 0.02}
"""healthy values below which a comparison says nothing"""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is seen now, and what it can be compared with."""

    frame: Frame
    before: Frame | None = None
    """the same film TREND minutes earlier"""
    healthy: Frame | None = None
    """the healthy twin now; None where this cell is the healthy one, or nothing is known"""
    units: Mapping[str, str] | None = None
    """of the values, by name"""


def describe(look: Look, moment: Moment) -> str:
    """A few sentences on what the picture shows now, from the outside in and back to the surface."""
    words, values = look.words, moment.frame.values
    jam, uptake = _step(level(values, "IRS1_S")), _uptake(words, moment)
    parts = [
        _insulin(look, moment),
        words.say(f"scene_jammed_{jam}") if jam >= _JAMMED else "",
        words.say("scene_signal", **_told(look, moment, "signal", "Akt_act")),
        words.say("scene_doors", **_told(look, moment, "doors", "GLUT4_surface"), uptake=uptake),
    ]
    return " ".join(filter(None, parts))


def in_short(words: Words, frame: Frame) -> str:
    """One sentence: whether insulin calls, and whether the doors answer."""
    return words.say(f"scene_{_answer_in(frame)}")


def answer(insulin: float, doors: float) -> str:
    """How the doors answer insulin at this moment, both 0 to 1 as they are drawn: 'rests', 'answers', 'lags'
    or 'hardly'."""
    if insulin < _STEPS[1]:
        return "rests"
    return "answers" if doors >= _STEPS[2] else "lags" if doors >= _STEPS[1] else "hardly"


def share(now: float, healthy: float) -> str:
    """How a value compares with that in health, as the ending of a phrase's name."""
    return next((name for limit, name in _SHARES if now <= limit * healthy), "far_more")


def _answer_in(frame: Frame) -> str:
    return answer(insulin_level(frame.values), level(frame.values, "GLUT4_surface"))


def _step(shown: float) -> int:
    return sum(shown >= step for step in _STEPS)


def _insulin(look: Look, moment: Moment) -> str:
    now = moment.frame.values["insulin"]
    grade = look.words.say(f"scene_insulin_{sum(now >= step for step in _INSULIN)}")
    trend = "steady"
    if moment.before is not None:
        before = moment.before.values["insulin"]
        if abs(now - before) > _MOVING * before:
            trend = "rising" if now > before else "falling"
    number = _number(look, moment, "insulin")
    return look.words.say("scene_insulin", grade=grade, number=number, trend=look.words.say(f"scene_{trend}"))


def _told(look: Look, moment: Moment, what: str, name: str) -> dict[str, str]:
    """Grade, number and comparison of a quantity, for the phrase scene_<what>."""
    now, compared = moment.frame.values[name], ""
    if moment.healthy is not None and moment.healthy.values[name] >= _LEAST[name]:
        compared = look.words.say(f"scene_share_{share(now, moment.healthy.values[name])}")
    grade = look.words.say(f"scene_{what}_{_step(level(moment.frame.values, name))}")
    return {"grade": grade, "number": _number(look, moment, name), "share": compared}


def _number(look: Look, moment: Moment, name: str) -> str:
    if look.level != "molecular" or moment.units is None:
        return ""
    return f" ({format_value(moment.frame.values[name], moment.units[name])})"


def _uptake(words: Words, moment: Moment) -> str:
    told = words.say(f"scene_uptake_{_step(uptake_level(moment.frame))}")
    waits = _answer_in(moment.frame) in ("lags", "hardly")
    return f"{told}{words.say('scene_waits')}" if waits else told
