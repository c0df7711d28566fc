"""What the labels of a near view point at, where that moves: the vesicle, door or glucose that is meant now.

A pure function of the frame and the camera.  Of several vesicles the one that has been where it is longest
comes first, of glucose the first by number: so a leader rarely leaps.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell import traffic as t

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.painter import CellPainter
    from hormoneviz.views.cell.spots import Spot

    Some = NDArray[np.bool_]

DOORS = ("GLUT4", "GLUT4_surface")
"""labels that stand for places, which are there however fast the film is"""
EDGE = 0.04
"""share of the picture by which a label's thing must be inside it"""
_LOOK_ROUND = 0.16
"""shares of the picture's width and height in which a live label looks for its thing"""
_STATES = {"Vteth": t.TETH, "Vdock": t.DOCK, "Vper": t.PER, "PMdis": t.DIS}
"""of which compartment a vesicle is that one of these points at"""
_WALLS = (-1.45, 1.45)
"""where the two leaves of an open door are, in scene units from its middle, through which glucose goes"""
_DOOR = (2.5, 4.2)
"""half the width and height of a door, in scene units"""
_HALF = 0.5
"""how far open a door is, or how visible glucose, to be called that"""


class Live:
    """What one frame shows to one camera, in shares of the picture."""

    def __init__(self, scene: CellPainter, frame: Frame, camera: Camera) -> None:
        frame = scene.vesicles.thinned(frame)
        self._scene, self._frame, self._camera = scene, frame, camera
        self._doors = self._seen(*scene.doors_at())
        self._opened = scene.opened(frame)

    @cached_property
    def _vesicles(self) -> tuple[Floats, Floats]:
        """Where they are; worked out only if one is meant."""
        return self._seen(*self._scene.places_of_vesicles(self._frame))

    def choices(self, spot: Spot) -> Floats:
        """Where the leader of a spot may end [choice, x and y], the best first."""
        v, n = self._frame.vesicles, self._frame.present
        if spot.name == "glucose":
            return self._glucose(spot)
        if spot.name == "GLUT4":  # the wall of an open door, else a vesicle
            doors = self._door(self._opened >= _HALF, spot, _WALLS)
            if self._scene.calm:
                return doors
            return np.concatenate([doors, self._vesicle(v.state[:n] < t.CLU, spot)])
        if spot.name == "GLUT4_surface":
            return self._door(self._opened < _HALF, spot)
        if spot.name == "Rab_GTP":
            return self._vesicle(self._scene.vesicles.with_rab(self._frame), spot)
        return self._vesicle(v.state[:n] == _STATES[spot.name], spot)

    def _vesicle(self, may: Some, spot: Spot) -> Floats:
        """Those nearby that may be meant: those behind a door last, otherwise the longest there first."""
        x, y = self._vesicles
        who = np.flatnonzero(may & _near(x, y, spot))
        who = who[np.lexsort((self._frame.vesicles.since[who], self._behind_door(who)))]
        return np.stack([x[who], y[who]], axis=-1)

    def _behind_door(self, who: NDArray[np.intp]) -> Some:
        x, y = self._doors
        wide, high = self._size(*_DOOR)
        across, down = (np.abs(at[who, None] - door) for at, door in zip(self._vesicles, (x, y), strict=True))
        return np.asarray(((across < wide) & (down < high)).any(-1))

    def _door(self, may: Some, spot: Spot, aside: tuple[float, ...] = (0.0,)) -> Floats:
        """The doors that may be meant, the nearest first; so far (scene units) `aside` of their middles."""
        x, y = self._doors
        x = (x[may, None] + self._size(1.0, 0.0)[0] * np.array(aside)).ravel()
        y = np.repeat(y[may], len(aside))
        seen = np.flatnonzero(_inside(x, y))
        who = seen[np.argsort(np.abs(x[seen] - spot.to[0][0]), kind="stable")]
        return np.stack([x[who], y[who]], axis=-1)

    def _glucose(self, spot: Spot) -> Floats:
        x, y, shown = self._scene.sugar(self._frame)
        x, y = self._seen(x, y)
        there = (shown > _HALF) & _inside(x, y)
        who = np.flatnonzero(there)
        who = who[np.argsort(~_near(x[who], y[who], spot), kind="stable")]
        return np.stack([x[who], y[who]], axis=-1)

    def _size(self, width: float, height: float) -> tuple[float, float]:
        """So many scene units, in shares of the picture."""
        p, zoom = self._scene.places, self._camera.zoom
        return width * p.unit * zoom / p.width, height * p.unit * zoom / p.height

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
