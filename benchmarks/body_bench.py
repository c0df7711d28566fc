"""Experiments on the body alone, as the trials did them: drinks, clamps, infusions.

Runs go through odeint with the generated right-hand side and Jacobian, one stretch of constant inputs after
another; a `Body` keeps each run it has made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import odeint

from benchmarks.experiment import SolverError
from hormoneviz.kinetics.body import body
from hormoneviz.kinetics.compiled import compiled

Array = NDArray[np.float64]
Course = dict[str, Array]
NOTHING = {i.name: 0.0 for i in body().inputs}
LONG = 6000.0
"""min; every transient of the body but sepsis, which rests at nothing, is gone by then"""
UNIT = 6.0
"""pM in 1 uU/mL of insulin"""
CLAMP = 420.0
"""pM of insulin that 1 mU/kg/min reaches, 70 uU/mL"""
DRINK = 5.0
"""min in which the glucose drink is taken"""


Stretch = tuple[float, tuple[tuple[str, float], ...]]
"""minutes, and what is given all the while, by name of the input"""


class Body:
    """One body by its parameters; every experiment begins fasting and rested."""

    def __init__(self, changes: Mapping[str, float] | None = None, tolerance: float = 1e-8) -> None:
        self.code = compiled(body())
        self.changes = dict(changes or {})
        self.parameters = self.code.ordered(self.changes)
        self.value = {p.name: v for p, v in zip(self.code.network.parameters, self.parameters, strict=True)}
        self.tolerance = tolerance
        self.run = lru_cache(maxsize=None)(self._run)

    def with_changes(self, **changes: float) -> Body:
        """The same body with other parameters."""
        return Body({**self.changes, **changes}, self.tolerance)

    @cached_property
    def rest(self) -> Array:
        """The fasting state [S]."""
        given = self._given({})
        return self._solve(self.code.start(self.parameters), np.array([0.0, LONG]), given)[-1]

    def ogtt(self, grams: float = 75.0, minutes: int = 180) -> Course:
        """Every quantity for each minute from the start of a glucose drink."""
        drink = (DRINK, (("eaten", grams * 1000.0 / DRINK),))
        return self.run((drink, (minutes - DRINK, ())))

    def clamp(
        self, insulin: float = CLAMP, minutes: int = 180, glucose: float = 92.0, **inputs: float
    ) -> Course:
        """Every quantity for each minute of a clamp, with something else constant beside it."""
        held = {"insulin_target": insulin, "glucose_target": glucose, **inputs}
        return self.run(((float(minutes), tuple(sorted(held.items()))),))

    def pulse(self, plateau: float, lasting: int, minutes: int, before: int = 0, **held: float) -> Course:
        """Growth hormone infused towards so many ug/L above rest for so long, with clamps beside it.

        The course begins with the infusion; the clamps have then been on for `before` min.
        """
        beside = tuple(sorted(held.items()))
        given = (("GH_infusion", plateau * self.value["k_gh"]), *beside)
        stretches = ((float(before), beside), (float(lasting), given), (float(minutes - lasting), beside))
        course = self.run(tuple(part for part in stretches if part[0]))
        return {name: values[before:] for name, values in course.items()}

    def at_rest(self) -> dict[str, float]:
        """Every quantity, fasting."""
        return {name: float(v[0]) for name, v in self._read(self.rest[None], self._given({})).items()}

    def _run(self, stretches: Sequence[Stretch]) -> Course:
        state, parts = self.rest, list[Course]()
        for minutes, inputs in stretches:
            given = self._given(dict(inputs))
            states = self._solve(state, np.arange(0.0, minutes + 0.5), given)
            state = states[-1]
            parts.append(self._read(states if not parts else states[1:], given))
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}

    def _given(self, inputs: Mapping[str, float]) -> tuple[float, ...]:
        return tuple({**NOTHING, "TNF": self.value["TNF_b"], **inputs}.values())

    def _read(self, states: Array, given: tuple[float, ...]) -> Course:
        held = np.repeat(np.array(given)[:, None], len(states), axis=1)
        read = self.code.read(states.T, self.parameters, held)
        return {name: np.broadcast_to(v, len(states)) for name, v in read.items()}

    def _solve(self, start: Array, times: Array, given: tuple[float, ...]) -> Array:
        def slope(t: float, y: Array) -> list[float]:
            return self.code.rhs(t, y, self.parameters, lambda t: given)

        def jacobian(t: float, y: Array) -> Array:
            return self.code.jacobian(t, y, self.parameters, lambda t: given)

        states, report = odeint(
            slope,
            start,
            times,
            Dfun=jacobian,
            tfirst=True,
            rtol=self.tolerance,
            atol=self.tolerance * 1e-3,
            mxstep=5000,
            full_output=True,
        )
        if report["message"] != "Integration successful.":
            raise SolverError(f"body: {report['message']}")
        return np.asarray(states)


def drop(with_it: Course, without: Course, name: str = "GIR") -> Array:
    """Change of a quantity against the control, as a share of the control, for each minute."""
    share: Array = with_it[name] / np.maximum(without[name], 1e-9) - 1.0
    return share


def bottom(change: Array) -> float:
    """The minute of the lowest value, by the parabola through it and its neighbours."""
    i = int(change.argmin())
    if not 0 < i < len(change) - 1:
        return float(i)
    left, here, right = (float(v) for v in change[i - 1 : i + 2])
    return i + 0.5 * (left - right) / max(left - 2 * here + right, 1e-12)
