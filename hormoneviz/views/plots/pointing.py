"""Which curve is at a place: within reach of a mouse, or of a finger, which is broader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QInputDevice, QMouseEvent

from hormoneviz.views.plots.artwork import Artwork
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.courses import Course

NEAR = 9.0
"""px from a curve at which a click asks about it"""
_FINGER = 26.0
"""px, the same for a finger"""
CLICK, _TAP = 5.0, 14.0
"""px between press and release; more is a drag, of a mouse and of a finger"""


def curve_at(
    art: Artwork, charts: Mapping[str, Chart], course: Course, place: QPointF, near: float = NEAR
) -> str:
    """The quantity whose curve is at a place; "" where there is none."""
    if not art.left <= place.x() <= art.right:
        return ""
    name = art.plot_at(place.y())
    area, chart = art.areas[art.names.index(name)], charts[name]
    values = course.at(art.time_at(place.x()))
    height = {q.name: chart.share_of(values[q.name]) for q in chart.plot.curves if q.name in values}
    away = {q: abs(area.bottom() - share * area.height() - place.y()) for q, share in height.items()}
    nearest = min(away, key=away.__getitem__)
    return nearest if away[nearest] <= near else ""


def reach(event: QMouseEvent) -> tuple[float, float]:
    """(px within which a curve is meant, px beyond which it is a drag) of what pressed."""
    finger = event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen
    return (_FINGER, _TAP) if finger else (NEAR, CLICK)
