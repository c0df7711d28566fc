"""The labels of what is seen from near by: as large as ever, each at its usual distance from its thing; and
of things that only a near look can tell apart: a docked vesicle, a tether, the membrane itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF

from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.live import DOORS, EDGE, Live
from hormoneviz.views.cell.places import TRACKS
from hormoneviz.views.cell.spots import ESSENTIAL, PRECIOUS, SPOTS, Spot, by_importance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from hormoneviz.look.look import Look
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.painter import CellPainter
    from hormoneviz.views.cell.places import Places

    Point = tuple[float, float]

_REACH = (0.50, 0.60)
"""how far such a label may step aside: there is room"""
_LIVE = {
    "Vteth": (0.28, 2.15), "GLUT4": (0.40, -2.8), "Vdock": (0.52, 0.0), "Rab_GTP": (0.64, 7.0),
    "PMdis": (0.70, -7.0), "GLUT4_surface": (0.80, -2.8), "Vper": (0.86, 9.0), "glucose": (0.20, -22.0),
}  # fmt: skip
"""about where a live label's thing is: share of the picture's width, and scene units below where vesicles
dock"""
_ABOVE_SIGNAL = 0.4
"""share of a microtubule's length that store and signal hide"""
_SOMEWHERE = {"GLUT4": (0.5, 0.5), "glucose": (0.7, 0.4)}
"""and where that is out of sight"""
_PHRASES = {"GLUT4_surface": "no_door"}


def near_labels(
    places: Places, look: Look, taken: Sequence[QRectF], camera: Camera, first: Sequence[str] = ()
) -> Labels:
    """Labels of the things that a camera sees, placed in its picture of the scene that `places` plans, away
    from what is `taken` (device px); where names are given only theirs, the `first` first."""
    own = [*_live_spots(places, camera), *_membrane(places, camera), *_rail(places, camera)]
    known = {spot.name for spot in own}
    spots = [
        seen
        for spot in SPOTS[places.tissue]
        if spot.name not in known and (seen := _seen_from_near(spot, camera))
    ]
    precious = [
        (*_in_picture((left, top), camera), *_in_picture((right, bottom), camera))
        for left, top, right, bottom in PRECIOUS[:2]
    ]
    return Labels(places, look, taken, (*spots, *own), precious, first)


def live_ends(labels: Labels, scene: CellPainter, frame: Frame, camera: Camera) -> dict[str, QPointF]:
    """What the live labels point at in a frame, in device px of the picture; in a fast film, in which nobody
    is anyone, only the doors.

    Their leaders run over no label and cross none; where that cannot be, the label is left out, and only of
    those that are never left out the leader runs as it may.
    """
    live = [spot for spot in labels.spots if spot.live and (not scene.calm or spot.name in DOORS)]
    if not live:
        return {}
    size = np.array([labels.places.width, labels.places.height], np.float64)
    shown, course = Live(scene, frame, camera), labels.course.copy()
    found = {}
    for spot in by_importance(tuple(live)):
        choices = shown.choices(spot) * size
        best = course.first_clear(spot.name, choices, spot.name in ESSENTIAL)
        if best is not None:
            course.add(spot.name, best)
            found[spot.name] = QPointF(*best)
    return found


def _live_spots(places: Places, camera: Camera) -> list[Spot]:
    """Labels of what moves: laid out for about where it is, if that is seen."""
    spots = []
    for name, (across, down) in _LIVE.items():
        end = _under_doors(places, camera, across, down) or _SOMEWHERE.get(name)
        if end:
            y = end[1] + (-0.14 if down < 0.0 else 0.20)
            phrase, full = _PHRASES.get(name, ""), name not in ("GLUT4", "glucose", "Rab_GTP")
            spots.append(Spot(name, end[0], y, (end,), reach=_REACH, phrase=phrase, live=True, full=full))
    return spots


def _under_doors(places: Places, camera: Camera, across: float, down: float) -> Point | None:
    """A place so far below the docks, if that is seen, and in the stretch of doors."""
    x = (camera.x + (across - 0.5) / camera.zoom) * places.width
    if not places.doors.left < x < places.doors.right:
        return None
    y = float(places.under(np.array([x]))[0]) + (1.15 + down) * places.unit
    end = across, _share(y / places.height, camera.y, camera)
    return end if _inside(*end) else None


def _membrane(places: Places, camera: Camera) -> list[Spot]:
    """The double layer itself, near the left edge of what is seen."""
    across = 0.10
    x = (camera.x + (across - 0.5) / camera.zoom) * places.width
    y = float(places.membrane(np.array([x]))[0]) + 0.5 * places.thickness
    end = across, _share(y / places.height, camera.y, camera)
    return [Spot("membrane", across, end[1] + 0.16, (end,), reach=_REACH, full=True)] if _inside(*end) else []


def _rail(places: Places, camera: Camera) -> list[Spot]:
    """The microtubule that is seen lowest and farthest left, where the crowd is thin."""
    along = np.linspace(_ABOVE_SIGNAL, 1.0, 60)
    tracks = np.repeat(np.arange(TRACKS), len(along))
    x, y = places.on_track(tracks, np.tile(along, TRACKS))
    ends = [
        _in_picture((a / places.width, b / places.height), camera)
        for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]
    seen = [end for end in ends if _inside(*end, 0.12)]
    if not seen:
        return []
    end = max(seen, key=_low_and_left)
    return [Spot("microtubule", end[0] + 0.10, end[1] + 0.02, (end,), 0.0, reach=_REACH)]


def _low_and_left(end: Point) -> float:
    return end[1] - end[0]


def _seen_from_near(spot: Spot, camera: Camera) -> Spot | None:
    """The spot in shares of what is seen, as far from its thing as in the whole scene; None out of sight."""
    ends = [_in_picture(end, camera) for end in spot.to]
    ends = [end for end in ends if _inside(*end)]
    if spot.to and not ends:
        return None
    if not ends:
        x, y = _in_picture((spot.x, spot.y), camera)
        return replace(spot, x=x, y=y) if _inside(x, y) else None
    thing = spot.to[0]
    x, y = ends[0][0] + spot.x - thing[0], ends[0][1] + spot.y - thing[1]
    return replace(spot, x=x, y=min(max(y, EDGE), 1.0 - EDGE), to=tuple(ends), reach=_REACH)


def _in_picture(place: Point, camera: Camera) -> Point:
    return _share(place[0], camera.x, camera), _share(place[1], camera.y, camera)


def _share(place: float, middle: float, camera: Camera) -> float:
    """A place in shares of the scene as one in shares of what is seen."""
    return (place - middle) * camera.zoom + 0.5


def _inside(x: float, y: float, edge: float = EDGE) -> bool:
    return edge <= x <= 1.0 - edge and edge <= y <= 1.0 - edge
