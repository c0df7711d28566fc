"""The plasma membrane: its face seen from slightly above, and the ground of its cut edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPolygonF

from hormoneviz.look.theme import mix
from hormoneviz.views.cell.brush import WHITE, thread
from hormoneviz.views.cell.hashing import scatter

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.places import Places


def paint_membrane(painter: QPainter, places: Places, theme: Theme) -> None:
    """Over everything else that is still."""
    _face(painter, places, theme)
    _cut_edge(painter, places, theme)
    if places.tissue == "muscle":
        _tubule(painter, places, theme)


def _band(places: Places, above: float, below: float) -> QPainterPath:
    """The strip between two lines that follow the membrane."""
    x = np.linspace(-2.0, places.width + 2.0, 160)
    y = places.membrane(x)
    upper = zip(x.tolist(), (y + above).tolist(), strict=True)
    lower = zip(x[::-1].tolist(), (y[::-1] + below).tolist(), strict=True)
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*at) for at in (*upper, *lower)]))
    path.closeSubpath()
    return path


def _face(painter: QPainter, places: Places, theme: Theme) -> None:
    """The outer face, fading into the distance, paved with lipid heads."""
    colour = theme.colour("membrane")
    ground = mix(colour, theme.colour("interstitium"), 0.42)
    top = float(places.membrane(np.array([0.5 * places.width]))[0])
    fade = QLinearGradient(0, top - places.depth, 0, top + 0.5 * places.unit)
    fade.setColorAt(0.0, mix(ground, theme.colour("interstitium"), 0.75))
    fade.setColorAt(1.0, ground)
    painter.setPen(thread(mix(ground, colour, 0.35), 0.18 * places.unit))
    painter.setBrush(fade)
    painter.drawPath(_band(places, -places.depth, 0.4 * places.unit))
    step = 1.5 * places.unit
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(6):
        far = 1.0 - (row + 0.5) / 6.0
        x = np.arange(0.0, places.width + step, step) + step * float(scatter(row, 8)[0])
        y = places.membrane(x) - far * places.depth
        painter.setBrush(
            mix(mix(ground, WHITE, 0.10 if theme.dark else 0.35), theme.colour("interstitium"), 0.5 * far)
        )
        size = places.unit * (0.55 - 0.18 * far)
        for at in zip(x.tolist(), y.tolist(), strict=True):
            painter.drawEllipse(QPointF(*at), size, 0.5 * size)


def _cut_edge(painter: QPainter, places: Places, theme: Theme) -> None:
    """The ground of the two rows of lipids, which move (lipids.py)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(theme.colour("membrane"), theme.colour("cytosol"), 0.72))
    painter.drawPath(_band(places, 0.0, places.thickness))


def _tubule(painter: QPainter, places: Places, theme: Theme) -> None:
    """Muscle: the membrane folds down into a T-tubule that reaches the myofibrils."""
    left, right = places.tubule.left, places.tubule.right
    top = float(places.membrane(np.array([left]))[0])
    path = QPainterPath(QPointF(left - 1.2 * places.unit, top))
    path.cubicTo(left, top + 3 * places.unit, left, top + 4 * places.unit, left, top + 8 * places.unit)
    path.lineTo(left, 0.90 * places.height)
    path.cubicTo(left, 0.935 * places.height, right, 0.935 * places.height, right, 0.90 * places.height)
    path.lineTo(right, top + 8 * places.unit)
    path.cubicTo(right, top + 4 * places.unit, right, top + 3 * places.unit, right + 1.2 * places.unit, top)
    painter.setBrush(theme.colour("interstitium"))
    painter.setPen(thread(theme.edge("membrane"), 1.9 * places.unit))
    painter.drawPath(path)
    painter.setPen(thread(theme.colour("membrane"), 1.4 * places.unit))
    painter.drawPath(path)
    painter.setPen(thread(mix(theme.colour("membrane"), WHITE, 0.5), 0.35 * places.unit))
    painter.drawPath(path)
