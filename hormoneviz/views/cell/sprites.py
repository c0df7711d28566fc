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
_FAINT = 0.3
"""opacity below which a sprite cannot be pointed at"""


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
        number = self.atlas.number[emblem]
        self.add_each(np.full(len(x), number), x, y, opacity)

    def add_each(
        self,
        emblems: NDArray[np.intp],
        x: Floats,
        y: Floats,
        opacity: Floats | float = 1.0,
        tags: NDArray[np.int8] | None = None,
    ) -> None:
        """An emblem each, by its number in the atlas; a tag says more about each to `find`."""
        start, end = self.count, self.count + len(x)
        if end > len(self._rows):
            self._make_room(2 * end)
        rows = self._rows[start:end]
        size = self.atlas.sizes[emblems]
        corner = np.column_stack((x, y)) - 0.5 * size
        whole = np.floor(corner)
        step = ((corner - whole) * PHASES).astype(np.intp)
        rows[:, 0:2] = whole + 0.5 * size
        rows[:, 2:4] = self.atlas.corners[emblems, step[:, 1] * PHASES + step[:, 0]]
        rows[:, 4:6] = size
        rows[:, 9] = opacity
        self._emblems[start:end] = emblems
        self._tags[start:end] = -1 if tags is None else tags
        self.count = end

    def draw(self, painter: QPainter) -> None:
        """Everything added since `clear`."""
        if self.count:
            painter.drawPixmapFragments(self._first, self.count, self.atlas.pixmap)

    def find(self, x: float, y: float) -> tuple[str, int] | None:
        """Emblem and tag of the uppermost sprite whose heart is under the point (device pixels)."""
        rows = self._rows[: self.count]
        reach = self.atlas.reach[self._emblems[: self.count]]
        near = ((rows[:, 0] - x) / reach[:, 0]) ** 2 + ((rows[:, 1] - y) / reach[:, 1]) ** 2 <= 1.0
        hits = np.flatnonzero(near & (rows[:, 9] > _FAINT))
        if not hits.size:
            return None
        top = int(hits[-1])
        return self.atlas.names[self._emblems[top]], int(self._tags[top])

    def _make_room(self, room: int) -> None:
        kept = self.count
        rows, emblems, tags = np.zeros((room, 10)), np.zeros(room, np.intp), np.zeros(room, np.int8)
        rows[:, 6:8] = 1.0
        if kept:
            rows[:kept], emblems[:kept], tags[:kept] = self._rows[:kept], self._emblems[:kept], self._tags[:kept]
        self._rows, self._emblems, self._tags = rows, emblems, tags
        wrapped = Shiboken.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", wrapped)
