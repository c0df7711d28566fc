"""Diagram: the living diagram as a widget, to hover, tap, walk by keyboard and select from."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.seen import TextSeen
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.pathway.card import Card
from hormoneviz.views.pathway.entries import entries
from hormoneviz.views.pathway.layout import layout
from hormoneviz.views.pathway.painter import Marks, PathwayPainter

_PAUSE = 0.05
"""s between repaints while playing: 20 a second look smooth here and leave the time to the cell"""
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Diagram(QWidget):
    """The cascade as a diagram, at the session's play head."""

    asked = Signal(str, str)
    """the phrase of a tab that is to come to the front, and what is to be seen there"""
    pointed = Signal(QRectF)
    """the keyboard points at what is drawn there"""

    def __init__(self, session: Session, look: Look, panel: QWidget) -> None:
        """The card about a node stands over the whole of `panel`."""
        super().__init__(panel)
        self._session = session
        self._look = look
        self._pointed = ""
        self._painted = 0.0
        self._art: PathwayPainter | None = None
        self._shown: tuple[object, ...] = ()
        self._entries = entries(layout(), session.standing)
        self._panel, self._card = panel, Card(panel, look)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(look.words.say("pathway_name"))
        self.setAccessibleDescription(look.words.say("pathway_help"))
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        session.playing_changed.connect(self._refresh)
        session.selection_changed.connect(self._refresh)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self._card.set_look(look)
        self._art = None
        self._refresh()

    def show_film(self) -> None:
        """A switch may have changed: the badges of hormones and inflammation follow."""
        self._entries = entries(layout(), self._session.standing)
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """Repaint if the frame looks different, and not more often than the eye needs while playing."""
        if self._session.scenario.event:  # the play head may have passed one
            self._entries = entries(layout(), self._session.standing)
        if self._card.isVisible():
            self._card.show_value(self._artwork().read_out(self._pointed, frame))
        if self._session.is_playing and monotonic() - self._painted < _PAUSE:
            return
        if self.isVisible() and self._artwork().signature(frame) != self._shown:
            self.update()

    def node_centre(self, name: str) -> QPointF:
        """Where a node is drawn; KeyError where this size does not show it."""
        return self._artwork().box(name).center()

    def texts_seen(self) -> list[TextSeen]:
        """What is written in the nodes, for whoever checks that it can be read."""
        return self._artwork().written(self._session.frame)

    def _artwork(self) -> PathwayPainter:
        if self._art is None:
            self._art = PathwayPainter(self._look, self.size(), self.devicePixelRatioF())
        return self._art

    def _refresh(self, _what: object = None) -> None:
        self.update()

    def _point_at(self, name: str) -> None:
        if name == self._pointed:
            return
        self._pointed = name
        if name:
            art = self._artwork()
            entries = [entry for entry in self._entries if entry.node == name]
            spoken = self._card.describe(name, art.read_out(name, self._session.frame), entries)
            corner = self.mapTo(self._panel, art.box(name).topLeft().toPoint())
            self._card.place_by(QRect(corner, art.box(name).size().toSize()))
            self.setAccessibleDescription(spoken)
        else:
            self._card.hide()
            self.setAccessibleDescription(self._look.words.say("pathway_help"))
        self.update()

    # --- Qt --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        frame, art = self._session.frame, self._artwork()
        painter = QPainter(self)
        art.paint(painter, frame, Marks(self._session.selection, self._pointed, self._entries))
        if self.hasFocus():
            painter.setPen(self._look.theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._shown, self._painted = art.signature(frame), monotonic()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._art = None
        self._point_at("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._artwork().node_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        art, place = self._artwork(), event.position()
        acted = art.acted_on_at(place, self._entries)
        name = acted or art.node_at(place)
        if acted:
            self.asked.emit("tab_details", acted)
        self._point_at(name)
        self._session.select(name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nobody else's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._pointed:
            self._session.select(self._pointed)
        elif key == Qt.Key.Key_Escape and (self._pointed or self._session.selection):
            self._point_at("")
            self._session.select("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at("")
        self.update()

    def _walk(self, step: QPointF) -> None:
        """Point at the nearest node in a direction, or at the first."""
        art = self._artwork()
        if not self._pointed:
            self._walk_to(self._session.selection if self._session.selection in art.names else art.names[0])
            return
        here = art.box(self._pointed).center()
        best, least = "", float("inf")
        for name in art.names:
            away = art.box(name).center() - here
            ahead = QPointF.dotProduct(away, step)
            aside = abs(away.x() * step.y()) + abs(away.y() * step.x())
            # Sideways counts double, so that the walk keeps to its row or column while there is one.
            if ahead > 1.0 and ahead + 2 * aside < least:
                best, least = name, ahead + 2 * aside
        if best:
            self._walk_to(best)

    def _walk_to(self, name: str) -> None:
        self.pointed.emit(self._artwork().box(name))
        self._point_at(name)
