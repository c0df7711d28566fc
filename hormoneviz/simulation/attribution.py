"""Attribution: how much each switch contributes to what sets the present state apart from the healthy twin.

For every set of the switches that are on, a twin with these switches alone is lived up to the week and the
minute; Shapley values share the difference out, so that the contributions sum to all of it. A switch that was
thrown during the film counts as if it had been on from the start (`as_it_stands`): the ledger is about the
state one is in, not about the moment of the change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hormoneviz.simulation.conditions import as_it_stands
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.shapley import coalitions_of, estimated, everyone, exact, orders
from hormoneviz.simulation.switches import Switch, switched_off, switches_on
from hormoneviz.simulation.twins import Twins

Array = NDArray[np.float64]

QUANTITIES = ("GLUT4_surface", "glucose_uptake", "HOMA_IR")
"""the cell's at the minute asked for, and the calendar's in the scenario's week"""
MOST_EXACT = 8
"""switches, 256 twins; with more, contributions are estimated from PAIRS pairs of orders"""
PAIRS, SEED = 12, 20


@dataclass(frozen=True, eq=False)
class Ledger:
    """Who did what. S switches, Q quantities, in the units of the film and the calendar."""

    time: float
    """min"""
    week: float
    switches: tuple[Switch, ...]
    quantities: tuple[str, ...]
    healthy: Array
    """of the twin with all switches off [Q]"""
    present: Array
    """[Q]"""
    contributions: Array
    """Shapley values [S, Q]; they sum to present - healthy"""
    alone: Array
    """what each switch would do by itself, from health [S, Q]"""
    together: Array
    """what all do beyond the sum of each alone [Q]"""
    exact: bool
    """False: more than MOST_EXACT switches, contributions are an estimate"""
    error: Array
    """standard errors of the contributions [S, Q]; zero where they are exact"""


class Accounting:
    """A ledger in the making, in slices of a few milliseconds: call `advance` until it says True.

    To cancel, stop calling. Equal scenarios and times make equal ledgers.

    Raises (from `advance`):
        SolverFailed: one of the twins cannot be solved.
    """

    def __init__(self, scenario: Scenario, time: float, before: Accounting | None = None) -> None:
        """With an accounting `before` of the same scenario that is done, only the time is another: its twins
        are taken on, which leaves little to do, and never another result.

        Raises UnitError if a quantity of the scenario cannot be read.
        """
        self.time = time
        self.scenario = as_it_stands(scenario, time)
        self.switches = switches_on(self.scenario)
        self.progress = 0.0
        """0 to 1"""
        self.result: Ledger | None = None
        same = before is not None and before.result is not None and before.scenario == self.scenario
        self.twins: Twins | None = before.twins if before and same else None
        self._work = self._account()

    def advance(self) -> bool:
        """Work for a few milliseconds; whether `result` is there."""
        self.progress = next(self._work, 1.0)
        return self.result is not None

    def _account(self) -> Iterator[float]:
        players = len(self.switches)
        few = players <= MOST_EXACT
        drawn = [] if few else orders(players, PAIRS, SEED)
        coalitions = list(range(1 << players)) if few else coalitions_of(drawn, players)
        if self.twins is None:
            self.twins = Twins([self._twin(coalition) for coalition in coalitions])
            yield from _rising(self.twins.settle(), 0.0, 0.6)
        yield from _rising(self.twins.reach(self.time), self.progress, 0.99)
        cells = self.twins.at(self.time)
        homa = [state["HOMA_IR"] for state in self.twins.states]
        table = np.array([*(cells[name] for name in QUANTITIES[:2]), homa]).T
        worth = dict(zip(coalitions, table, strict=True))
        if few:
            shares = exact(worth, players)
            errors = np.zeros_like(shares)
        else:
            shares, errors = estimated(worth, drawn)
        self.result = self._ledger(worth, shares, errors, few)
        yield 1.0

    def _twin(self, coalition: int) -> Scenario:
        """The scenario with only those switches on."""
        off = [switch for i, switch in enumerate(self.switches) if not coalition >> i & 1]
        return switched_off(self.scenario, off)

    def _ledger(self, worth: Mapping[int, Array], shares: Array, errors: Array, few: bool) -> Ledger:
        players = len(self.switches)
        healthy, present = worth[0], worth[everyone(players)]
        alone = np.array([worth[1 << i] - healthy for i in range(players)]).reshape(players, len(QUANTITIES))
        return Ledger(
            time=self.time,
            week=self.scenario.week,
            switches=self.switches,
            quantities=QUANTITIES,
            healthy=healthy,
            present=present,
            contributions=shares,
            alone=alone,
            together=present - healthy - alone.sum(axis=0),
            exact=few,
            error=errors,
        )


def ledger(scenario: Scenario, time: float) -> Ledger:
    """The ledger of a scenario at a time (min), all at once.

    Raises:
        UnitError: a quantity of the scenario cannot be read.
        SolverFailed: one of the twins cannot be solved.
    """
    accounting = Accounting(scenario, time)
    while not accounting.advance():
        pass
    assert accounting.result is not None
    return accounting.result


def _rising(work: Iterator[None], start: float, end: float) -> Iterator[float]:
    """Progress of work whose length nobody knows: each slice takes a fiftieth of what is left."""
    for _ in work:
        start += 0.02 * (end - start)
        yield start
