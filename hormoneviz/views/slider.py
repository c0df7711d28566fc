"""DragSlider: a slider whose drags are coalesced, because each new value re-solves the film."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from hormoneviz.views.segments import LEFT, stack_where_narrow

_PAUSE = 0.125
"""s between two values of one drag"""


def handle_of(slider: QSlider) -> QRect:
    """Where on a slider its handle is, px."""
    option, handle = QStyleOptionSlider(), QStyle.SubControl.SC_SliderHandle
    slider.initStyleOption(option)
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, handle, slider)


def value_at(slider: QSlider, x: float) -> int:
    """The value for which the middle of the handle is nearest to x px, within the slider's range."""
    half, low, high = handle_of(slider).width() / 2, slider.minimum(), slider.maximum()
    share = (x - half) / max(slider.width() - 2 * half, 1.0)
    return round(low + min(max(share, 0.0), 1.0) * (high - low))


class DragSlider(QSlider):
    """A horizontal slider; `set_by_hand` tells what a person wants, at most 8 times a second in a drag.

    A tap beside the handle brings it there, so that nobody has to drag.
    """

    set_by_hand = Signal(int)

    def __init__(self, low: int, high: int, page: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(low, high)
        self.setPageStep(page)
        self._said = 0.0
        self._last = low
        self.valueChanged.connect(self._moved)
        self.sliderReleased.connect(self._released)

    def show_value(self, value: int) -> None:
        """Show what is the case, without saying that somebody set it; never under a moving finger."""
        if not self.isSliderDown() and value != self.value():
            with QSignalBlocker(self):
                self.setValue(value)
            self._last = value

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where was pressed, unless that is the handle, and let the slider take the drag up there."""
        x, handle = event.position().x(), handle_of(self)
        if event.button() == Qt.MouseButton.LeftButton and not handle.left() <= x <= handle.right():
            self.setValue(value_at(self, x))
        super().mousePressEvent(event)

    def _moved(self, value: int) -> None:
        if not self.isSliderDown() or monotonic() - self._said >= _PAUSE:
            self._say(value)

    def _released(self) -> None:
        if self.value() != self._last:
            self._say(self.value())

    def _say(self, value: int) -> None:
        self._said, self._last = monotonic(), value
        self.set_by_hand.emit(value)


class SliderGroup(QWidget):
    """A slider between its name and its value in words."""

    def __init__(
        self,
        label: str,
        description: str,
        slider: DragSlider,
        parent: QWidget | None = None,
        about: QWidget | None = None,
    ) -> None:
        """`about` stands in the place of the label, where given."""
        super().__init__(parent)
        self.slider, self._value = slider, QLabel(self)
        self._name = about or QLabel(label, self)
        if isinstance(self._name, QLabel):
            self._name.setProperty("role", "muted")
            self._name.setBuddy(slider)
        slider.setAccessibleName(label)
        slider.setAccessibleDescription(description)
        slider.setToolTip(description)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._box.addWidget(self._name, 0, LEFT)
        self._box.addLayout(row)
        for part in (slider, self._value):
            row.addWidget(part)

    def fit(self, width: int) -> None:
        """The name before the slider, or above it where both do not fit into that width (px)."""
        stack_where_narrow(self._box, width)

    def show_value(self, value: int, text: str) -> None:
        """Show a value and how it is said."""
        self.slider.show_value(value)
        self._value.setText(text)

    @property
    def width_with_name(self) -> int:
        """px across with the name beside the slider, be it shown now or not."""
        hidden = self._name.sizeHint().width() + self._box.spacing() if self._name.isHidden() else 0
        return self.sizeHint().width() + hidden

    def show_name(self, shown: bool) -> None:
        """Show the name beside the slider, or leave it to who knows what it is for."""
        self._name.setVisible(shown)

    def set_widths(self, slider: int, widest: str) -> None:
        """Room for the slider (px) and for the widest value, so that nothing moves when the value changes."""
        self.slider.setFixedWidth(slider)
        self._value.setFixedWidth(self._value.fontMetrics().horizontalAdvance(widest) + 4)
