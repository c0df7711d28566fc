"""The labels of what is seen from near by: as large as ever, each at its usual distance from its thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.spots import SPOTS, Spot

if TYPE_CHECKING:
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.painter import CellPainter

_EDGE = 0.04
"""share of the picture by which a label's thing must be inside it"""


def near_labels(whole: CellPainter, camera: Camera) -> Labels:
    """Labels of the things that a camera sees, placed in its picture."""
    spots = (_seen_from_near(spot, camera) for spot in SPOTS[whole.places.tissue])
    return Labels(whole.places, whole.look, whole.occupied, tuple(spot for spot in spots if spot))


def _seen_from_near(spot: Spot, camera: Camera) -> Spot | None:
    """The spot in shares of what is seen, as far from its thing as in the whole scene; None out of sight."""
    ends = [(_share(x, camera.x, camera), _share(y, camera.y, camera)) for x, y in spot.to]
    ends = [end for end in ends if _inside(*end)]
    if spot.to and not ends:
        return None
    if ends:
        x, y = ends[0]
        thing = spot.to[0]
        x, y = x + spot.x - thing[0], y + spot.y - thing[1]
    else:
        x, y = _share(spot.x, camera.x, camera), _share(spot.y, camera.y, camera)
    if not _inside(x, y, 0.0):
        if not ends:
            return None
        # Its usual side is beyond the edge: the other side of its thing.
        x, y = 2 * ends[0][0] - x, 2 * ends[0][1] - y
    return replace(spot, x=x, y=min(max(y, _EDGE), 1.0 - _EDGE), to=tuple(ends))


def _share(place: float, middle: float, camera: Camera) -> float:
    """A place in shares of the scene as one in shares of what is seen."""
    return (place - middle) * camera.zoom + 0.5


def _inside(x: float, y: float, edge: float = _EDGE) -> bool:
    return edge <= x <= 1.0 - edge and edge <= y <= 1.0 - edge
