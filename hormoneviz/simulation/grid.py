"""The film's own grid of model time, which no frame rate and no scrub path can touch."""

from __future__ import annotations

import math

CELL = 0.05
"""min; the grid's step, 3 s: events lie on it and the vesicles' rates are sampled once in each cell"""

CHUNK = 600
"""cells; films grow by whole chunks of 30 min, so that what is solved never depends on who asked first"""


def cell_at(time: float) -> int:
    """The first grid cell that starts at `time` (min) or later."""
    return math.ceil(time / CELL - 1e-9)


def time_of(cell: int) -> float:
    """Where a cell starts, min."""
    return cell * CELL


def next_grid_time(time: float) -> float:
    """The grid time at or after `time`, rounded to what a file shows (ms)."""
    return round(cell_at(time) * CELL, 5)


def chunk_end(cell: int) -> int:
    """The end of the chunk that `cell` lies in."""
    return (cell // CHUNK + 1) * CHUNK
