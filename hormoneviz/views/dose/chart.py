"""DoseChart: the answer of both cells to insulin on a logarithmic axis; a click is a dose in the bath."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.views.dose.picture import TEXT, TITLE, Both, Picture, lines
from hormoneviz.views.dose.scale import FIRST, LAST, SYMBOLS, dose_text, in_unit, power_of, step_near
from hormoneviz.views.roomy import roomy
from hormoneviz.views.scales import DOSE_STEPS

_AWAY = 8.0
"""px between the marker of a dose and what is written beside it"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DoseChart(QWidget):
    """One quantity of both cells."""

    chosen = Signal(int)
    """a person wants the dose of that step of the dose slider"""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self._look = name, look
        self.picture = Picture(name, look, self)
        self._shown: Both | None = None
        self._sentence = ""
        self._now: float | None = None
        self._pointed: int | None = None
        self._art: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Another theme, words or text size."""
        self._look, self._art = look, None
        self.update()

    def show_curves(self, shown: Both | None, sentence: str = "") -> None:
        """(healthy, present), or a sentence in their place."""
        self._shown, self._sentence, self._art = shown, sentence, None
        self.update()

    def show_now(self, dose: float) -> None:
        """The insulin (nM) that the cell has around it at the play head."""
        power = min(max(math.log10(max(dose, 1e-12)), FIRST), LAST)
        if self._now is None or abs(power - self._now) > 2e-3:
            self._now = power
            self.update()

    def set_clickable(self, clickable: bool) -> None:
        """Whether a click sets the dose."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def spoken(self) -> str:
        """What is seen, in words."""
        return ". ".join(lines(self.name, self._shown, self._look.words)) if self._shown else self._sentence

    def x_of(self, step: int) -> float:
        """Where a step of the dose slider is."""
        return self.picture.x_of(power_of(step))

    # --- drawing ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = roomy(self._look, self.size())
        painter = QPainter(self)
        if self._shown is None:
            self._paint_sentence(painter, look)
        else:
            if self._art is None:
                self._art = self.picture.draw(self._shown, look, self.size(), self.devicePixelRatioF())
            painter.drawPixmap(0, 0, self._art)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(fonts.font(look.pixels(TEXT)))
            self._paint_now(painter, look)
            self._paint_read_out(painter, look, self._shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_sentence(self, painter: QPainter, look: Look) -> None:
        painter.fillRect(self.rect(), look.theme.colour("plot_ground"))
        painter.setFont(fonts.font(look.pixels(TITLE)))
        painter.setPen(look.theme.colour("text_muted"))
        middle = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.rect().adjusted(12, 12, -12, -12), middle, self._sentence)

    def _paint_now(self, painter: QPainter, look: Look) -> None:
        """A line at the insulin that is there now, with its number."""
        if self._now is None:
            return
        area, x = self.picture.area, self.picture.x_of(self._now)
        painter.setPen(QPen(look.theme.colour("insulin"), 1.6))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        text = look.words.say("dose_now", dose=format_value(10.0**self._now, "nM"))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(text)
        left = x + 4 if x + 4 + wide < area.right() else x - 4 - wide
        left = max(left, area.left() + 3)
        box = QRectF(left, area.bottom() - 1.2 * metrics.height(), wide + 1, metrics.height())
        painter.fillRect(box, look.theme.colour("plot_ground", 0.8))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_read_out(self, painter: QPainter, look: Look, shown: Both) -> None:
        """The dose pointed at and what both cells do there."""
        if self._pointed is None:
            return
        words, theme, area = look.words, look.theme, self.picture.area
        healthy, present = shown
        dose, x = 10.0 ** power_of(self._pointed), self.x_of(self._pointed)
        said = [dose_text(self._pointed)]
        for whose, response in ((words.say("dose_own"), present), (words.say("plot_healthy"), healthy)):
            value = in_unit(self.name, response.at(self.name, dose), healthy)
            said.append(f"{whose} {format_value(value, SYMBOLS[self.name])}")
        text = "\n".join(said)
        painter.setPen(QPen(theme.colour("text_muted"), 1.0))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        size = QFontMetricsF(painter.font()).size(0, text)
        box = QRectF(x + _AWAY, area.top() + 2, size.width() + 12, size.height() + 6)
        if box.right() > area.right():
            box.moveRight(x - _AWAY)
        painter.setPen(QPen(theme.colour("outline"), 1.0))
        painter.setBrush(theme.colour("surface_raised", 0.94))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # --- Qt --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._art = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(step_near(self.picture.power_at(event.position().x())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._shown is not None:
            self.chosen.emit(step_near(self.picture.power_at(event.position().x())))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from dose to dose, Enter sets one."""
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        here = (
            step_near(self._now if self._now is not None else 0.0) if self._pointed is None else self._pointed
        )
        if way is not None:
            self._point(min(max(here + way, 0), DOSE_STEPS))
        elif key in _ENTER and self._pointed is not None:
            self.chosen.emit(self._pointed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point(None)
        self.update()

    def _point(self, step: int | None) -> None:
        if step != self._pointed:
            self._pointed = step
            self.update()
