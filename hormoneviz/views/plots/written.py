"""What is written and drawn in the plots, for whoever checks that it can be seen from afar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.seen import LineSeen, TextSeen
from hormoneviz.views.graph import LINE, TICK_TEXT
from hormoneviz.views.plots.artwork import Artwork
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.labels import Label, curve_name, title
from hormoneviz.views.plots.layout import LABEL, TITLE, title_height


def written(
    art: Artwork, plots: Sequence[Plot], ends: Mapping[str, Sequence[Label]], look: Look
) -> list[TextSeen]:
    """Title, numbers and the names at the ends of the curves of each plot that is seen; the key and the units
    have the size of those names."""
    theme, words = look.theme, look.words
    ground, small = theme.colour("plot_ground"), _capital(look, LABEL)
    found = []
    for name, area in zip(art.names, art.areas, strict=True):
        plot = next(plot for plot in plots if plot.name == name)
        height = title_height(look)
        above = QRectF(8.0, area.top() - height, area.right() - 8.0, height)
        found.append(TextSeen(title(plot, words), _capital(look, TITLE), above, theme.colour("text"), ground))
        axis = QRectF(0.0, area.top(), area.left(), area.height())
        numbers = words.say("plot_numbers", plot=title(plot, words))
        found.append(TextSeen(numbers, _capital(look, TICK_TEXT), axis, theme.colour("plot_axis"), ground))
        beside = QRectF(area.right() + 8.0, area.top(), 80.0, area.height())
        for label in ends[name]:
            ink = theme.colour("text_muted" if label.colour == "ghost" else label.colour)
            found.append(TextSeen(label.text, small, beside, ink, ground))
    return found


def drawn(art: Artwork, plots: Sequence[Plot], look: Look) -> list[LineSeen]:
    """This cell's own curves; those beside it are meant to be fainter."""
    theme, width = look.theme, LINE * look.text_scale**0.5
    ground = theme.colour("plot_ground")
    areas = dict(zip(art.names, art.areas, strict=True))
    return [
        LineSeen(
            curve_name(plot, curve.name, look.words),
            width,
            theme.colour(curve.colour),
            ground,
            areas[plot.name],
        )
        for plot in plots
        if plot.name in areas
        for curve in plot.curves
    ]


def _capital(look: Look, size: float) -> float:
    """px of a capital letter of a text of that size at 100 %."""
    return QFontMetricsF(fonts.font(look.pixels(size))).capHeight()
