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


class Wander:
    """A calm, Brownian-looking drift of many, each coordinate within ±1; the same backwards.

    Each is a sum of sines of periods that share no common multiple, shifted by the wanderer's own phase (0 to
    1): never repeating in sight, and weaker the faster, as the path of a diffusing thing is at every scale.
    A shifted sine is a fixed mix of sine and cosine, so all of them together are one product of a matrix with
    the few sines of the moment.
    """

    def __init__(self, phase: Floats, period: float) -> None:
        turn = 2.0 * np.pi
        slow, fast = turn / period, turn / (0.47 * period)
        # (strength, frequency, shift) of each sine; a cosine is a sine a quarter of a turn ahead.
        across = (
            *((0.62, slow, turn * phase), (0.26, 1.3 * fast, 1.3 * 7.0 * turn * phase)),
            *((0.08, 3.7 * fast, 13.0 * turn * phase), (0.04, 8.3 * fast, 29.0 * turn * phase)),
        )
        down = (
            *((0.62, 1.1 * slow, 1.1 * turn * phase + 2.0 + 0.25 * turn),),
            *((0.26, fast, 7.0 * turn * phase + 0.25 * turn),),
            *((0.08, 4.1 * fast, 17.0 * turn * phase), (0.04, 7.7 * fast, 31.0 * turn * phase)),
        )
        self._frequencies = np.array([[f for _, f, _ in part] for part in (across, down)])
        mixes = [[(a * np.cos(shift), a * np.sin(shift)) for a, _, shift in part] for part in (across, down)]
        self._sines = [np.stack([m[0] for m in part], axis=1) for part in mixes]
        self._cosines = [np.stack([m[1] for m in part], axis=1) for part in mixes]

    def __call__(self, time: float) -> tuple[Floats, Floats]:
        """Both coordinates of all, at a time in the unit of the period."""
        angles = self._frequencies * time
        sine, cosine = np.sin(angles), np.cos(angles)
        x, y = (self._sines[k] @ sine[k] + self._cosines[k] @ cosine[k] for k in (0, 1))
        return x, y


def ease(x: Floats) -> Floats:
    """0 to 1 with a soft start and a soft stop; clipped outside."""
    x = np.minimum(np.maximum(x, 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)
