"""The calm part of the picture: painted once per size, theme and tissue, then only blitted; the light of
the signal on it is repainted when it changes.

From top to bottom: blood, capillary wall, tissue fluid, membrane, cytosol with its organelles.  Low contrast
throughout, so that what moves stands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPixmap, QPolygonF

from hormoneviz.look.theme import mix
from hormoneviz.views.cell import organelles
from hormoneviz.views.cell.hashing import even, scatter
from hormoneviz.views.cell.membrane import paint_membrane
from hormoneviz.views.cell.places import BLOOD, WALL
from hormoneviz.views.cell.tissue import paint_tissue

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme
    from hormoneviz.views.cell.channel import Channel
    from hormoneviz.views.cell.places import Places


def paint_background(
    painter: QPainter, places: Places, theme: Theme, channel: Channel, part: QRect, plain: bool = False
) -> None:
    """The still scene without the signal's light, onto a ground of the role "interstitium"; of it only the
    `part` (device px) that the painter's device shows needs to be right; `plain` without texture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _outside(painter, places, theme, plain)
    _cytosol(painter, places, theme, plain)
    if plain:
        paint_tissue(painter, places, theme)
    else:
        _back_plane(painter, places, theme, part)
    organelles.paint_nucleus(painter, places, theme)
    organelles.paint_store(painter, places, theme)
    organelles.paint_endosomes(painter, places, theme)
    organelles.paint_microtubules(painter, places, theme)
    channel.paint_walls(painter, theme)
    paint_membrane(painter, places, theme)


class Backdrop:
    """The still scene, or from near by only a part of it, with the light of the signal on it, which is
    repainted only when that changes by a step."""

    def __init__(
        self,
        places: Places,
        theme: Theme,
        channel: Channel,
        part: QRect | None = None,
        plain: bool = False,
    ) -> None:
        self.part = QRect(0, 0, places.width, places.height) if part is None else part
        """what of the scene `pixmap` shows (device px)"""
        self.pixmap = QPixmap(self.part.size())
        self.pixmap.fill(theme.colour("interstitium"))
        with QPainter(self.pixmap) as painter:
            painter.translate(-self.part.topLeft())
            paint_background(painter, places, theme, channel, self.part, plain)
        self._theme, self._channel = theme, channel
        self._area = channel.area().intersected(self.part)
        self._dark = self.pixmap.copy(self._area.translated(-self.part.topLeft()))
        self._steps: tuple[int, ...] = ()

    def light(self, steps: tuple[int, ...]) -> None:
        """Show the light for these `Channel.steps`."""
        if steps == self._steps or self._area.isEmpty():
            return
        self._steps = steps
        with QPainter(self.pixmap) as painter:
            painter.translate(-self.part.topLeft())
            painter.drawPixmap(self._area.topLeft(), self._dark)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._channel.paint(painter, self._theme, steps)


def cell_outline(places: Places, below: float = 0.0) -> QPainterPath:
    """The inside of the cell: under the membrane's outer edge (or so much lower) down to the bottom."""
    x = np.linspace(0.0, places.width, 160)
    y = places.membrane(x) + below
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))
    path.lineTo(places.width, places.height)
    path.lineTo(0.0, places.height)
    path.closeSubpath()
    return path


def _outside(painter: QPainter, places: Places, theme: Theme, plain: bool) -> None:
    width, height = places.width, places.height
    top = QLinearGradient(0, 0, 0, BLOOD * height)
    top.setColorAt(0.0, mix(theme.colour("blood"), theme.colour("capillary"), 0.30))
    top.setColorAt(1.0, theme.colour("blood"))
    painter.fillRect(QRectF(0, 0, width, BLOOD * height), top)
    _blood_cells(painter, places, theme)
    fluid = QLinearGradient(0, WALL * height, 0, 0.36 * height)
    fluid.setColorAt(0.0, mix(theme.colour("interstitium"), theme.colour("blood"), 0.25))
    fluid.setColorAt(0.5, theme.colour("interstitium"))
    painter.fillRect(QRectF(0, WALL * height, width, 0.3 * height), fluid)
    gap = QLinearGradient(0, BLOOD * height, 0, WALL * height)
    gap.setColorAt(0.0, theme.colour("blood"))
    gap.setColorAt(1.0, mix(theme.colour("interstitium"), theme.colour("blood"), 0.25))
    painter.fillRect(QRectF(0, BLOOD * height, width, (WALL - BLOOD) * height), gap)
    if not plain:
        _blotches(painter, QRectF(0, 0, width, 0.4 * height), theme.colour("blood"), 5, 0.16)
    _wall(painter, places, theme)


def _blood_cells(painter: QPainter, places: Places, theme: Theme) -> None:
    """A few red cells, out of focus."""
    u, red = places.unit, mix(theme.colour("blood"), theme.colour("capillary"), 0.55)
    for k, share in enumerate((0.40, 0.52, 0.70, 0.86)):
        x = share * places.width
        y = (0.030 + 0.035 * float(scatter(k, 3)[0])) * places.height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        painter.drawEllipse(QPointF(x, y), 5.2 * u, 2.5 * u)
        painter.setBrush(mix(red, theme.colour("blood"), 0.55))
        painter.drawEllipse(QPointF(x, y - 0.2 * u), 2.6 * u, 0.9 * u)


def _wall(painter: QPainter, places: Places, theme: Theme) -> None:
    """Flat cells, end to end, with gaps through which hormones and sugar pass."""
    top, bottom = BLOOD * places.height, WALL * places.height
    middle, half = 0.5 * (top + bottom), 0.5 * (bottom - top)
    count = 6
    length = places.width / count
    for k in range(-1, count + 1):
        left, right = (k + 0.42) * length, (k + 1.36) * length
        cell = QPainterPath(QPointF(left, middle))
        cell.cubicTo(
            left + 0.1 * length, top, left + 0.3 * length, middle - 1.25 * half, 0.5 * (left + right), top
        )
        cell.cubicTo(right - 0.3 * length, top + 0.6 * half, right - 0.1 * length, top, right, middle)
        cell.cubicTo(right - 0.15 * length, bottom, left + 0.15 * length, bottom, left, middle)
        painter.setPen(QColor(mix(theme.colour("capillary"), theme.colour("text"), 0.15)))
        painter.setBrush(theme.colour("capillary"))
        painter.drawPath(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.colour("capillary"), theme.colour("nucleus"), 0.6))
        painter.drawEllipse(QPointF(0.5 * (left + right), middle), 0.11 * length, 0.42 * half)


def _cytosol(painter: QPainter, places: Places, theme: Theme, plain: bool) -> None:
    inside = cell_outline(places)
    depth = QLinearGradient(0, 0.35 * places.height, 0, places.height)
    depth.setColorAt(0.0, theme.colour("cytosol"))
    depth.setColorAt(1.0, theme.colour("cytosol_deep"))
    painter.fillPath(inside, depth)
    if plain:
        return
    painter.save()
    painter.setClipPath(inside)
    box = QRectF(0, 0.34 * places.height, places.width, 0.66 * places.height)
    _blotches(painter, box, mix(theme.colour("cytosol_deep"), theme.colour("membrane"), 0.5), 11, 0.20)
    _crowd(painter, places, theme)
    painter.restore()


def _back_plane(painter: QPainter, places: Places, theme: Theme, part: QRect) -> None:
    """What lies furthest back, a little out of focus: painted at half the size and enlarged."""
    left, top = part.left() // 2, part.top() // 2
    small = QPixmap(part.width() // 2 + 1, part.height() // 2 + 1)
    small.fill(Qt.GlobalColor.transparent)
    with QPainter(small) as soft:
        soft.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft.translate(-left, -top)
        soft.scale(0.5, 0.5)
        _crowd(soft, places, theme)
        paint_tissue(soft, places, theme)
    enlarged = QRectF(2 * left, 2 * top, 2 * small.width(), 2 * small.height())
    painter.drawPixmap(enlarged, small, QRectF(small.rect()))


def _crowd(painter: QPainter, places: Places, theme: Theme) -> None:
    """The many other proteins of a cell, far behind: faint washed shapes, after Goodsell."""
    across, down = even(170)
    kinds = scatter(np.arange(170), 5)
    colours = [
        theme.colour(role, 0.050 if theme.dark else 0.045) for role in ("irs1", "glut4", "pip3", "akt", "rab")
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, kind in zip(across.tolist(), down.tolist(), kinds.tolist(), strict=True):
        at = QPointF(x * places.width, (0.42 + 0.58 * y) * places.height)
        size = places.unit * (0.8 + 1.9 * ((7.0 * kind) % 1.0))
        painter.setBrush(colours[int(kind * len(colours))])
        painter.drawEllipse(at, size, size * (0.6 + 0.4 * ((13.0 * kind) % 1.0)))
        painter.drawEllipse(at + QPointF(0.9 * size, 0.35 * size), 0.7 * size, 0.6 * size)


def _blotches(painter: QPainter, box: QRectF, colour: QColor, seed: int, strength: float) -> None:
    """Watercolour: a tint of uneven strength, from a coarse grid of hashes smoothly enlarged."""
    rows, columns = 10, 16
    chance = scatter(np.arange(rows * columns), seed).reshape(rows, columns)
    pixels = np.zeros((rows, columns, 4), np.uint8)
    alpha = 255.0 * strength * chance**1.5
    for channel, value in enumerate((colour.blueF(), colour.greenF(), colour.redF())):
        pixels[:, :, channel] = value * alpha
    pixels[:, :, 3] = alpha
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    size = box.size().toSize()
    smooth = image.scaled(
        4 * columns,
        4 * rows,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    if size.width() > painter.device().width():  # seen from near by: enlarged, most of it would be unseen
        painter.drawImage(box, smooth)
        return
    smooth = smooth.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(box.topLeft(), smooth)
