"""What the plots show, as numbers: the course of every curve over one film, in the plots' units.  No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.views.plots.catalogue import Plot

Array = NDArray[np.float64]

_SURFACE = [COMPARTMENTS.index("PMclu"), COMPARTMENTS.index("PMdis")]
_CHUNK = 30.0
"""min; vesicles are counted chunk by chunk, as the film lives them: a change need not wait for them all"""
_COUNT_EVERY = 0.5
"""min; how often vesicles are counted for the steps"""
_NOTHING = 1e-12


class Recorded(Protocol):
    """What the plots need of a Film."""

    @property
    def duration(self) -> float: ...
    @property
    def vesicle_total(self) -> int: ...
    @property
    def units_of_series(self) -> dict[str, str]: ...
    def series(self, names: tuple[str, ...], times: Array) -> dict[str, Array]: ...
    def counts(self, times: Array) -> NDArray[np.intp]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """One film on a grid of times, in the units of the plots."""

    times: Array
    """min"""
    values: dict[str, Array]
    """by curve; what the film's experiment does not know is not there"""
    rest: float
    """glucose uptake at time 0, in the model's unit"""

    def at(self, time: float) -> dict[str, float]:
        """Every curve's value at one time."""
        return {name: float(np.interp(time, self.times, course)) for name, course in self.values.items()}


def difference(one: Course, other: Course) -> Course:
    """What one course has more than another, at the times of the first."""
    values = {
        name: course - np.interp(one.times, other.times, other.values[name])
        for name, course in one.values.items()
        if name in other.values
    }
    return Course(one.times, values, one.rest)


def grid(duration: float, points: int, window: tuple[float, float] | None = None) -> Array:
    """So many times over the whole film (min), and as many again within a window of it."""
    whole = np.linspace(0.0, duration, points)
    return whole if window is None else np.union1d(whole, np.linspace(*window, points))


def course(film: Recorded, times: Array, plots: Mapping[str, Plot], rest: float | None = None) -> Course:
    """The course of a film at those times (min), for all curves of these plots.

    `rest` is what glucose uptake is measured against: a ghost takes the rest of the film it is compared with,
    or a change of the resting value would not be seen.
    """
    known = film.units_of_series
    curves = {c.name: plot for plot in plots.values() for c in plot.curves if c.name in known}
    raw = film.series((*curves, "glucose_uptake"), times)
    against = float(raw["glucose_uptake"][0]) if rest is None else rest
    values = {
        name: raw[name] / max(against, _NOTHING) if plot.of_rest else plot.factor * raw[name]
        for name, plot in curves.items()
    }
    return Course(times, values, against)


def counted_until(film: Recorded, time: float) -> float:
    """How far (min) vesicles are counted when the play head is at `time`: to the end of its chunk."""
    return min((math.floor(time / _CHUNK) + 1) * _CHUNK, film.duration)


def counted(film: Recorded, until: float) -> tuple[Array, Array]:
    """(times, % of the normal GLUT4 at the surface), counted vesicle by vesicle."""
    times = np.arange(0.0, until + 1e-9, _COUNT_EVERY)
    at_surface = film.counts(times)[:, _SURFACE].sum(axis=1)
    return times, 100.0 * at_surface / film.vesicle_total


def top(plot: Plot, courses: Iterable[Course | None]) -> float:
    """Where the axis of a plot ends: a little above the highest of its curves."""
    highest = max((float(values.max()) for values in _shown(plot, courses)), default=0.0)
    # Counted vesicles scatter about their curve, so they need more room above it.
    return max((1.25 if plot.counted else 1.08) * highest, plot.least_top)


def ends(plot: Plot, courses: Iterable[Course | None]) -> tuple[float, float]:
    """(bottom, top) of a plot's axis: from nought, or for a difference as far as it goes both ways."""
    there = tuple(courses)
    if not plot.signed:
        return 0.0, top(plot, there)
    lowest = min((float(values.min()) for values in _shown(plot, there)), default=0.0)
    highest = max((float(values.max()) for values in _shown(plot, there)), default=0.0)
    return min(1.15 * lowest, -plot.least_top), max(1.15 * highest, plot.least_top)


def _shown(plot: Plot, courses: Iterable[Course | None]) -> list[Array]:
    return [c.values[q.name] for c in courses if c is not None for q in plot.curves if q.name in c.values]
