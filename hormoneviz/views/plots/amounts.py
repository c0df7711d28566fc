"""Amounts in words: how a value compares with that in health.  No Qt."""

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


def compared(plot: Plot, now: float, healthy: float | None, top: float, words: Words) -> str:
    """One sentence on a plot's value beside that in health; only its name while there is none."""
    what = words.say(f"bar_alone_{plot.name}")
    if healthy is None:
        return what
    if healthy < _NOTHING * top:
        return words.say("bar_nothing" if now < _NOTHING * top else "bar_far_more", what=what)
    share = now / healthy
    return _sentence(plot, next((name for limit, name in _STEPS if share <= limit), "many_times"), words)


def longest(plot: Plot, words: Words) -> str:
    """The longest sentence there can be on a plot."""
    steps = (*(name for _, name in _STEPS), "many_times")
    return max((_sentence(plot, step, words) for step in steps), key=len)


def _sentence(plot: Plot, step: str, words: Words) -> str:
    amount = words.say(f"amount_{step}", of=words.say(f"of_{plot.amount}"))
    sentence = words.say(f"plot_{plot.name}_bar", amount=amount)
    return sentence[:1].upper() + sentence[1:]
