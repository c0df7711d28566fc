"""The clock in the corner, in words, and the note that one drawn vesicle stands for many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from hormoneviz.look import fonts
from hormoneviz.views.cell.brush import keeps_text
from hormoneviz.views.cell.places import BLOOD

if TYPE_CHECKING:
    from hormoneviz.look.look import Look
    from hormoneviz.look.words import Words
    from hormoneviz.views.cell.places import Places

_MARGIN = 1.6
"""at the left, in hundredths of the scene"""
_AIR = 1.15
"""height of a line, in that of its text"""
_GROWS = 1.2
"""size of text up to which the clock grows with it; beyond that it waits for the smaller lines"""
_WIDEST = 528.0
"""min; 8 h 48 min, the time whose digits are the widest"""
_STEPS = 4
"""texts a minute while the first minute runs; whole minutes after it"""


def in_words(words: Words, time: float, since: str) -> str:
    """The time as a person would say it; `since` names the phrase ("after_bath", "after_meal",
    "after_fasting")."""
    if time <= 0.0:
        return words.say("at_rest")
    if time < 1.0:
        length = words.say("time_seconds", n=int(time * _STEPS) * 60 // _STEPS)
    elif time < 60.0:
        length = words.say("time_minutes", n=int(time))
    else:
        length = words.say("time_hours", h=int(time) // 60, m=int(time) % 60)
    return words.say(since, time=length)


def note_px(unit: float) -> float:
    """The height of the smallest text in a scene of that unit at 100 % text, in the px of it."""
    return max(9.5, 2.2 * unit)


def note_box(look: Look, width: float, height: float, unit: float) -> QRectF:
    """Where the scale note stands in a scene of that size and unit, in the px of these."""
    box = _size(look.words.say("one_dot"), _small(look, unit), ground=True)
    box.moveBottomRight(QPointF(width - unit, height - 0.8 * unit))
    return box


def _small(look: Look, unit: float) -> QFont:
    return fonts.font(note_px(unit) * look.text_scale, fonts.MEDIUM)


def _large(look: Look, width: float, unit: float, longest: str) -> QFont:
    """The clock's font: as large as wanted, or as the scene is wide."""
    # Large as it is, it need not grow as fast as the rest.
    wanted = max(max(12.0, 3.3 * unit) * min(look.text_scale, _GROWS), note_px(unit) * look.text_scale)
    made = fonts.font(wanted, fonts.BOLD)
    needed = QFontMetricsF(made).horizontalAdvance(longest)
    room = width - 2 * _MARGIN * unit
    return made if needed <= room else fonts.font(int(wanted * room / needed), fonts.BOLD)


def _size(text: str, font: QFont, ground: bool = False) -> QRectF:
    metrics = QFontMetricsF(font)
    margin = 0.4 * metrics.height() if ground else 1.0
    return QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * margin, _AIR * metrics.height())


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    font: QFont
    ground: bool = False
    """whether it has a calm ground of its own"""

    @property
    def box(self) -> QRectF:
        return _size(self.text, self.font, self.ground)


class CornerClock:
    """Paints the clock and the tissue in the blood, and the scale note at the bottom; pictures are kept
    per text, and where text stays text (SVG, PDF) it is written."""

    def __init__(self, places: Places, look: Look, since: str) -> None:
        self.places, self.look, self.since = places, look, since
        u, longest = places.unit, in_words(look.words, _WIDEST, since)
        self._large, self._small = _large(look, places.width, u, longest), _small(look, u)
        self._text = ""
        self._clock = QPixmap()
        below = 1.2 * u + QFontMetricsF(self._large).height()
        tissue, note = look.words.say(places.tissue), look.words.say("one_dot")
        note_at = note_box(look, places.width, places.height, u)
        self._still = (
            (QPointF(_MARGIN * u, below), _Line(tissue, self._small)),
            (note_at.topLeft(), _Line(note, self._small, ground=True)),
        )
        self._pictures: list[QPixmap] = []
        """of those, once they are asked for"""
        gap = self._gap = 0.6 * u
        self._grounded = "", QRectF()
        """the ground of the clock, for one text"""
        lines = (
            _size(longest, self._large).translated(self._corner()),
            _size(tissue, self._small).translated(_MARGIN * u, below),
        )
        self.boxes = (*(line.adjusted(-gap, 0.0, gap, 0.0) for line in lines), note_at)
        """where nothing else may stand (device px)"""

    def paint(self, painter: QPainter, time: float) -> None:
        text = in_words(self.look.words, time, self.since)
        if self.boxes[1].bottom() > BLOOD * self.places.height:
            self.paint_ground(painter, time)
        if keeps_text(painter):
            for at, line in ((self._corner(), _Line(text, self._large)), *self._still):
                painter.translate(at)
                self._write(painter, line)
                painter.translate(-at)
            return
        if text != self._text:
            self._text, self._clock = text, self._picture(_Line(text, self._large))
        self._pictures = self._pictures or [self._picture(line) for _, line in self._still]
        painter.drawPixmap(self._corner(), self._clock)
        for (at, _), picture in zip(self._still, self._pictures, strict=True):
            painter.drawPixmap(at, picture)

    def paint_ground(self, painter: QPainter, time: float) -> None:
        """A calm ground for clock and tissue, where they stand on more than the blood."""
        text = in_words(self.look.words, time, self.since)
        if text != self._grounded[0]:
            box = _size(text, self._large).translated(self._corner())
            self._grounded = text, box.adjusted(-self._gap, 0.0, self._gap, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.theme.colour("surface", 0.80))
        round_ = 0.6 * self.places.unit
        for box in (self._grounded[1], self.boxes[1]):
            painter.drawRoundedRect(box, round_, round_)

    def written(self, time: float) -> tuple[tuple[str, QFont, QRectF], ...]:
        """Its three texts at a time (min), their fonts (device px) and where they stand (device px)."""
        words, tissue, air = self.look.words, self.places.tissue, 0.5 * (1.0 - 1.0 / _AIR)
        texts = in_words(words, time, self.since), words.say(tissue), words.say("one_dot")
        boxes = (box.adjusted(0.0, air * box.height(), 0.0, -air * box.height()) for box in self.boxes)
        return tuple(zip(texts, (self._large, self._small, self._small), boxes, strict=True))

    def _corner(self) -> QPointF:
        return QPointF(_MARGIN * self.places.unit, 0.9 * self.places.unit)

    def _picture(self, line: _Line) -> QPixmap:
        picture = QPixmap(line.box.toAlignedRect().size())
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._write(painter, line)
        return picture

    def _write(self, painter: QPainter, line: _Line) -> None:
        """A line, its upper left corner at the painter's origin."""
        theme, box = self.look.theme, line.box
        if line.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface", 0.80))
            painter.drawRoundedRect(box, 0.4 * box.height(), 0.4 * box.height())
        painter.setFont(fonts.spelled(line.font) if keeps_text(painter) else line.font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.text)
