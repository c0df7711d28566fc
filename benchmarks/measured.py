"""The measurements on human fat cells, and how far a cell's answers are from them.

Blots have no absolute scale: a dose-response (above rest) is scaled by one factor, a time course by a
factor and a background, both by least squares.  The normalised error of a readout is the root mean square
of what is left, over the largest measured value; the score is its mean over the 11 readouts, as a ratio to
that of Brannmark 2013's model.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.experiment import Array, Cell

DATA = Path(__file__).parent / "data" / "human_fat_cells.toml"


@dataclass(frozen=True)
class Readout:
    """One series of measurements and the quantity of the model that it measures."""

    kind: str
    """'dose_response' or 'time_course'"""
    name: str
    at: Array
    """insulin in nM, or minutes"""
    normal: Array
    brannmark2013: float

    def residuals(self, model: Array) -> Array:
        """What is left after scaling [N]; its norm is the normalised error of the readout."""
        columns = [model] if self.kind == "dose_response" else [model, np.ones_like(model)]
        design = np.stack(columns, axis=1)
        scale, *_ = np.linalg.lstsq(design, self.normal, rcond=None)
        span = self.normal.max() - min(0.0, self.normal.min())
        left: Array = (design @ scale - self.normal) / (span * np.sqrt(len(self.normal)))
        return left


@cache
def readouts() -> tuple[Readout, ...]:
    """The six dose-responses and five time courses that the score counts."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return tuple(
        Readout(kind, name, np.array(row[axis]), np.array(row["normal"]), row["brannmark2013"])
        for kind, axis in (("dose_response", "insulin"), ("time_course", "minutes"))
        for name, row in data[kind].items()
    )


def residuals(cell: Cell) -> list[Array]:
    """The residuals of each readout, in the order of readouts()."""
    doses = sorted({float(x) for r in readouts() if r.kind == "dose_response" for x in r.at})
    times = sorted({float(x) for r in readouts() if r.kind == "time_course" for x in r.at})
    answers = cell.dose_response([0.0, *doses], (10.0,))
    course = cell.course(times, insulin=100.0)
    found = []
    for readout in readouts():
        if readout.kind == "dose_response":
            answer = answers[readout.name][0]
            model = np.interp(readout.at, doses, answer[1:] - answer[0])
        else:
            model = np.interp(readout.at, times, course[readout.name])
        found.append(readout.residuals(model))
    return found


def errors(cell: Cell) -> dict[str, tuple[float, float]]:
    """By readout: the normalised error of Brannmark 2013 and of this cell."""
    return {
        f"{readout.kind} {readout.name}": (readout.brannmark2013, float(np.linalg.norm(left)))
        for readout, left in zip(readouts(), residuals(cell), strict=True)
    }


def ratio(cell: Cell) -> float:
    """The score: mean error as a share of Brannmark 2013's."""
    theirs, ours = np.mean(list(errors(cell).values()), axis=0)
    return float(ours / theirs)
