"""Emblems of the traffic: vesicles in all their dress, and GLUT4 as a door, a pore seen from above, a
cluster."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRadialGradient

from hormoneviz.look.theme import mix
from hormoneviz.views.cell.brush import WHITE, body, outline, polygon, thread

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

RADIUS = 1.12
"""of a vesicle, in scene units"""


def _bubble(painter: QPainter, theme: Theme, role: str, r: float = RADIUS) -> None:
    """A ball of membrane, lit from the upper left."""
    colour = theme.colour(role)
    shade = QRadialGradient(QPointF(-0.35 * r, -0.4 * r), 1.5 * r)
    shade.setColorAt(0.0, mix(colour, WHITE, 0.90))
    shade.setColorAt(0.55, mix(colour, WHITE, 0.55))
    shade.setColorAt(1.0, mix(colour, WHITE, 0.10))
    painter.setPen(outline(theme, role))
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0, 0), r, r)


def _studs(painter: QPainter, theme: Theme, r: float = RADIUS, count: int = 3) -> None:
    """The GLUT4 that the vesicle carries."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("glut4"))
    for k in range(count):
        angle = k * 2 * pi / count + 0.5
        painter.drawEllipse(QPointF(0.55 * r * cos(angle), 0.55 * r * sin(angle)), 0.29, 0.29)


def vesicle(painter: QPainter, theme: Theme) -> None:
    _bubble(painter, theme, "vesicle")
    _studs(painter, theme)


def vesicle_rab(painter: QPainter, theme: Theme) -> None:
    """With Rab-GTP on: a lit switch on its shoulder."""
    vesicle(painter, theme)
    painter.setPen(outline(theme, "rab", 0.2))
    painter.setBrush(mix(theme.colour("rab"), WHITE, 0.4))
    painter.drawEllipse(QPointF(0.0, -1.05), 0.52, 0.52)


def vesicle_coated(painter: QPainter, theme: Theme) -> None:
    """In its cage of clathrin."""
    _bubble(painter, theme, "vesicle", 0.85)
    _studs(painter, theme, 0.85)
    corners = [(1.45 * cos(k * pi / 4 + 0.2), 1.45 * sin(k * pi / 4 + 0.2)) for k in range(8)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(thread(theme.colour("nucleus_edge"), 0.26))
    painter.drawPath(polygon(*corners))
    for k in range(8):
        angle = k * pi / 4 + 0.2
        painter.drawLine(
            QPointF(1.1 * cos(angle), 1.1 * sin(angle)), QPointF(1.62 * cos(angle), 1.62 * sin(angle))
        )


def vesicle_sorted(painter: QPainter, theme: Theme) -> None:
    """GLUT4 on its way through an endosome."""
    _bubble(painter, theme, "organelle_edge", 0.8)
    _studs(painter, theme, 0.75)


def vesicle_open(painter: QPainter, theme: Theme) -> None:
    """The moment of fusion: a bowl that opens upwards into the membrane."""
    path = QPainterPath(QPointF(-1.5, -1.0))
    path.cubicTo(-0.7, -0.9, -1.3, -0.2, -1.2, 0.3)
    path.cubicTo(-1.0, 1.35, 1.0, 1.35, 1.2, 0.3)
    path.cubicTo(1.3, -0.2, 0.7, -0.9, 1.5, -1.0)
    painter.setPen(thread(theme.edge("vesicle"), 0.55))
    painter.setBrush(theme.colour("interstitium"))
    painter.drawPath(path)
    painter.setPen(thread(theme.colour("vesicle"), 0.28))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def tether(painter: QPainter, theme: Theme) -> None:
    """The protein thread between vesicle and membrane."""
    path = QPainterPath(QPointF(0.0, -1.9))
    path.cubicTo(0.8, -0.8, -0.8, 0.6, 0.0, 1.9)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(thread(theme.edge("vesicle"), 0.42))
    painter.drawPath(path)
    painter.setPen(thread(theme.colour("vesicle"), 0.2))
    painter.drawPath(path)


def door(painter: QPainter, theme: Theme) -> None:
    """GLUT4 in the cut edge of the membrane: two leaves with a way between; y = 0 is the middle of the
    membrane."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(theme.colour("interstitium"), WHITE, 0.0 if theme.dark else 0.5))
    painter.drawPath(polygon((-0.55, -2.1), (0.55, -2.1), (0.3, 0.0), (0.55, 2.1), (-0.55, 2.1), (-0.3, 0.0)))
    for side in (-1.0, 1.0):
        leaf = QPainterPath(QPointF(0.45 * side, -2.25))
        leaf.cubicTo(0.2 * side, -0.8, 0.2 * side, 0.8, 0.45 * side, 2.25)
        leaf.cubicTo(1.35 * side, 2.45, 1.35 * side, -2.45, 0.45 * side, -2.25)
        body(painter, theme, "glut4", leaf)


def pore(painter: QPainter, theme: Theme) -> None:
    """GLUT4 on the face of the membrane, seen from above: a ring."""
    painter.setPen(outline(theme, "glut4", 0.2))
    painter.setBrush(theme.colour("glut4"))
    painter.drawEllipse(QPointF(0, 0), 1.05, 0.68)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(theme.colour("glut4"), QColor("#000000"), 0.65))
    painter.drawEllipse(QPointF(0, 0.02), 0.42, 0.26)


def cluster(painter: QPainter, theme: Theme) -> None:
    """GLUT4 that stayed together: a dark patch with several rings."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("glut4", 0.35))
    painter.drawEllipse(QPointF(0, 0), 1.75, 1.1)
    painter.save()
    painter.scale(0.66, 0.66)
    for x, y in ((-1.15, -0.45), (1.15, -0.45), (0.0, 0.75)):
        painter.translate(x, y)
        pore(painter, theme)
        painter.translate(-x, -y)
    painter.restore()
