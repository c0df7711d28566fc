"""Failings: what of a window cannot be read from the last row, and what each would need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from hormoneviz.look.seen import LineSeen, TextSeen
from hormoneviz.look.theme import luminance
from hormoneviz.look.words import Words
from hormoneviz.views.backrow.room import LEAST_CONTRAST, Room
from hormoneviz.views.backrow.texts import lines_of, texts_of
from hormoneviz.views.backrow.washed import luminances, pixels

_LONGEST = 48
"""characters of a text that are told"""
_FINE = 3
"""bits of a colour within which pixels are of one shade"""
_PACK = np.array([1, 256, 65536])
_FLARE = 0.05
"""what WCAG adds to luminances before it compares them"""


@dataclass(frozen=True, slots=True)
class Failing:
    """One thing that cannot be read, and why."""

    what: str
    """the text, or the name of the line"""
    why: Literal["size", "contrast", "line"]
    has: float
    """height of the capitals as a share of the picture height, or the contrast that is left"""
    needs: float
    """the least that could be read, likewise"""
    box: QRectF
    """where it is, px of the window"""

    def told(self, words: Words) -> str:
        """The failing as a sentence."""
        if self.why == "size":
            has, needs = f"{100 * self.has:.1f}", f"{100 * self.needs:.1f}"
        else:
            has, needs = f"{self.has:.1f}", f"{self.needs:g}"
        what = self.what if len(self.what) <= _LONGEST else f"{self.what[: _LONGEST - 1]}…"
        return words.say(f"back_row_{self.why}", what=what, has=has, needs=needs)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the last row could see of a window, taken once; every text with its colours."""

    texts: tuple[TextSeen, ...]
    lines: tuple[LineSeen, ...]
    height: float
    """of the picture, px as in the boxes"""


def failings(widget: QWidget, room: Room) -> tuple[Failing, ...]:
    """What of a window that is shown cannot be read from the last row, the worst first."""
    return judged(evidence(widget, widget.grab().toImage()), room)


def evidence(widget: QWidget, picture: QImage) -> Evidence:
    """The texts and lines of a window; colours that no view told are taken from its picture."""
    coloured = (text if text.ground else _from_pixels(text, picture) for text in texts_of(widget))
    return Evidence(tuple(coloured), lines_of(widget), float(widget.height()))


def judged(seen: Evidence, room: Room) -> tuple[Failing, ...]:
    """What of it cannot be read in a room; a text that is there twice is told once."""
    found = [*_texts(seen.texts, seen.height, room), *_lines(seen.lines, seen.height, room)]
    worst = {(failing.what, failing.why): failing for failing in sorted(found, key=_margin, reverse=True)}
    return tuple(sorted(worst.values(), key=_margin))


def _texts(texts: Sequence[TextSeen], height: float, room: Room) -> Iterable[Failing]:
    for text in texts:
        share = text.height_px / height
        if share < room.least_text:
            yield Failing(text.text, "size", share, room.least_text, text.box)
        if text.colour and text.ground:
            left = room.contrast_of(text.colour, text.ground)
            if left < LEAST_CONTRAST:
                yield Failing(text.text, "contrast", left, LEAST_CONTRAST, text.box)


def _lines(lines: Sequence[LineSeen], height: float, room: Room) -> Iterable[Failing]:
    for line in lines:
        left = room.contrast_of_line(line.colour, line.ground, line.width_px / height)
        if left < LEAST_CONTRAST:
            yield Failing(line.name, "line", left, LEAST_CONTRAST, line.box)


def _margin(failing: Failing) -> float:
    return failing.has / failing.needs


def _from_pixels(text: TextSeen, picture: QImage) -> TextSeen:
    """The text with the colour that most of its box has as ground, and the one farthest from that as ink."""
    ratio = picture.devicePixelRatio()
    box = QRectF(text.box.topLeft() * ratio, text.box.size() * ratio).toAlignedRect()
    part = picture.copy(box.intersected(picture.rect())).convertToFormat(QImage.Format.Format_RGB32)
    if part.isNull():
        return text
    values = pixels(part)[..., :3].reshape(-1, 3)
    ground = _commonest(values, text.colour)
    light = luminances(values)
    away = np.abs(np.log((light + _FLARE) / (luminance(ground) + _FLARE)))
    ink = text.colour or _colour(values[away.argmax()])
    return replace(text, colour=ink, ground=ground)


def _commonest(values: NDArray[np.uint8], ink: QColor | None) -> QColor:
    """The shade that most of the pixels have, where known the ink's apart: of bold letters on a ground that
    varies there may be more than of any one shade of it."""
    shades = (values >> _FINE).astype(np.int64) @ _PACK
    kinds, counts = np.unique(shades, return_counts=True)
    if ink is not None and len(kinds) > 1:
        own = np.array([ink.blue(), ink.green(), ink.red()], np.int64) >> _FINE
        counts = np.where(kinds == own @ _PACK, 0, counts)
    return _colour(np.median(values[shades == kinds[counts.argmax()]], axis=0))


def _colour(value: NDArray[np.float64] | NDArray[np.uint8]) -> QColor:
    blue, green, red = (round(float(part)) for part in value)
    return QColor(red, green, blue)
