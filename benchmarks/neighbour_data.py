"""The measurements on which several models are compared, and the one norm for all of them.

The error of a series is the root mean square of model less measurement, over the largest measured value
(over the span, where a blot goes below zero). A blot has no absolute scale: a dose-response, above rest, may
be scaled by one factor, a time course by a factor and a background, each by least squares and the same for
every model (measured.py). Nothing else is scaled.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.experiment import Array
from benchmarks.measured import DATA as FAT_CELLS

BODY = Path(__file__).parent / "data" / "neighbours.toml"
GROUPS = {
    "cell": "Fat cells of healthy people",
    "t2d": "Fat cells of people with type 2 diabetes",
    "traffic": "GLUT4 of rat fat cells",
    "fasting": "Fasting",
    "drink": "A glucose drink",
    "clamps": "Clamps",
    "weeks": "Weeks without testosterone: insulin sensitivity falls",
}
SCALES = {"dose_response": 1, "time_course": 2, "": 0}
"""how many numbers are free: a factor; a factor and a background"""


@dataclass(frozen=True)
class Series:
    """Some measured numbers of one kind."""

    key: str
    group: str
    title: str
    measured: Array
    at: Array = field(default_factory=lambda: np.zeros(0))
    """insulin in nM for dose-responses, else minutes; empty for single numbers"""
    scale: str = ""
    source: str = "rajan2016"
    readout: str = ""

    def error(self, model: Sequence[float] | Array) -> float:
        """The norm of the table."""
        answer = np.asarray(model, dtype=float)
        if free := SCALES[self.scale]:
            design = np.stack([answer, np.ones_like(answer)][:free], axis=1)
            factor, *_ = np.linalg.lstsq(design, self.measured, rcond=None)
            answer = design @ factor
        span = self.measured.max() - min(0.0, self.measured.min())
        return float(np.sqrt(np.mean((answer - self.measured) ** 2)) / span)


@cache
def series() -> tuple[Series, ...]:
    """All of them, in the order of the table."""
    cells = tomllib.loads(FAT_CELLS.read_text(encoding="utf-8"))
    found = [
        one
        for column, group in (("normal", "cell"), ("t2d", "t2d"))
        for kind, axis in (("dose_response", "insulin"), ("time_course", "minutes"))
        for name, row in cells[kind].items()
        if column in row
        for one in [_blot(group, kind, name, row[axis], row[column])]
    ]
    for key, row in tomllib.loads(BODY.read_text(encoding="utf-8")).items():
        at = np.array(row.get("at", []), dtype=float)
        found.append(
            Series(key, row["group"], row["title"], np.array(row["measured"]), at, "", row["source"])
        )
    return tuple(found)


def _blot(group: str, kind: str, name: str, at: list[float], measured: list[float]) -> Series:
    what = "by dose, at 10 min" if kind == "dose_response" else "over time, in 100 nM"
    title = f"{name}, {what}"
    return Series(
        f"{group} {kind} {name}", group, title, np.array(measured), np.array(at), kind, readout=name
    )


def blots(group: str) -> Mapping[str, Series]:
    """The series on fat cells of one group, by key."""
    return {one.key: one for one in series() if one.group == group and one.readout}
