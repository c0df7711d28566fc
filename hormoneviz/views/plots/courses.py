"""What the plots show, as numbers: which curves belong to which plot, their course over one film.  No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.traffic import COMPARTMENTS

Array = NDArray[np.float64]
Dash = Literal["solid", "dash", "dot", "dashdot"]

_SURFACE = [COMPARTMENTS.index("PMclu"), COMPARTMENTS.index("PMdis")]
_CHUNK = 30.0
"""min; vesicles are counted chunk by chunk, as the film lives them: a change need not wait for them all"""
_COUNT_EVERY = 0.5
"""min; how often vesicles are counted for the steps"""


class Recorded(Protocol):
    """What the plots need of a Film."""

    @property
    def duration(self) -> float: ...
    @property
    def vesicle_total(self) -> int: ...
    def series(self, names: tuple[str, ...], times: Array) -> dict[str, Array]: ...
    def counts(self, times: Array) -> NDArray[np.intp]: ...


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: a quantity, its colour role and dash."""

    name: str
    colour: str
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: its curves, and the least top of its axis."""

    title: str
    unit: str
    symbol: str
    curves: tuple[Curve, ...]
    least_top: float
    counted: bool = False


# The words of titles and units are phrases of the look.
PLOTS = (
    Plot("plot_surface", "plot_surface_unit", "%", (Curve("GLUT4_surface", "glut4"),), 20.0, counted=True),
    Plot("plot_uptake", "plot_uptake_unit", "× rest", (Curve("glucose_uptake", "glucose"),), 1.5),
    Plot(
        "plot_cascade",
        "plot_cascade_unit",
        "%",
        (
            Curve("IRS1_Y", "irs1_tyr"),
            Curve("IRS1_S", "irs1_ser", "dash"),
            Curve("Akt_S473", "akt", "dashdot"),
            Curve("AS160_p", "as160", "dot"),
        ),
        20.0,
    ),
)
NAMES = tuple(curve.name for plot in PLOTS for curve in plot.curves)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """One film on a grid of times, in the units of the plots."""

    times: Array
    """min"""
    values: dict[str, Array]
    """% of all for shares, multiples of `rest` for glucose uptake"""
    rest: float
    """glucose uptake at time 0, in the model's unit"""

    def at(self, time: float) -> dict[str, float]:
        """Every curve's value at one time."""
        return {name: float(np.interp(time, self.times, course)) for name, course in self.values.items()}


def course(film: Recorded, points: int, rest: float | None = None) -> Course:
    """The course of a film at so many times.

    `rest` is what glucose uptake is measured against: a ghost takes the rest of the film it is compared with,
    or a change of the resting value would not be seen.
    """
    times = np.linspace(0.0, film.duration, points)
    raw = film.series(NAMES, times)
    against = float(raw["glucose_uptake"][0]) if rest is None else rest
    values = {name: 100.0 * raw[name] for name in NAMES}
    values["glucose_uptake"] = raw["glucose_uptake"] / max(against, 1e-12)
    return Course(times, values, against)


def counted_until(film: Recorded, time: float) -> float:
    """How far (min) vesicles are counted when the play head is at `time`: to the end of its chunk."""
    return min((math.floor(time / _CHUNK) + 1) * _CHUNK, film.duration)


def counted(film: Recorded, until: float) -> tuple[Array, Array]:
    """(times, % of the normal GLUT4 at the surface), counted vesicle by vesicle."""
    times = np.arange(0.0, until + 1e-9, _COUNT_EVERY)
    at_surface = film.counts(times)[:, _SURFACE].sum(axis=1)
    return times, 100.0 * at_surface / film.vesicle_total


def top(plot: Plot, *courses: Course | None) -> float:
    """Where the axis of a plot ends: a little above the highest of its curves."""
    highest = max(float(c.values[q.name].max()) for c in courses if c is not None for q in plot.curves)
    # Counted vesicles scatter about their curve, so they need more room above it.
    return max((1.25 if plot.counted else 1.08) * highest, plot.least_top)
