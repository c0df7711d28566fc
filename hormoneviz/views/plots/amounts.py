"""Amounts in words: how a value compares with that in health or in the other cell.  No Qt."""

from __future__ import annotations

from hormoneviz.look.words import Words
from hormoneviz.views.plots.catalogue import Plot

_STEPS = (
    (0.15, "tenth"),
    (0.37, "quarter"),
    (0.62, "half"),
    (0.87, "three_quarters"),
    (1.13, "same"),
    (1.37, "more"),
    (1.75, "half_more"),
    (2.5, "twice"),
    (4.0, "thrice"),
)
"""up to which share of the healthy value which phrase holds; each covers what rounds to it"""
_NOTHING = 0.015
"""of the axis; less is not seen as a bar"""


def compared(plot: Plot, now: float, other: float | None, top: float, words: Words, whom: str) -> str:
    """One sentence on a plot's value beside that `whom` ("in health"); only its name while there is none."""
    what = words.say(f"bar_alone_{plot.name}")
    if other is None:
        return what
    if other < _NOTHING * top:
        nothing = now < _NOTHING * top
        return words.say("bar_nothing" if nothing else "bar_far_more", what=what, whom=whom)
    share = now / other
    step = next((name for limit, name in _STEPS if share <= limit), "many_times")
    return _sentence(plot, step, words, whom)


def longest(plot: Plot, words: Words, whom: str) -> str:
    """The longest sentence there can be on a plot."""
    steps = (*(name for _, name in _STEPS), "many_times")
    return max((_sentence(plot, step, words, whom) for step in steps), key=len)


def _sentence(plot: Plot, step: str, words: Words, whom: str) -> str:
    amount = words.say(f"amount_{step}", of=words.say(f"of_{plot.amount}"))
    sentence = words.say(f"plot_{plot.name}_bar", amount=amount, whom=whom)
    return sentence[:1].upper() + sentence[1:]
