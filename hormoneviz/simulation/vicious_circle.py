"""The vicious circle as one number: low testosterone -> insulin resistance and inflammation -> lower
testosterone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

AXIS = ("LH", "pituitary", "testosterone", "estradiol")
METABOLISM = (
    *("androgen_effect", "VAT", "SAT", "lean_mass", "inflammation"),
    *("fasting_glucose", "B"),
)


def loop_gain(jacobian: Array, places: Mapping[str, int]) -> float:
    """The gain of the loop between the gonadal axis and metabolism, each left to settle.

    Both halves are linear near a state: x = -A⁻¹B y for the axis, y = -D⁻¹C x for metabolism. What comes
    back of a change that goes round once is A⁻¹B D⁻¹C; its largest eigenvalue is the gain, which is a share:
    below 1 the loop settles, at 1 / (1 - gain) times the first fall.
    """
    axis, metabolism = ([places[name] for name in names] for names in (AXIS, METABOLISM))
    a, b = jacobian[np.ix_(axis, axis)], jacobian[np.ix_(axis, metabolism)]
    c, d = jacobian[np.ix_(metabolism, axis)], jacobian[np.ix_(metabolism, metabolism)]
    once = np.linalg.solve(a, b) @ np.linalg.solve(d, c)
    return float(np.max(np.linalg.eigvals(once).real))
