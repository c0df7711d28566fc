"""What the labels of a near view point at, where that moves: the vesicle, door or glucose that is meant now.

A pure function of the frame and the camera.  Of several vesicles it is the one that has been where it is
longest, of glucose the first by number: so a leader rarely leaps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell import traffic as t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.painter import CellPainter
    from hormoneviz.views.cell.spots import Spot

    Found = tuple[float, float]
    Some = NDArray[np.bool_]

EDGE = 0.04
"""share of the picture by which a label's thing must be inside it"""
_LOOK_ROUND = 0.16
"""shares of the picture's width and height in which a live label looks for its thing"""
_STATES = {"Vteth": t.TETH, "Vdock": t.DOCK, "Vper": t.PER, "PMdis": t.DIS}
"""of which compartment a vesicle is that one of these points at"""
_HALF = 0.5
"""how far open a door is, or how visible glucose, to be called that"""


class Live:
    """What one frame shows to one camera, in shares of the picture."""

    def __init__(self, scene: CellPainter, frame: Frame, camera: Camera) -> None:
        frame = scene.vesicles.thinned(frame)
        self._scene, self._frame, self._camera = scene, frame, camera
        self._x, self._y = self._seen(*scene.places_of_vesicles(frame))
        self._opened = scene.opened(frame)

    def find(self, spots: Iterable[Spot]) -> dict[str, Found]:
        """Where the leader of each spot ends; those that find nothing are left out."""
        found = {spot.name: self._one(spot) for spot in spots}
        return {name: at for name, at in found.items() if at}

    def _one(self, spot: Spot) -> Found | None:
        v, n = self._frame.vesicles, self._frame.present
        if spot.name == "glucose":
            return self._glucose(spot)
        if spot.name == "GLUT4":  # in an open door, else in a vesicle
            return self._door(self._opened >= _HALF, spot) or self._vesicle(v.state[:n] < t.CLU, spot)
        if spot.name == "GLUT4_surface":
            return self._door(self._opened < _HALF, spot)
        if spot.name == "Rab_GTP":
            return self._vesicle(self._scene.vesicles.with_rab(self._frame), spot)
        return self._vesicle(v.state[:n] == _STATES[spot.name], spot)

    def _vesicle(self, may: Some, spot: Spot) -> Found | None:
        """Of those nearby that may be meant, the one that has been where it is longest."""
        who = np.flatnonzero(may & _near(self._x, self._y, spot))
        if not who.size:
            return None
        first = who[np.argmin(self._frame.vesicles.since[who])]
        return float(self._x[first]), float(self._y[first])

    def _door(self, may: Some, spot: Spot) -> Found | None:
        """The nearest door that may be meant."""
        x, y = self._seen(*self._scene.doors_at())
        who = np.flatnonzero(may & _inside(x, y))
        if not who.size:
            return None
        nearest = who[np.argmin(np.abs(x[who] - spot.to[0][0]))]
        return float(x[nearest]), float(y[nearest])

    def _glucose(self, spot: Spot) -> Found | None:
        x, y, shown = self._scene.sugar(self._frame)
        x, y = self._seen(x, y)
        there = (shown > _HALF) & _inside(x, y)
        near = np.flatnonzero(there & _near(x, y, spot))
        who = near if near.size else np.flatnonzero(there)
        return (float(x[who[0]]), float(y[who[0]])) if who.size else None

    def _seen(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Places in px of the scene as shares of the picture."""
        c, p = self._camera, self._scene.places
        return (x / p.width - c.x) * c.zoom + 0.5, (y / p.height - c.y) * c.zoom + 0.5


def _near(x: Floats, y: Floats, spot: Spot) -> Some:
    """Which of many lie near where a label looks."""
    (across, down), *_ = spot.to
    return np.asarray((np.abs(x - across) < _LOOK_ROUND) & (np.abs(y - down) < _LOOK_ROUND)) & _inside(x, y)


def _inside(x: Floats, y: Floats) -> Some:
    return np.asarray((x > EDGE) & (x < 1.0 - EDGE) & (y > EDGE) & (y < 1.0 - EDGE))
