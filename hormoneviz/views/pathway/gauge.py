"""The gauge of a node: the box itself filled from below, or, in a low box, a bar below its text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hormoneviz.views.pathway.geometry import BAR, PAD, Geometry
from hormoneviz.views.pathway.parts import NodeArt

_SHORTEST = 6.0
"""px; a shorter piece of a level line would look like a dash that belongs to the name"""
_LEVEL = 2.5
"""px, how thick a level line is"""
_MARK = 0.13
"""of the width of a box, a mark of its level beside text"""
_CLEAR = 3.0
"""px between text and a level line"""


def level_lines(art: NodeArt, share: float) -> list[QRectF]:
    """The line at the level of a filled box: all across, or short of the text where it is as high as that."""
    box = art.box
    whole = QRectF(box.left(), level(box, share), box.width(), _LEVEL)
    rows = [row for row in art.label.rows if row.adjusted(0, -1, 0, 1).intersects(whole)]
    if not rows:
        return [whole]
    # Beside text it is a mark at both sides: drawn up to the text it would look struck through.
    most = _MARK * box.width()
    left = min(min(row.left() for row in rows) - _CLEAR - box.left(), most)
    right = min(box.right() - max(row.right() for row in rows) - _CLEAR, most)
    pieces = (
        QRectF(box.left(), whole.top(), left, _LEVEL),
        QRectF(box.right() - right, whole.top(), right, _LEVEL),
    )
    return [piece for piece in pieces if piece.width() > _SHORTEST]


def level(box: QRectF, share: float) -> float:
    """The height of a share in a box, to half a pixel."""
    return round(2 * (box.bottom() - share * box.height())) / 2


def bar(placed: Geometry, box: QRectF) -> QRectF:
    """The track of a low box's bar: below the text, short of round and pointed sides."""
    inset, text = 0.42 * box.height(), placed.text
    return QRectF(
        box.left() + inset,
        box.bottom() - (BAR + 0.3 * PAD) * text,
        box.width() - 2 * inset,
        (BAR - 1.4 * PAD) * text,
    )


def paint_gauge(painter: QPainter, placed: Geometry, art: NodeArt, share: float, ground: QColor) -> None:
    """The ground of a node, and its gauge at a share from 0 to 1."""
    painter.fillPath(art.outline, ground)
    if not placed.filled:
        track = bar(placed, art.box)
        painter.setPen(QPen(art.edge, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(track)
        painter.fillRect(QRectF(track.left(), track.top(), share * track.width(), track.height()), art.solid)
    elif share > 0.0:
        top = level(art.box, share)
        painter.save()
        painter.setClipPath(art.outline)
        painter.fillRect(QRectF(art.box.left(), top, art.box.width(), art.box.bottom() - top), art.tint)
        for piece in level_lines(art, share):
            painter.fillRect(piece, art.solid)
        painter.restore()
