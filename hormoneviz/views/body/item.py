"""Item: one thing in the strip, a small widget of its own, for pointer, keyboard and screen reader to find.

Only what has changed is painted again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.seen import TextSeen
from hormoneviz.views.body.marks import paint_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent, QPaintEvent

    from hormoneviz.look.look import Look

Form = Literal["wide", "narrow"]
"""wide: number and unit in one line; narrow: one below the other"""

NAME, VALUE, SMALL = 11.0, 12.5, 10.0
"""px at 100 %: text of a name, of a number, of all else"""
LEADING = 0.95
"""times the font's own distance of lines"""
SIDE = 4.0
"""px at 100 %: free at each side of an item"""
_ALIGNED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_BY_HAND = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)
"""a window that only comes to the front opens no card"""


@lru_cache(maxsize=64)
def _font(pixels: float, bold: bool) -> tuple[QFont, float]:
    """The font and its height (px), which are asked for with every number."""
    font = fonts.font(pixels, fonts.MEDIUM if bold else fonts.REGULAR)
    return font, QFontMetricsF(font).height()


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text, its size (px at 100 %) and the theme's role of its colour."""

    text: str
    size: float
    bold: bool = False
    role: str = "text"

    def font(self, scale: float) -> QFont:
        return _font(self.size * scale, self.bold)[0]

    def width(self, scale: float) -> float:
        """px"""
        return QFontMetricsF(self.font(scale)).horizontalAdvance(self.text)

    def height(self, scale: float) -> float:
        """px from line to line; close, as there are three lines in little room"""
        return LEADING * _font(self.size * scale, self.bold)[1]


@dataclass(frozen=True, slots=True)
class Line:
    """A text in its place (px within the item)."""

    box: QRectF
    text: Text


class Item(QWidget):
    """Base: how big, where its texts stand, and who is told when a person turns to it."""

    pointed = Signal(QWidget)
    """by pointer or keyboard"""
    left = Signal(QWidget)
    chosen = Signal(QWidget)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._form: Form = "wide"
        self._scale = 1.0
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def quantity(self) -> str:
        """What to select."""
        raise NotImplementedError

    def natural_width(self, form: Form, scale: float) -> float:
        """px that its texts need, whatever the numbers become."""
        needed = max(text.width(scale) for text in self._longest(form))
        return needed + 2 * SIDE * scale

    def lines(self) -> list[Line]:
        """Where its texts stand."""
        raise NotImplementedError

    def texts_seen(self) -> list[TextSeen]:
        """Its texts, for whoever checks that they can be read."""
        theme, scale = self._look.theme, self._scale
        return [
            TextSeen(
                line.text.text,
                QFontMetricsF(line.text.font(scale)).capHeight(),
                line.box,
                theme.colour(line.text.role),
            )
            for line in self.lines()
        ]

    def set_shape(self, form: Form, scale: float) -> None:
        if (form, scale) != (self._form, self._scale):
            self._form, self._scale = form, scale
            self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def set_ring(self, ringed: bool) -> None:
        """Whether it is what the session has selected."""
        if ringed != self._ringed:
            self._ringed = ringed
            self.update()

    def _longest(self, form: Form) -> Sequence[Text]:
        raise NotImplementedError

    def _stack(self, texts: Sequence[Text], top: float) -> list[Line]:
        """Texts one below the other, from `top` (px) down."""
        found = []
        for text in texts:
            height = text.height(self._scale)
            found.append(Line(QRectF(0, top, self.width(), height), text))
            top += height
        return found

    def _paint(self, painter: QPainter) -> None:
        raise NotImplementedError

    # --- Qt --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_ground(painter, self._look.theme, self.rect())
            self._paint(painter)
            for line in self.lines():
                painter.setFont(line.text.font(self._scale))
                painter.setPen(self._look.theme.colour(line.text.role))
                painter.drawText(line.box, _ALIGNED, line.text.text)
            focused = self.hasFocus()
            for on, role, inset in (
                (self._ringed, "accent", 3.5 if focused else 1.0),
                (focused, "focus", 1.0),
            ):
                if on:
                    self._frame(painter, role, inset)

    def _frame(self, painter: QPainter, role: str, inset: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour(role), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 5.0, 5.0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit(self)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        if event.reason() in _BY_HAND:
            self.pointed.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.left.emit(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.pointed.emit(self)
            self.chosen.emit(self)
