"""Labels on the objects, with leaders: laid out so that none overlap, painted once, then blitted; where text
stays text (SVG, PDF), written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from hormoneviz.look import fonts
from hormoneviz.views.cell.brush import keeps_text, thread
from hormoneviz.views.cell.label_layout import Ground, Wish, lay_out, leader
from hormoneviz.views.cell.leaders import Course
from hormoneviz.views.cell.spots import ESSENTIAL, PRECIOUS, SPOTS, Spot, by_importance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hormoneviz.look.look import Look
    from hormoneviz.views.cell.label_layout import Box
    from hormoneviz.views.cell.places import Places

    Shares = tuple[float, float, float, float]

TEXT = 2.5
"""height of the text in scene units, at 100 % text; never under `LEAST` px"""
LEAST = 10.0
FAINT = 0.3
"""opacity below which a label cannot be pointed at"""


@dataclass(frozen=True, slots=True)
class _Label:
    spot: Spot
    box: QRectF
    picture: QPixmap
    corner: QPointF


class Labels:
    """All labels of one plan and look that have room."""

    def __init__(
        self,
        places: Places,
        look: Look,
        taken: Sequence[QRectF] = (),
        spots: Sequence[Spot] | None = None,
        precious: Sequence[Shares] = PRECIOUS,
        first: Sequence[str] = (),
    ) -> None:
        """The tissue's labels, or those of `spots`, away from what is `taken` (device px) and, if possible,
        from `precious` (shares of width and height).  Where names are given, theirs only."""
        self.places, self.look = places, look
        self.font = fonts.font(max(LEAST, TEXT * places.unit) * look.text_scale, fonts.MEDIUM)
        self._metrics, self._first = QFontMetricsF(self.font), first
        spots = tuple(
            s for s in (SPOTS[places.tissue] if spots is None else spots) if not first or s.name in first
        )
        w, h = places.width, places.height
        ground = Ground(
            (w, h),
            places.unit,
            tuple(_edges(box) for box in taken),
            tuple((left * w, top * h, right * w, bottom * h) for left, top, right, bottom in precious),
        )
        found = lay_out([self._wish(spot) for spot in by_importance(spots, first)], ground)
        self.boxes = {
            spot.name: QRectF(QPointF(*found[spot.name][:2]), QPointF(*found[spot.name][2:]))
            for spot in spots
            if spot.name in found
        }
        """name to box (device px) of every label that found room, in the order of the keyboard"""
        self.spots = tuple(spot for spot in spots if spot.name in found)
        self._painted: list[_Label] = []

    @property
    def leaders(self) -> dict[str, list[QLineF]]:
        """Name to the lines (device px) that lead from each label to its thing."""
        return {spot.name: [self._lead(self.boxes[spot.name], end) for end in self._ends(spot)]
                for spot in self.spots}  # fmt: skip

    def line(self, name: str, end: QPointF) -> QLineF:
        """The line (device px) that would lead from a label to there."""
        return self._lead(self.boxes[name], end)

    def paint(
        self, painter: QPainter, values: Mapping[str, float], found: Mapping[str, QPointF] | None = None
    ) -> None:
        """All labels as they are at these values; live ones where `found` says where their thing is (device
        px)."""
        if not self._painted:
            self._painted = [self._make(spot, self.boxes[spot.name]) for spot in self.spots]
        found, written = found or {}, keeps_text(painter)
        for label in self._painted:
            if label.spot.live and label.spot.name in found:
                self._leader(painter, self._lead(label.box, found[label.spot.name]))
        for label in self._painted:
            if (shown := _shown(label.spot, values, found)) > 0.0:
                chosen = self._first and shown > FAINT
                painter.setOpacity(1.0 if chosen else shown)
                if written:
                    self._write(painter, label.spot, label.box)
                else:
                    painter.drawPixmap(label.corner, label.picture)
        painter.setOpacity(1.0)

    def seen(
        self, values: Mapping[str, float], found: Mapping[str, QPointF] | None = None
    ) -> dict[str, QRectF]:
        """The boxes of those labels that are seen at these values."""
        found = found or {}
        return {
            spot.name: self.boxes[spot.name] for spot in self.spots if _shown(spot, values, found) > FAINT
        }

    def at(
        self, x: float, y: float, values: Mapping[str, float], found: Mapping[str, QPointF] | None = None
    ) -> str | None:
        """The name of the label under a point (device px)."""
        under = (name for name, box in self.seen(values, found).items() if box.contains(x, y))
        return next(under, None)

    @cached_property
    def course(self) -> Course:
        """Between what leaders have to run; those that never move are in it."""
        course = Course({name: _edges(box) for name, box in self.boxes.items()}, self.places.unit)
        for spot in self.spots:
            if not spot.live:
                for end in self._ends(spot):
                    course.add(spot.name, (end.x(), end.y()))
        return course

    def _wish(self, spot: Spot) -> Wish:
        text, w, h = spot.text(self.look.words), self.places.width, self.places.height
        height = ceil(1.35 * self._metrics.height())
        width = ceil(self._metrics.horizontalAdvance(text) + 0.75 * height)
        left, top = round(spot.x * w - spot.align * width), round(spot.y * h - 0.5 * height)
        across, down = spot.reaches()
        ends = tuple((end.x(), end.y()) for end in self._ends(spot))
        must = spot.name in (*ESSENTIAL, *self._first)
        return Wish(spot.name, left, top, width, height, ends, (across * w, down * h), must)

    def _ends(self, spot: Spot) -> list[QPointF]:
        return [QPointF(x * self.places.width, y * self.places.height) for x, y in spot.to]

    def _lead(self, box: QRectF, to: QPointF) -> QLineF:
        """A leader, from under the label to the thing (device px)."""
        return QLineF(*leader(_edges(box), (to.x(), to.y()), self.places.unit))

    def _make(self, spot: Spot, box: QRectF) -> _Label:
        u, extent = self.places.unit, QRectF(box)
        for end in [] if spot.live else self._ends(spot):
            extent = extent.united(QRectF(end.x() - u, end.y() - u, 2 * u, 2 * u))
        area = extent.adjusted(-2, -2, 2, 2).toAlignedRect()
        picture = QPixmap(area.size())
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.topLeft())
            self._write(painter, spot, box)
        return _Label(spot, box, picture, QPointF(area.topLeft()))

    def _write(self, painter: QPainter, spot: Spot, box: QRectF) -> None:
        """A label where it stands, with the leaders that never move."""
        theme = self.look.theme
        for to in [] if spot.live else self._ends(spot):
            self._leader(painter, self._lead(box, to))
        painter.setPen(thread(theme.colour("outline", 0.75), max(1.0, 0.12 * self.places.unit)))
        painter.setBrush(theme.colour("surface", 0.92))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 0.45 * box.height(), 0.45 * box.height())
        painter.setFont(fonts.spelled(self.font) if keeps_text(painter) else self.font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, spot.text(self.look.words))

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


def _edges(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()


def _shown(spot: Spot, values: Mapping[str, float], found: Mapping[str, QPointF]) -> float:
    """How visible a label is, 0 to 1; a live one only while there is something to point at."""
    return 0.0 if spot.live and spot.name not in found else spot.shown(values)
