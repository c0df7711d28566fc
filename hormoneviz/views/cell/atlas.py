"""The atlas: every emblem, drawn once per theme and size into one pixmap; all at once, or a few at a time
between frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.hashing import Floats

SHEET = 2048
"""px, the width of the atlas, unless an emblem is wider"""
PHASES = 4
"""sub-pixel positions a way: an emblem is drawn 4 x 4 times, so that slow drift does not shimmer"""
LARGE = 72
"""px; emblems from this size on move little, and are drawn once instead of at each sub-pixel position"""

MANY = 5120
"""more sprites of a kind than any scene has"""


@dataclass(frozen=True, slots=True)
class Emblem:
    """One small picture: its size in scene units and how to paint it round (0, 0) at that scale."""

    width: float
    height: float
    paint: Callable[[QPainter, Theme], None]
    means: str = ""
    """the quantity it stands for; empty where it is only light"""
    heart: tuple[float, float] | None = None
    """half sizes of the part that can be pointed at, where the emblem's own light goes far beyond it"""


class Atlas:
    """`pixmap` with all emblems, and what is needed to cut one out by its number.

    `number` of a name; `scales`, px in a unit of each; `halves`, half the size (px) [number, 2]; `sources`,
    left, top, width and height (px) [number, phase, 4]; `reach`, how far from its centre it can be pointed at
    (px) [number, 2].  The pixmap is empty until `painting` has been gone through, by one who waits or by
    several in turn.
    """

    def __init__(
        self, emblems: Mapping[str, Emblem], theme: Theme, unit: float, shrink: Mapping[str, float]
    ) -> None:
        self.names = tuple(emblems)
        self.number = {name: k for k, name in enumerate(emblems)}
        scales = [unit * shrink.get(name, 1.0) for name in emblems]
        sizes = [
            (ceil(emblem.width * scale) + 3, ceil(emblem.height * scale) + 3)
            for emblem, scale in zip(emblems.values(), scales, strict=True)
        ]
        self.scales = tuple(scales)
        self.halves = 0.5 * np.array(sizes, np.float64)
        self.reach = _reach(emblems, scales)
        sheet = max(SHEET, *(width for width, _ in sizes))
        corners, height = _pack(sizes, sheet)
        wide = np.broadcast_to(2.0 * self.halves[:, None, :], corners.shape)
        self.sources = np.concatenate([corners, wide], axis=2)
        self.repeated = {name: np.full(MANY, k) for name, k in self.number.items()}
        self.ones = np.ones(MANY)
        self.pixmap = QPixmap(sheet, height)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self._unpainted = [
            partial(self._paint, k, emblem, theme, scales[k]) for k, emblem in enumerate(emblems.values())
        ]

    def painting(self) -> Iterator[None]:
        """Paint what is not painted yet, an emblem (about 3 ms) before each pause."""
        while self._unpainted:
            paint = self._unpainted.pop()
            with QPainter(self.pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter)
            yield

    def painted(self) -> Atlas:
        """Itself, complete."""
        for _ in self.painting():
            pass
        return self

    def _paint(self, k: int, emblem: Emblem, theme: Theme, scale: float, painter: QPainter) -> None:
        middle = self.halves[k]
        phases = 1 if 2 * max(middle) >= LARGE else PHASES * PHASES
        for phase in range(phases):
            x, y = self.sources[k, phase, :2] + middle
            painter.save()
            painter.translate(QPointF(x + phase % PHASES / PHASES, y + phase // PHASES / PHASES))
            painter.scale(scale, scale)
            emblem.paint(painter, theme)
            painter.restore()


def _reach(emblems: Mapping[str, Emblem], scales: list[float]) -> Floats:
    """How far from its centre each emblem can be pointed at (px); what means nothing cannot."""
    reach = np.full((len(emblems), 2), 1e-9)
    for k, (emblem, scale) in enumerate(zip(emblems.values(), scales, strict=True)):
        if emblem.means:
            reach[k] = np.array(emblem.heart or (0.5 * emblem.width, 0.5 * emblem.height)) * scale + 1.0
    return reach


def _pack(sizes: list[tuple[int, int]], sheet: int) -> tuple[Floats, int]:
    """Shelves from the top, in order; the corner of each emblem at each phase, and the height of the
    sheet."""
    corners = np.zeros((len(sizes), PHASES * PHASES, 2))
    x = y = shelf = 0
    for k, (width, height) in enumerate(sizes):
        copies = 1 if max(width, height) >= LARGE else PHASES * PHASES
        for copy in range(copies):
            if x + width > sheet:
                x, y, shelf = 0, y + shelf, 0
            corners[k, copy] = x, y
            x, shelf = x + width, max(shelf, height)
        corners[k, copies:] = corners[k, 0]
    return corners, y + shelf
