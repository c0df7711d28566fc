"""Where things are: the plan of the slice, in device pixels.

One path for the eye: insulin comes in at the upper left; the signal runs in a lit channel from the receptors
past IRS-1, PIP3 and Akt to the gate of the store; vesicles go up along the microtubules; glucose enters at
the upper right.
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
_TRACK_STARTS = np.linspace(0.527, 0.700, TRACKS)
_TRACK_ENDS = np.linspace(0.575, 0.930, TRACKS)


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
        "nucleus": (0.125, 0.800, 0.096, 0.092),
        "store": (0.600, 0.785, 0.165, 0.088),
        "early": (0.815, 0.815, 0.036, 0.045),
        "recycling": (0.900, 0.795, 0.045, 0.055),
    },
    "fat": {
        "nucleus": (0.115, 0.800, 0.090, 0.088),
        "store": (0.600, 0.742, 0.170, 0.060),
        "early": (0.832, 0.742, 0.034, 0.042),
        "recycling": (0.918, 0.770, 0.040, 0.052),
    },
}
_BOW = {"muscle": 0.018, "fat": 0.058}
"""how far the membrane falls towards the sides (share of the height): a fibre is long and straight, a fat
cell round"""


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
        self.droplet = self._oval(0.52, 1.37, 0.66, 0.545)
        """the lipid droplet of a fat cell"""
        self.fibrils_top = 0.892 * height
        """upper edge of the myofibrils of a muscle cell"""
        self.tubule = Span(0.966 * width, 0.986 * width)
        """the mouth of a muscle cell's T-tubule"""
        self.receptors = Span(0.020 * width, 0.350 * width)
        self.landing = Span(0.388 * width, 0.484 * width)
        """where PIP3 gathers"""
        self.doors = Span(0.553 * width, 0.957 * width)
        self.channel_low, self.channel_high = 0.600 * height, 0.512 * height
        """heights of the lit channel under IRS-1 and under PIP3"""
        self.gate_y = self.store.y - 1.13 * self.store.ry - 1.1 * self.unit
        """height of the gate over the store"""
        self.gate_row = self.gate_y - 4.6 * self.unit
        """height at which the channel runs along the gate"""
        self.side_row = 0.672 * height
        """where JNK, receptors taken in, S6K and mTORC1 stand side by side"""
        self.side_routes = {"JNK": 0.300, "S6K": 0.352, "mTORC1": 0.380}
        """shares of the width"""
        self._tracks = self._lay_tracks()
        self._outer = self.membrane(np.arange(width + 1, dtype=np.float64))

    def membrane(self, x: Floats) -> Floats:
        """Height of the outer edge of the cut membrane: a cell is round, and never quite smooth."""
        share = x / self.width
        bow = _BOW[self.tissue] * (2.0 * share - 1.0) ** 2
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
        """Cubic curves [x and y, track, step]: up through the gate of the store, and on to the membrane."""
        ends_x, start_x = _TRACK_ENDS * self.width, _TRACK_STARTS * self.width
        ends_y = self.under(ends_x) + 0.4 * self.unit
        start_y = np.full(TRACKS, self.store.y - 0.55 * self.store.ry)
        rise = start_y - ends_y
        a = np.stack([start_x, start_y])
        b = np.stack([start_x, start_y - 0.50 * rise])
        c = np.stack([ends_x, ends_y + 0.40 * rise])
        d = np.stack([ends_x, ends_y])
        s = np.linspace(0.0, 1.0, _STEPS + 1)
        r = 1.0 - s
        weights = (r**3, 3.0 * r**2 * s, 3.0 * r * s**2, s**3)
        points = (a, b, c, d)
        return np.asarray(sum(p[:, :, None] * weight for p, weight in zip(points, weights, strict=True)))
