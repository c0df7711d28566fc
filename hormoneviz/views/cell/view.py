"""CellView: the cell scene as a widget, to watch, point at, tap, and walk through by keyboard."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.views.cell.card import ThingCard
from hormoneviz.views.cell.describe import describe
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.pointing import LABELLED, QUANTITIES

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame

_SPEAK_EVERY = 3.0
"""s between two descriptions for screen readers, at least"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellView(QWidget):
    """The cell at the session's play head."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._scene: CellPainter | None = None
        self._pointed = ""
        self._stop = -1
        """which label the keyboard is on; -1 for none"""
        self._spoken = float("-inf")
        self._card = ThingCard(self, look)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 300)
        self.setAccessibleName(look.words.say("scene_name"))
        self._speak(session.frame)
        session.frame_changed.connect(self.show_frame)
        session.film_changed.connect(self.show_film)
        session.selection_changed.connect(self.show_selection)

    def sizeHint(self) -> QSize:
        return QSize(1150, 700)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, language or text size."""
        self._look, self._scene = look, None
        self._card.set_look(look)
        self.setAccessibleName(look.words.say("scene_name"))
        self._point_at("", QPoint())

    def show_film(self) -> None:
        """Another tissue, experiment or number of vesicles needs another scene."""
        if self._scene is not None and self._scene_key() != self._key:
            self._scene = None
        self.update()

    def show_selection(self, _name: str) -> None:
        """The label of what is selected wears a ring."""
        self.update()

    def show_frame(self, frame: Frame) -> None:
        if not self.isVisible():
            return
        self.update()
        if self._card.isVisible():
            self._card.show_value(frame.values, self._session.film.units_of_series)
        if monotonic() - self._spoken > _SPEAK_EVERY:
            self._speak(frame)

    def scene(self) -> CellPainter:
        """The painter for the present size and scenario."""
        if self._scene is None:
            self._key = self._scene_key()
            self._scene = CellPainter.for_scenario(
                self._look, self.width(), self.height(), self._session.scenario, self.devicePixelRatioF()
            )
        return self._scene

    def card_text(self) -> str:
        """What the card says; empty while there is none."""
        return self._card.text() if self._card.isVisible() else ""

    def _scene_key(self) -> tuple[str, int, str]:
        """What of a scenario the scene depends on; its frames bring the rest."""
        scenario = self._session.scenario
        return scenario.tissue, scenario.vesicles, scenario.protocol.kind

    def _speak(self, frame: Frame) -> None:
        self._spoken = monotonic()
        words = self._look.words
        self.setAccessibleDescription(f"{describe(words, frame)} {words.say('scene_help')}")

    def _point_at(self, name: str, at: QPoint) -> None:
        """Show the card of a thing beside a point; with no name, put it away."""
        if name == self._pointed and (name == "" or self._stop < 0):
            return
        self._pointed = name
        if name:
            frame = self._session.frame
            spoken = self._card.describe(name, frame.values, self._session.film.units_of_series)
            self._card.place_beside(at)
            self.setAccessibleDescription(spoken)
            self._spoken = monotonic()
        else:
            self._stop = -1
            self._card.hide()
        self.update()

    def _select(self, name: str) -> None:
        """Tell the session, if there is a quantity behind the thing."""
        quantity = QUANTITIES.get(name, name)
        if quantity in self._session.frame.values:
            self._session.select(quantity)

    def _stops(self) -> list[str]:
        return list(self.scene().labels.boxes)

    def _stand_on(self, stop: int) -> None:
        """Move the keyboard to a label."""
        self._stop = stop
        name = self._stops()[stop]
        box = self.scene().label_box(name)
        self._point_at(name, QPointF(box.right(), box.center().y()).toPoint())

    # --- Qt --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.scene().paint(painter, self._session.frame)
            selected = LABELLED.get(self._session.selection, self._session.selection)
            if selected in self.scene().labels.boxes:
                self._ring(painter, selected, "accent", 3.0)
            if self._stop >= 0:
                self._ring(painter, self._stops()[self._stop], "focus", 2.0)
            if self.hasFocus():
                painter.setPen(QPen(self._look.theme.colour("focus"), 2.0))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _ring(self, painter: QPainter, name: str, role: str, width: float) -> None:
        """A ring round a label."""
        box = self.scene().label_box(name).adjusted(-2, -2, 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 0.5 * box.height(), 0.5 * box.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene = None
        self._point_at("", QPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._stop = -1
        name = self.scene().what_is_at(self._session.frame, event.position())
        self._point_at(name or "", event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._select(self._pointed)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("", QPoint())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab walks through the labels before it leaves the scene."""
        stop = self._stop + (1 if forward else -1) if self._stop >= 0 or forward else -1
        if 0 <= stop < len(self._stops()):
            self._stand_on(stop)
            return True
        self._point_at("", QPoint())
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._pointed:
            self._select(self._pointed)
        elif event.key() == Qt.Key.Key_Escape and self._pointed:
            self._point_at("", QPoint())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at("", QPoint())
        self.update()
