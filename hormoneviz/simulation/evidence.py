"""Evidence as data: every effect of the calendar and every arrow of the cell with its grade and sources, and
what to be honest about where a user meets a switch."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from hormoneviz import resources

Grade = Literal["strong", "moderate", "weak", "contested", "contradicted", "unknown"]


class GradedEffect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One arrow of the calendar, or of the cell."""

    cause: str
    effect: str
    size: str
    grade: Grade
    dialled: bool
    """whether the evidence stance scales it"""
    parameters: tuple[str, ...]
    """those of the network that carry it; in the cell, inputs too"""
    species: tuple[str, ...]
    tissue: tuple[str, ...]
    """in which it was seen"""
    source: tuple[str, ...]
    at: str = ""
    """the quantity of the cell at which its arrow ends; empty for one of the calendar"""


class Point(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text for a reader, and the switches it belongs to."""

    switches: tuple[str, ...]
    text: str


@cache
def graded_effects() -> Mapping[str, GradedEffect]:
    """Every effect of the calendar by its id."""
    return msgspec.convert(_rows("effects"), dict[str, GradedEffect])


@cache
def cell_effects() -> Mapping[str, GradedEffect]:
    """Every arrow of the cell by its id: what turns it from outside, and insulin's own way."""
    return msgspec.convert(_rows("cell_effects"), dict[str, GradedEffect])


def effects_of(cause: str) -> tuple[GradedEffect, ...]:
    """What a cause does on the calendar and in the cell."""
    rows = (*graded_effects().values(), *cell_effects().values())
    return tuple(row for row in rows if row.cause == cause)


def arrow(cause: str, changed: str) -> GradedEffect:
    """What is known of the arrow by which a cause changes a parameter or input of the cell.

    Raises:
        KeyError: nobody has graded it.
    """
    for row in cell_effects().values():
        if row.cause == cause and changed in row.parameters:
            return row
    raise KeyError(f"{cause} -> {changed}")


@cache
def points() -> Mapping[str, Point]:
    """Every point by its id."""
    return msgspec.convert(_rows("points"), dict[str, Point])


def points_of(switch: str) -> tuple[str, ...]:
    """What to say beside a switch: a hormone, an agent, "load", "stance" or "tissue"."""
    return tuple(point.text for point in points().values() if switch in point.switches)


def _rows(name: str) -> dict[str, object]:
    return tomllib.loads(resources.text(f"therapies/{name}.toml"))
