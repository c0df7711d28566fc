"""Board: where everything on the calendar is: bars, lanes and axis, and which week is at which pixel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.views.calendar.courses import Course
from hormoneviz.views.calendar.quantities import Quantity, Range

TEXT = 12.0
SMALL = 11.0
"""px at 100 % text, of names and values, and of what is less important"""
_GRIP = 24.0
_BAR = 20.0
_SLIM = 7.0
_AXIS = 20.0
_LANE = 38.0
"""px, the least height of a lane; where there is less room, fewer lanes are shown"""
_BARS_SHARE = 0.34
"""of the height, for the bars of many therapies"""
_LEAST_PLOT = 100.0
"""px at 100 % text; in less, the numbers at the left give way"""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where one quantity is drawn, and which of its values are at the bottom and top."""

    quantity: Quantity
    area: QRectF
    low: float
    high: float
    normal: Range | None

    def y_of(self, value: float) -> float:
        """The height of a value, within the lane."""
        share = (value - self.low) / (self.high - self.low)
        return self.area.bottom() - self.area.height() * min(max(share, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Board:
    """Every place on a calendar of one size."""

    size: QSize
    span: int
    area: QRectF
    """from the top of the bars to the bottom of the lanes"""
    grip: float
    """px, the height of the handle's grip above the area"""
    bar: float
    """px, the height of a bar"""
    rows: int
    """of bars"""
    lanes: tuple[Lane, ...]

    def x_of(self, week: float) -> float:
        """Where a week is."""
        return self.area.left() + self.area.width() * week / self.span

    def week_at(self, x: float) -> int:
        """The whole week nearest to a place, within those shown."""
        share = (x - self.area.left()) / max(self.area.width(), 1.0)
        return round(min(max(share, 0.0), 1.0) * self.span)


def least_height(look: Look) -> int:
    """What the weeks need to be read at all: the grip, slim bars, a low lane and the axis."""
    return look.pixels(_GRIP + _SLIM + 0.8 * _LANE + _AXIS)


def room_for(size: QSize, look: Look, therapies: int) -> int:
    """How many lanes there is room for."""
    rows, bar = _bars(size, look, therapies)
    left = size.height() - look.pixels(_GRIP) - look.pixels(_AXIS) - rows * bar
    return max(1, int(left / look.pixels(_LANE)))


def board(
    quantities: Sequence[tuple[Quantity, Range | None]],
    course: Course | None,
    look: Look,
    size: QSize,
    span: int,
    therapies: int,
) -> Board:
    """The places of a calendar with those lanes; before there is a course, without the lanes' values."""
    metrics = QFontMetricsF(fonts.font(look.pixels(TEXT)))
    grip, axis = look.pixels(_GRIP), look.pixels(_AXIS)
    rows, bar = _bars(size, look, therapies)
    right = _column([quantity for quantity, _ in quantities], course, look)
    left = metrics.horizontalAdvance("0000") + 6
    if size.width() - left - right < look.pixels(_LEAST_PLOT):
        left = 10.0
    width = max(size.width() - left - right, 40.0)
    area = QRectF(left, grip, width, size.height() - grip - axis)
    each = (area.height() - rows * bar) / max(len(quantities), 1)
    gap = look.pixels(6)
    lanes = []
    for i, (quantity, normal) in enumerate(quantities if course else ()):
        assert course is not None
        low, high = _ends(quantity, course, normal)
        place = QRectF(left, area.top() + rows * bar + i * each + gap, width, each - gap)
        lanes.append(Lane(quantity, place, low, high, normal))
    return Board(size, span, area, grip, bar, rows, tuple(lanes))


def ticks(lane: Lane, gap: float) -> list[float]:
    """Round values on a lane's axis, at least `gap` px apart."""
    room = max(lane.area.height() / gap, 1.0)
    step = _round_step((lane.high - lane.low) / room)
    first = math.ceil(lane.low / step - 1e-9)
    last = math.floor(lane.high / step + 1e-9)
    return [i * step for i in range(first, last + 1)]


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10 ... that is no less."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * digit for digit in (1.0, 2.0, 5.0, 10.0) if power * digit >= least * (1 - 1e-9))


def _bars(size: QSize, look: Look, therapies: int) -> tuple[int, int]:
    """Rows of bars, and the height of each; where there is no therapy, one row that says so.

    Where one row of text would leave no room for a lane, bars are slim and bear none.
    """
    each = look.pixels(_BAR)
    if size.height() < look.pixels(_GRIP) + look.pixels(_AXIS) + look.pixels(_LANE) + each:
        each = look.pixels(_SLIM)
    return min(max(therapies, 1), max(1, int(_BARS_SHARE * size.height() / each))), each


def _column(quantities: Sequence[Quantity], course: Course | None, look: Look) -> float:
    """The width of the names and values at the right."""
    bold = QFontMetricsF(fonts.font(look.pixels(TEXT), fonts.MEDIUM))
    texts = [look.words.short(quantity.name) for quantity in quantities]
    for quantity in quantities if course else ():
        assert course is not None
        values = course.values[quantity.name]
        texts += [format_value(float(value), quantity.symbol) for value in (values.min(), values.max())]
    # Room too for what else stands in this column: the key, and how many lanes are hidden.
    texts += [f"{look.words.say('calendar_untreated')}00", f"0{look.words.say('calendar_hidden', n=0)}"]
    return max(bold.horizontalAdvance(text) for text in texts) + 16


def _ends(quantity: Quantity, course: Course, normal: Range | None) -> Range:
    """The bottom and top of a lane's axis."""
    name, start = quantity.name, course.start(quantity.name)
    courses = [lived[name] for lived in (course.values, course.untreated) if name in lived]
    low = min(quantity.floor * start, *(float(values.min()) for values in courses))
    high = max(quantity.ceiling * start, *(1.06 * float(values.max()) for values in courses))
    if normal is not None:
        high = max(high, normal[1])
    return (low if quantity.floor else 0.0), max(high, low + 1e-6)
