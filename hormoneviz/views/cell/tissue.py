"""What makes a fat cell fat and a muscle cell striped: droplets of lipid, sarcomeres.

They lie in the back plane, a little out of focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QRadialGradient

from hormoneviz.look.theme import mix
from hormoneviz.views.cell.brush import WHITE, thread
from hormoneviz.views.cell.places import Oval

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.places import Places

_SMALL = ((0.285, 0.868, 0.020), (0.055, 0.930, 0.026), (0.962, 0.905, 0.024), (0.330, 0.838, 0.011))
"""small droplets beside the large one: x and y in shares of width and height, radius in shares of width"""
_SARCOMERE = 0.155
"""length of a sarcomere in shares of the width"""


def paint_tissue(painter: QPainter, places: Places, theme: Theme) -> None:
    if places.tissue == "fat":
        w, h = places.width, places.height
        for x, y, r in _SMALL:
            _droplet(painter, places, theme, Oval(x * w, y * h, r * w, r * w))
        _droplet(painter, places, theme, places.droplet)
    else:
        _myofibrils(painter, places, theme)


def _droplet(painter: QPainter, places: Places, theme: Theme, d: Oval) -> None:
    """Fat: one huge droplet that leaves only a rim for everything else, and a few that will join it."""
    colour, small = theme.colour("lipid_droplet"), min(1.0, d.rx / (0.2 * places.width))
    shade = QRadialGradient(QPointF(d.x - 0.25 * d.rx, d.y - 0.75 * d.ry), 1.1 * d.rx)
    shade.setColorAt(0.0, mix(colour, WHITE, 0.12 if theme.dark else 0.55))
    shade.setColorAt(0.6, colour)
    shade.setColorAt(1.0, mix(colour, theme.colour("membrane"), 0.35))
    painter.setPen(thread(mix(colour, theme.edge("membrane"), 0.6), (0.25 + 0.45 * small) * places.unit))
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(d.x, d.y), d.rx, d.ry)
    glint = mix(colour, WHITE, 0.15 if theme.dark else 0.7)
    painter.setPen(thread(glint, (0.35 + 1.1 * small) * places.unit))
    start, length = (108, 17) if small == 1.0 else (110, 55)
    inner = 0.93 if small == 1.0 else 0.70
    painter.drawArc(
        QRectF(d.x - inner * d.rx, d.y - inner * d.ry, 2 * inner * d.rx, 2 * inner * d.ry),
        start * 16,
        length * 16,
    )


def _myofibrils(painter: QPainter, places: Places, theme: Theme) -> None:
    """Muscle: two fibrils along the bottom; thin filaments from each Z line, thick ones between them."""
    top, u = places.fibrils_top, places.unit
    height = 0.5 * (places.height - top) - 0.5 * u
    for row in range(2):
        y = top + row * (height + 0.9 * u)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.colour("sarcomere"), WHITE, 0.02 if theme.dark else 0.25))
        painter.drawRect(QRectF(0, y, places.width, height))
        for k in range(-1, 8):
            left = (k + 0.3 * row) * _SARCOMERE * places.width
            _sarcomere(painter, theme, QRectF(left, y, _SARCOMERE * places.width, height), u)
        shine = QLinearGradient(0, y, 0, y + height)
        for at, alpha in ((0.0, 0.30), (0.35, 0.08), (1.0, 0.0)):
            shine.setColorAt(at, QColor.fromRgbF(1.0, 1.0, 1.0, alpha * (0.4 if theme.dark else 1.0)))
        painter.fillRect(QRectF(0, y, places.width, height), shine)


def _sarcomere(painter: QPainter, theme: Theme, box: QRectF, u: float) -> None:
    """From one Z line to the next: the dark band of thick filaments in its middle, the M line in that."""
    light, dark, edge = (
        theme.colour("sarcomere"),
        theme.colour("sarcomere_edge"),
        theme.edge("sarcomere_edge"),
    )
    left, length, middle = box.left(), box.width(), box.center().x()
    band = QRectF(left + 0.22 * length, box.top(), 0.56 * length, box.height())
    painter.fillRect(band, mix(light, dark, 0.45))
    rows = np.linspace(box.top() + 0.14 * box.height(), box.bottom() - 0.14 * box.height(), 4).tolist()
    painter.setPen(thread(mix(dark, edge, 0.25), 0.50 * u))
    for y in rows:
        painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
    painter.setPen(thread(mix(light, dark, 0.55), 0.22 * u))
    gap = 0.5 * (rows[1] - rows[0])
    for y in rows[:-1]:
        painter.drawLine(QPointF(left, y + gap), QPointF(left + 0.42 * length, y + gap))
        painter.drawLine(QPointF(left + 0.58 * length, y + gap), QPointF(box.right(), y + gap))
    painter.fillRect(QRectF(middle - 0.15 * u, box.top(), 0.3 * u, box.height()), mix(dark, edge, 0.5))
    zigzag = [
        QPointF(left + (0.35 if k % 2 else -0.35) * u, box.top() + k / 8.0 * box.height()) for k in range(9)
    ]
    painter.setPen(thread(edge, 0.55 * u))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(zigzag)
