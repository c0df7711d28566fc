"""Causes: why a quantity changed about a time, step by step: a pure function of the film.

A change is looked at over its stretch: the time around it in which the quantity went one way, cut where
something was set from outside. In that stretch the slope of a state i is moved away from what it was at the
start a by everything that has changed since,

    moved by j = integral over the stretch of  J_ij(t) (x_j(t) - x_j(a)),

with J the network's exact Jacobian; for what comes from outside (inputs, parameters that an event set), the
difference of the exact slope with and without its change. What moved it the way it went, and more than
MATTERS of all that did, is a cause; and has causes of its own, from where it began to move itself. In the
list a cause stands before what it caused, and earlier ones before later ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.simulation.cause_order import in_order
from hormoneviz.simulation.cause_record import EVERY, Record, Stretch
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Settings

Array = NDArray[np.float64]

MATTERS: Final = 0.05
"""of all that moved a state the way it went; below, a cause is not named [our choice: a list to read]"""
AFTER: Final = 15.0
"""min after the time asked about that are looked at"""
BACK: Final = 30.0
"""min before the change began; what began to move earlier is the state of things, not a cause of the bend"""
MOST: Final = 60
"""states looked at, far more than a chain through the network has"""
_SAMPLES: Final = 24
"""at which the integrals are taken"""

NAMED: Final = {
    **{"IRp_pm": "IRp", "IRp_in": "IRp", "Akt_T308": "Akt_S473", "Akt_S473": "Akt_S473"},
    **{name: name for name in ("IRS1_Y", "IRS1_S", "PIP3", "AS160_p", "mTORC1", "S6K")},
    **{name: name for name in ("JNK", "SOCS3", "DAG", "CER")},
    **{"PMclu": "GLUT4_surface", "PMdis": "GLUT4_surface"},
    "plasma_glucose": "glucose",
    **{"plasma_insulin": "insulin", "Gp": "glucose", "GHx": "growth_hormone", "L": "FFA"},
    **{name: name for name in ("insulin", "glucose", "TNF", "IL6", "FFA", "event")},
    **{name: name for name in ("eaten", "insulin_target", "insulin_infusion", "glucose_target")},
    **{name: name for name in ("FFA_target", "GH_infusion")},
}
"""what a state or input is called in the list; states that are not named stand between and are passed over"""


@dataclass(frozen=True, slots=True)
class Cause:
    """One step of the answer."""

    name: str
    """of NAMED's values, or the quantity asked about, which is the last"""
    onset: float
    """min, when it had made a tenth of its change"""
    rose: bool
    settings: Settings | None = None
    """what was set, where this step is an event"""


@dataclass(frozen=True, slots=True)
class _Driver:
    """What moved a state: its share, the sample by which it had begun to act, and which way it had gone."""

    name: str
    weight: float
    at: int
    way: float


def causes(film: Film, quantity: str, time: float, matters: float = MATTERS) -> tuple[Cause, ...]:
    """The steps that made a quantity change about a time (min), in order; itself last, empty where it rests.

    `matters` is the share of all that moved a state below which a cause is passed over.

    Raises:
        KeyError: the film has no such quantity.
        SolverFailed: the film cannot be solved.
    """
    record = Record(film)
    seen = record.sample(time + AFTER)
    goal = record.stretch(quantity, record.sample(time), seen)
    if goal is None:
        return ()
    goal = Stretch(goal.start, record.turn(quantity, goal))
    found = {quantity: goal}
    edges: list[tuple[float, str, str]] = []
    waiting = [quantity]
    while waiting and len(found) < MOST:
        name = waiting.pop(0)
        for driver in _drivers(record, name, found[name], matters):
            edges.append((driver.weight, driver.name, name))
            if driver.name not in found:
                stretch = record.stretch(driver.name, driver.at, found[name].end, driver.way)
                if stretch is not None and stretch.start >= goal.start - BACK / EVERY:
                    found[driver.name] = stretch
                    waiting.append(driver.name)
    order = in_order({name: record.onset(name, stretch) for name, stretch in found.items()}, edges)
    return _named(record, found, order, quantity)


def _named(record: Record, found: dict[str, Stretch], order: list[str], quantity: str) -> tuple[Cause, ...]:
    """The steps that have a name, each once, and what was asked about last."""
    steps: dict[str, Cause] = {}
    last = NAMED.get(quantity, quantity)
    for name in order:
        said = NAMED.get(name)
        if said is not None and said != last and said not in steps:
            stretch = found[name]
            set_ = record.settings(stretch.start) if name == "event" else None
            steps[said] = Cause(said, record.onset(name, stretch), record.rises(name, stretch), set_)
    goal = found[quantity]
    own = Cause(quantity, record.onset(quantity, goal), record.rises(quantity, goal))
    return (*steps.values(), own)


def _drivers(record: Record, name: str, stretch: Stretch, matters: float) -> list[_Driver]:
    """Each that matters."""
    places = np.unique(np.linspace(stretch.start, stretch.end, _SAMPLES).astype(int))
    if name in record.species:
        moved = _moved_state(record, name, stretch, places)
    elif name in record.inputs or name == "event":
        by_event = name != "event" and record.event_at(stretch.start)
        return [_Driver("event", 1.0, stretch.start, 1.0)] if by_event else []
    else:
        moved = _moved_rule(record, name, stretch, places)
    way = 1.0 if record.rises(name, stretch) else -1.0
    totals = {
        cause: way * float(np.trapezoid(course, record.times[places])) for cause, course in moved.items()
    }
    whole = sum(total for total in totals.values() if total > 0)
    found = []
    for cause, total in totals.items():
        if cause != name and total > matters * whole:
            course = way * moved[cause]
            began = int(places[int(np.argmax(course >= 0.5 * course.max()))])
            if cause == "event" or record.jumps(cause, stretch.start):
                began = stretch.start
            found.append(_Driver(cause, total / whole, began, record.way(cause, stretch.start, began)))
    return found


def _moved_state(record: Record, name: str, stretch: Stretch, places: NDArray[np.intp]) -> dict[str, Array]:
    """By how much each state, input and event has moved the slope of a state, at those samples."""
    row = record.species.index(name)
    since = record.states[:, places] - record.states[:, [stretch.start]]
    slopes = np.array([record.jacobian(k)[row] for k in places]).T
    moved = {other: slopes[j] * since[j] for j, other in enumerate(record.species) if other != name}
    for cause, without in record.outside(stretch.start).items():
        moved[cause] = np.array([record.slope(k)[row] - record.slope(k, without)[row] for k in places])
    return moved


def _moved_rule(record: Record, name: str, stretch: Stretch, places: NDArray[np.intp]) -> dict[str, Array]:
    """The same for a quantity that follows from others at once: how much lower it would be without each."""
    now = record.rule(name, places)
    moved = {}
    for j, other in enumerate(record.species):
        states = record.states[:, places].copy()
        states[j] = record.states[j, stretch.start]
        moved[other] = now - record.rule(name, places, states=states)
    for cause, without in record.outside(stretch.start).items():
        moved[cause] = now - record.rule(name, places, without=without)
    return moved
