"""Sprites: hundreds of small pictures in one call.

`QPainter.drawPixmapFragments` takes a C array of ten doubles a fragment.  A C-contiguous (N, 10) numpy array is that
array, so positions are written by numpy and never pass through Python objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.views.cell.atlas import Atlas
    from hormoneviz.views.cell.hashing import Floats

PHASES = 4
"""sub-pixel positions a way: an emblem is drawn 4 x 4 times into the atlas, so that slow drift does not shimmer"""


class Sprites:
    """A list of emblems to draw, in order; emptied and refilled for each picture."""

    def __init__(self, atlas: Atlas, room: int = 2048) -> None:
        self.atlas = atlas
        self.count = 0
        self._make_room(room)

    def clear(self) -> None:
        self.count = 0

    def add(self, emblem: str, x: Floats, y: Floats, opacity: Floats | float = 1.0) -> None:
        """The same emblem centred on each (x, y), in device pixels."""
        self.add_each(np.full(len(x), self.atlas.number[emblem]), x, y, opacity)

    def add_each(self, emblems: NDArray[np.intp], x: Floats, y: Floats, opacity: Floats | float = 1.0) -> None:
        """An emblem each, by its number in the atlas."""
        start, end = self.count, self.count + len(x)
        if end > len(self._rows):
            self._make_room(2 * end)
        rows = self._rows[start:end]
        size = self.atlas.sizes[emblems]
        corner = np.stack([x, y], axis=1) - 0.5 * size
        whole = np.floor(corner)
        step = ((corner - whole) * PHASES).astype(np.intp)
        rows[:, 0:2] = whole + 0.5 * size
        rows[:, 2:4] = self.atlas.corners[emblems, step[:, 1] * PHASES + step[:, 0]]
        rows[:, 4:6] = size
        rows[:, 9] = opacity
        self.count = end

    def draw(self, painter: QPainter) -> None:
        """Everything added since `clear`."""
        if self.count:
            painter.drawPixmapFragments(self._first, self.count, self.atlas.pixmap)

    def _make_room(self, room: int) -> None:
        kept = self._rows[: self.count] if self.count else np.empty((0, 10))
        self._rows = np.zeros((room, 10))
        self._rows[:, 6:8] = 1.0
        self._rows[: len(kept)] = kept
        wrapped = Shiboken.wrapInstance(self._rows.ctypes.data, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", wrapped)
