"""Emblems of the signal inside: IRS-1 and its two tags, PIP3, Akt, the brake, the kinases, and the light
of the signal."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hormoneviz.views.cell.brush import WHITE, body, disc, glow, outline, pill, polygon, thread

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme


def irs1(painter: QPainter, theme: Theme) -> None:
    """A long arm with two sockets on top for the tags."""
    painter.scale(1.18, 1.18)
    path = QPainterPath(QPointF(-2.2, 0.2))
    path.cubicTo(-2.5, -0.9, -1.2, -1.0, -0.9, -0.25)
    path.cubicTo(-0.6, 0.2, -0.1, 0.2, 0.1, -0.25)
    path.cubicTo(0.4, -1.0, 1.6, -0.95, 2.2, -0.3)
    path.cubicTo(2.8, 0.5, 2.0, 1.3, 1.1, 1.0)
    path.cubicTo(0.2, 0.75, -0.4, 1.35, -1.2, 1.05)
    path.cubicTo(-1.8, 0.9, -2.1, 0.7, -2.2, 0.2)
    body(painter, theme, "irs1", path)


def tag_tyr(painter: QPainter, theme: Theme) -> None:
    """Go: round and green, with a tick."""
    painter.scale(1.2, 1.2)
    glow(painter, theme.colour("irs1_tyr"), 0.0, 0.0, 2.0, 0.5)
    disc(painter, theme, "irs1_tyr", 0.0, 0.0, 1.1, 0.2)
    tick = QPainterPath(QPointF(-0.5, 0.02))
    tick.lineTo(-0.12, 0.42)
    tick.lineTo(0.52, -0.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(thread(WHITE, 0.32))
    painter.drawPath(tick)


def tag_ser(painter: QPainter, theme: Theme) -> None:
    """Stop: square and red, with a bar."""
    painter.scale(1.2, 1.2)
    body(painter, theme, "irs1_ser", pill(0.0, 0.0, 2.2, 2.2, 0.25), 0.15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(WHITE)
    painter.drawRect(QRectF(-0.68, -0.24, 1.36, 0.48))


def pip3(painter: QPainter, theme: Theme) -> None:
    """A lipid of the inner leaflet: its head, three phosphates, its tails upwards."""
    painter.setPen(thread(theme.edge("pip3"), 0.2))
    for x in (-0.3, 0.3):
        painter.drawLine(QPointF(x, -0.4), QPointF(x * 1.2, -1.7))
    painter.setPen(outline(theme, "pip3"))
    painter.setBrush(theme.colour("halo"))
    painter.drawEllipse(QPointF(0.0, 0.0), 0.8, 0.8)
    for angle in (0.2 * pi, 0.5 * pi, 0.8 * pi):
        disc(painter, theme, "pip3", 0.95 * cos(angle), 0.95 * sin(angle), 0.34, 0.45)


def pip3_glow(painter: QPainter, theme: Theme) -> None:
    painter.scale(2.4, 1.0)
    glow(painter, theme.colour("halo"), 0.0, 0.0, 4.0, 0.75)


def _akt_shape() -> QPainterPath:
    """A kinase: two lobes with a cleft, like a closing hand."""
    path = QPainterPath(QPointF(-1.7, -0.1))
    path.cubicTo(-1.9, -1.7, 0.9, -1.9, 1.3, -0.7)
    path.lineTo(0.35, -0.15)
    path.lineTo(1.75, 0.2)
    path.cubicTo(1.9, 1.8, -1.7, 2.1, -1.7, -0.1)
    path.closeSubpath()
    return path


def akt(painter: QPainter, theme: Theme) -> None:
    body(painter, theme, "akt", _akt_shape(), 0.1)
    painter.setPen(outline(theme, "akt", 0.2))
    painter.setBrush(theme.colour("cytosol"))
    painter.drawEllipse(QPointF(-0.6, -0.15), 0.42, 0.42)


def akt_active(painter: QPainter, theme: Theme) -> None:
    """Lit, with its two phosphates."""
    glow(painter, theme.colour("halo"), 0.0, 0.0, 3.4, 0.95)
    body(painter, theme, "akt", _akt_shape(), 0.35)
    for x, y in ((-0.75, -0.35), (-0.3, 0.75)):
        disc(painter, theme, "irs1_tyr", x, y, 0.5, 0.5)


def brake(painter: QPainter, theme: Theme) -> None:
    """AS160: a shoe clamped over the road, with a bar like a stop sign."""
    shoe = QPainterPath()
    shoe.setFillRule(Qt.FillRule.WindingFill)
    shoe.addRoundedRect(QRectF(-2.0, -0.85, 4.0, 1.7), 0.55, 0.55)
    body(painter, theme, "as160", shoe, 0.15)
    painter.setPen(thread(WHITE, 0.34))
    painter.drawLine(QPointF(-1.1, 0.0), QPointF(1.1, 0.0))


def brake_off(painter: QPainter, theme: Theme) -> None:
    """The shoe lifted: pale, and tagged by Akt."""
    painter.setOpacity(0.55)
    body(painter, theme, "as160", pill(0.0, 0.0, 3.4, 1.4, 0.5), 0.5)
    painter.setOpacity(1.0)
    disc(painter, theme, "irs1_tyr", 1.4, -0.6, 0.62, 0.4)


def mtor(painter: QPainter, theme: Theme) -> None:
    """A large kinase of the side route: a shield."""
    shape = polygon((-1.4, -0.9), (0.0, -1.35), (1.4, -0.9), (1.1, 0.6), (0.0, 1.4), (-1.1, 0.6))
    body(painter, theme, "mtor", shape)


def s6k(painter: QPainter, theme: Theme) -> None:
    """The kinase after it: an egg with a notch."""
    shape = polygon(
        (-1.2, -0.5), (-0.4, -1.2), (0.6, -1.15), (1.2, -0.4), (0.4, 0.0), (1.2, 0.6), (0.3, 1.2), (-0.9, 1.0)
    )
    body(painter, theme, "mtor", shape, 0.5)


def jnk(painter: QPainter, theme: Theme) -> None:
    """Stress: an eight-pointed burst."""
    tips = [
        ((1.75 if k % 2 else 1.15) * cos(k * pi / 8), (1.75 if k % 2 else 1.15) * sin(k * pi / 8))
        for k in range(16)
    ]
    body(painter, theme, "jnk", polygon(*tips), 0.15)


def spark(painter: QPainter, theme: Theme) -> None:
    """The signal on its way."""
    glow(painter, theme.colour("halo"), 0.0, 0.0, 1.5, 0.9)
    painter.setPen(outline(theme, "pip3", 0.16))
    painter.setBrush(theme.colour("halo"))
    painter.drawEllipse(QPointF(0.0, 0.0), 0.5, 0.5)


def halo(painter: QPainter, theme: Theme) -> None:
    glow(painter, theme.colour("halo"), 0.0, 0.0, 3.0, 0.85)
