"""Chart: a title with its unit, a key, axes, and room for what stands on them; drawn once a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.graph import LINE, Graph, pen
from hormoneviz.views.roomy import roomy

TITLE, TEXT = 13.0, 12.0
_AXIS = 22
_BETWEEN = 10
"""px between entries of the key"""
_LEAST = 60
"""px at 100 % text, the axes; the key gives way"""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the key: a patch, or a line where `dash` is given."""

    colour: QColor
    text: str
    dash: str = ""
    edge: QColor | None = None
    """of a patch, where it has a line around it"""


class Chart(QWidget):
    """One picture; `draw_inside` and `paint_over` are for those that show something."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.graph = Graph(look, self)
        self.area = QRectF()
        """where the axes are, once drawn"""
        self.sentence = ""
        """what is said in place of a picture"""
        self._titled = True
        self._art: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self.look = look
        self.redraw()

    def set_titled(self, titled: bool) -> None:
        """Whether it says what it shows; a chart with little room leaves that to what stands above it."""
        if titled != self._titled:
            self._titled = titled
            self.redraw()

    def redraw(self) -> None:
        """There is something else to show."""
        self._art = None
        self.update()

    # --- for those that show something ---------------------------------------------------------------------

    def is_empty(self) -> bool:
        """Whether only the sentence is there."""
        return True

    def heading(self, look: Look) -> tuple[str, str, Sequence[Key]]:
        """(title, unit, key)."""
        return "", "", ()

    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ends of both axes."""
        return (0.0, 1.0), (0.0, 1.0)

    def bottom_unit(self, look: Look) -> str:
        """What is counted along the lower axis."""
        return ""

    def draw_inside(self, painter: QPainter, look: Look) -> None:
        """Onto the axes, in the picture."""

    def paint_over(self, painter: QPainter, look: Look) -> None:
        """What moves."""

    def place(self, x: float, y: float) -> QPointF:
        """Where a pair of values is."""
        (left, right), (low, high) = self.ranges()
        across, up = (x - left) / (right - left), (y - low) / (high - low)
        return QPointF(
            self.area.left() + across * self.area.width(), self.area.bottom() - up * self.area.height()
        )

    # --- drawing -------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = roomy(self.look, self.size())
        painter = QPainter(self)
        if self.is_empty():
            self._paint_sentence(painter, look)
        else:
            if self._art is None:
                self._art = self._drawn(look, self.size(), self.devicePixelRatioF())
            painter.drawPixmap(0, 0, self._art)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(fonts.font(look.pixels(TEXT)))
            self.paint_over(painter, look)
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
        painter.drawText(self.rect().adjusted(12, 12, -12, -12), middle, self.sentence)

    def _drawn(self, look: Look, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(look.theme.colour("plot_ground"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above = self._paint_head(painter, look, size)
        self._paint_axes(painter, look, size, above)
        painter.save()
        painter.setClipRect(self.area.adjusted(-1, -1, 1, 1))
        self.draw_inside(painter, look)
        painter.restore()
        painter.end()
        return pixmap

    def _paint_head(self, painter: QPainter, look: Look, size: QSize) -> float:
        """Title, unit and key; where they end (px)."""
        title, unit, keys = self.heading(look)
        theme, line = look.theme, 1.4 * look.pixels(TITLE)
        if not self._titled:
            painter.setFont(fonts.font(look.pixels(TEXT)))
            return self._paint_keys(painter, look, size, 0.0, keys, unit)
        bold = fonts.font(look.pixels(TITLE), fonts.MEDIUM)
        box = QRectF(8, 0, size.width() - 16, line)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        metrics = QFontMetricsF(bold)
        said = metrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)
        left = metrics.horizontalAdvance(said) + 8
        painter.setFont(fonts.font(look.pixels(TEXT)))
        metrics = QFontMetricsF(painter.font())
        if metrics.horizontalAdvance(unit) <= box.width() - left:
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, unit)
        return self._paint_keys(painter, look, size, line, keys)

    def _paint_keys(
        self, painter: QPainter, look: Look, size: QSize, top: float, keys: Sequence[Key], unit: str = ""
    ) -> float:
        """Unit and key in as many lines as they take, if the axes keep their room; where they end (px)."""
        metrics = QFontMetricsF(painter.font())
        swatch, line = 1.2 * metrics.height(), 1.15 * metrics.height()
        first = 8.0 + (metrics.horizontalAdvance(unit) + _BETWEEN if unit else 0.0)
        places, x, y = [], first, top
        for key in keys:
            wide = swatch + 5 + metrics.horizontalAdvance(key.text)
            if x > 8.0 and x + wide > size.width() - 8:
                x, y = 8.0, y + line
            places.append(QPointF(x, y))
            x += wide + _BETWEEN
        end = y + line if keys else top
        if not keys or size.height() - end - look.pixels(_AXIS) < look.pixels(_LEAST):
            return top
        painter.setPen(look.theme.colour("text_muted"))
        painter.drawText(QRectF(8, top, first, line), Qt.AlignmentFlag.AlignVCenter, unit)
        for key, at in zip(keys, places, strict=True):
            box = QRectF(at.x(), at.y() + 0.2 * line, swatch, 0.6 * line)
            if key.dash:
                painter.setPen(pen(key.colour, LINE * look.text_scale**0.5, key.dash))
                painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
            else:
                painter.setPen(pen(key.edge or key.colour, 1.0))
                painter.setBrush(key.colour)
                painter.drawRect(box)
            painter.setPen(look.theme.colour("text_muted"))
            text = QRectF(box.right() + 5, at.y(), size.width() - box.right() - 5, line)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, key.text)
        return end

    def _paint_axes(self, painter: QPainter, look: Look, size: QSize, above: float) -> None:
        metrics = QFontMetricsF(painter.font())
        unit = self.bottom_unit(look)
        margin = round(metrics.horizontalAdvance(unit) + 14) if unit else 12
        self.graph.set_look(look)
        self.graph.widget.getAxis("bottom").setHeight(look.pixels(_AXIS))
        self.graph.set_range(*self.ranges())
        room = QSize(max(size.width() - margin, 40), max(size.height() - round(above) - 2, 40))
        painter.drawPixmap(QPointF(0, above), self.graph.picture(room))
        self.area = self.graph.area().translated(0, above)
        painter.setPen(look.theme.colour("plot_axis"))
        box = QRectF(self.area.right() + 8, self.area.bottom() + 2, margin, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, unit)

    # --- Qt ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._art = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
