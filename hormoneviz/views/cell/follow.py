"""Following one vesicle: which one is meant, and its life in words.  All of it follows from the film's own
histories, so that scrubbing back tells the same."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.simulation.vesicles import Stay
from hormoneviz.views.cell.traffic import DOCK, MOB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hormoneviz.look.words import Words
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.hashing import Floats

PLACES = {
    "GSVret": "store",
    "GSVmob": "microtubule",
    "Vper": "below",
    "Vteth": "tethered",
    "Vdock": "docked",
    "PMclu": "surface",
    "PMdis": "surface",
    "CCV": "taken_in",
    "EE": "endosome",
    "ERC": "endosome",
}
"""what a compartment is called in a life: whether GLUT4 at the surface is in a cluster, and in which endosome
it is sorted, is no news to who follows it"""


def told(stays: Sequence[Stay]) -> tuple[Stay, ...]:
    """A life by the names of `PLACES`; stays that follow each other in one place are one."""
    found = []
    for place, group in groupby(stays, key=_place):
        parts = list(group)
        found.append(Stay(place, parts[0].start, parts[-1].end))
    return tuple(found)


def sentences(words: Words, stays: Sequence[Stay], now: float) -> list[str]:
    """A phrase a stay: "docked 20 s", and at last "at the surface since 3 min"."""
    return [_phrase(words, stay, now) for stay in told(stays)]


def nearest(x: Floats, y: Floats, at: tuple[float, float], reach: float) -> int | None:
    """The number of the point next to a place, if one is within reach; all in one unit."""
    if not len(x):
        return None
    far = np.hypot(x - at[0], y - at[1])
    first = int(far.argmin())
    return first if far[first] <= reach else None


def liveliest(frame: Frame, x: Floats, y: Floats, at: tuple[float, float]) -> int | None:
    """A vesicle worth following: the one next to a place among those on their way to the membrane, else among
    all; None if the cell has none."""
    state = frame.vesicles.state[: frame.present]
    moving = np.flatnonzero((state >= MOB) & (state <= DOCK))
    among = moving if moving.size else np.arange(frame.present)
    found = nearest(x[among], y[among], at, np.inf)
    return None if found is None else int(among[found])


def _place(stay: Stay) -> str:
    return PLACES[stay.compartment]


def _phrase(words: Words, stay: Stay, now: float) -> str:
    place = words.say(f"life_{stay.compartment}")
    if np.isinf(stay.end):
        return words.say("life_since", place=place, time=_length(words, now - stay.start))
    return words.say("life_stay", place=place, time=_length(words, stay.end - stay.start))


def _length(words: Words, minutes: float) -> str:
    """A length of time to two digits or so: seconds, minutes, hours."""
    seconds = round(minutes * 60.0)
    if seconds < 100:
        return words.say("time_seconds", n=seconds)
    if minutes < 99.5:
        return words.say("time_minutes", n=round(minutes))
    hours, rest = divmod(round(minutes), 60)
    return words.say("time_hours", h=hours, m=rest)
