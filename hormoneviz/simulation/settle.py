"""Settle: where a system comes to rest, by following it coarsely for long and then by Newton's method.

The coarse way decides which state of rest it is and that it is stable; Newton's method puts the digits right.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import ODEintWarning, odeint

Array = NDArray[np.float64]
Slopes = Callable[[float, Array], Sequence[float]]
Jacobian = Callable[[float, Array], Array]

COARSE = 1e-2
"""relative solver tolerance of the way to rest; absolute a thousandth of it"""
STEP = 1e8
"""time of one implicit Euler step, in the system's unit: so long that it is a step of Newton's method, and
still it keeps every conserved total and can be solved where the Jacobian alone is singular because of them"""
MOST_STEPS = 12
SETTLED = 1e-8
"""a step of this relative size is the last"""
NEAR = 0.05
"""how far, as a share of it, Newton's method may go from where the coarse way ended: further away it may be
another state of rest, or the system was not at rest yet"""
SMALL = 1e-6
"""a state below this counts as that large in relative measures"""


def settle(slopes: Slopes, jacobian: Jacobian, start: Array, long: float) -> Array | None:
    """The state that a system at `start` comes to rest in within the time `long` [S].

    None where that cannot be told: the solver or Newton's method failed, or they do not agree.
    """
    followed = _follow(slopes, jacobian, start, long)
    if followed is None:
        return None
    rest = newton(slopes, jacobian, followed)
    if rest is None or np.any(np.abs(rest - followed) > NEAR * (np.abs(followed) + 1e-2)):
        return None
    return rest


def newton(slopes: Slopes, jacobian: Jacobian, near: Array) -> Array | None:
    """The state of rest near a state, with its conserved totals [S]; None where there is none, or where it
    is negative."""
    state, unit = near, np.eye(len(near)) / STEP
    for _ in range(MOST_STEPS):
        try:
            with np.errstate(all="ignore"):
                change = np.linalg.solve(unit - jacobian(0.0, state), np.array(slopes(0.0, state)))
        except (ArithmeticError, ValueError, TypeError, np.linalg.LinAlgError):
            return None
        state = state + change
        if not np.all(np.isfinite(state)):
            return None
        if np.all(np.abs(change) <= SETTLED * (np.abs(state) + SMALL)):
            return np.maximum(state, 0.0) if state.min() > -SMALL * SETTLED else None
    return None


def _follow(slopes: Slopes, jacobian: Jacobian, start: Array, long: float) -> Array | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ODEintWarning)
            states: Array = odeint(
                slopes,
                start,
                (0.0, long),
                Dfun=jacobian,
                tfirst=True,
                rtol=COARSE,
                atol=1e-3 * COARSE,
                mxstep=2000,
            )
    except (ODEintWarning, ArithmeticError, ValueError, TypeError):
        return None
    end: Array = states[-1]
    return end
