"""OrganItem: an emblem on the blood vessel, the arrow between them, name, number and deed in words."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from hormoneviz.views.body.emblems import HEIGHT, WIDTH, paint_emblem
from hormoneviz.views.body.item import NAME, SMALL, VALUE, Form, Item, Line, Text
from hormoneviz.views.body.marks import CARGO, paint_arrow, paint_vessel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.views.body.organs import Doing

_NUMBERS = ("8.88", "88.8", "888")
_TOP, _FOOT, _VESSEL, _GAP = 3.0, 3.0, 6.0, 1.0
"""px at 100 %: above the emblem, below the text, the vessel, between vessel and text"""
_ARROW, _BETWEEN = 0.36, 0.14
"""of the emblem's height: the arrow's width, and the gap before it"""


class OrganItem(Item):
    """One organ."""

    def __init__(self, doing: Doing, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.doing = doing
        self._emblem: QPixmap | None = None
        self._height = 0.0

    @property
    def quantity(self) -> str:
        return self.doing.quantity

    def show_doing(self, doing: Doing) -> None:
        """The same organ at another moment; what looks the same is not painted again."""
        if doing != self.doing:
            if doing.name != self.doing.name:
                self._emblem = None
            self.doing = doing
            self.update()

    def set_look(self, look: Look) -> None:
        self._emblem = None
        super().set_look(look)

    def deed(self) -> str:
        """What it does, in words; of the blood, its insulin."""
        return self._deed(self.doing.way)

    def lines(self) -> list[Line]:
        return self._stack(self._texts(), self._text_top())

    def _texts(self) -> list[Text]:
        words, figure = self._look.words, self.doing.figure
        if self._form == "wide":
            name, value, small = words.label(self.doing.name), str(figure), self.deed()
        else:
            name, value, small = words.short(self.doing.name), figure.number, figure.unit
        return [Text(name, NAME), Text(value, VALUE, bold=True), Text(small, SMALL, role="text_muted")]

    def _longest(self, form: Form) -> Sequence[Text]:
        words, unit = self._look.words, self.doing.figure.unit
        if form == "narrow":
            name, ends, small = words.short(self.doing.name), "", [unit]
        else:
            name, ends = words.label(self.doing.name), f" {unit}"
            small = [self._deed(way) for way in ("gives", "takes", "rests", "carries")]
        return [
            Text(name, NAME),
            *(Text(number + ends, VALUE, bold=True) for number in _NUMBERS),
            *(Text(text, SMALL) for text in small),
        ]

    def _deed(self, way: str) -> str:
        words = self._look.words
        if self.doing.way == "carries":
            return words.say("strip_insulin", value=self.doing.more[1][1])
        if way == "carries":
            return ""
        return words.say(f"strip_{way}", cargo=words.say(f"strip_cargo_{self.doing.cargo}"))

    def _text_top(self) -> float:
        """px; the texts stand on the foot of the item."""
        height = sum(text.height(self._scale) for text in self._texts())
        return self.height() - _FOOT * self._scale - height

    def room_for_emblem(self) -> float:
        """px; how high the emblem can be."""
        vessel = self._vessel()
        height = vessel.top() + 0.25 * vessel.height() - _TOP * self._scale
        return min(height, (self.width() - 4) / (WIDTH / HEIGHT + _ARROW + _BETWEEN))

    def set_emblem(self, height: float) -> None:
        """How high it is, so that all organs are drawn to one scale."""
        self._height, self._emblem = height, None
        self.update()

    def _vessel(self) -> QRectF:
        scale = self._scale
        bottom = self._text_top() - _GAP * scale
        return QRectF(0, bottom - _VESSEL * scale, self.width(), _VESSEL * scale)

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Where emblem, arrow and vessel are drawn."""
        vessel, height = self._vessel(), self._height
        arrow_share = 0.0 if self.doing.way == "carries" else _ARROW + _BETWEEN
        width = height * WIDTH / HEIGHT
        left = 0.5 * (self.width() - width - arrow_share * height)
        emblem = QRectF(left, vessel.top() + 0.25 * vessel.height() - height, width, height)
        arrow = QRectF(emblem.right() + _BETWEEN * height, emblem.top(), _ARROW * height, 0)
        arrow.setBottom(vessel.center().y())
        return emblem, arrow, vessel

    def _paint(self, painter: QPainter) -> None:
        theme = self._look.theme
        emblem, arrow, vessel = self._places()
        paint_vessel(painter, theme, vessel)
        if self._emblem is None:
            self._emblem = self._painted(emblem)
        painter.drawPixmap(emblem.topLeft(), self._emblem)
        if self.doing.way != "carries" and self.doing.cargo in CARGO:
            paint_arrow(painter, theme, self.doing, arrow)

    def _painted(self, box: QRectF) -> QPixmap:
        """The emblem as a picture, for it is drawn again with every number."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(ceil(box.width() * ratio), ceil(box.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint_emblem(painter, self._look.theme, self.doing.name, QRectF(0, 0, box.width(), box.height()))
        return picture

    def set_shape(self, form: Form, scale: float) -> None:
        self._emblem = None
        super().set_shape(form, scale)
