"""The numbers at the axes of a plot in the hall: few, large, and never on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.graph import tick_step
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.measures import text_px

BELOW, ABOVE = 1.5, 0.65
"""heights of the text, for the axis of time, and for the upper half of a number at the end of the other"""
_GAP = 0.4
"""between two numbers, and between a number and its axis, likewise"""
_LINE = 1.6
"""likewise, from one number to the next above it, at least"""
_STEPS = {
    False: (1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 240.0, 480.0),
    True: (1.0, 2.0, 3.0, 4.0, 6.0, 13.0, 26.0, 52.0, 104.0),
}
"""between two times: of minutes, and of weeks"""


def value_ticks(drawn: Drawn, room: float, em: float) -> list[float]:
    """Values to write beside an axis that is `room` px high."""
    bottom, top = drawn.bottom, drawn.top
    step = tick_step((top - bottom) * _LINE * em / max(room, _LINE * em))
    first = -int(-(bottom - 1e-9) // step)
    found = [k * step for k in range(first, int(top / step) + 1)]
    return found if len(found) > 1 or bottom else [0.0, _rounded(top)]


def numbers_width(values: Sequence[float], look: Look) -> float:
    """px that the numbers of the values take."""
    metrics = QFontMetricsF(fonts.font(text_px(look)))
    widest = max(metrics.horizontalAdvance(f"{value:g}") for value in values)
    return widest + 2.0 * _GAP * text_px(look)


def time_ticks(drawn: Drawn, look: Look, area: QRectF, right: float) -> list[tuple[float, str, QRectF]]:
    """(time, text, where) of the numbers below the axis; the last one, at the end, has the unit.  `right` is
    as far as they may go, px."""
    em = text_px(look)
    metrics = QFontMetricsF(fonts.font(em))
    unit = look.words.say("calendar_weeks" if drawn.wanted.weeks else "plot_time")
    top, high = area.bottom() + 0.5 * (BELOW * em - metrics.height()), metrics.height()

    def box(time: float, text: str) -> QRectF:
        wide = metrics.horizontalAdvance(text)
        middle = area.left() + area.width() * time / drawn.end
        return QRectF(min(middle - 0.5 * wide, right - wide), top, wide, high)

    def numbers(step: float) -> list[tuple[float, str, QRectF]]:
        times = [k * step for k in range(round(drawn.end / step))]
        texts = [(time, f"{time:g}") for time in times] + [(drawn.end, f"{drawn.end:g} {unit}")]
        return [(time, text, box(time, text)) for time, text in texts]

    steps = [step for step in _STEPS[drawn.wanted.weeks] if step < drawn.end and drawn.end % step == 0.0]
    tried = (numbers(step) for step in (*steps, drawn.end))
    return next((found for found in tried if _apart(found, _GAP * em)), numbers(drawn.end)[-1:])


def _apart(numbers: Sequence[tuple[float, str, QRectF]], gap: float) -> bool:
    """Whether no number touches the next: with one left out, the others would tell a bent time."""
    boxes = [box for _, _, box in numbers]
    return all(a.right() + gap <= b.left() for a, b in pairwise(boxes))


def numbers_places(
    drawn: Drawn, look: Look, values: Sequence[float], area: QRectF, width: float
) -> Iterator[tuple[str, QFont, QRectF]]:
    """All of them as (text, font, box) in a plot that is `width` px wide; `area` is where the curves are."""
    em = text_px(look)
    font = fonts.font(em)
    metrics = QFontMetricsF(font)
    high = metrics.height()
    for value in values:
        text = f"{value:g}"
        wide = metrics.horizontalAdvance(text)
        y = _height_of(value, drawn, area)
        yield text, font, QRectF(area.left() - _GAP * em - wide, y - 0.5 * high, wide, high)
    for _, text, box in time_ticks(drawn, look, area, width - 0.2 * em):
        yield text, font, box


def paint_numbers(
    painter: QPainter, drawn: Drawn, look: Look, values: Sequence[float], area: QRectF, width: float
) -> None:
    """Write all of them."""
    em = text_px(look)
    painter.setPen(look.theme.colour("plot_axis"))
    for text, font, box in numbers_places(drawn, look, values, area, width):
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
    for value in values:
        y = _height_of(value, drawn, area)
        painter.drawLine(QPointF(area.left() - 0.2 * em, y), QPointF(area.left(), y))


def _height_of(value: float, drawn: Drawn, area: QRectF) -> float:
    return area.bottom() - area.height() * (value - drawn.bottom) / (drawn.top - drawn.bottom)


def _rounded(top: float) -> float:
    """The largest of 1, 2, 3, 4, 5, 6, 8, 10 ... that is no more."""
    power = 10.0 ** floor(log10(top))
    return max(
        digit * power for digit in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0) if digit * power <= top * (1 + 1e-9)
    )
