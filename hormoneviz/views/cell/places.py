"""Where things are: the plan of the slice, in device pixels.

The story runs as a U: insulin comes in at the upper left, the signal goes down on the left and across to the
store, the vesicles come up along the microtubules on the right, and glucose enters at the upper right.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from hormoneviz.views.cell.hashing import Floats

BLOOD = 0.105
"""share of the height"""
WALL = 0.14
TRACKS = 6
_STEPS = 1024
"""points along each microtubule"""
_TRACK_ENDS = np.linspace(0.530, 0.925, TRACKS)


@dataclass(frozen=True, slots=True)
class Oval:
    """An axis-parallel ellipse."""

    x: float
    y: float
    rx: float
    ry: float

    def holds(self, x: float, y: float) -> bool:
        return ((x - self.x) / self.rx) ** 2 + ((y - self.y) / self.ry) ** 2 <= 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the membrane, in pixels from the left."""

    left: float
    right: float

    def at(self, share: Floats) -> Floats:
        return self.left + (self.right - self.left) * share


_OVALS = {
    "muscle": {
        "nucleus": (0.125, 0.784, 0.098, 0.110),
        "store": (0.455, 0.750, 0.145, 0.128),
        "early": (0.735, 0.790, 0.048, 0.058),
        "recycling": (0.860, 0.750, 0.056, 0.075),
    },
    "fat": {
        "nucleus": (0.125, 0.790, 0.098, 0.105),
        "store": (0.455, 0.690, 0.160, 0.086),
        "early": (0.770, 0.725, 0.046, 0.056),
        "recycling": (0.890, 0.765, 0.054, 0.072),
    },
}


def unit_of(width: float, height: float) -> float:
    """One hundredth of a scene of that size."""
    return sqrt(width * height / 1.6) / 100.0


class Places:
    """The plan for one size of picture and one tissue."""

    def __init__(self, width: int, height: int, tissue: str) -> None:
        self.width, self.height, self.tissue = width, height, tissue
        self.unit = unit_of(width, height)
        """one hundredth of the scene: what emblems are measured in"""
        self.thickness = 3.4 * self.unit
        """of the cut edge of the membrane"""
        self.depth = 5.0 * self.unit
        """of the membrane's face, seen from slightly above"""
        ovals = {name: self._oval(*shares) for name, shares in _OVALS[tissue].items()}
        self.nucleus, self.store = ovals["nucleus"], ovals["store"]
        self.early, self.recycling = ovals["early"], ovals["recycling"]
        self.droplet = self._oval(0.52, 1.33, 0.68, 0.54)
        """the lipid droplet of a fat cell"""
        self.fibrils_top = 0.905 * height
        """upper edge of the myofibrils of a muscle cell"""
        self.tubule = Span(0.966 * width, 0.986 * width)
        """the mouth of a muscle cell's T-tubule"""
        self.receptors = Span(0.035 * width, 0.365 * width)
        self.landing = Span(0.385 * width, 0.475 * width)
        """where PIP3 gathers"""
        self.doors = Span(0.495 * width, 0.955 * width)
        self.side_row = 0.607 * height
        """where JNK, receptors taken in, S6K and mTORC1 stand side by side"""
        self.side_routes = {"JNK": 0.150, "S6K": 0.376, "mTORC1": 0.402}
        """shares of the width"""
        self._tracks = self._lay_tracks()
        self._outer = self.membrane(np.arange(width + 1, dtype=np.float64))

    def membrane(self, x: Floats) -> Floats:
        """Height of the outer edge of the cut membrane: a cell is round, and never quite smooth."""
        share = x / self.width
        bow = 0.030 * (2.0 * share - 1.0) ** 2
        waves = 0.0035 * np.sin(11.0 * share) + 0.0020 * np.sin(27.0 * share + 1.0)
        return np.asarray(self.height * (0.355 + bow + waves))

    def nearly_membrane(self, x: Floats) -> Floats:
        """The same to the pixel, looked up: for the many that move."""
        return np.asarray(self._outer[np.minimum(np.maximum(x, 0.0), self.width).astype(np.intp)])

    def under(self, x: Floats) -> Floats:
        """Height of the membrane's inner edge."""
        return self.membrane(x) + self.thickness

    def on_track(self, track: NDArray[np.intp], along: Floats) -> tuple[Floats, Floats]:
        """The point so far (0 at the store, 1 at the membrane) along microtubules, to half a pixel."""
        step = (along * _STEPS + 0.5).astype(np.intp)
        return self._tracks[0, track, step], self._tracks[1, track, step]

    def _oval(self, x: float, y: float, rx: float, ry: float) -> Oval:
        return Oval(x * self.width, y * self.height, rx * self.width, ry * self.height)

    def _lay_tracks(self) -> Floats:
        """Cubic curves [x and y, track, step]: out of the store to the right, and bent up to the membrane."""
        ends_x = _TRACK_ENDS * self.width
        ends_y = self.under(ends_x) + 0.4 * self.unit
        share = np.linspace(0.0, 1.0, TRACKS)
        start_x = self.store.x + self.store.rx * (0.30 + 0.35 * share)
        start_y = self.store.y - self.store.ry * (0.45 - 0.45 * share)
        rise = start_y - ends_y
        a = np.stack([start_x, start_y])
        b = np.stack([start_x + 0.45 * (ends_x - start_x), start_y - 0.25 * rise])
        c = np.stack([ends_x - 0.02 * self.width, ends_y + 0.45 * rise])
        d = np.stack([ends_x, ends_y])
        s = np.linspace(0.0, 1.0, _STEPS + 1)
        r = 1.0 - s
        weights = (r**3, 3.0 * r**2 * s, 3.0 * r * s**2, s**3)
        points = (a, b, c, d)
        return np.asarray(sum(p[:, :, None] * weight for p, weight in zip(points, weights, strict=True)))
