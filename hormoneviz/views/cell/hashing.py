"""Chance without a dice: numbers that look random and depend on nothing but their keys.

All that a view invents (where a vesicle sits, how it sways) comes from here, so that the same Frame is
the same picture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)


def scatter(*keys: ArrayLike) -> Floats:
    """A number in [0, 1) for each combination of integer keys (broadcast), after splitmix64."""
    state = np.zeros(1, np.uint64)
    for key in keys:
        state = (state ^ np.asarray(key).astype(np.uint64)) + _GAMMA
        state = (state ^ (state >> np.uint64(30))) * _MIX_1
        state = (state ^ (state >> np.uint64(27))) * _MIX_2
        state = state ^ (state >> np.uint64(31))
    return (state >> np.uint64(11)).astype(np.float64) * 2.0**-53


def even(count: int) -> tuple[Floats, Floats]:
    """So many points in the unit square that keep their distance (the R2 sequence); the first n are even
    too."""
    k = np.arange(1, count + 1, dtype=np.float64)
    return (0.5 + 0.7548776662466927 * k) % 1.0, (0.5 + 0.5698402909980532 * k) % 1.0


def sunflower(count: int) -> tuple[Floats, Floats]:
    """So many evenly packed places in the unit disc."""
    k = np.arange(count, dtype=np.float64)
    radius = np.sqrt((k + 0.5) / max(count, 1))
    angle = k * 2.399963229728653
    return radius * np.cos(angle), radius * np.sin(angle)


def wander(time: float, phase: Floats, period: float) -> tuple[Floats, Floats]:
    """A calm Brownian-looking drift, each coordinate within about ±1; `phase` in [0, 1) tells wanderers
    apart.

    Two sines whose periods share no common multiple: smooth, never repeating in sight, the same backwards.
    """
    turn = 2.0 * np.pi
    slow = turn * (time / period + phase)
    fast = turn * (time / (0.47 * period) + 7.0 * phase)
    return 0.7 * np.sin(slow) + 0.3 * np.sin(1.3 * fast), 0.7 * np.cos(1.1 * slow + 2.0) + 0.3 * np.cos(fast)


def ease(x: Floats) -> Floats:
    """0 to 1 with a soft start and a soft stop; clipped outside."""
    x = np.minimum(np.maximum(x, 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)
