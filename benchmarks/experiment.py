"""What one does with a cell in the laboratory: let it rest, put it in a bath, wash it, read it, measure it.

Only the network is used, integrated with LSODA from the generated right-hand side and Jacobian.  Runs are
short and many, so a `Cell` keeps each run it has made.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import odeint

from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.parameters import CELLS

Array = NDArray[np.float64]
Table = Mapping[str, Mapping[str, Any]]
TABLE = Path(__file__).parents[1] / "resources" / "parameters" / "cell.toml"
OUTSIDE = {"insulin": 0.0, "glucose": 5.0, "TNF": 1.5, "IL6": 2.0, "FFA": 0.44}
"""what surrounds a cell unless the experiment says otherwise; nM, mM, pg/mL, pg/mL, mM"""
LONG = 8000.0
"""minutes after which every transient is gone: over 15 times the slowest time constant (DAG, 510 min)"""
DOSES = np.concatenate([[1e-6], 10.0 ** np.arange(-3, 2.01, 0.25)])
INHERITS = {"fat": ("fat",), "muscle": ("muscle", "fat"), "t2d_fat": ("t2d_fat", "fat")}
INHERITS["t2d_muscle"] = ("t2d_muscle", "muscle", "fat")


class SolverError(RuntimeError):
    """The integration broke down: a parameter set that no fit should go near."""


@cache
def table() -> Table:
    """The parameter table of the project, as written."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def values(kind: str, columns: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Parameters of one kind of cell, with some entries (name, column) of the table replaced."""
    assert kind in CELLS
    found = {}
    for name, row in table().items():
        given = (columns.get((name, column), row.get(column)) for column in INHERITS[kind])
        found[name] = float(next(value for value in given if value is not None))
    return found


class Cell:
    """One kind of cell with its parameters; all runs are from rest or from the end of another run."""

    def __init__(
        self, kind: str, changes: Mapping[str, float] | None = None, tolerance: float = 1e-8
    ) -> None:
        self.kind = kind
        self.code = compiled(network(kind))
        self.parameters = self.code.ordered(changes or {})
        self.value = {p.name: v for p, v in zip(self.code.network.parameters, self.parameters, strict=True)}
        self.tolerance = tolerance
        self._rests: dict[tuple[float, ...], Array] = {}
        self._doses: dict[float, dict[str, Array]] = {}

    def with_changes(self, **changes: float) -> Cell:
        """The same cell after an intervention."""
        return Cell(self.kind, {**self.value, **changes}, self.tolerance)

    def run(self, start: Array, minutes: ArrayLike, **outside: float) -> Array:
        """States [S, T] at the given times (the first is the start), with everything outside held constant.

        Raises:
            SolverError: LSODA gave up.
        """
        constant = _inputs(outside)

        def slope(t: float, y: Array) -> list[float]:
            return self.code.rhs(t, y, self.parameters, lambda t: constant)

        def jacobian(t: float, y: Array) -> Array:
            return self.code.jacobian(t, y, self.parameters, lambda t: constant)

        states, report = odeint(
            slope,
            start,
            np.asarray(minutes, dtype=float),
            Dfun=jacobian,
            tfirst=True,
            rtol=self.tolerance,
            atol=self.tolerance * 1e-3,
            mxstep=5000,
            full_output=True,
        )
        if report["message"] != "Integration successful.":
            raise SolverError(f"{self.kind}: {report['message']}")
        return np.asarray(states.T)

    def rest(self, **outside: float) -> Array:
        """The state [S] that the cell settles to."""
        key = _inputs(outside)
        if key not in self._rests:
            self._rests[key] = self.run(self.code.start(self.parameters), [0.0, LONG], **outside)[:, -1]
        return self._rests[key]

    def read(self, states: Array, **outside: float) -> dict[str, Array]:
        """Every named quantity along the states [S, T]."""
        held = np.repeat(np.array(_inputs(outside))[:, None], states.shape[1], axis=1)
        return self.code.read(states, self.parameters, held)

    def course(self, minutes: ArrayLike, start: Array | None = None, **outside: float) -> dict[str, Array]:
        """Every named quantity at the given times of a bath."""
        begin = self.rest() if start is None else start
        return self.read(self.run(begin, minutes, **outside), **outside)

    def at_rest(self) -> dict[str, float]:
        """Every named quantity at rest."""
        return {name: float(series[0]) for name, series in self.read(self.rest()[:, None]).items()}

    def dose_response(self, doses: Sequence[float] | Array, minutes: Sequence[float]) -> dict[str, Array]:
        """Every named quantity [T, D] at the given minutes after each dose (nM)."""
        times = (0.0, *minutes)
        runs = [self.course(times, insulin=float(dose)) for dose in doses]
        return {name: np.array([run[name][1:] for run in runs]).T for name in runs[0]}

    @cached_property
    def doses(self) -> dict[str, Array]:
        """The dose-response of every quantity on DOSES, after 10 and 30 min [2, D]."""
        return self.dose_response(DOSES, (10.0, 30.0))


def _inputs(outside: Mapping[str, float]) -> tuple[float, ...]:
    unknown = set(outside) - set(OUTSIDE)
    assert not unknown, unknown
    return tuple({**OUTSIDE, **outside}.values())


def half_time(minutes: Array, series: Array, end: float | None = None) -> float:
    """When the series has gone half the way from its first value to `end` (its last, if not given)."""
    last = float(series[-1]) if end is None else end
    half = series[0] + (last - series[0]) / 2
    way = np.sign(last - series[0]) * (series - half)
    i = int(np.argmax(way >= 0))
    if i == 0:
        return float("nan")
    share = (half - series[i - 1]) / (series[i] - series[i - 1])
    return float(minutes[i - 1] + (minutes[i] - minutes[i - 1]) * share)


def half_dose(doses: Array, answer: Array) -> float:
    """The dose that gives half of the largest rise above the first dose, interpolated on the logarithm."""
    half = answer[0] + (answer.max() - answer[0]) / 2
    i = int(np.argmax(answer >= half))
    if i == 0:
        return float("nan")
    low, high = np.log10(doses[i - 1]), np.log10(doses[i])
    return float(10 ** (low + (high - low) * (half - answer[i - 1]) / (answer[i] - answer[i - 1])))


def onset(change: Array, size: float = 0.1) -> float:
    """The minute at which a change has reached a tenth (or `size`) of the control, interpolated."""
    late = np.flatnonzero(np.abs(change) >= size)
    if not len(late):
        return math.nan
    i = int(late[0])
    before, there = abs(float(change[i - 1])) if i else 0.0, abs(float(change[i]))
    return i - (there - size) / (there - before)
