"""Which curves the hall sees in a beat, and their numbers.  No Qt."""

from __future__ import annotations

import math
from collections.abc import Container
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hormoneviz.exchange.stories.staging import Staged
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.kin import KINDS
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.calendar.quantities import QUANTITIES, Quantity, span_of
from hormoneviz.views.plots.catalogue import Curve, Plot, plots
from hormoneviz.views.plots.courses import course

Array = NDArray[np.float64]

MOST = 2
"""curves at once: a class cannot read more"""
_POINTS = 241
_LEAST = 60.0
"""min; the axis of time is no shorter"""
_TABS = ("tab_minutes", "tab_weeks")
_STANDS_FOR = {"GLUT4": "GLUT4_surface", "insulin": "plasma_insulin", "glucose": "plasma_glucose"}
"""the curve to show of a thing in the scene"""
_QUANTITIES = {quantity.name: quantity for quantity in QUANTITIES}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A curve by its name, over the minutes of a film or over the weeks of a life."""

    name: str
    weeks: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A curve with all that is written on it; `times` and `values` [T] in the units named."""

    wanted: Wanted
    title: str
    unit: str
    colour: str
    """role"""
    times: Array
    values: Array
    twin: Array | None
    """of the twin at the same times; none where there is none, or where it is the same"""
    end: float
    """where the axis of time ends"""
    top: float
    """and that of values"""
    bottom: float = 0.0
    """where that begins"""
    covered: bool = False
    """whether nobody is to see yet how it goes on"""
    last: float = math.inf
    """up to when it may be seen, wherever the film stands"""
    shorter: tuple[str, ...] = ()
    """other titles, for where that one has no room"""
    guessed: bool = False
    """whether it is what the class was asked about, in this beat or the one before"""

    def at(self, time: float) -> float:
        """The value at a time."""
        return float(np.interp(time, self.times, self.values))

    def twin_at(self, time: float) -> float | None:
        """The twin's."""
        return None if self.twin is None else float(np.interp(time, self.times, self.twin))


def wanted(stage: Staged, known: Container[str]) -> tuple[Wanted, ...]:
    """What is to be seen as a curve: what is covered or was, what the beat points at, what it states; as far
    as its film (or calendar) knows it."""
    found = dict.fromkeys([Wanted(stage.covers)] if stage.covers else [])
    if stage.tab in _TABS and not stage.beat.cover:
        # Under the class's guess nothing is looked at but what the lecturer points to.
        stated = () if stage.reveals else (fact.of for fact in stage.beat.facts)
        for name in (*stage.beat.point, *stated):
            found.update(dict.fromkeys(_curve_of(_STANDS_FOR.get(name, name), stage, known)))
    return tuple(found)[: 1 if stage.beat.question else MOST]


def _curve_of(name: str, stage: Staged, known: Container[str]) -> tuple[Wanted, ...]:
    if name in _QUANTITIES:
        return (Wanted(name, weeks=True),)
    return (Wanted(name),) if name in known and stage.tab == "tab_minutes" else ()


def drawn(stage: Staged, want: Wanted, look: Look, film: Film, twin: Film | None) -> Drawn:
    """The numbers of one curve.

    Raises:
        SolverFailed: the film or the weeks cannot be solved so far.
    """
    return _over_weeks(stage, want, look) if want.weeks else _over_minutes(stage, want, look, film, twin)


def _over_minutes(stage: Staged, want: Wanted, look: Look, film: Film, twin: Film | None) -> Drawn:
    end = min(max(stage.horizon, _LEAST), film.duration)
    times = np.linspace(0.0, end, _POINTS)
    plot = _plot_of(want.name, look, film)
    own = course(film, times, {plot.name: plot})
    beside = None if twin is None else course(twin, times, {plot.name: plot}, own.rest).values[want.name]
    values = own.values[want.name]
    now = values[: max(int(np.searchsorted(times, stage.start)), 1)]
    # A guess needs room above the present value that tells nothing of what becomes of it.
    room = 2.0 * float(now.max()) if stage.covers == want.name else 0.0
    role = next(curve.colour for curve in plot.curves if curve.name == want.name)
    return Drawn(
        want, _title(plot, want.name, look.words), plot.symbol, role, times, values, beside, end,
        max(room, _top(values, beside), 1e-9), covered=bool(stage.beat.cover),
        last=min(stage.end, end) if stage.beat.cover else end,
        shorter=_shorter(want.name, look.words), guessed=stage.covers == want.name,
    )  # fmt: skip


def _over_weeks(stage: Staged, want: Wanted, look: Look) -> Drawn:
    quantity = _QUANTITIES[want.name].told_in(look.glucose_unit)
    end = float(span_of(stage.scenario))
    weeks = np.linspace(0.0, end, int(end) * 7 + 1)
    values = _lived(stage.scenario, quantity, weeks)
    beside = _lived_beside(stage, quantity, weeks, values)
    title, shorter = look.words.label(want.name), _shorter(want.name, look.words)
    bottom, top = quantity.floor * float(values[0]), _top(values, beside, quantity.ceiling)
    return Drawn(
        want,
        title,
        quantity.symbol,
        quantity.colour,
        weeks,
        values,
        beside,
        end,
        top,
        bottom,
        shorter=shorter,
    )


def _lived(scenario: Scenario, quantity: Quantity, weeks: Array) -> Array:
    values: Array = calendar_of_scenario(scenario).series([quantity.name], weeks)[quantity.name]
    return values * quantity.factor


def _lived_beside(stage: Staged, quantity: Quantity, weeks: Array, values: Array) -> Array | None:
    """The twin's weeks; of one that stays in week 0, its level."""
    if stage.twin == "week 0":
        return np.full_like(values, values[0])
    beside = _lived(KINDS[stage.twin](stage.scenario), quantity, weeks) if stage.twin else None
    return None if beside is None or np.allclose(beside, values, rtol=1e-6) else beside


def _plot_of(name: str, look: Look, film: Film) -> Plot:
    """The plot of the minutes that has this curve, or one made for it."""
    known = (
        plot for plot in plots(look.glucose_unit).values() if name in {curve.name for curve in plot.curves}
    )
    unit = film.units_of_series[name].replace("ug/", "µg/")
    made = Plot(
        name, "%" if unit == "1" else unit, (Curve(name, "accent"),), 0.0, 100.0 if unit == "1" else 1.0
    )
    return next(known, made)


def _title(plot: Plot, name: str, words: Words) -> str:
    single = len(plot.curves) == 1 and f"plot_{plot.name}" in words.phrase
    return words.say(f"plot_{plot.name}") if single else words.label(name)


def _shorter(name: str, words: Words) -> tuple[str, ...]:
    return words.label(name), words.short(name)


def _top(values: Array, beside: Array | None, room: float = 1.25) -> float:
    highest = float(values.max()) if beside is None else max(float(values.max()), float(beside.max()))
    return room * highest
