"""Therapies as bars: from when to when, what is written on each, where doses are, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hormoneviz.look.words import Words
from hormoneviz.simulation.scenario import Therapy
from hormoneviz.simulation.therapies import DAYS_A_WEEK, FOREVER, Agent, agent, interval

Known = Literal["yes", "partly", "no"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One therapy."""

    start: float
    end: float
    """weeks; the last one shown where it goes on, its start where it is given once"""
    text: str
    note: str
    """what nobody knows about its effect, or "" """
    tip: str
    known: Known
    doses: tuple[float, ...]
    """the weeks of what is injected or implanted"""


def bar_of(therapy: Therapy, span: int, words: Words) -> Bar:
    """The bar of a therapy on a calendar of `span` weeks.

    Raises:
        UnitError: there is no such agent, or its interval cannot be read.
    """
    row, step = agent(therapy.agent), interval(therapy)
    end = min(_end(therapy, row, step), float(span))
    known: Known = "no" if row.acts == "none" else "partly" if row.grade == "unknown" else "yes"
    text = " ".join([therapy.agent, therapy.dose.replace("ug", "µg"), *_often(therapy, step, words)])
    note = {"yes": "", "partly": words.say("calendar_partly"), "no": words.say("calendar_unknown")}[known]
    unknown = words.say("therapy_unknown", what=row.unknown) if row.unknown else ""
    tip = "\n".join(filter(None, [text, row.effect, unknown]))
    at_once = row.acts in ("depot", "implant")
    doses = np.arange(therapy.from_week, end, step / DAYS_A_WEEK) if step and at_once else np.empty(0)
    return Bar(therapy.from_week, end, text, note, tip, known, tuple(doses.tolist()))


def _end(therapy: Therapy, row: Agent, step: float | None) -> float:
    """The week in which it is over; what is given once is over at once, an implant when it is empty."""
    if step is not None or row.acts == "patch":
        return FOREVER if therapy.to_week is None else therapy.to_week
    return therapy.from_week + (1 / (row.release * DAYS_A_WEEK) if row.acts == "implant" else 0.0)


def _often(therapy: Therapy, step: float | None, words: Words) -> list[str]:
    if step is None:
        return []
    if step in (1.0, DAYS_A_WEEK):
        return [words.say("calendar_daily" if step == 1.0 else "calendar_weekly")]
    return [words.say("calendar_every", time=therapy.every)]
