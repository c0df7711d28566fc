"""What is wrong with a picture of the hall, in words: text that is cut or too small for the last row, parts
that lie on each other, things that are pointed at and not seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from hormoneviz.views.cell.camera import WHOLE
from hormoneviz.views.cell.labels import FAINT
from hormoneviz.views.cell.shown import ShownCell
from hormoneviz.views.cell.spots import SPOTS
from hormoneviz.views.hall.measures import CAPITALS, text_px
from hormoneviz.views.hall.plot import HallPlot
from hormoneviz.views.hall.view import HallView

_ROOM = 1.0
"""px by which a text may stand over its place, for rounding"""
_LEAST_CURVES = 2.0
"""height of a plot's curves, in heights of the text: less shows nothing"""


def faults(view: HallView) -> list[str]:
    """All that is wrong with what is seen now; the camera rests."""
    return [*_parts(view), *_labels(view), *_plots(view), *_cells(view)]


def _parts(view: HallView) -> Iterator[str]:
    """Parts beside each other, and inside."""
    parts: list[QWidget] = [view.band, view.asking, *view.plots, view.cells]
    seen = {type(part).__name__ + str(i): part.geometry() for i, part in enumerate(parts) if part.isVisible()}
    for name, box in seen.items():
        if not view.rect().contains(box):
            yield f"{name} reaches beyond the picture"
    for (one, a), (other, b) in combinations(seen.items(), 2):
        if a.intersects(b):
            yield f"{one} lies on {other}"


def _labels(view: HallView) -> Iterator[str]:
    """Titles, captions, questions, names."""
    for label in view.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        label.ensurePolished()
        yield from _small(view, QFontMetricsF(label.font()).capHeight(), label.text())
        if label.wordWrap():
            cut = label.heightForWidth(label.width()) > label.height() + _ROOM
        else:
            cut = label.sizeHint().width() > label.width() + _ROOM
        parent = label.parentWidget()
        if cut or not (parent and parent.rect().contains(label.geometry())):
            yield f"cut: {label.text()!r}"


def _small(view: HallView, capital: float, text: str) -> Iterator[str]:
    """Whether a text's capitals, so many px high, are too low for the last row."""
    share = capital / view.height()
    if share < CAPITALS:
        yield f"capitals of {100 * share:.2f} % only: {text!r}"


def _plots(view: HallView) -> Iterator[str]:
    for plot in view.plots:
        if plot.isVisible() and plot.drawn is not None:
            yield from _painted(view, plot)
            if plot.area.height() < _LEAST_CURVES * text_px(plot.look):
                yield f"{plot.drawn.title}: hardly any room for its curve"


def _cells(view: HallView) -> Iterator[str]:
    for cell in view.cells.cells:
        yield from _painted(view, cell)
    yield from (f"not seen: {name}" for name in unseen(view.cells.cell))


def _painted(view: HallView, part: HallPlot | ShownCell) -> Iterator[str]:
    """What a part writes itself: large enough, inside, and not on each other."""
    inside = QRectF(part.rect()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
    seen = list(part.texts_seen())
    for text in seen:
        yield from _small(view, text.height_px, text.text)
        if not inside.contains(text.box):
            yield f"cut: {text.text!r}"
    for one, other in combinations(seen, 2):
        if one.box.adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM).intersects(other.box):
            yield f"{one.text!r} lies on {other.text!r}"


def unseen(cell: ShownCell) -> list[str]:
    """Things that are pointed at, have a label in the scene, are drawn there now, and bear no label."""
    lens = cell.lens()
    near = lens.label_boxes(cell.camera)
    known = {spot.name for spot in SPOTS[lens.whole.places.tissue]} if cell.camera == WHOLE else set(near)
    seen, values = cell.labels_seen(), cell.frame.values
    absent = {spot.name for spot in SPOTS[lens.whole.places.tissue] if spot.shown(values) <= FAINT}
    return [name for name in cell.pointed if name in known and name not in seen and name not in absent]
