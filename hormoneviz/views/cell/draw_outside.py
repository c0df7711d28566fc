"""Emblems of what comes from outside: insulin, glucose, TNF-α, fatty acids, and the receptor that waits
for insulin."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hormoneviz.views.cell.brush import WHITE, body, disc, glow, mirrored, outline, pill, polygon, thread

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme


def insulin(painter: QPainter, theme: Theme) -> None:
    """A drop, point down: it fits the cup of the receptor."""
    path = QPainterPath(QPointF(0.0, 1.45))
    path.cubicTo(-0.45, 0.7, -1.05, 0.35, -1.05, -0.35)
    path.arcTo(QRectF(-1.05, -1.4, 2.1, 2.1), 180.0, -180.0)
    path.cubicTo(1.05, 0.35, 0.45, 0.7, 0.0, 1.45)
    body(painter, theme, "insulin", path, 0.35)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHITE)
    painter.setOpacity(0.55)
    painter.drawEllipse(QPointF(-0.38, -0.65), 0.26, 0.2)
    painter.setOpacity(1.0)


def glucose(painter: QPainter, theme: Theme) -> None:
    """A hexagon, as chemists draw a sugar ring; bright, as it is what the story is about."""
    corners = [(0.98 * cos(k * pi / 3), 0.98 * sin(k * pi / 3)) for k in range(6)]
    painter.setPen(outline(theme, "glucose", 0.26))
    painter.setBrush(theme.colour("glucose_bright"))
    painter.drawPath(polygon(*corners))


def tnf(painter: QPainter, theme: Theme) -> None:
    """Three lobes with spikes: TNF works as a trimer."""
    painter.setPen(thread(theme.edge("tnf"), 0.35))
    for k in range(9):
        angle = k * 2 * pi / 9 - pi / 2
        painter.drawLine(QPointF(0, 0), QPointF(1.6 * cos(angle), 1.6 * sin(angle)))
    for k in range(3):
        angle = k * 2 * pi / 3 - pi / 2
        disc(painter, theme, "tnf", 0.55 * cos(angle), 0.55 * sin(angle), 0.68)


def fatty_acid(painter: QPainter, theme: Theme) -> None:
    """A head and a long zigzag tail."""
    tail = QPainterPath(QPointF(-1.1, -0.2))
    for k in range(1, 7):
        tail.lineTo(-1.1 + 0.52 * k, 0.3 if k % 2 else -0.3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(thread(theme.edge("fatty_acid"), 0.62))
    painter.drawPath(tail)
    painter.setPen(thread(theme.colour("fatty_acid"), 0.3))
    painter.drawPath(tail)
    disc(painter, theme, "fatty_acid", -1.35, -0.1, 0.62)


def _receptor_half(closed: float) -> QPainterPath:
    """The left half: an arm above the membrane, a stem through it, a kinase lobe below; y = 0 is the outer
    edge."""
    reach = 1.95 - 0.75 * closed
    path = QPainterPath(QPointF(-0.22, 3.4))
    path.lineTo(-0.22, -0.6)
    path.cubicTo(-0.3, -1.5, -1.0 + 0.25 * closed, -1.7, -0.95 + 0.3 * closed, -2.9)
    path.cubicTo(-0.95, -3.7, -reach + 0.5, -4.2, -reach + 0.35, -4.7)
    path.cubicTo(-reach - 0.15, -5.2, -reach - 0.8, -4.9, -reach - 0.65, -4.2)
    path.cubicTo(-reach - 0.6, -2.6, -1.6, -1.1, -0.85, -0.4)
    path.lineTo(-0.85, 3.4)
    path.cubicTo(-2.3, 3.5, -2.3, 5.6, -1.1, 5.7)
    path.cubicTo(-0.1, 5.7, -0.15, 4.4, -0.22, 3.4)
    path.closeSubpath()
    return path


def _receptor(painter: QPainter, theme: Theme, role: str, closed: float) -> None:
    half = _receptor_half(closed)
    body(painter, theme, role, half)
    body(painter, theme, role, mirrored(half))


def receptor(painter: QPainter, theme: Theme) -> None:
    """Free: an open cup."""
    _receptor(painter, theme, "receptor", 0.0)


def receptor_active(painter: QPainter, theme: Theme) -> None:
    """Bound: the cup has closed round the insulin, and the kinase lobes carry phosphate."""
    glow(painter, theme.colour("halo"), 0.0, 4.4, 4.2, 0.8)
    glow(painter, theme.colour("halo"), 0.0, -4.2, 2.9, 0.6)
    _receptor(painter, theme, "receptor_active", 1.0)
    painter.save()
    painter.translate(0.0, -4.55)
    insulin(painter, theme)
    painter.restore()
    for side in (-1.2, 1.2):
        disc(painter, theme, "irs1_tyr", side, 4.65, 0.52, 0.5)


def _taken_in(painter: QPainter, theme: Theme, role: str) -> None:
    painter.setPen(outline(theme, "membrane", 0.4))
    painter.setBrush(theme.colour("endosome"))
    painter.drawEllipse(QPointF(0, 0), 2.3, 2.3)
    for side in (-1.0, 1.0):
        body(painter, theme, role, pill(0.42 * side, -0.9, 0.6, 1.5, 0.3))
        disc(painter, theme, role, 0.6 * side, 0.75, 0.62)


def receptor_inside(painter: QPainter, theme: Theme) -> None:
    """Taken in and switched off: a small receptor in a bubble."""
    _taken_in(painter, theme, "receptor")


def receptor_inside_active(painter: QPainter, theme: Theme) -> None:
    """Taken in and still signalling."""
    glow(painter, theme.colour("halo"), 0.0, 0.0, 3.2, 0.7)
    _taken_in(painter, theme, "receptor_active")
