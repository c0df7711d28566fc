"""Where the bars of the basics stand: how many rows fit, and the sentence and bars of each.  No painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.plots.amounts import longest
from hormoneviz.views.plots.catalogue import Plot

TEXT, SMALL = 15.0, 13.0
_LINE = 1.3
"""text heights, a line of the sentence"""
_BAR, _MOST_BAR = 17.0, 34.0
_BETWEEN, _GAP = 3.0, 8.0
"""px at 100 % text: sentence, names of bars, a bar at least and at most, between bars, between rows"""
_SIDE = 10.0


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity."""

    sentence: QRectF
    brief: bool
    """whether there is room for a name only, not for a sentence"""
    bars: tuple[QRectF, QRectF]
    """with the names before them"""


def fitting(size: QSizeF, look: Look, plots: Sequence[Plot], whom: str, corner: float) -> int:
    """How many rows there is room for, one at least."""
    lines = _lines(size, look, plots, whom, corner)
    return max(1, min(len(plots), int(size.height() / _least(look, lines))))


def rows(size: QSizeF, look: Look, plots: Sequence[Plot], whom: str, corner: float) -> list[Row]:
    """A row for each quantity that fits, from the top; `whom` is what the longest sentence ends with.

    The first sentence keeps off the upper right corner, `corner` px wide.
    """
    shown = fitting(size, look, plots, whom, corner)
    each, width = size.height() / shown, size.width() - 2 * _SIDE
    lines = _lines(size, look, plots, whom, corner)
    brief = _least(look, lines) > each
    line = look.pixels(_LINE * TEXT) * (1 if brief else lines)
    between = look.pixels(_BETWEEN)
    bar = min((each - line - look.pixels(_GAP)) / 2 - between, float(look.pixels(_MOST_BAR)))
    bar = max(bar, float(look.pixels(_BAR)))
    found = []
    for i in range(shown):
        top = i * each + max((each - line - 2 * bar - between) / 2, 0.0)
        sentence = QRectF(_SIDE, top, width - (corner if i == 0 else 0.0), line)
        first, second = (QRectF(_SIDE, top + line + n * (bar + between), width, bar) for n in range(2))
        found.append(Row(sentence, brief, (first, second)))
    return found


def _least(look: Look, lines: int) -> float:
    return lines * look.pixels(_LINE * TEXT) + look.pixels(2 * _BAR + _BETWEEN + _GAP)


def _lines(size: QSizeF, look: Look, plots: Sequence[Plot], whom: str, corner: float) -> int:
    """How many lines the longest sentence takes, so that rows stay where they are while it changes."""
    metrics = QFontMetricsF(fonts.font(look.pixels(TEXT), fonts.MEDIUM))
    box = QRectF(0, 0, size.width() - 2 * _SIDE - corner, 1000)
    heights = [
        metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), longest(plot, look.words, whom)).height()
        for plot in plots
    ]
    return max(1, round(max(heights, default=0.0) / metrics.height()))
