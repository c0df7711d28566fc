"""The lit channel: one way for the signal, from the receptors past IRS-1, PIP3 and Akt to the gate of the
store and up the microtubules.

Its walls are drawn with the background, as wide as a full signal; the light within is as wide as the signal
is now.  So a weak signal is a thin line in a dark pipe, in colour and in grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPolygonF

from hormoneviz.look.theme import mix
from hormoneviz.views.cell.brush import thread
from hormoneviz.views.cell.places import TRACKS
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places

STATIONS = ("IRS1_Y", "IRS1_Y", "PIP3", "Akt_act", "Akt_act", "Akt_act")
"""what the light's width shows at each bend of the channel"""
_SPRING = 0.35
"""share of IRS-1's width with which the channel begins: along the receptors it gathers"""
_FADED = 0.30
"""how much of the signal's colour the thinnest light has"""
_STEPS = 40
"""how finely the light follows the model: it is painted anew only when it changes by a step"""
_ROAD = 0.62
"""half width of the light on a microtubule, in scene units"""
_PIECE = 28
"""points along each piece of the channel"""


def station_levels(values: Mapping[str, float]) -> Floats:
    """Width of the light at each station, 0 to 1 of the channel's width."""
    shown = np.array([level(values, name) for name in STATIONS])
    shown[0] *= _SPRING
    return shown


class Channel:
    """Of one plan."""

    def __init__(self, places: Places) -> None:
        self.places = places
        line, self._share = _centre_line(places)
        self.line = line
        along = np.gradient(line, axis=1)
        self._across = np.stack([-along[1], along[0]]) / np.hypot(along[0], along[1])
        ends = np.linspace(0.0, 1.0, len(STATIONS))
        self._half = places.unit * np.interp(self._share, ends, (2.9, 2.9, 2.7, 2.7, 2.4, 1.6))
        self._ends = ends
        steps = np.linspace(0.0, 1.0, 48)
        pipe = QPainterPath()
        pipe.addPolygon(self._ribbon(self._half + 0.7 * places.unit))
        pipe.closeSubpath()
        # The light on a microtubule leaves out where the channel lies over it.
        self._roads = [_road(places, track, steps).subtracted(pipe) for track in range(TRACKS)]

    def area(self) -> QRect:
        """All that `paint` may touch (device px)."""
        box = self._ribbon(self._half).boundingRect()
        for road in self._roads:
            box = box.united(road.boundingRect())
        margin = 2.0 * self.places.unit
        whole = QRect(0, 0, self.places.width, self.places.height)
        return box.adjusted(-margin, -margin, margin, margin).toAlignedRect().intersected(whole)

    def width(self, values: Mapping[str, float]) -> Floats:
        """Width of the light (px) along the channel."""
        return 2.0 * self._half * np.interp(self._share, self._ends, station_levels(values))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point (px) lies between its walls."""
        away = np.hypot(self.line[0] - x, self.line[1] - y)
        return bool((away <= self._half).any())

    def points(self, across: Floats) -> tuple[Floats, Floats]:
        """Places in the channel (px): all along it, so far from its middle (-1 to 1, at the walls); [across,
        along]."""
        aside = across[:, None] * self._half
        return self.line[0] + aside * self._across[0], self.line[1] + aside * self._across[1]

    def level_at(self, share: Floats, values: Mapping[str, float]) -> Floats:
        """How lit it is so far along, 0 to 1."""
        return np.interp(share, self._ends, station_levels(values))

    def at(self, share: Floats) -> tuple[Floats, Floats]:
        """The point so far along the channel, 0 to 1."""
        return np.interp(share, self._share, self.line[0]), np.interp(share, self._share, self.line[1])

    def steps(self, values: Mapping[str, float], loose: Floats) -> tuple[int, ...]:
        """Equal for frames whose light looks the same: `station_levels` and the opening of each gate, in
        steps."""
        return tuple(np.rint(_STEPS * np.concatenate([station_levels(values), loose])).astype(int).tolist())

    def paint_walls(self, painter: QPainter, theme: Theme) -> None:
        """The dark pipe, with a rim."""
        pipe = self._ribbon(self._half + 0.25 * self.places.unit)
        rim = mix(theme.colour("channel"), theme.colour("outline"), 0.6)
        painter.setPen(thread(rim, 0.6 * self.places.unit))
        painter.setBrush(theme.colour("channel"))
        painter.drawPolygon(pipe)

    def paint(self, painter: QPainter, theme: Theme, steps: tuple[int, ...]) -> None:
        """The light between the walls, and the light on the microtubules whose gate is open."""
        shown = np.array(steps) / _STEPS
        levels, loose = shown[: len(STATIONS)], shown[len(STATIONS) :]
        painter.setPen(Qt.PenStyle.NoPen)
        for road, share in zip(self._roads, loose.tolist(), strict=True):
            if share > 0.0:
                painter.fillPath(road, theme.colour("signal", share))
        half = self._half * np.interp(self._share, self._ends, levels)
        painter.setBrush(self._light(theme, levels))
        painter.drawPolygon(self._ribbon(half))
        painter.setBrush(theme.colour("mark", 0.55))
        painter.drawPolygon(self._ribbon(0.36 * half))

    def _light(self, theme: Theme, levels: Floats) -> QLinearGradient:
        """The signal's colour, the fainter the thinner."""
        left, right = float(self.line[0, 0]), float(self.line[0, -1])
        gradient = QLinearGradient(left, 0.0, right, 0.0)
        stations = np.interp(self._ends, self._share, self.line[0])
        for x, shown in zip(stations.tolist(), levels.tolist(), strict=True):
            at = min(max((x - left) / (right - left), 0.0), 1.0)
            bright = _FADED + (1.0 - _FADED) * min(1.0, 1.6 * shown)
            gradient.setColorAt(at, mix(theme.colour("channel"), theme.colour("signal"), bright))
        return gradient

    def _ribbon(self, half: Floats) -> QPolygonF:
        return _polygon(self.line + half * self._across, self.line - half * self._across)


def _polygon(one: Floats, other: Floats) -> QPolygonF:
    """Along one side and back along the other."""
    x, y = np.concatenate([one, other[:, ::-1]], axis=1).tolist()
    return QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)])


def _road(places: Places, track: int, steps: Floats) -> QPainterPath:
    x, y = places.on_track(np.full(len(steps), track), steps)
    along = np.gradient(np.stack([x, y]), axis=1)
    across = _ROAD * places.unit * np.stack([-along[1], along[0]]) / np.hypot(along[0], along[1])
    path = QPainterPath()
    path.addPolygon(_polygon(np.stack([x, y]) + across, np.stack([x, y]) - across))
    path.closeSubpath()
    return path


def _centre_line(places: Places) -> tuple[Floats, Floats]:
    """Points [x and y, along] and how far along each is, one fifth for each piece between two stations."""
    w, low, high, row = places.width, places.channel_low, places.channel_high, places.gate_row
    fall = row - high
    pieces = (
        ((0.030, low), (0.14, low), (0.24, low), (0.335, low)),
        ((0.335, low), (0.380, low), (0.355, high), (0.400, high)),
        ((0.400, high), (0.420, high), (0.435, high), (0.452, high)),
        ((0.452, high), (0.492, high), (0.490, high + 0.3 * fall), (0.490, high + 0.6 * fall)),
        ((0.490, high + 0.6 * fall), (0.490, row + 0.1 * fall), (0.510, row), (0.705, row)),
    )
    s = np.linspace(0.0, 1.0, _PIECE, endpoint=False)
    curves = []
    for piece in pieces:
        a, b, c, d = (np.array([[x * w], [y]]) for x, y in piece)
        curves.append((1 - s) ** 3 * a + 3 * s * (1 - s) ** 2 * b + 3 * s**2 * (1 - s) * c + s**3 * d)
    last = np.array([[pieces[-1][-1][0] * w], [pieces[-1][-1][1]]])
    line = np.concatenate([*curves, last], axis=1)
    return line, np.linspace(0.0, 1.0, line.shape[1])
