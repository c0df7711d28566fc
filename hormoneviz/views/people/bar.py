"""Bar: how much one parameter matters, as a bar that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from hormoneviz.kinetics.network import Parameter
from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix

_TEXT, _HEIGHT, _FINGER = 12.0, 26.0, 44.0
_NAMES = 0.5
"""share of the width that names take"""


def bar_height(look: Look) -> int:
    """px, of any bar."""
    return look.pixels(_FINGER if look.touch else _HEIGHT)


class Bar(QAbstractButton):
    """One parameter: its name, what it is, and a bar to the right where more of it makes more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = ""
        self._look: Look | None = None
        self._text, self._share, self._end = "", 0.0, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_share(self, look: Look, parameter: Parameter, share: float, end: float) -> None:
        """A parameter's elasticity, on an axis that ends at `end` on both sides."""
        self.parameter, self._look, self._share, self._end = parameter.name, look, share, end
        basics = look.level == "basics"
        self._text = parameter.note if basics and parameter.note else f"{parameter.name} · {parameter.note}"
        phrase = "matters_more" if share > 0 else "matters_less"
        said = look.words.say(phrase, percent=f"{abs(share):.2g}")
        self.setAccessibleName(f"{parameter.name}: {said}")
        self.setAccessibleDescription(parameter.note)
        self.setToolTip(f"{parameter.name}: {parameter.note}")
        self.setFixedHeight(bar_height(look))
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does; up and down go to its neighbours."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        theme, painter = look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("plot_ground"))
        painter.setFont(fonts.font(look.pixels(_TEXT)))
        metrics = QFontMetricsF(painter.font())
        left = _NAMES * self.width()
        names = QRectF(8, 0, left - 16, self.height())
        painter.setPen(theme.colour("text"))
        said = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, names.width())
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, said)
        number = f"{self._share:+.2f}".replace("-", "\N{MINUS SIGN}")
        self._paint_bar(painter, look, left, metrics.horizontalAdvance("+0.00 ") + 6, number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _paint_bar(self, painter: QPainter, look: Look, left: float, room: float, number: str) -> None:
        """From the middle, with an arrow's head, so that its way is told by its shape; the number beyond."""
        theme, height = look.theme, float(self.height())
        middle = 0.5 * (left + self.width() - 8)
        reach = max(0.5 * (self.width() - 8 - left) - room, 4.0)
        way = 1.0 if self._share > 0 else -1.0
        end = middle + way * reach * min(abs(self._share) / self._end, 1.0)
        tip = min(0.3 * height, abs(end - middle))
        top, bottom = 0.25 * height, 0.75 * height
        points = [(middle, top), (end - way * tip, top), (end, height / 2)]
        points += [(end - way * tip, bottom), (middle, bottom)]
        colour = theme.colour("accent" if way > 0 else "warning")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.colour("plot_ground"), colour, 0.75))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        painter.setPen(theme.colour("plot_axis"))
        painter.drawLine(QLineF(middle, 0.0, middle, height))
        box = QRectF(end + 4 if way > 0 else end - room, 0, room - 4, height)
        side = Qt.AlignmentFlag.AlignLeft if way > 0 else Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, number)
