"""Where things lie on the pathway panel: which form fits, the nodes' boxes, the ways of the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from hormoneviz.views.pathway.layout import Cell, Edge, Form, Layout

TEXT = 12.0
"""px, the smallest text at 100 %"""
_WORD = 5.8
"""text heights that the longest word is wide, with its margins"""
_LARGEST = 2.2
"""how far text grows with the panel"""
_CELL = QSizeF(80.0, 44.0)
"""px, the cell that a node with the smallest text needs"""
_MARGIN = 6.0
_STRAIGHT = 0.5
"""px: less than this out of line counts as in line"""


@dataclass(frozen=True)
class Geometry:
    """The layout at one size and text scale."""

    form: str
    text: float
    """px, height of the text"""
    boxes: dict[str, QRectF]
    cell: QSizeF

    def centre(self, cell: Cell) -> QPointF:
        """The middle of a cell, which may lie between cells."""
        width, height = self.cell.width(), self.cell.height()
        return QPointF(_MARGIN + (cell[0] + 0.5) * width, _MARGIN + (cell[1] + 0.5) * height)

    def way(self, edge: Edge) -> list[QPointF]:
        """The corners of an arrow's way, from border to border; each leg upright or level."""
        source, target = self.boxes[edge.source], self.boxes[edge.target]
        corners = [self.centre(cell) for cell in edge.corners(self.form)]
        if not corners and not _in_line(source, target):
            corners = [QPointF(target.center().x(), source.center().y())]
        if not corners:
            return _straight(source, target)
        first = _leave(source, corners[0])
        corners[0] = _aligned(corners[0], first, source)
        last = _leave(target, corners[-1])
        corners[-1] = _aligned(corners[-1], last, target)
        return [first, *corners, last]


def geometry(layout: Layout, size: QSizeF, text_scale: float, brief: bool = False) -> Geometry:
    """The form that leaves the text most room, and everything's place in it.

    `brief` asks for the form with the fewest nodes, whatever room there is.
    """
    room = {name: _room(form, size) / text_scale for name, form in layout.form.items()}
    full = [name for name in layout.form if name != "small"]
    best = max(full, key=room.__getitem__)
    if brief or room[best] < 1.0:
        best = "small"
    cell = _cell(layout.form[best], size)
    text = TEXT * text_scale * min(max(room[best], 1.0), _LARGEST)
    # Room between boxes for the arrows; and the longest single word of the short names must fit into a box.
    gap = max(14.0, 1.15 * text)
    text = max(min(text, (cell.width() - gap) / _WORD), TEXT * text_scale)
    box = QSizeF(min(cell.width() - gap, 9.5 * text), min(0.76 * cell.height(), 4.4 * text))
    placed = Geometry(best, text, {}, cell)
    for name, node in layout.node.items():
        place = node.place(best)
        if place is not None:
            rect = QRectF(QPointF(), box)
            rect.moveCenter(placed.centre(place))
            placed.boxes[name] = rect.toRect().toRectF()
    return placed


def trimmed(points: Sequence[QPointF], by: float) -> list[QPointF]:
    """The way, shortened at its end to make room for the head."""
    before, last = points[-2], points[-1]
    length = abs(last.x() - before.x()) + abs(last.y() - before.y())
    share = max(0.0, 1.0 - by / length) if length else 0.0
    return [*points[:-1], before + (last - before) * share]


def clear_of(points: Sequence[QPointF], box: QRectF) -> bool:
    """Whether a way keeps off a box; for the tests of a layout."""
    return not any(
        QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5).intersects(box) for a, b in pairwise(points)
    )


def _cell(form: Form, size: QSizeF) -> QSizeF:
    return QSizeF((size.width() - 2 * _MARGIN) / form.columns, (size.height() - 2 * _MARGIN) / form.rows)


def _room(form: Form, size: QSizeF) -> float:
    cell = _cell(form, size)
    return min(cell.width() / _CELL.width(), cell.height() / _CELL.height())


def _in_line(a: QRectF, b: QRectF) -> bool:
    apart = a.center() - b.center()
    return min(abs(apart.x()), abs(apart.y())) < _STRAIGHT + 0.5


def _straight(a: QRectF, b: QRectF) -> list[QPointF]:
    return [_leave(a, b.center()), _leave(b, a.center())]


def _leave(box: QRectF, to: QPointF) -> QPointF:
    """Where a way to a point leaves a box: through the side that faces it, level with it where it can."""
    apart = to - box.center()
    if abs(apart.x()) * box.height() < abs(apart.y()) * box.width():
        x = min(max(to.x(), box.left() + 0.15 * box.width()), box.right() - 0.15 * box.width())
        return QPointF(x, box.bottom() if apart.y() > 0 else box.top())
    y = min(max(to.y(), box.top() + 0.2 * box.height()), box.bottom() - 0.2 * box.height())
    return QPointF(box.right() if apart.x() > 0 else box.left(), y)


def _aligned(corner: QPointF, end: QPointF, box: QRectF) -> QPointF:
    """The corner moved in line with the end, where the box is too small to be left right there."""
    if end.y() in (box.top(), box.bottom()):
        return QPointF(end.x(), corner.y())
    return QPointF(corner.x(), end.y())
