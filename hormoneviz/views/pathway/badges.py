"""Badges on the nodes where hormones and inflammation enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.pathway.entries import Entry
from hormoneviz.views.pathway.layout import layout

_SIGNS = {"up": "▲", "down": "▼"}
_LEAST = 12.0
"""px, the smallest text at 100 %"""


def paint_badges(
    painter: QPainter, look: Look, boxes: Mapping[str, QRectF], entries: Sequence[Entry], text: float
) -> None:
    """A small flag on the upper left of each node that a switch acts on, several in a row."""
    lowest = min((box.height() for box in boxes.values()), default=text)
    # Where large text leaves nodes no higher than a line, a full badge would hide a name.
    height = min(max(0.82 * text, _LEAST * look.text_scale), max(0.6 * lowest, _LEAST))
    painter.setFont(fonts.font(height, fonts.MEDIUM))
    metrics = QFontMetricsF(painter.font())
    used: dict[str, float] = {}
    for entry in entries:
        if entry.node not in boxes:
            continue
        badge = layout().switch[entry.switch]
        words = f"{badge.letters}{_SIGNS[entry.direction]}"
        corner = boxes[entry.node].topLeft() + QPointF(used.get(entry.node, -5.0), -0.88 * height)
        box = QRectF(corner.x(), corner.y(), metrics.horizontalAdvance(words) + 6, 1.15 * height)
        used[entry.node] = used.get(entry.node, -5.0) + box.width() + 2
        painter.setPen(QPen(look.theme.colour(badge.colour), 1.4))
        painter.setBrush(look.theme.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(look.theme.colour(badge.colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
