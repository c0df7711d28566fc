"""What is written on the plots: titles with units, and at the end of each curve what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.layout import LABEL, LABEL_GAP, TITLE, apart
from hormoneviz.views.plots.readings import Found


@dataclass(frozen=True, slots=True)
class Label:
    """A name at the end of a curve."""

    text: str
    colour: str
    """role"""
    place: float
    """the value there, in the plot's unit; once placed, px"""


def unit(plot: Plot, words: Words) -> str:
    """The unit as it stands on the axis."""
    if plot.symbol == "points":
        return words.say("plot_points")
    return words.say(f"plot_{plot.name}_unit") if plot.symbol in ("%", "× rest") else plot.symbol


def title(plot: Plot, words: Words, short: bool = False) -> str:
    """What stands above a plot."""
    what = words.say(f"plot_{plot.name}_chip" if short else f"plot_{plot.name}")
    title = "plot_difference_short" if short else "plot_difference_title"
    return words.say(title, what=what) if plot.signed else what


def twin_name(kind: str, words: Words) -> str:
    """What the second cell is called on a curve."""
    return words.say(f"plot_twin_{kind.replace(' ', '_')}")


def curve_name(plot: Plot, name: str, words: Words) -> str:
    """What a curve is called: as the quantity is everywhere, else as its plot."""
    return words.short(name) if name in words else words.say(f"plot_{plot.name}_chip")


def end_labels(plot: Plot, words: Words, end: float, found: Found) -> list[Label]:
    """The names at the time `end` (min): of each curve, or, where there is one, of whose it is."""
    if len(plot.curves) > 1:
        return [Label(words.short(q.name), q.colour, found.drawn.at(end)[q.name]) for q in plot.curves]
    curve, (ghost, healthy, twin) = plot.curves[0], found.beside
    own = words.say("plot_own_body" if plot.of_body else "plot_own_cell")
    other = twin_name(found.kind, words) if found.kind else ""
    if found.difference is not None:
        own = words.say("plot_difference_of", twin=other)
    whose = (
        (own, curve.colour, found.drawn),
        (other, curve.colour, twin),
        (words.say("plot_healthy"), "text_muted", healthy),
        (words.say("plot_before"), "ghost", ghost),
    )
    return [
        Label(said, colour, course.at(end)[curve.name])
        for said, colour, course in whose
        if course is not None and curve.name in course.values
    ]


def column(plots: Sequence[Plot], look: Look, width: int, kind: str = "") -> int:
    """px at the right for the names; next to nothing where that would leave too little for curves."""
    metrics, words = QFontMetricsF(fonts.font(look.pixels(LABEL))), look.words
    texts = [words.say(f"plot_{whose}") for whose in ("own_cell", "own_body", "healthy", "before")]
    texts += [words.short(curve.name) for plot in plots if len(plot.curves) > 1 for curve in plot.curves]
    if kind:
        signed = any(plot.signed for plot in plots)
        twin = twin_name(kind, words)
        texts.append(words.say("plot_difference_of", twin=twin) if signed else twin)
    widest = max(metrics.horizontalAdvance(text) for text in texts)
    return round(widest + 14) if width > 3.5 * widest else 8


def labels(chart: Chart, ends: Sequence[Label], above: float) -> list[Label]:
    """The labels with their values made heights, in a picture that begins `above` px down."""
    return [replace(label, place=chart.y_of(label.place) + above) for label in ends]


def paint_labels(painter: QPainter, ends: Sequence[Label], area: QRectF, look: Look) -> None:
    """Each name beside the end of its curve, pushed apart where curves end together."""
    font = fonts.font(look.pixels(LABEL))
    height = QFontMetricsF(font).height()
    room = max(1, int(area.height() / (LABEL_GAP * height)))
    wanted = {label.text: label.place for label in ends[:room]}
    spread = apart(wanted, LABEL_GAP * height, area.top() - 2, area.bottom() + 4)
    painter.setFont(font)
    for label in ends[:room]:
        colour, y = look.theme.colour(label.colour), spread[label.text]
        if area.top() - 1 <= label.place <= area.bottom() + 1:
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(area.right() + 1, label.place), QPointF(area.right() + 6, y))
        painter.setPen(look.theme.colour("text_muted") if label.colour == "ghost" else colour)
        box = QRectF(area.right() + 8, y - height / 2, 400, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label.text)


def paint_title(painter: QPainter, plot: Plot, look: Look, line: QRectF, key: str) -> None:
    """The title, its unit, and at the right a key to lines whose ends are not named."""
    words, theme = look.words, look.theme
    bold, font = fonts.font(look.pixels(TITLE), fonts.MEDIUM), fonts.font(look.pixels(LABEL))
    what, metrics = title(plot, words), QFontMetricsF(font)
    unit_width = metrics.horizontalAdvance(plot.symbol) + 10
    if QFontMetricsF(bold).horizontalAdvance(what) + unit_width > line.width():
        what = title(plot, words, short=True)
    painter.setFont(bold)
    painter.setPen(theme.colour("text"))
    said = QFontMetricsF(bold).elidedText(what, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, said)
    rest = line.adjusted(QFontMetricsF(bold).horizontalAdvance(what) + 8, 0, 0, 0)
    painter.setFont(font)
    painter.setPen(theme.colour("text_muted"))
    key = key if len(plot.curves) > 1 else ""
    if key and metrics.horizontalAdvance(f"{unit(plot, words)} {key}") < rest.width():
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, key)
        rest.setWidth(rest.width() - metrics.horizontalAdvance(key) - 8)
    whole = unit(plot, words)
    said = whole if metrics.horizontalAdvance(whole) < rest.width() else plot.symbol
    if metrics.horizontalAdvance(said) <= rest.width() + 1:
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, said)


def key_of(words: Words, found: Found) -> str:
    """What pale, dashed and thin lines are."""
    ghost, healthy, twin = found.beside
    parts = [words.say("plot_healthy_key")] if healthy else []
    parts += [words.say("plot_ghost")] if ghost else []
    parts += [words.say("plot_twin_key", twin=twin_name(found.kind, words))] if twin else []
    if found.difference is not None:
        parts = [words.say("plot_difference_of", twin=twin_name(found.kind, words))]
    return "   ".join(parts)
