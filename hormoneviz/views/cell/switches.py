"""Which molecules are on: of n drawn ones the i-th switches when the shown level passes its own threshold.

So the picture counts what the model says.  All rows are worked out in one go, because numpy charges by the
call.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, ease, scatter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Row:
    """So many molecules that answer to one level."""

    name: str
    count: int
    seed: int
    """rows with the same seed and count share their thresholds"""
    last_first: bool = False
    """whether those that switch last elsewhere switch first here"""


_SHARP = 6.0
"""a molecule switches on during a sixth of the way to the next one: soft, but rarely seen half done"""


class Switches:
    def __init__(self, rows: Sequence[Row]) -> None:
        self._names = [row.name for row in rows]
        self._counts = [row.count for row in rows]
        ends = np.cumsum(self._counts)
        self._parts = [slice(int(end) - row.count, int(end)) for row, end in zip(rows, ends, strict=True)]
        each = (thresholds(row.count, row.seed) for row in rows)
        self._sharp = _SHARP * np.repeat(self._counts, self._counts)
        self._own = np.concatenate(
            [1.0 - own if row.last_first else own for row, own in zip(rows, each, strict=True)]
        )

    def read(self, levels: Mapping[str, float]) -> dict[str, Floats]:
        """For each row, how far each molecule has switched on; soft, so that nothing flashes."""
        shown = np.repeat([levels[name] for name in self._names], self._counts)
        on = ease((shown - self._own) * self._sharp + 0.5)
        return {name: on[part] for name, part in zip(self._names, self._parts, strict=True)}


def thresholds(count: int, seed: int) -> Floats:
    """Evenly spread over 0..1, in a shuffled order."""
    return (np.argsort(scatter(np.arange(count), seed)) + 0.5) / count
