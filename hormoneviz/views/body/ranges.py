"""The healthy ranges beside the read-outs, from resources/parameters/ranges.toml, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from hormoneviz import resources

Verdict = Literal["low", "in_range", "high"]


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is usual in health, in `unit`, and the ends of the bar on which it is drawn."""

    unit: str
    low: float
    high: float
    start: float = msgspec.field(name="from")
    end: float = msgspec.field(name="to")
    basis: Literal["measured", "assumption"]
    source: str
    note: str

    def verdict(self, value: float) -> Verdict:
        """Where a value (in `unit`) lies; the limits themselves are in range."""
        if value < self.low:
            return "low"
        return "high" if value > self.high else "in_range"

    def place(self, value: float) -> float:
        """How far along the bar a value lies, 0 to 1; what lies beyond an end stands at that end."""
        return min(max((value - self.start) / (self.end - self.start), 0.0), 1.0)


@cache
def ranges() -> Mapping[str, Range]:
    """The range of each read-out by the name of its quantity.

    Raises:
        msgspec.ValidationError: the file has a key or value it must not have.
    """
    tables = tomllib.loads(resources.text("parameters/ranges.toml"))
    return msgspec.convert(tables, dict[str, Range])
