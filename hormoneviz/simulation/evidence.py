"""Evidence as data: every effect of the calendar with its grade and sources, and what to be honest about
where a user meets a switch."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from hormoneviz import resources

Grade = Literal["strong", "moderate", "weak", "contested", "contradicted", "unknown"]


class GradedEffect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One arrow of the calendar."""

    cause: str
    effect: str
    size: str
    grade: Grade
    dialled: bool
    """whether the evidence stance scales it"""
    parameters: tuple[str, ...]
    """those of the network that carry it"""
    source: tuple[str, ...]


class Point(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text for a reader, and the switches it belongs to."""

    switches: tuple[str, ...]
    text: str


@cache
def graded_effects() -> Mapping[str, GradedEffect]:
    """Every effect by its id."""
    return msgspec.convert(_rows("effects"), dict[str, GradedEffect])


@cache
def points() -> Mapping[str, Point]:
    """Every point by its id."""
    return msgspec.convert(_rows("points"), dict[str, Point])


def points_of(switch: str) -> tuple[str, ...]:
    """What to say beside a switch: a hormone, an agent, "load", "stance" or "tissue"."""
    return tuple(point.text for point in points().values() if switch in point.switches)


def _rows(name: str) -> dict[str, object]:
    return tomllib.loads(resources.text(f"therapies/{name}.toml"))
