"""What is wrong with a picture of the hall, in words: text that is cut or too small for the last row, parts
that lie on each other, things that are pointed at and not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from hormoneviz.views.cell.camera import WHOLE
from hormoneviz.views.cell.labels import FAINT
from hormoneviz.views.cell.shown import ShownCell
from hormoneviz.views.cell.spots import SPOTS
from hormoneviz.views.hall.measures import CAPITALS, text_px
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
        yield from small(view, label.font(), label.text())
        if label.wordWrap():
            cut = label.heightForWidth(label.width()) > label.height() + _ROOM
        else:
            cut = label.sizeHint().width() > label.width() + _ROOM
        parent = label.parentWidget()
        if cut or not (parent and parent.rect().contains(label.geometry())):
            yield f"cut: {label.text()!r}"


def small(view: HallView, font: QFont, text: str) -> Iterator[str]:
    """Whether a text's capitals are too low for the last row."""
    share = QFontMetricsF(font).capHeight() / view.height()
    if share < CAPITALS:
        yield f"capitals of {100 * share:.2f} % only: {text!r}"


def _plots(view: HallView) -> Iterator[str]:
    for plot in view.plots:
        if plot.isVisible() and plot.drawn is not None:
            for text, font, box in plot.texts():
                yield from small(view, font, text)
                if not QRectF(plot.rect()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM).contains(box):
                    yield f"cut: {text!r}"
            yield from _on_each_other({text: box for text, _, box in plot.texts()})
            if plot.area.height() < _LEAST_CURVES * text_px(plot.look):
                yield f"{plot.drawn.title}: hardly any room for its curve"


def _cells(view: HallView) -> Iterator[str]:
    for cell in view.cells.cells:
        whole = cell.lens().whole
        ratio = whole.ratio
        boxes = dict(cell.labels_seen())
        yield from small(view, _shrunk(whole.labels.font, ratio), "a label of the scene")
        for text, font, box in whole.clock.texts:
            yield from small(view, _shrunk(font, ratio), text)
            boxes[text] = QRectF(box.topLeft() / ratio, box.size() / ratio)
        scene = QRectF(QPointF(), QSizeF(cell.size())).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        yield from (f"cut: {name}" for name, box in boxes.items() if not scene.contains(box))
        yield from _on_each_other(boxes)
    yield from (f"not seen: {name}" for name in unseen(view.cells.cell))


def unseen(cell: ShownCell) -> list[str]:
    """Things that are pointed at, have a label in the scene, are drawn there now, and bear no label."""
    lens = cell.lens()
    near = lens.label_boxes(cell.camera)
    known = {spot.name for spot in SPOTS[lens.whole.places.tissue]} if cell.camera == WHOLE else set(near)
    seen, values = cell.labels_seen(), cell.frame.values
    absent = {spot.name for spot in SPOTS[lens.whole.places.tissue] if spot.shown(values) <= FAINT}
    return [name for name in cell.pointed if name in known and name not in seen and name not in absent]


def _on_each_other(boxes: Mapping[str, QRectF]) -> Iterator[str]:
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        if a.adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM).intersects(b):
            yield f"{one!r} lies on {other!r}"


def _shrunk(font: QFont, ratio: float) -> QFont:
    """A font of device px in those of the widget."""
    found = QFont(font)
    found.setPixelSize(max(round(font.pixelSize() / ratio), 1))
    return found
