"""Where the plots stand in a panel: how many fit, how high each is, how far apart ticks and labels are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.plots.catalogue import Plot

TITLE = 13.0
LABEL = 12.0
"""px at 100 % text, of titles and of what stands at the curves"""
_AXIS = 22.0
_BASE = 6
"""px below a plot without times, room for the lower half of its lowest tick's number"""
_LEAST = 41.0
"""px, the least height of a plot without its title; where there is less room, fewer plots are shown"""
_TICKS = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1440.0)
"""min between ticks"""
LABEL_GAP = 0.92
"""of a line of text, between labels that stand close"""


def fitting(plots: Sequence[Plot], height: int, look: Look) -> int:
    """How many of the plots there is room for, from the first on; one at least."""
    left = height - look.pixels(_AXIS)
    fit = 0
    for plot in plots:
        left -= _least(plot, look)
        if left < 0:
            break
        fit += 1
    return max(fit, min(1, len(plots)))


def rects(plots: Sequence[Plot], size: QSize, margin: int, look: Look) -> list[QRect]:
    """Each plot's place below its title, in a panel of that size; the last is higher by its time axis.

    `margin` px at the right are the labels'. What the least heights leave is shared out evenly.
    """
    axis, title = look.pixels(_AXIS), title_height(look)
    least = [_least(plot, look) for plot in plots]
    more = max(0, size.height() - axis - sum(least)) // len(plots)
    if sum(least) > size.height() - axis:  # the only one, in hardly any room
        least = [(size.height() - axis) // len(plots)] * len(plots)
    found, y = [], 0
    for i, height in enumerate(least):
        below = axis if i == len(plots) - 1 else 0
        found.append(QRect(0, y + title, size.width() - margin, height + more - title + below))
        y += height + more
    return found


def axis_height(look: Look, last: bool) -> int:
    """The height of a plot's time axis: only the last bears numbers."""
    return look.pixels(_AXIS) if last else _BASE


def title_height(look: Look) -> int:
    """The line above a plot."""
    return round(1.35 * look.pixels(TITLE))


def tick_step(duration: float, room: float) -> float:
    """The time between two ticks (min), so that no more than `room` of them are needed."""
    return next((step for step in _TICKS if duration / step <= room), _TICKS[-1])


def apart(wanted: dict[str, float], gap: float, top: float, bottom: float) -> dict[str, float]:
    """Places as near as can be to those wanted, `gap` apart, in the same order, within `top` .. `bottom`."""
    names = sorted(wanted, key=wanted.__getitem__)
    low, high = top + gap / 2, max(bottom - gap / 2, top + gap / 2)
    found: list[float] = []
    for name in names:
        found.append(max(wanted[name], low, found[-1] + gap if found else low))
    limit = high
    for i in range(len(found) - 1, -1, -1):
        found[i] = min(found[i], limit)
        limit = found[i] - gap
    return dict(zip(names, found, strict=True))


def _least(plot: Plot, look: Look) -> int:
    """px, with the title; many names at the ends of curves need room to stand apart."""
    metrics = QFontMetricsF(fonts.font(look.pixels(LABEL)))
    names = LABEL_GAP * metrics.height() * len(plot.curves)
    return title_height(look) + round(max(look.pixels(_LEAST), names + _BASE))
