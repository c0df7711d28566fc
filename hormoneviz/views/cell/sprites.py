"""Sprites: hundreds of small pictures in one call.

`QPainter.drawPixmapFragments` takes a C array of ten doubles a fragment.  A C-contiguous (N, 10) numpy array
is that array, so positions are written by numpy and never pass through Python objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

from hormoneviz.views.cell.atlas import PHASES, Atlas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PySide6.QtCore import QRectF

    from hormoneviz.views.cell.hashing import Floats

_UNSEEN = 0.004
"""opacity below which nothing is drawn: less than one step of 255"""
_FAINT = 0.3
"""opacity below which a sprite cannot be pointed at"""


class Sprites:
    """A list of emblems to draw, in order: `clear`, then `add` many, then `finish`, then `draw` or `find`.

    What is added is only noted; the arithmetic is done once over all of it in `finish`, because numpy charges
    by the call.
    """

    def __init__(self, atlas: Atlas, room: int = 2048) -> None:
        self.atlas = atlas
        self.window: QRectF | None = None
        """the only part that is looked at (device px), if not all"""
        self.clear()
        self._make_room(room)

    def clear(self) -> None:
        self._emblems: list[NDArray[np.intp]] = []
        self._x: list[Floats] = []
        self._y: list[Floats] = []
        self._opacity: list[Floats] = []
        self._tags: list[tuple[int, NDArray[np.int8]]] = []
        self._added = 0
        self.count = 0

    def add(self, emblem: str, x: Floats, y: Floats, opacity: Floats | None = None) -> None:
        """The same emblem centred on each (x, y), in device pixels."""
        self.add_each(self.atlas.repeated[emblem][: len(x)], x, y, opacity)

    def add_each(
        self,
        emblems: NDArray[np.intp],
        x: Floats,
        y: Floats,
        opacity: Floats | None = None,
        tags: NDArray[np.int8] | None = None,
    ) -> None:
        """An emblem each, by its number in the atlas; a tag says more about each to `find`."""
        self._emblems.append(emblems)
        self._x.append(x)
        self._y.append(y)
        self._opacity.append(self.atlas.ones[: len(x)] if opacity is None else opacity)
        if tags is not None:
            self._tags.append((self._added, tags))
        self._added += len(x)

    def finish(self) -> None:
        """Turn everything added into fragments."""
        if self._added == 0:
            return
        if self._added > len(self._rows):
            self._make_room(2 * self._added)
        atlas = self.atlas
        opacity = np.concatenate(self._opacity)
        emblems, x, y = np.concatenate(self._emblems), np.concatenate(self._x), np.concatenate(self._y)
        self._places, seen = (x, y), opacity > _UNSEEN
        if self.window is not None:
            seen &= self._inside(self.window, emblems, x, y)
        self._seen = np.flatnonzero(seen)
        emblems = emblems[self._seen]
        half = atlas.halves[emblems]
        left, top = x[self._seen] - half[:, 0], y[self._seen] - half[:, 1]
        whole_left, whole_top = np.floor(left), np.floor(top)
        phase = (PHASES * (left - whole_left)).astype(np.intp) + PHASES * (PHASES * (top - whole_top)).astype(
            np.intp
        )
        self.count = len(emblems)
        rows = self._rows[: self.count]
        rows[:, 0] = whole_left + half[:, 0]
        rows[:, 1] = whole_top + half[:, 1]
        rows[:, 2:6] = atlas.sources[emblems, phase]
        rows[:, 9] = opacity[self._seen]
        self._shown = emblems

    def draw(self, painter: QPainter) -> None:
        if self.count:
            painter.drawPixmapFragments(self._first, self.count, self.atlas.pixmap)

    def each(self) -> Iterator[tuple[str, float, float, float]]:
        """What `draw` would draw, in that order: emblem, its centre (device px) and its opacity."""
        if not self.count:
            return
        (x, y), opacity = self._places, self._rows[: self.count, 9]
        for k, place, shown in zip(self._shown, self._seen, opacity, strict=True):
            yield self.atlas.names[k], float(x[place]), float(y[place]), float(shown)

    def find(self, x: float, y: float) -> tuple[str, int] | None:
        """Emblem and tag (-1 for none) of the uppermost sprite whose heart is under the point (device
        pixels)."""
        if not self.count:
            return None
        rows = self._rows[: self.count]
        reach = self.atlas.reach[self._shown]
        near = ((rows[:, 0] - x) / reach[:, 0]) ** 2 + ((rows[:, 1] - y) / reach[:, 1]) ** 2 <= 1.0
        hits = np.flatnonzero(near & (rows[:, 9] > _FAINT))
        if not hits.size:
            return None
        top = int(hits[-1])
        return self.atlas.names[self._shown[top]], self._tag(int(self._seen[top]))

    def _inside(self, window: QRectF, emblems: NDArray[np.intp], x: Floats, y: Floats) -> NDArray[np.bool_]:
        """Which of them reach into the window."""
        half, middle = self.atlas.halves[emblems], window.center()
        across = np.abs(x - middle.x()) < half[:, 0] + 0.5 * window.width()
        return across & (np.abs(y - middle.y()) < half[:, 1] + 0.5 * window.height())

    def _tag(self, added: int) -> int:
        for start, tags in self._tags:
            if start <= added < start + len(tags):
                return int(tags[added - start])
        return -1

    def _make_room(self, room: int) -> None:
        self._rows = np.zeros((room, 10))
        self._rows[:, 6:8] = 1.0
        wrapped = Shiboken.wrapInstance(self._rows.ctypes.data, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", wrapped)
