"""Labels on the objects, with leaders; placed by hand for each tissue, measured, and checked not to
overlap."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from hormoneviz.look import fonts
from hormoneviz.views.cell.brush import thread
from hormoneviz.views.cell.outside import ANCHORS
from hormoneviz.views.cell.ranges import fatty_acid_level, level, tnf_level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hormoneviz.look.look import Look
    from hormoneviz.look.words import Words
    from hormoneviz.views.cell.places import Places

    Presence = Callable[[Mapping[str, float]], float]

TEXT = 2.5
"""height of the text in scene units, at 100 % text; never under `LEAST` px"""
LEAST = 10.0

_ASIDE = (
    (0.0, 0.0), (0.03, 0.0), (-0.03, 0.0), (0.06, 0.0), (-0.06, 0.0), (0.0, 0.07), (0.0, -0.05), (0.06, 0.07),
    (-0.06, 0.07), (0.0, 0.11),
)  # fmt: skip
"""how far a label may step aside (shares of width and height), in the order they are tried"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands and what it points at, in shares of the scene's width and height."""

    name: str
    """what it is called in the words, and what a click on it selects"""
    x: float
    y: float
    to: tuple[tuple[float, float], ...] = ()
    """ends of its leaders; none where the label stands on the thing itself"""
    align: float = 0.5
    """which part of the label is at x: 0 its left end, 1 its right end"""
    presence: Presence | None = None
    """0..1, how visible; always where left out"""
    full: bool = False
    """whether the full label stands here, not the short one"""

    def shown(self, values: Mapping[str, float]) -> float:
        return 1.0 if self.presence is None else self.presence(values)

    def text(self, words: Words) -> str:
        return words.label(self.name) if self.full else words.short(self.name)


def _jnk(values: Mapping[str, float]) -> float:
    return min(1.0, 2.0 * level(values, "JNK"))


def _tnf(values: Mapping[str, float]) -> float:
    return min(1.0, 8.0 * tnf_level(values))


def _fatty_acid(values: Mapping[str, float]) -> float:
    return min(1.0, 12.0 * fatty_acid_level(values))


_ALWAYS = (
    Spot("insulin", 0.240, 0.080, ((ANCHORS["insulin"], 0.170),)),
    Spot("glucose", 0.640, 0.080, ((ANCHORS["glucose"], 0.170),)),
    Spot("IR", 0.012, 0.200, ((0.045, 0.350),), 0.0, full=True),
    Spot("IRS1", 0.344, 0.472, ((0.330, 0.512),), 0.0),
    Spot("signal", 0.120, 0.655, ((0.120, 0.600),)),
    Spot("PIP3", 0.436, 0.300, ((0.436, 0.394),)),
    Spot("Akt_act", 0.523, 0.470, ((0.469, 0.456),)),
    Spot("GLUT4", 0.935, 0.205, ((0.937, 0.350),)),
    Spot("blood", 0.985, 0.040, (), 1.0),
    Spot("TNF", 0.780, 0.080, ((ANCHORS["tnf"], 0.170),), presence=_tnf),
    Spot("FFA", 0.480, 0.080, ((ANCHORS["fatty_acid"], 0.170),), presence=_fatty_acid),
    Spot("AS160", 0.488, 0.728, ((0.514, 0.690),), 1.0),
    Spot("JNK", 0.286, 0.690, (), 1.0, presence=_jnk),
)

SPOTS = {
    "muscle": (
        *_ALWAYS,
        Spot("nucleus", 0.125, 0.748),
        Spot("androgen_receptor", 0.088, 0.858),
        Spot("estrogen_receptor", 0.162, 0.858),
        Spot("store", 0.350, 0.840, ((0.455, 0.805),)),
        Spot("endosomes", 0.860, 0.872, ((0.815, 0.835), (0.895, 0.825))),
        Spot("microtubule", 0.790, 0.712, ((0.722, 0.610),)),
        Spot("t_tubule", 0.950, 0.720, ((0.966, 0.735),), 1.0),
        Spot("sarcomere", 0.020, 0.952, (), 0.0),
    ),
    "fat": (
        *_ALWAYS,
        Spot("nucleus", 0.115, 0.748),
        Spot("androgen_receptor", 0.078, 0.855),
        Spot("estrogen_receptor", 0.152, 0.855),
        Spot("store", 0.310, 0.800, ((0.465, 0.775),)),
        Spot("endosomes", 0.870, 0.868, ((0.832, 0.765), (0.918, 0.800))),
        Spot("microtubule", 0.790, 0.672, ((0.727, 0.580),)),
        Spot("lipid_droplet", 0.520, 0.930),
    ),
}


@dataclass(frozen=True, slots=True)
class _Label:
    spot: Spot
    box: QRectF
    picture: QPixmap
    corner: QPointF


class Labels:
    """All labels of one plan and look, painted once each and blitted."""

    def __init__(
        self,
        places: Places,
        look: Look,
        taken: Sequence[QRectF] = (),
        spots: Sequence[Spot] | None = None,
    ) -> None:
        """The tissue's labels, or those of `spots`.  One that would stand on `taken` or an earlier one steps
        aside; without room it is dropped."""
        self.places, self.look = places, look
        self.font = fonts.font(max(LEAST, TEXT * places.unit) * look.text_scale, fonts.MEDIUM)
        self._metrics = QFontMetricsF(self.font)
        self._labels: list[_Label] = []
        for spot in SPOTS[places.tissue] if spots is None else spots:
            box = self._free_box(spot, taken)
            if box is not None:
                self._labels.append(self._make(spot, box))

    @property
    def boxes(self) -> dict[str, QRectF]:
        """Name to box (device px) of every label that found room, in the order of the keyboard."""
        return {label.spot.name: label.box for label in self._labels}

    @property
    def leaders(self) -> dict[str, list[QLineF]]:
        """Name to the lines (device px) that lead from each label to its thing."""
        return {
            label.spot.name: [self._line(label.box, end) for end in label.spot.to] for label in self._labels
        }

    def paint(self, painter: QPainter, values: Mapping[str, float]) -> None:
        for label in self._labels:
            if (shown := label.spot.shown(values)) > 0.0:
                painter.setOpacity(shown)
                painter.drawPixmap(label.corner, label.picture)
        painter.setOpacity(1.0)

    def at(self, x: float, y: float, values: Mapping[str, float]) -> str | None:
        """The name of the label under a point (device px)."""
        under = (k.spot for k in self._labels if k.box.contains(x, y))
        return next((spot.name for spot in under if spot.shown(values) > 0.3), None)

    def _free_box(self, spot: Spot, taken: Sequence[QRectF]) -> QRectF | None:
        """Where the hand put it, or a little aside; None where there is no room (only at large text).

        A place where no leader runs over a label is taken first, if there is one.
        """
        others = (*taken, *(label.box for label in self._labels))
        boxes = [self._box(spot, spot.x + right, spot.y + down) for right, down in _ASIDE]
        free = [box for box in boxes if not any(box.intersects(other) for other in others)]
        clear = (box for box in free if not self._runs_over(spot, box))
        return next(clear, free[0] if free else None)

    def _runs_over(self, spot: Spot, box: QRectF) -> bool:
        """Whether a leader of this label would run over another label, or another's over this one."""
        mine = [self._line(box, end) for end in spot.to]
        return any(
            any(_crosses(line, label.box) for line in mine)
            or any(_crosses(self._line(label.box, end), box) for end in label.spot.to)
            for label in self._labels
        )

    def _line(self, box: QRectF, end: tuple[float, float]) -> QLineF:
        """A leader, from the label to the thing (device px)."""
        u, to = self.places.unit, QPointF(end[0] * self.places.width, end[1] * self.places.height)
        start = QPointF(min(max(to.x(), box.left() + u), box.right() - u), box.center().y())
        return QLineF(start, to)

    def _box(self, spot: Spot, across: float, down: float) -> QRectF:
        text = spot.text(self.look.words)
        height = 1.35 * self._metrics.height()
        width = self._metrics.horizontalAdvance(text) + 0.75 * height
        x = across * self.places.width - spot.align * width
        x = min(max(x, 2.0), self.places.width - width - 2.0)
        return QRectF(round(x), round(down * self.places.height - 0.5 * height), ceil(width), ceil(height))

    def _make(self, spot: Spot, box: QRectF) -> _Label:
        width, height, u = self.places.width, self.places.height, self.places.unit
        ends = [QPointF(x * width, y * height) for x, y in spot.to]
        extent = QRectF(box)
        for end in ends:
            extent = extent.united(QRectF(end.x() - u, end.y() - u, 2 * u, 2 * u))
        area = extent.adjusted(-2, -2, 2, 2).toAlignedRect()
        picture = QPixmap(area.size())
        picture.fill(Qt.GlobalColor.transparent)
        theme = self.look.theme
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.topLeft())
            for to in spot.to:
                self._leader(painter, self._line(box, to))
            painter.setPen(thread(theme.colour("outline", 0.75), max(1.0, 0.12 * u)))
            painter.setBrush(theme.colour("surface", 0.86))
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), 0.45 * box.height(), 0.45 * box.height()
            )
            painter.setFont(self.font)
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, spot.text(self.look.words))
        return _Label(spot, box, picture, QPointF(area.topLeft()))

    def _leader(self, painter: QPainter, line: QLineF) -> None:
        """A line from the label to the thing, light under dark so that it shows on any ground, with a dot
        at its end."""
        theme, u = self.look.theme, self.places.unit
        for colour, width in ((theme.colour("surface", 0.8), 0.62), (theme.colour("text"), 0.26)):
            painter.setPen(thread(colour, max(1.0, width * u)))
            painter.drawLine(line)
        painter.setPen(thread(theme.colour("surface"), max(0.8, 0.15 * u)))
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(line.p2(), max(1.8, 0.42 * u), max(1.8, 0.42 * u))


def _crosses(line: QLineF, box: QRectF) -> bool:
    """Whether any part of a line lies in a box, to a hundredth of its length."""
    x, y = sorted((line.x1(), line.x2())), sorted((line.y1(), line.y2()))
    if x[0] > box.right() or x[1] < box.left() or y[0] > box.bottom() or y[1] < box.top():
        return False  # most pairs are far apart
    return any(box.contains(line.pointAt(0.01 * step)) for step in range(101))
