"""Text on the nodes of the pathway panel: the longest name that fits, on one line or two, never too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look.words import Words

_BREAKS = (" ", "-")
_SLACK = 1.0
"""px by which lines may be higher than their box, for rounding"""


@dataclass(frozen=True, slots=True)
class Label:
    """One node's name as it is drawn, and whether its value has room below."""

    lines: tuple[str, ...]
    with_value: bool
    rows: tuple[QRectF, ...]
    """where the lines stand, and after them the value"""


def label(words: Words, name: str, value: str, metrics: QFontMetricsF, box: QRectF) -> Label:
    """The name that suits a box: in full, else short, else on two lines, else cut with an ellipsis.

    `value` is a typical read-out; it is left out where it would not fit.
    """
    full, short = (words.label(name), words.short(name)) if name in words else (name, name)
    rows = int((box.height() + _SLACK) / metrics.height())
    candidates: list[tuple[str, ...]] = [(full,), (short,)]
    if rows >= 2:
        candidates += [*_split(full), *_split(short)]
    fitting = (lines for lines in candidates if _width(metrics, lines) <= box.width())
    cut = metrics.elidedText(short, Qt.TextElideMode.ElideRight, box.width())
    lines = next(fitting, (cut,))
    value_width = metrics.horizontalAdvance(value)
    # Three rows would put the value where round and pointed boxes are narrow: it needs some height to spare.
    spare = 1.0 if len(lines) == 1 else 1.15
    with_value = spare * (len(lines) + 1) * metrics.height() <= box.height() and value_width <= box.width()
    widths = [metrics.horizontalAdvance(line) for line in lines] + [value_width] * with_value
    return Label(lines, with_value, tuple(_rows(widths, metrics.height(), box)))


def _rows(widths: list[float], line: float, box: QRectF) -> Iterator[QRectF]:
    """Rows of those widths, in the middle of a box."""
    top = box.center().y() - 0.5 * len(widths) * line
    for row, width in enumerate(widths):
        yield QRectF(box.center().x() - 0.5 * width, top + row * line, width, line)


def _width(metrics: QFontMetricsF, lines: tuple[str, ...]) -> float:
    return max(metrics.horizontalAdvance(line) for line in lines)


def _split(text: str) -> list[tuple[str, ...]]:
    """Every way to break a text in two, the most even first."""
    places = [i for i, c in enumerate(text) if c in _BREAKS and 0 < i < len(text) - 1]
    places.sort(key=lambda i: abs(2 * i - len(text)))
    return [(text[: i + 1].rstrip(), text[i + 1 :]) for i in places]
