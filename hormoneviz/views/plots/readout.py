"""The read-out of the plots: a hairline at a time, and in each plot the values there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words, format_value
from hormoneviz.views.plots.artwork import Artwork
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.courses import Course
from hormoneviz.views.plots.labels import curve_name, twin_name
from hormoneviz.views.plots.readings import Found
from hormoneviz.views.timetext import time_text

_TEXT = 12.0
_AWAY = 8.0
"""px between hairline and box"""


def plot_lines(words: Words, plot: Plot, course: Course, time: float) -> list[str]:
    """ "name value" of a plot's curves at a time."""
    values = course.at(time)
    return [
        f"{curve_name(plot, q.name, words)} {told(values[q.name], plot)}"
        for q in plot.curves
        if q.name in values
    ]


def spoken(words: Words, shown: Iterable[Plot], course: Course, time: float) -> str:
    """All values at a time in one sentence."""
    lines = [line for plot in shown for line in plot_lines(words, plot, course, time)]
    return words.say("plot_now", time=time_text(words, time), values=", ".join(lines))


def paint_read_out(
    painter: QPainter, look: Look, art: Artwork, plots: Sequence[Plot], found: Found, time: float
) -> None:
    """Draw the read-out of a time over the plots."""
    theme, font = look.theme, fonts.font(look.pixels(_TEXT))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = art.x_of(time)
    for i, (area, plot) in enumerate(zip(art.areas, plots, strict=False)):
        painter.setPen(QPen(theme.colour("text_muted"), 1.0))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        above = [time_text(look.words, time), *filter(None, [art.change_near(time)])] if i == 0 else []
        here = plot_lines(look.words, plot, found.drawn, time)
        text = "\n".join([*above, *here, *_beside(look.words, plot, found, time)])
        size = metrics.size(0, text)
        box = QRectF(x + _AWAY, area.top() + 2, size.width() + 12, size.height() + 6)
        if box.right() > art.right:
            box.moveRight(x - _AWAY)
        painter.setPen(QPen(theme.colour("outline"), 1.0))
        painter.setBrush(theme.colour("surface_raised", 0.94))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _beside(words: Words, plot: Plot, found: Found, time: float) -> list[str]:
    """The values of the healthy twin and of the second cell, where a plot has one curve."""
    name, (_, healthy, twin) = plot.curves[0].name, found.beside
    whose = [(words.say("plot_healthy"), healthy)]
    if twin is not None:
        whose.insert(0, (twin_name(found.kind, words), twin))
    return [
        f"{who} {format_value(course.at(time)[name], plot.symbol)}"
        for who, course in whose
        if course is not None and len(plot.curves) == 1 and name in course.values
    ]


def told(value: float, plot: Plot) -> str:
    """A value with its unit, and its sign where it is a difference."""
    said = format_value(abs(value), plot.symbol) if plot.signed else format_value(value, plot.symbol)
    sign = ("+" if value > 0 else "−") if plot.signed and not said.startswith("0 ") else ""
    return f"{sign}{said}"
