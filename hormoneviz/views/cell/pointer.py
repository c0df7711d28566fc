"""Pointer: the thing that mouse or keyboard points at in the scene, its card, its ring, and what a screen
reader hears of it and of the whole."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hormoneviz.views.cell.card import ThingCard
from hormoneviz.views.cell.describe import describe
from hormoneviz.views.cell.pointing import LABELLED, QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame

_SPEAK_EVERY = 3.0
"""s between two descriptions for screen readers, at least"""


class Pointer:
    """At most one thing is pointed at."""

    def __init__(self, view: QWidget, session: Session, look: Look) -> None:
        self._view, self._session, self._look = view, session, look
        self.name = ""
        """the thing, by its name in the words; empty for none"""
        self.stop = -1
        """which label the keyboard is on; -1 for none"""
        self._spoken = float("-inf")
        self._card = ThingCard(view, look)

    def set_look(self, look: Look) -> None:
        """Another theme, language or size of text."""
        self._look = look
        self._card.set_look(look)
        self.leave()

    def card_text(self) -> str:
        """What the card says; empty while there is none."""
        return self._card.text() if self._card.isVisible() else ""

    def show_frame(self, frame: Frame) -> None:
        """The value of the thing; now and then, the whole scene in words."""
        if self._card.isVisible():
            self._card.show_value(frame.values, self._session.film.units_of_series)
        if monotonic() - self._spoken > _SPEAK_EVERY:
            self.describe(frame)

    def describe(self, frame: Frame) -> None:
        """Tell a screen reader what the scene shows."""
        self._spoken = monotonic()
        words = self._look.words
        told = f"{describe(words, frame)} {words.say('scene_help')}"
        if told != self._view.accessibleDescription():  # each setting is announced
            self._view.setAccessibleDescription(told)

    def point_at(self, name: str, at: QPoint) -> None:
        """Show the card of a thing beside a point; with no name, put it away."""
        if name == self.name and (name == "" or self.stop < 0):
            return
        self.name = name
        if name:
            frame = self._session.frame
            spoken = self._card.describe(name, frame.values, self._session.film.units_of_series)
            self._card.place_beside(at)
            self._view.setAccessibleDescription(spoken)
            self._spoken = monotonic()
        else:
            self.stop = -1
            self._card.hide()
        self._view.update()

    def leave(self) -> None:
        """Point at nothing."""
        self.point_at("", QPoint())

    def walk(self, step: int, boxes: Mapping[str, QRectF]) -> bool:
        """Go so many labels on with the keyboard; False where they end."""
        stop = self.stop + step if self.stop >= 0 or step > 0 else -1
        if not 0 <= stop < len(boxes):
            self.leave()
            return False
        self.stop = stop
        name, box = list(boxes.items())[stop]
        self.point_at(name, QPointF(box.right(), box.center().y()).toPoint())
        return True

    def select(self) -> None:
        """Tell the session, if there is a quantity behind the thing."""
        quantity = QUANTITIES.get(self.name, self.name)
        if quantity in self._session.frame.values:
            self._session.select(quantity)

    def paint(self, painter: QPainter, boxes: Mapping[str, QRectF]) -> None:
        """Rings round the label of what is selected and round the one that the keyboard is on."""
        selected = LABELLED.get(self._session.selection, self._session.selection)
        if selected in boxes:
            self._ring(painter, boxes[selected], "accent", 3.0)
        if 0 <= self.stop < len(boxes):
            self._ring(painter, list(boxes.values())[self.stop], "focus", 2.0)

    def _ring(self, painter: QPainter, label: QRectF, role: str, width: float) -> None:
        box = label.adjusted(-2, -2, 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 0.5 * box.height(), 0.5 * box.height())
