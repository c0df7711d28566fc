"""The organelles: nucleus, store, endosomes, microtubules."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF, QRadialGradient

from hormoneviz.look.theme import mix
from hormoneviz.views.cell.brush import WHITE, disc, pill, thread
from hormoneviz.views.cell.places import TRACKS

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.places import Oval, Places


def paint_nucleus(painter: QPainter, places: Places, theme: Theme) -> None:
    """A pale ball with pores in its envelope, DNA inside, and the steroid receptors on it."""
    n, u, colour = places.nucleus, places.unit, theme.colour("nucleus")
    shade = QRadialGradient(QPointF(n.x - 0.3 * n.rx, n.y - 0.4 * n.ry), 1.5 * n.rx)
    shade.setColorAt(0.0, mix(colour, WHITE, 0.10 if theme.dark else 0.45))
    shade.setColorAt(1.0, colour)
    painter.setBrush(shade)
    painter.setPen(thread(theme.colour("nucleus_edge"), 0.9 * u))
    painter.drawEllipse(QPointF(n.x, n.y), n.rx, n.ry)
    painter.setPen(thread(mix(colour, WHITE, 0.1 if theme.dark else 0.4), 0.32 * u))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(n.x, n.y), n.rx, n.ry)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for k in range(14):
        angle = 2 * pi * k / 14
        painter.drawEllipse(QPointF(n.x + n.rx * cos(angle), n.y + n.ry * sin(angle)), 0.7 * u, 0.7 * u)
    _dna(painter, places, theme)
    steroid_receptor(painter, theme, "androgen", n.x - 0.36 * n.rx, n.y + 0.10 * n.ry, u)
    steroid_receptor(painter, theme, "estrogen", n.x + 0.36 * n.rx, n.y + 0.10 * n.ry, u)


def _dna(painter: QPainter, places: Places, theme: Theme) -> None:
    """A double helix across the nucleus."""
    n, u = places.nucleus, places.unit
    x = np.linspace(n.x - 0.74 * n.rx, n.x + 0.74 * n.rx, 90)
    turn = (x - x[0]) / (x[-1] - x[0]) * 6.0 * pi
    middle, swing = n.y + 0.34 * n.ry, 1.15 * u
    strands = [middle + swing * np.sin(turn + shift) for shift in (0.0, 0.9 * pi)]
    painter.setPen(thread(mix(theme.colour("nucleus_edge"), theme.colour("nucleus"), 0.45), 0.22 * u))
    for k in range(2, 90, 5):
        painter.drawLine(QPointF(x[k], strands[0][k]), QPointF(x[k], strands[1][k]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for y, colour in zip(strands, (theme.colour("nucleus_edge"), theme.edge("nucleus_edge")), strict=True):
        painter.setPen(thread(colour, 0.45 * u))
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))


def steroid_receptor(painter: QPainter, theme: Theme, role: str, x: float, y: float, unit: float) -> None:
    """A pair of domains that sit astride the DNA."""
    painter.save()
    painter.translate(x, y)
    painter.scale(unit, unit)
    for side in (-0.95, 0.95):
        disc(painter, theme, role, side, 0.0, 1.25)
        disc(painter, theme, role, 0.8 * side, 1.6, 0.7)
    painter.restore()


def paint_store(painter: QPainter, places: Places, theme: Theme) -> None:
    """The store: a soft cloud of tubules near the nucleus, where vesicles are retained."""
    s, colour = places.store, theme.colour("store")
    painter.setPen(thread(mix(colour, theme.colour("organelle_edge"), 0.55), 0.35 * places.unit))
    painter.setBrush(_deepening(s, colour, theme))
    painter.drawPath(_cloud(s, 1.13, 17))


def paint_endosomes(painter: QPainter, places: Places, theme: Theme) -> None:
    """Early and recycling endosome, joined by a tubule."""
    early, late, u = places.early, places.recycling, places.unit
    colour, edge = (
        theme.colour("endosome"),
        mix(theme.colour("endosome"), theme.colour("organelle_edge"), 0.7),
    )
    link = QPainterPath(QPointF(early.x + 0.8 * early.rx, early.y))
    link.cubicTo(
        early.x + 1.6 * early.rx,
        early.y + u,
        late.x - 1.4 * late.rx,
        late.y + u,
        late.x - 0.8 * late.rx,
        late.y,
    )
    for pen in (thread(edge, 2.1 * u), thread(colour, 1.5 * u)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(link)
    for oval, lobes in ((early, 7), (late, 9)):
        painter.setPen(thread(edge, 0.35 * u))
        painter.setBrush(_deepening(oval, colour, theme))
        painter.drawPath(_cloud(oval, 1.08, lobes))


def _deepening(oval: Oval, colour: QColor, theme: Theme) -> QRadialGradient:
    shade = QRadialGradient(QPointF(oval.x, oval.y - 0.2 * oval.ry), 1.2 * max(oval.rx, oval.ry))
    shade.setColorAt(0.0, mix(colour, WHITE, 0.04 if theme.dark else 0.35))
    shade.setColorAt(1.0, colour)
    return shade


def _cloud(oval: Oval, size: float, lobes: int) -> QPainterPath:
    """An ellipse with a softly lobed rim."""
    angle = np.linspace(0.0, 2.0 * pi, 181)
    rim = size * (1.0 + 0.022 * np.sin(lobes * angle) + 0.02 * np.sin(3 * angle + 1.0))
    x, y = oval.x + oval.rx * rim * np.cos(angle), oval.y + oval.ry * rim * np.sin(angle)
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))
    path.closeSubpath()
    return path


def paint_microtubules(painter: QPainter, places: Places, theme: Theme) -> None:
    """Hollow rods; the light of the signal runs in them (channel.py)."""
    u, colour = places.unit, theme.colour("microtubule")
    for track in range(TRACKS):
        x, y = places.on_track(np.full(60, track), np.linspace(0.0, 1.0, 60))
        line = QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])
        for shade, width in (
            (mix(colour, QColor("#000000"), 0.45), 2.1),
            (mix(colour, QColor("#000000"), 0.10), 1.6),
            (mix(colour, QColor("#000000"), 0.35), 1.2),
        ):
            painter.setPen(thread(shade, width * u))
            painter.drawPolyline(line)
    x, y = places.on_track(np.arange(TRACKS), np.ones(TRACKS))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(colour, QColor("#000000"), 0.2))
    for at in zip(x.tolist(), y.tolist(), strict=True):
        painter.drawPath(pill(at[0], at[1], 1.1 * u, 0.8 * u, 0.4 * u))
