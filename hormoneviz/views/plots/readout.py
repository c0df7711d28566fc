"""The read-out of the plots: a hairline at a time, and in each plot the values there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words, format_value
from hormoneviz.views.plots.artwork import Artwork
from hormoneviz.views.plots.courses import PLOTS, Course
from hormoneviz.views.timetext import time_text

_TEXT = 12.0
_AWAY = 8.0
"""px between hairline and box"""


def plot_lines(words: Words, course: Course | None, time: float) -> list[list[str]]:
    """For each plot, "name value" of its curves at a time."""
    values = course.at(time) if course else {}
    return [
        [
            f"{words.short(q.name)} {format_value(values[q.name], plot.symbol)}"
            for q in plot.curves
            if q.name in values
        ]
        for plot in PLOTS
    ]


def paint_read_out(painter: QPainter, look: Look, art: Artwork, course: Course | None, time: float) -> None:
    """Draw the read-out of a time over the plots."""
    theme, font = look.theme, fonts.font(look.pixels(_TEXT))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = art.x_of(time)
    for i, (area, lines) in enumerate(zip(art.areas, plot_lines(look.words, course, time), strict=False)):
        painter.setPen(QPen(theme.colour("text_muted"), 1.0))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        above = [time_text(look.words, time), *filter(None, [art.change_near(time)])] if i == 0 else []
        text = "\n".join([*above, *lines])
        size = metrics.size(0, text)
        box = QRectF(x + _AWAY, area.top() + 2, size.width() + 12, size.height() + 6)
        if box.right() > art.right:
            box.moveRight(x - _AWAY)
        painter.setPen(QPen(theme.colour("outline"), 1.0))
        painter.setBrush(theme.colour("surface_raised", 0.94))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
