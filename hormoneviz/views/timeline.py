"""Timeline: a slider over the film's duration that scrubs both ways and shows the changes made on the way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSlider, QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.slider import handle_of, value_at

_STEPS = 20
"""a minute: the film's own grid of 3 s"""


class Timeline(QSlider):
    """The play head as a slider; a press anywhere on it goes there."""

    sought = Signal(float)
    """min: a person wants the play head there"""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._events: tuple[float, ...] = ()
        self.setSingleStep(_STEPS)
        self.setPageStep(10 * _STEPS)
        self.setMinimumWidth(120)
        self.setAccessibleName(look.words.say("timeline_name"))
        self.setAccessibleDescription(look.words.say("timeline_help"))
        self.valueChanged.connect(self._moved)

    def set_look(self, look: Look) -> None:
        """The colour of the marks."""
        self._look = look
        self.update()

    def show_film(self, duration: float, events: tuple[float, ...]) -> None:
        """Another film: its length (min) and the times of its events."""
        self._events = events
        with QSignalBlocker(self):
            self.setRange(0, round(duration * _STEPS))
        self.update()

    def show_time(self, time: float) -> None:
        """Put the handle at a time (min), without seeking."""
        value = round(time * _STEPS)
        if value != self.value() and not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(value)

    def _moved(self, value: int) -> None:
        self.sought.emit(value / _STEPS)

    def _x_of(self, time: float) -> float:
        half = handle_of(self).width() / 2
        return half + (self.width() - 2 * half) * time * _STEPS / max(self.maximum(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour("warning"))
        for time in self._events:
            tip = QPointF(self._x_of(time), self.height() / 2 - 4)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4.5, -8), tip + QPointF(4.5, -8)]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where was pressed, then let the slider take the drag up from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(value_at(self, event.position().x()))
        super().mousePressEvent(event)
