"""Dense: the polynomials that LSODA leaves behind, one a step, read at any number of times in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import DenseOutput

# Not exported by scipy, but typed by its stubs: the only way to the numbers behind a DenseOutput.
from scipy.integrate._ivp.lsoda import LsodaDenseOutput

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Dense:
    """States as piecewise polynomials of time.

    Evaluated by Horner's rule with elementwise operations alone: a product of matrices rounds differently
    with the number of its columns, and then a film with a later event would not share its past to the last
    bit.
    """

    ends: Array
    """min, where each of the solver's steps ended [K]"""
    lengths: Array
    """min, what the time since the end of a step is measured in [K]"""
    coefficients: Array
    """highest power first, zero where a step has fewer than others [orders, K, S]"""

    @classmethod
    def of(cls, outputs: Sequence[DenseOutput]) -> Dense:
        """What LSODA gave after each step of one run, in order."""
        steps = [output for output in outputs if isinstance(output, LsodaDenseOutput)]
        orders = max(len(step.p) for step in steps)
        coefficients = np.zeros((orders, len(steps), len(steps[0].yh)))
        for k, step in enumerate(steps):
            coefficients[orders - len(step.p) :, k] = step.yh.T[::-1]
        return cls(np.array([s.t for s in steps]), np.array([s.h for s in steps]), coefficients)

    def __call__(self, times: Array) -> Array:
        """States at times (min, any order) [S, T]; a step owns its end."""
        step = np.minimum(np.searchsorted(self.ends, times), len(self.ends) - 1)
        x = ((times - self.ends[step]) / self.lengths[step])[:, None]
        value: Array = self.coefficients[0, step]
        for power in self.coefficients[1:]:
            value = value * x + power[step]
        return value.T
