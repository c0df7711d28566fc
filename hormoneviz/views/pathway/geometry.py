"""Where things lie on the pathway panel: which form fits, the nodes' boxes, the ways of the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from hormoneviz.views.pathway.layout import Cell, Edge, Form, Layout

TEXT = 12.0
"""px, the smallest text at 100 %"""
LINE = 1.22
"""text heights, a line of text"""
SIDE = 0.45
"""text heights, kept free of text at both sides of a box: emblem and phosphate reach in there"""
PAD = 0.1
"""text heights above and below the text in a box"""
BAR = 0.5
"""text heights, the room of a gauge below the text of a low box"""
_FILLED = 3.5
"""text heights from which a box itself is the gauge, filled from below"""
_BADGE = 3.9
"""letters' heights that the widest badge is wide"""
_WORTH = 1.2
"""of the least text: smaller than that no text is made for the sake of a gauge"""
_WORD = 5.8
"""text heights that the longest word is wide, with its margins"""
LARGEST = 2.2
"""how far text grows with the panel"""
_CELL = QSizeF(84.0, 48.0)
"""px, the cell that a node with the smallest text needs: its name on two lines, a gauge, badges above"""
_MARGIN = 6.0
_OVERHANG = 0.83
"""text heights that an emblem hangs below its box"""
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
    key: QRectF
    """where the key has room; empty where it has none"""
    filled: bool
    """whether boxes are filled from below; else they are too low, and have a bar below their text"""

    def centre(self, cell: Cell) -> QPointF:
        """The middle of a cell, which may lie between cells; badges have their room above."""
        gap, height = down(self.text), self.cell.height()
        x = _aside(self.text) + (cell[0] + 0.5) * self.cell.width()
        return QPointF(x, _MARGIN + gap + 0.5 * (height - gap) + cell[1] * height)

    def _shift(self, box: QRectF) -> float:
        """px to the right of the middle at which an arrow meets a box from above, past a badge."""
        badge = SIDE * self.text + _BADGE * badge_text(self.text) + 0.6 * self.text
        return min(max(badge - 0.5 * box.width(), 0.0), 0.28 * box.width())

    def text_area(self, box: QRectF) -> QRectF:
        """Where in a box text may stand."""
        side, pad = SIDE * self.text, PAD * self.text
        return box.adjusted(side, pad, -side, -pad - (0.0 if self.filled else BAR * self.text))

    def emblem(self, box: QRectF) -> QRectF:
        """Where a box's emblem hangs: on its lower left corner, clear of text, arrows and badges."""
        size = 1.35 * self.text
        return QRectF(box.left() - 0.7 * size, box.bottom() - 0.45 * size, size, size)

    def tag(self, box: QRectF) -> QRectF:
        """Where a box's phosphate sits: on its upper right corner."""
        size = 0.85 * self.text
        return QRectF(box.right() - 0.35 * size, box.top() - 0.7 * size, size, size)

    def way(self, edge: Edge) -> list[QPointF]:
        """The corners of an arrow's way, from border to border; each leg upright or level."""
        source, target = self.boxes[edge.source], self.boxes[edge.target]
        corners = [self.centre(cell) for cell in edge.corners(self.form)]
        if not corners and not _in_line(source, target):
            corners = [QPointF(target.center().x(), source.center().y())]
        if not corners:
            return _straight(source, target, self._shift(source))
        first = _leave(source, corners[0])
        corners[0] = _aligned(corners[0], first, source)
        last = _leave(target, corners[-1])
        corners[-1] = _aligned(corners[-1], last, target)
        return [first, *corners, last]


def geometry(
    layout: Layout,
    size: QSizeF,
    text_scale: float,
    brief: bool = False,
    most: float = LARGEST,
    foot: float = 0.0,
) -> Geometry:
    """The form that leaves the text most room, and everything's place in it.

    `brief` asks for the form with the fewest nodes, whatever room there is; text grows to `most` of its
    least; `foot` px at the bottom are the key's, where the form has no other place for it.
    """
    least = TEXT * text_scale
    room = {name: _room(form, size, least) / text_scale for name, form in layout.form.items()}
    full = [name for name in layout.form if name != "small"]
    best = max(full, key=room.__getitem__)
    if brief or room[best] < 1.0:
        best = "small"
    below = foot if layout.form[best].key is None else 0.0
    inner = QSizeF(size.width(), size.height() - below)
    cell = _cell(layout.form[best], inner, least)
    text = least * min(max(room[best], 1.0), most)
    # Room between boxes for the arrows; and the longest single word of the short names must fit into a box.
    text = max(min(text, (cell.width() - _across(text)) / _WORD), least)
    text = _fillable(cell.height(), text, least)
    cell = _cell(layout.form[best], inner, text)
    box = QSizeF(min(cell.width() - _across(text), 9.5 * text), min(cell.height() - down(text), 4.4 * text))
    key = QRectF(_MARGIN, size.height() - below, size.width() - 2 * _MARGIN, below)
    placed = Geometry(best, text, {}, cell, key, box.height() >= _FILLED * text)
    own = layout.form[best].key
    if own is not None:
        placed = replace(placed, key=QRectF(placed.centre(own[:2]), placed.centre(own[2:])))
    for name, node in layout.node.items():
        place = node.place(best)
        if place is not None:
            rect = QRectF(QPointF(), box)
            rect.moveCenter(placed.centre(place))
            placed.boxes[name] = rect.toRect().toRectF()
    return placed


def badge_height(text: float) -> float:
    """px, of a badge beside text of that height."""
    return 1.15 * badge_text(text)


def grade_side(text: float) -> float:
    """px, of the grade on a badge."""
    return 0.8 * badge_text(text)


def badge_text(text: float) -> float:
    """px, of the letters of a badge; no less than the smallest text."""
    return max(0.82 * text, TEXT)


def down(text: float) -> float:
    """px between a box and the one below it: a badge stands there."""
    return badge_height(text) + 1.0


def least_height(form: Form, text: float, lines: int) -> float:
    """px, of a panel whose boxes hold names of so many lines, in text of that height."""
    box = (LINE * lines + 2 * PAD + BAR) * text + 1.0
    return _MARGIN + _OVERHANG * text + form.rows * (box + down(text))


def text_width(form: Form, width: float, text: float) -> float:
    """px for a name in a box of a panel so wide."""
    cell = (width - 2 * _aside(text)) / form.columns
    return min(cell - _across(text), 9.5 * text) - 2 * SIDE * text - 1.0


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


def _fillable(height: float, text: float, least: float) -> float:
    """Text a little smaller, where boxes in cells of a height are then high enough to be filled."""
    smaller = (height - 2.0) / (_FILLED + down(text) / text)
    return smaller if _WORTH * least <= smaller < text else text


def _aside(text: float) -> float:
    """px at the left and right: the emblems of the first column hang there."""
    return max(_MARGIN, 0.45 * text)


def _across(text: float) -> float:
    """px between a box and the one beside it."""
    return max(14.0, 1.15 * text)


def _cell(form: Form, size: QSizeF, text: float) -> QSizeF:
    height = size.height() - _MARGIN - _OVERHANG * text
    return QSizeF((size.width() - 2 * _aside(text)) / form.columns, height / form.rows)


def _room(form: Form, size: QSizeF, text: float) -> float:
    cell = _cell(form, size, text)
    return min(cell.width() / _CELL.width(), cell.height() / _CELL.height())


def _in_line(a: QRectF, b: QRectF) -> bool:
    apart = a.center() - b.center()
    return min(abs(apart.x()), abs(apart.y())) < _STRAIGHT + 0.5


def _straight(a: QRectF, b: QRectF, shift: float) -> list[QPointF]:
    ends = [_leave(a, b.center()), _leave(b, a.center())]
    upright = abs(ends[0].x() - ends[1].x()) < abs(ends[0].y() - ends[1].y())
    return [end + QPointF(shift, 0.0) for end in ends] if upright else ends


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
