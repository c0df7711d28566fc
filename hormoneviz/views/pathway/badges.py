"""Badges on the nodes where hormones and inflammation enter: who acts, which way, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.badge import paint_badge
from hormoneviz.views.pathway.entries import Entry
from hormoneviz.views.pathway.geometry import SIDE, badge_height, badge_text, grade_side
from hormoneviz.views.pathway.layout import layout

_SIGNS = {"up": "▲", "down": "▼"}


def badge_rects(
    boxes: Mapping[str, QRectF], entries: Sequence[Entry], text: float
) -> list[tuple[Entry, str, QRectF]]:
    """Each badge, what is written on it and where: in a row above the box of its node."""
    metrics = QFontMetricsF(fonts.font(badge_text(text), fonts.MEDIUM))
    left = {name: box.left() + SIDE * text for name, box in boxes.items()}
    found = []
    for entry in entries:
        if entry.node not in boxes:
            continue
        words = f"{layout().switch[entry.switch].letters}{_SIGNS[entry.direction]}"
        height = badge_height(text)
        width = metrics.horizontalAdvance(words) + 7 + grade_side(text)
        found.append(
            (entry, words, QRectF(left[entry.node], boxes[entry.node].top() - height, width, height))
        )
        left[entry.node] += width + 2
    return found


def paint_badges(
    painter: QPainter, look: Look, boxes: Mapping[str, QRectF], entries: Sequence[Entry], text: float
) -> None:
    """A small flag above each node that a switch acts on, several in a row."""
    painter.setFont(fonts.font(badge_text(text), fonts.MEDIUM))
    for entry, words, box in badge_rects(boxes, entries, text):
        colour = look.theme.colour(layout().switch[entry.switch].colour)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(look.theme.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour)
        side = grade_side(text)
        painter.drawText(box.adjusted(3, 0, -side - 4, 0), Qt.AlignmentFlag.AlignCenter, words)
        middle = QPointF(box.right() - 3 - side / 2, box.center().y())
        square = QRectF(middle - QPointF(side, side) / 2, QSizeF(side, side))
        paint_badge(painter, entry.known.grade, square, colour)
