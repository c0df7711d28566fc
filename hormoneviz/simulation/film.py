"""Film: what follows from a Scenario. `film.at(t)` is a pure function of scenario and t, forwards, backwards
or paused."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.network import Network
from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.simulation import units
from hormoneviz.simulation.conditions import Condition, conditions, network_of
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.grid import CELL, chunk_end, time_of
from hormoneviz.simulation.ode import Solution
from hormoneviz.simulation.scenario import Scenario, Settings
from hormoneviz.simulation.vesicles import Histories, Stay

Array = NDArray[np.float64]

LOOK_AHEAD = 1.0
"""min; how far ahead a Frame tells when a vesicle will move on, so that a glide can end in time"""

FOREVER = sys.maxsize
"""a cell that no film reaches"""


class Film:
    """The dense course of every quantity and the history of every vesicle, extended lazily; the past never
    changes.

    Raises (from any method that looks further than was solved):
        SolverFailed: the scenario's parameters make a system that cannot be solved.
    """

    def __init__(self, scenario: Scenario, before: Film | None = None) -> None:
        """Make the film of a scenario, sharing with the film `before` all that lies before their first
        difference."""
        self.scenario = scenario
        self.duration = units.read(scenario.duration, "time")
        self._runner = network_of(scenario)
        self._conditions = conditions(scenario)
        names = [s.name for s in self._runner.network.species]
        self._traffic = [names.index(name) for name in COMPARTMENTS]
        shared = _first_difference(before, scenario, self._conditions) if before else 0
        if before and shared:
            self._adopt(before, shared)
        else:
            self._solution = Solution(self._runner, self._conditions)
            self._histories: Histories | None = None
            self._uptake = np.zeros(1)

    @property
    def events(self) -> tuple[tuple[float, Settings], ...]:
        """(time in min, what was set) of each event."""
        return tuple((time_of(c.start), c.settings) for c in self._conditions[1:])

    @property
    def vesicle_total(self) -> int:
        """How many vesicles stand for the GLUT4 of a normal cell."""
        return self.scenario.vesicles

    @property
    def units_of_series(self) -> dict[str, str]:
        """The unit of every quantity that `series` and a Frame know, in the network's order."""
        network = self._runner.network
        names = [
            *(i.name for i in network.inputs),
            *(s.name for s in network.species),
            *(r.name for r in network.rules),
        ]
        return {name: network.units[name] for name in names}

    @property
    def network(self) -> Network:
        """The network that is solved."""
        return self._runner.network

    def parameters_at(self, time: float) -> dict[str, float]:
        """The value of every parameter of the network at a time (min), hormones and overrides worked in."""
        now = next(c for c in reversed(self._conditions) if time_of(c.start) <= time)
        names = (p.name for p in self.network.parameters)
        return dict(zip(names, now.parameters, strict=True))

    def at(self, time: float) -> Frame:
        """The frame at `time`, in min from the start of the experiment (0 or later)."""
        histories = self._extend(int((time + LOOK_AHEAD) / CELL))
        values = {name: float(v[0]) for name, v in self._solution.read(np.array([time])).items()}
        return Frame(
            time=time,
            tissue=self.scenario.tissue,
            values=values,
            vesicles=histories.at(time, until=time + LOOK_AHEAD),
            present=int(self._present(np.array([time]))[0]),
            glucose_taken=float(np.interp(time, np.arange(len(self._uptake)) * CELL, self._uptake)),
        )

    def series(self, names: Sequence[str], times: Sequence[float] | Array) -> dict[str, Array]:
        """Those quantities at those times (min) [T each].

        Raises:
            KeyError: a name that no Frame has.
        """
        at = np.asarray(times, dtype=float)
        self._solution.extend(int(at.max(initial=0.0) / CELL))
        values = self._solution.read(at)
        return {name: values[name] for name in names}

    def counts(self, times: Sequence[float] | Array) -> NDArray[np.intp]:
        """How many of the cell's vesicles are in each compartment at those times (min) [T, 10]."""
        at = np.asarray(times, dtype=float)
        histories = self._extend(int(at.max(initial=0.0) / CELL))
        return histories.counts(at, self._present(at))

    def life(self, vesicle: int, until: float) -> tuple[Stay, ...]:
        """Where a vesicle was from time 0 to `until` (min): its stays in order, the last one without end.

        What comes after `until` is not told, so the same moment tells the same life however far the film has
        been looked at.  Raises IndexError if no vesicle has that number.
        """
        return self._extend(int(until / CELL)).life(vesicle, until)

    def _extend(self, cell: int) -> Histories:
        """Solve, and let the vesicles live, to the end of the chunk of `cell`."""
        self._solution.extend(cell)
        if self._histories is None:
            shares = self._solution.pieces[0].states(np.array([0.0]))[self._traffic, 0]
            self._histories = Histories(self.scenario.seed, self.scenario.vesicles, shares)
        start, goal = self._histories.end, chunk_end(cell)
        if start < goal:
            rates, uptake = self._rates((np.arange(start, goal, dtype=np.float64) + 0.5) * CELL)
            self._histories.extend(rates)
            more = np.cumsum(np.append(self._uptake[-1], uptake * CELL))[1:]
            self._uptake = np.append(self._uptake, more)
        return self._histories

    def _rates(self, times: Array) -> tuple[Array, Array]:
        """Rate of each event for one vesicle, 1/min [16, T], and glucose uptake [T], at ascending times."""
        rates, uptake = [], []
        for piece, places in self._solution.by_piece(times):
            inside = times[places]
            given = piece.states(inside), piece.condition.parameters, piece.inputs(inside)
            rates.append(self._runner.propensities(*given))
            uptake.append(self._runner.read(*given)["glucose_uptake"])
        return np.concatenate(rates, axis=1), np.concatenate(uptake)

    def _present(self, times: Array) -> NDArray[np.intp]:
        """How many vesicles the cell owns at those times: fewer than all where GLUT4 is scarce."""
        place = [p.name for p in self._runner.network.parameters].index("G4tot")
        total = np.empty(len(times))
        for piece, places in self._solution.by_piece(times):
            total[places] = piece.condition.parameters[place]
        share = np.clip(total, 0.0, 1.0)
        return np.rint(share * self.scenario.vesicles).astype(np.intp)

    def _adopt(self, before: Film, cell: int) -> None:
        self._solution = before._solution.shared_with(cell, self._conditions)
        shared = min(cell, before._histories.end if before._histories else 0)
        self._histories = before._histories.cut(shared) if before._histories else None
        self._uptake = before._uptake[: shared + 1]


def _first_difference(before: Film, scenario: Scenario, after: tuple[Condition, ...]) -> int:
    """The first cell at which the two films may differ; 0 if they share nothing."""
    earlier = before.scenario
    same_cast = (scenario.tissue, scenario.seed, scenario.vesicles, scenario.person) == (
        *(earlier.tissue, earlier.seed, earlier.vesicles, earlier.person),
    )
    if not same_cast:
        return 0
    old, new = _plan(before._conditions), _plan(after)
    if _untimed(earlier) != _untimed(scenario):
        return 0
    differing = {start for start in old.keys() | new.keys() if old.get(start) != new.get(start)}
    return min(differing, default=FOREVER)


def _plan(found: tuple[Condition, ...]) -> dict[int, Settings]:
    return {c.start: c.settings for c in found[1:]}


def _untimed(scenario: Scenario) -> tuple[object, ...]:
    """All that acts from time 0 on."""
    return (
        *(scenario.hormones, scenario.inflammation, scenario.evidence, scenario.protocol),
        *(scenario.week, scenario.therapy),
        tuple(sorted(scenario.parameters.items())),
    )
