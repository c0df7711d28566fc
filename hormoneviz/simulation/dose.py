"""Dose: how this cell, and the healthy twin's, answer insulin from 0.001 to 100 nM in a dish.

Each dose is a bath of its own, given to a cell at rest; what is read is the cell after HOLD minutes. All
doses of both cells are lanes of one batch. The person is as the scenario stands, as if that had always been
so; what only the living body does to its cells from minute to minute (a clamp's lipids, a pulse of growth
hormone) is not in the dish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from hormoneviz.kinetics.lanes import lanes
from hormoneviz.simulation.batch import Batch, Given
from hormoneviz.simulation.conditions import Condition, conditions, network_of
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.ode import rest
from hormoneviz.simulation.scenario import Protocol, Scenario

Array = NDArray[np.float64]

HOLD: Final = 30.0
"""min in the bath: as most dose-response curves of glucose uptake were measured, in 20 to 60 min"""
DOSES: Final[tuple[float, ...]] = tuple(round(10.0 ** (-3 + i / 10), 6) for i in range(51))
"""nM, ten to a power of ten"""
QUANTITIES: Final = ("GLUT4_surface", "glucose_uptake")
_RELATIVE, _FLOOR = 1e-4, 1e-3
"""of a step (batch.py)"""
_OPENING: Final = 0.05
"""min, the first step after insulin comes"""


@dataclass(frozen=True, slots=True, eq=False)
class Response:
    """What one cell does at each dose, in the network's units."""

    doses: Array
    """nM, ascending [D]"""
    values: dict[str, Array]
    """by quantity of QUANTITIES [D]"""
    rest: dict[str, float]
    """the same without any insulin"""

    def maximum(self, name: str) -> float:
        """The most that any of the doses does."""
        return float(self.values[name].max())

    def half(self, name: str) -> float | None:
        """The dose (nM) of the half-maximal answer, between rest and maximum (EC50); None where the cell
        does not answer, or has done so at the lowest dose."""
        start, answer = self.rest[name], self.values[name]
        middle = 0.5 * (start + self.maximum(name))
        over = np.flatnonzero(answer >= middle)
        if self.maximum(name) - start < 1e-3 * max(start, 1e-9) or len(over) == 0 or over[0] == 0:
            return None
        i = int(over[0])
        share = (middle - answer[i - 1]) / (answer[i] - answer[i - 1])
        low, high = np.log10(self.doses[i - 1 : i + 1])
        return float(10.0 ** (low + share * (high - low)))

    def at(self, name: str, dose: float) -> float:
        """The answer to any dose (nM), between those that were solved; beyond them, that to the last."""
        found = np.interp(np.log10(max(dose, 1e-12)), np.log10(self.doses), self.values[name])
        return float(found)


class DoseResponse:
    """The work on the curves of a scenario as it stands, in slices of a few milliseconds.

    Raises (from `advance`):
        SolverFailed: one of the baths cannot be solved.
        UnitError: a quantity of the scenario cannot be read.
    """

    def __init__(self, standing: Scenario, doses: tuple[float, ...] = DOSES, hold: float = HOLD) -> None:
        self._cells = (in_dish(healthy_twin(standing)), in_dish(standing))
        self._doses, self._hold = np.array(doses), hold
        self.progress = 0.0
        """0 to 1"""
        self.result: tuple[Response, Response] | None = None
        """(healthy, present), once there"""
        self._steps = self._work()

    def advance(self) -> bool:
        """One more slice; True once there is a result."""
        next(self._steps, None)
        return self.result is not None

    def _work(self) -> Iterator[None]:
        found = [conditions(cell)[0] for cell in self._cells]
        yield
        runner = network_of(self._cells[0])
        starts = []
        for cell, condition in zip(self._cells, found, strict=True):
            starts.append(rest(network_of(cell), condition.parameters, condition.resting_inputs))
            yield
        place = [given.name for given in runner.network.inputs].index("insulin")
        each = len(self._doses) + 1  # the first lane of each cell is rest
        inputs = np.concatenate([_baths(condition, place, self._doses) for condition in found], axis=1)
        parameters = np.concatenate([_repeated(c.parameters, each) for c in found], axis=1)
        batch = Batch(
            *(lanes(runner.network), parameters, np.repeat(np.array(starts).T, each, axis=1)),
            *(_RELATIVE, _FLOOR),
        )
        batch.restart(_OPENING)
        for step in batch.steps(Given(0.0, self._hold, lambda t: inputs, changing=False)):
            self.progress = step.end / self._hold
            yield
        read = runner.read(batch.state, parameters, inputs)  # type: ignore[arg-type]
        healthy, present = (self._response(read, slice(i * each, (i + 1) * each)) for i in (0, 1))
        self.result = healthy, present

    def _response(self, read: dict[str, Array], lanes_of: slice) -> Response:
        own = {name: read[name][lanes_of] for name in QUANTITIES}
        return Response(
            self._doses,
            {name: values[1:] for name, values in own.items()},
            {name: float(values[0]) for name, values in own.items()},
        )


def dose_response(
    standing: Scenario, doses: tuple[float, ...] = DOSES, hold: float = HOLD
) -> tuple[Response, Response]:
    """(healthy, present) after `hold` min in baths of those doses (nM).

    Raises:
        SolverFailed: one of the baths cannot be solved.
        UnitError: a quantity of the scenario cannot be read.
    """
    work = DoseResponse(standing, doses, hold)
    while not work.advance():
        pass
    if work.result is None:
        raise SolverFailed("the baths came to no end")
    return work.result


def in_dish(standing: Scenario) -> Scenario:
    """The scenario's cell in a dish: in the bath that it is in, or one with the usual glucose."""
    bath = standing.protocol if standing.protocol.kind == "bath" else Protocol("bath")
    protocol = replace(bath, insulin="0 nM", washout_at=None)
    return replace(standing, protocol=protocol, event=(), duration="120 min")


def _baths(condition: Condition, place: int, doses: Array) -> Array:
    """The network's inputs in rest and in each bath [I, 1 + D]."""
    inputs = _repeated(condition.resting_inputs, len(doses) + 1)
    inputs[place, 1:] = doses
    return inputs


def _repeated(values: tuple[float, ...], times: int) -> Array:
    return np.repeat(np.array(values)[:, None], times, axis=1)
