"""What happened on the way: the changes that timeline and plots mark, each with its time and in words."""

from __future__ import annotations

from dataclasses import dataclass

from hormoneviz.look.words import Words
from hormoneviz.simulation import units
from hormoneviz.simulation.film import Film


@dataclass(frozen=True, slots=True)
class Change:
    """One moment at which something was set."""

    time: float
    """min"""
    text: str


def changes(film: Film, words: Words) -> tuple[Change, ...]:
    """The film's events and the wash-out of its bath, in order."""
    found = [Change(time, _said(settings, words)) for time, settings in film.events]
    protocol = film.scenario.protocol
    if protocol.kind == "bath" and protocol.washout_at is not None:
        found.append(Change(units.read(protocol.washout_at, "time"), words.say("washout")))
    return tuple(sorted(found, key=_time))


def _time(change: Change) -> float:
    return change.time


def _said(settings: dict[str, float | str], words: Words) -> str:
    return ", ".join(
        f"{words.label(name) if name in words else name}: {value}" for name, value in settings.items()
    )
