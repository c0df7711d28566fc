"""Overlay: what the board lays over the hall's picture.  Glass: it takes the mouse only while a tool is in
hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QRadialGradient
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.board import Board, Place
from hormoneviz.views.hall.measures import text_px

_INK, _EDGE = 0.16, 0.30
"""width of a stroke and of its light edge, in heights of the text"""
_SPOT = 1.2
"""radius of the bright spot, likewise"""
_RINGS = (
    (0.0, "warning", 1.0), (0.17, "warning", 1.0), (0.19, "surface", 0.9), (0.24, "surface", 0.0),
    (0.66, "surface", 0.0), (0.70, "surface", 0.9), (0.72, "warning", 1.0), (0.88, "warning", 1.0),
    (0.90, "surface", 0.9), (1.0, "surface", 0.0),
)  # fmt: skip
"""of the bright spot: share of its radius, colour role, opacity"""


class Overlay(QWidget):
    """Ink, spot and curtain over a picture."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._board, self._look = board, look
        self._pressed = False
        self.setMouseTracking(True)
        self.setAccessibleName(look.words.say("lecture_overlay"))
        board.changed.connect(self._show)
        self._show()

    def set_look(self, look: Look) -> None:
        """Another theme or size."""
        self._look = look
        self.update()

    def _show(self) -> None:
        takes = bool(self._board.tool) or self._board.blank
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not takes)
        # The spot is the pointer; two of them would quarrel.
        cursor = {"spot": Qt.CursorShape.BlankCursor, "pen": Qt.CursorShape.CrossCursor}
        self.setCursor(cursor.get(self._board.tool, Qt.CursorShape.ArrowCursor))
        # A sheet of glass with nothing on it would cost every frame of the film a little.
        self.setVisible(takes or bool(self._board.ink))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._board.blank:
                painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ink(painter)
            if self._board.spot is not None:
                self._paint_spot(painter, self._at(self._board.spot))

    def _paint_ink(self, painter: QPainter) -> None:
        theme, em = self._look.theme, text_px(self._look)
        for colour, width in (("surface", _EDGE), ("warning", _INK)):
            pen = QPen(theme.colour(colour), width * em)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for stroke in self._board.ink:
                if len(stroke) == 1:
                    painter.drawPoint(self._at(stroke[0]))
                else:
                    painter.drawPolyline(QPolygonF([self._at(place) for place in stroke]))

    def _paint_spot(self, painter: QPainter, at: QPointF) -> None:
        """A dot and a ring with light edges, which show on any ground and hide nothing between them."""
        radius, theme = _SPOT * text_px(self._look), self._look.theme
        light = QRadialGradient(at, radius)
        for at_share, role, alpha in _RINGS:
            light.setColorAt(at_share, theme.colour(role, alpha))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(at, radius, radius)

    def _at(self, place: Place) -> QPointF:
        return QPointF(place[0] * self.width(), place[1] * self.height())

    def _share(self, at: QPointF) -> Place:
        return at.x() / max(self.width(), 1), at.y() / max(self.height(), 1)

    # --- Qt -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        if self._pressed:
            self._board.begin(self._share(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self._board.draw(self._share(event.position()))
        else:
            self._board.hover(self._share(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = False

    def leaveEvent(self, event: QEvent) -> None:
        self._board.hover(None)
        super().leaveEvent(event)
