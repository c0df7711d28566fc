"""Draws: the random numbers of the vesicles, the same for whoever asks first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BLOCK = 32
"""draws are made for this many transitions of all vesicles at a time"""


class Draws:
    """Two numbers by (vesicle, transition), from counter-based generators: no state, any order."""

    def __init__(self, seed: int, vesicles: int) -> None:
        self.seed = seed
        self.vesicles = vesicles
        self._waits = np.empty((vesicles, 0))
        self._choices = np.empty((vesicles, 0))

    def first(self) -> Array:
        """One number a vesicle, for where it is at time 0 [N]."""
        return self._generator(0).random(self.vesicles)

    def pair(self, vesicle: NDArray[np.intp], jump: NDArray[np.int32]) -> tuple[Array, Array]:
        """(waiting time ~ Exp(1), choice ~ U(0, 1)) of transition `jump` of each `vesicle`."""
        while jump.max(initial=-1) >= self._waits.shape[1]:
            self._add_block()
        return self._waits[vesicle, jump], self._choices[vesicle, jump]

    def _add_block(self) -> None:
        # Row i of the array is the same for any number of rows: vesicle i keeps its numbers when there are
        # more of them.
        block = self._waits.shape[1] // BLOCK + 1
        numbers = self._generator(block).random((self.vesicles, BLOCK, 2))
        self._waits = np.concatenate([self._waits, -np.log1p(-numbers[:, :, 0])], axis=1)
        self._choices = np.concatenate([self._choices, numbers[:, :, 1]], axis=1)

    def _generator(self, block: int) -> np.random.Generator:
        return np.random.Generator(np.random.Philox(key=np.array([self.seed, block], dtype=np.uint64)))
