"""The marks of the strip: the arrow between organ and blood, its cargo, the vessel, the range bar."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from hormoneviz.look.theme import Theme, mix
from hormoneviz.views.body.organs import Doing
from hormoneviz.views.body.ranges import Range

CARGO = {
    "insulin": "insulin",
    "glucose": "glucose",
    "fatty_acid": "fatty_acid",
    "androgen": "androgen",
    "estrogen": "estrogen",
    "LH": "nucleus_edge",
}
"""what an arrow carries, and the role of its colour; its shape is that of the cell scene, or a ring"""


def paint_ground(painter: QPainter, theme: Theme, room: QRect) -> None:
    """The ground of the strip, and the line between it and what lies above."""
    painter.fillRect(room, theme.colour("surface"))
    painter.fillRect(QRect(room.left(), room.top(), room.width(), 1), theme.colour("outline", 0.5))


def paint_vessel(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The piece of the blood vessel that runs through one item."""
    painter.fillRect(box, theme.colour("capillary") if theme.dark else theme.edge("capillary"))
    painter.fillRect(box.adjusted(0.0, 1.0, 0.0, -1.0), theme.colour("blood"))


def paint_arrow(painter: QPainter, theme: Theme, doing: Doing, box: QRectF) -> None:
    """Down into the blood, or up out of it; its width is the flow. A short bar where nothing flows."""
    role, x = CARGO[doing.cargo], box.center().x()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if doing.way == "rests":
        painter.setPen(QPen(theme.colour("text_muted"), 1.5))
        y = box.center().y()
        painter.drawLine(QPointF(x - 0.25 * box.width(), y), QPointF(x + 0.25 * box.width(), y))
        return
    glyph = min(0.42 * box.width(), 0.2 * box.height())
    up = doing.way == "takes"
    tail = box.bottom() - glyph if up else box.top() + glyph
    paint_cargo(painter, theme, doing.cargo, QPointF(x, tail), glyph)
    start = tail - 1.35 * glyph if up else tail + 1.35 * glyph
    end = box.top() if up else box.bottom()
    painter.setPen(QPen(theme.edge(role), 0.8))
    painter.setBrush(theme.colour(role))
    painter.drawPolygon(_arrow(x, start, end, doing.share, box.width()))


def _arrow(x: float, start: float, end: float, share: float, width: float) -> QPolygonF:
    """An arrow from `start` to `end` (y), as thick as `share`."""
    half = width * (0.06 + 0.22 * share)
    wing = width * (0.2 + 0.3 * share)
    neck = end + (start - end) * (0.42 + 0.16 * share)
    right = ((half, start), (half, neck), (wing, neck))
    left = [(-dx, y) for dx, y in reversed(right)]
    return QPolygonF([QPointF(x + dx, y) for dx, y in (*right, (0.0, end), *left)])


def paint_cargo(painter: QPainter, theme: Theme, cargo: str, at: QPointF, r: float) -> None:
    """The molecule an arrow carries, in the shape it has in the cell scene."""
    role = CARGO[cargo]
    painter.setPen(QPen(theme.edge(role), 0.9))
    painter.setBrush(theme.colour("glucose_bright" if cargo == "glucose" else role))
    if cargo == "glucose":
        painter.drawPolygon(
            QPolygonF([at + QPointF(r * cos(k * pi / 3), r * sin(k * pi / 3)) for k in range(6)])
        )
    elif cargo == "insulin":
        painter.drawPath(_drop(at, r))
    elif cargo == "fatty_acid":
        painter.drawEllipse(at - QPointF(0.55 * r, 0), 0.6 * r, 0.6 * r)
        painter.setPen(QPen(theme.edge(role), 1.4))
        painter.drawPolyline(
            QPolygonF([at + QPointF(r * (0.1 + 0.4 * k), r * (0.35 if k % 2 else -0.35)) for k in range(4)])
        )
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(role), max(1.4, 0.4 * r)))
        painter.drawEllipse(at, 0.75 * r, 0.75 * r)


def _drop(at: QPointF, r: float) -> QPainterPath:
    path = QPainterPath(at + QPointF(0, 1.1 * r))
    path.cubicTo(at + QPointF(-1.3 * r, -0.2 * r), at + QPointF(-0.9 * r, -r), at + QPointF(0, -r))
    path.cubicTo(at + QPointF(0.9 * r, -r), at + QPointF(1.3 * r, -0.2 * r), at + QPointF(0, 1.1 * r))
    return path


def paint_range(painter: QPainter, theme: Theme, limits: Range, place: float, box: QRectF) -> None:
    """A thin line, the healthy range as a hatched piece of it, and a marker that points at this person."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, bar = theme.colour("text_muted"), 0.42 * box.height()
    y = box.bottom() - 0.5 * bar - 0.5
    painter.setPen(QPen(ink, 1.2))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    left, right = (box.left() + box.width() * limits.place(at) for at in (limits.low, limits.high))
    healthy = QRectF(left, y - 0.5 * bar, right - left, bar)
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(mix(theme.colour("surface"), theme.colour("irs1_tyr"), 0.35))
    painter.drawRect(healthy)
    painter.save()
    painter.setClipRect(healthy)
    painter.setPen(QPen(QColor(ink), 0.8))
    step, x = max(3.0, 0.6 * bar), healthy.left() - bar
    while x < healthy.right():
        painter.drawLine(QPointF(x, healthy.bottom()), QPointF(x + bar, healthy.top()))
        x += step
    painter.restore()
    _paint_marker(painter, theme, QPointF(box.left() + box.width() * place, y - 0.5 * bar), box)


def _paint_marker(painter: QPainter, theme: Theme, tip: QPointF, box: QRectF) -> None:
    half = 0.32 * box.height()
    top = box.top() + 0.5
    painter.setPen(QPen(theme.colour("surface"), 1.0))
    painter.setBrush(QBrush(theme.colour("text")))
    painter.drawPolygon(
        QPolygonF([tip + QPointF(0, 1.5), QPointF(tip.x() - half, top), QPointF(tip.x() + half, top)])
    )
