"""Record: a film on a grid of times, with the slopes of its network there, for the search for causes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.protocol import EATING
from hormoneviz.simulation.scenario import Settings

Array = NDArray[np.float64]

EVERY: Final = 0.25
"""min between samples"""
_FLAT: Final = 3e-5
"""of a quantity's fastest change in the film; slower counts as rest"""
_NOISE: Final = 1e-6
"""of a quantity; less, from sample to sample, is the solver's"""
_BEGUN: Final = 0.1
"""of a change; with it the change has begun"""
_JUST: Final = 1e-6
"""min before a jump"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples from `start`, where a quantity began to go its way, to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Given:
    """What the network is given from outside at one sample."""

    inputs: Array
    parameters: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """One change from outside, taken back: an input (its place, its value before), or all parameters."""

    input: tuple[int, float] | None = None
    parameters: tuple[float, ...] | None = None


class Record:
    """States [S, T], inputs [I, T] and rules of a film at `times` (min), and what was set when."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self._runner = network_of(film.scenario)
        network = self._runner.network
        self.species = [s.name for s in network.species]
        self.inputs = [given.name for given in network.inputs]
        self._conditions = conditions(film.scenario)
        self.times: Array = np.arange(0.0, film.duration + 1e-9, EVERY)
        self.last = len(self.times) - 1
        self._values = film.series(
            (*self.species, *self.inputs, *(r.name for r in network.rules)), self.times
        )
        self.states = np.array([self._values[name] for name in self.species])
        self._given = [self._at(float(t)) for t in self.times]
        events = {self.sample(time_of(c.start)) for c in self._conditions[1:]}
        self._events = events
        # The end of a meal bends nothing by itself: what comes of it is smooth.
        breaks = () if film.scenario.protocol.kind in EATING else self._conditions[0].breaks
        self._cuts = {0, *events, *(self.sample(time_of(cell)) for cell in breaks)}

    def sample(self, time: float) -> int:
        """The sample nearest to a time."""
        return min(max(round(time / EVERY), 0), self.last)

    def stretch(self, name: str, at: int, until: int, way: float = 0.0) -> Stretch | None:
        """From where a quantity began to go the way it goes about a sample, to `until`; None where it rests.

        `way` is +1 or -1 where only a rise or a fall is looked for. A fast quantity may have turned back by
        `until`: what it does to others comes of how far it is from its start.
        """
        if name == "event":
            return Stretch(at, until)
        if name in self.inputs and self.jumps(name, at):
            return Stretch(at, until)
        steps = np.diff(self._values[name])
        least = max(_FLAT * np.abs(steps).max(initial=0.0), _NOISE * np.abs(self._values[name]).max())
        ways = np.sign(np.where(np.abs(steps) > least, steps, 0.0))
        moving = np.flatnonzero(ways == way if way else ways)
        if not len(moving):
            return None
        first = start = int(moving[np.argmin(np.abs(moving - min(at, self.last - 1)))])
        while first > 0 and first not in self._cuts and ways[first - 1] == ways[start]:
            first -= 1
        return Stretch(first, until) if first < until else None

    def turn(self, name: str, stretch: Stretch) -> int:
        """The sample at which a quantity turns back, or meets what is set from outside; at most the end."""
        steps = np.diff(self._values[name])[stretch.start : stretch.end]
        cuts = [cut for cut in self._cuts if stretch.start < cut < stretch.end]
        back = np.flatnonzero(np.sign(steps) == -np.sign(steps[0]))
        turns: list[int] = (stretch.start + back[:1]).tolist()
        return min([stretch.end, *cuts, *turns])

    def onset(self, name: str, stretch: Stretch) -> float:
        """When (min) a quantity had made a tenth of its change in a stretch."""
        if name == "event" or self.jumps(name, stretch.start):
            return float(self.times[stretch.start])
        course = np.abs(self._away(name, stretch))
        begun = int(np.argmax(course >= _BEGUN * course.max()))
        return float(self.times[stretch.start + begun])

    def rises(self, name: str, stretch: Stretch) -> bool:
        """Which way a quantity went in a stretch; an event counts as a rise."""
        if name == "event":
            return True
        return bool(self._away(name, stretch).sum() >= 0.0)

    def way(self, name: str, start: int, at: int) -> float:
        """Whether a quantity is above (+1) or below (-1) at a sample what it was at the start."""
        return 1.0 if name == "event" else float(np.sign(self._away(name, Stretch(start, at))[-1]))

    def _away(self, name: str, stretch: Stretch) -> Array:
        """How far a quantity is from what it was at (an input: just before) the start of a stretch."""
        course: Array = self._values[name][stretch.start : stretch.end + 1]
        if name not in self.inputs:
            before = float(course[0])
        else:
            before = float(self._before(stretch.start).inputs[self.inputs.index(name)])
        return np.asarray(course - before)

    def settings(self, at: int) -> Settings | None:
        """What an event set at a sample."""
        return next((c.settings for c in self._conditions[1:] if self.sample(time_of(c.start)) == at), None)

    def event_at(self, at: int) -> bool:
        """Whether something was set at a sample."""
        return at in self._events

    def outside(self, start: int) -> dict[str, Without]:
        """What has come from outside since just before a sample: inputs that are others now or later, and,
        where an event set parameters there, the event."""
        before = self._before(start)
        found = {
            name: Without(input=(i, float(before.inputs[i])))
            for i, name in enumerate(self.inputs)
            if self.jumps(name, start) or np.ptp(self._values[name][start:]) > 0.0
        }
        if start in self._events and before.parameters != self._given[start].parameters:
            found["event"] = Without(parameters=before.parameters)
        return found

    def jumps(self, name: str, at: int) -> bool:
        """Whether an input is another one from a sample on."""
        if name not in self.inputs:
            return False
        i = self.inputs.index(name)
        return at in self._cuts and bool(self._before(at).inputs[i] != self._given[at].inputs[i])

    def slope(self, at: int, without: Without | None = None) -> list[float]:
        """d state / d min at a sample [S], as it was, or as it would be without a change from outside."""
        given = _without(self._given[at], without)
        inputs = tuple(given.inputs.tolist())
        return self._runner.rhs(0.0, self.states[:, at], given.parameters, lambda t: inputs)

    def jacobian(self, at: int) -> Array:
        """Derivatives of all slopes at a sample [S, S]."""
        given = self._given[at]
        inputs = tuple(given.inputs.tolist())
        return self._runner.jacobian(0.0, self.states[:, at], given.parameters, lambda t: inputs)

    def rule(
        self,
        name: str,
        places: NDArray[np.intp],
        states: Array | None = None,
        without: Without | None = None,
    ) -> Array:
        """A rule at samples, as it was, or with other states [S, K], or without a change from outside."""
        given = [_without(self._given[k], without) for k in places.tolist()]
        inputs = np.array([g.inputs for g in given]).T
        there = self.states[:, places] if states is None else states
        found = self._runner.read(there, given[0].parameters, inputs)[name]
        return np.broadcast_to(found, places.shape)

    def _at(self, time: float) -> Given:
        """What is given at a time (min), from a jump on the new values."""
        condition = next(c for c in reversed(self._conditions) if time_of(c.start) <= time + _JUST)
        return Given(np.array(condition.inputs(time)), condition.parameters)

    def _before(self, at: int) -> Given:
        """What was given just before a sample: before the start, what the cell had rested in."""
        if at == 0:
            first = self._conditions[0]
            return Given(np.array(first.resting_inputs), first.parameters)
        return self._at(float(self.times[at]) - 10 * _JUST)


def _without(given: Given, without: Without | None) -> Given:
    if without is None:
        return given
    inputs = given.inputs
    if without.input is not None:
        inputs = inputs.copy()
        inputs[without.input[0]] = without.input[1]
    return Given(inputs, without.parameters or given.parameters)
