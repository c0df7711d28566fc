"""Camera: what part of the scene is looked at.  A value and a few pure functions, in shares, so that it means
the same at any size of the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log

from PySide6.QtCore import QPointF, QRectF, QSizeF

FARTHEST, NEAREST = 1.0, 5.0
"""zoom: at 1 the whole scene is seen; at 5 a vesicle is a tenth of the picture's height"""


@dataclass(frozen=True, slots=True)
class Camera:
    """`x`, `y`: the middle of what is seen, in shares of the scene's width and height; `zoom`: how many times
    larger than in the whole scene."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0


WHOLE = Camera()
MEMBRANE = Camera(0.725, 0.400, 2.1)
"""the stretch of doors, with what comes up from below"""
ONE_VESICLE = NEAREST
"""the zoom of the third stop; where it looks depends on the vesicle"""
STOPS = (WHOLE.zoom, MEMBRANE.zoom, ONE_VESICLE)


def held(camera: Camera) -> Camera:
    """The nearest camera that sees nothing but the scene, within the limits of zoom."""
    zoom = min(max(camera.zoom, FARTHEST), NEAREST)
    half = 0.5 / zoom
    return Camera(min(max(camera.x, half), 1.0 - half), min(max(camera.y, half), 1.0 - half), zoom)


def to_screen(camera: Camera, point: QPointF, size: QSizeF) -> QPointF:
    """Where a point of the whole scene is seen; both in px of a picture of that size."""
    width, height, zoom = size.width(), size.height(), camera.zoom
    return QPointF(
        (point.x() - camera.x * width) * zoom + 0.5 * width,
        (point.y() - camera.y * height) * zoom + 0.5 * height,
    )


def to_scene(camera: Camera, point: QPointF, size: QSizeF) -> QPointF:
    """Which point of the whole scene is seen there: the inverse of `to_screen`."""
    width, height, zoom = size.width(), size.height(), camera.zoom
    return QPointF(
        (point.x() - 0.5 * width) / zoom + camera.x * width,
        (point.y() - 0.5 * height) / zoom + camera.y * height,
    )


def seen(camera: Camera, size: QSizeF) -> QRectF:
    """The part of the whole scene that is seen, in its px."""
    corner = to_scene(camera, QPointF(0.0, 0.0), size)
    return QRectF(corner, QSizeF(size.width() / camera.zoom, size.height() / camera.zoom))


def zoomed(camera: Camera, factor: float, at: tuple[float, float] = (0.5, 0.5)) -> Camera:
    """So many times nearer, with what is at a place of the picture (in shares of it) staying there."""
    zoom = min(max(camera.zoom * factor, FARTHEST), NEAREST)
    gain = 1.0 / camera.zoom - 1.0 / zoom
    return held(Camera(camera.x + (at[0] - 0.5) * gain, camera.y + (at[1] - 0.5) * gain, zoom))


def panned(camera: Camera, right: float, down: float) -> Camera:
    """Moved by so much of what is seen (shares of the picture)."""
    return held(replace(camera, x=camera.x + right / camera.zoom, y=camera.y + down / camera.zoom))


def centred(x: float, y: float, zoom: float) -> Camera:
    """Looking at a point of the scene (shares), as far as the scene's edges allow."""
    return held(Camera(x, y, zoom))


def next_stop(zoom: float, direction: int) -> float:
    """The next nearer (+1) or farther (-1) stop; the last one at either end."""
    further = [stop for stop in STOPS if (stop - zoom) * direction > 1e-6]
    if not further:
        return STOPS[-1] if direction > 0 else STOPS[0]
    return min(further) if direction > 0 else max(further)


def between(start: Camera, end: Camera, share: float) -> Camera:
    """On the way from one camera to another: zoom grows by equal factors, and what both see at the same
    place stays there."""
    if share <= 0.0:
        return start
    if share >= 1.0:
        return end
    zoom = start.zoom * (end.zoom / start.zoom) ** share
    if abs(log(end.zoom / start.zoom)) < 1e-6:
        way = share
    else:
        way = (1.0 / start.zoom - 1.0 / zoom) / (1.0 / start.zoom - 1.0 / end.zoom)
    return Camera(start.x + (end.x - start.x) * way, start.y + (end.y - start.y) * way, zoom)
