"""BodyStrip: the body around the cell, as a row of organs on one blood vessel and of laboratory read-outs."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.views.body.attention import Attention
from hormoneviz.views.body.card_texts import spoken
from hormoneviz.views.body.dish import paint_dish
from hormoneviz.views.body.fitting import HEIGHT
from hormoneviz.views.body.marks import paint_ground
from hormoneviz.views.body.row import Row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.body.item import Item

_COMFORT, _LARGEST = 1180, 2.0
"""px of width up to which text has its own size, and how many times that size it becomes at most"""
_EVERY = 0.1
"""s between two pictures while the film plays, at least: faster, numbers cannot be read"""
_SPEAK_EVERY = 3.0
"""s between two descriptions for screen readers, at least"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class BodyStrip(QWidget):
    """Organs and read-outs at the session's play head."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._row = Row(session, look, self)
        self._attention = Attention(self, look)
        self._drawn = self._spoken = float("-inf")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        session.playing_changed.connect(self.show_playing)
        session.selection_changed.connect(self.show_selection)
        self.show_film()

    def sizeHint(self) -> QSize:
        return QSize(760, self.height_at(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(240), round(HEIGHT * max(self._look.text_scale, 1.0)))

    def height_at(self, width: int) -> int:
        """px; what it wants at a width (px): more on a large screen, which is seen from afar."""
        room = min(width / _COMFORT, _LARGEST)
        return round((HEIGHT + 4) * max(room, self._look.text_scale, 1.0))

    @property
    def items(self) -> list[Item]:
        """Those that are shown, from left to right; none for a cell in a dish."""
        return self._row.shown

    @property
    def text_scale(self) -> float:
        """How large text is drawn, 1 for 100 %; 0 where there is none."""
        return self._row.plan.scale if self._row.plan else 0.0

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, language or text size."""
        self._look = look
        self._attention.set_look(look)
        self._row.set_look(look)
        self._read()  # figures may be told in another unit
        self.updateGeometry()
        self._arrange()
        self._speak()

    def show_film(self) -> None:
        """Another film: another person or experiment, perhaps a dish."""
        self._read()
        self._arrange()
        self._speak()

    def show_frame(self, _frame: Frame) -> None:
        """The play head has moved; while the film plays, numbers are renewed ten times a second."""
        now = monotonic()
        if not self.isVisible() or (self._session.is_playing and now - self._drawn < _EVERY):
            return
        self._read()
        if now - self._spoken > _SPEAK_EVERY:
            self._speak()

    def show_playing(self, playing: bool) -> None:
        """The last numbers of a run are not left out."""
        if not playing and self.isVisible():
            self._read()

    def show_selection(self, name: str) -> None:
        """What is selected wears a ring."""
        for item in self._row.everything.values():
            item.set_ring(item.quantity == name)

    def card_text(self) -> str:
        """What the card says; empty while there is none."""
        return self._attention.text()

    # --- what is shown ---------------------------------------------------------------------------------

    @property
    def _in_dish(self) -> bool:
        return self._session.scenario.protocol.kind == "bath"

    def _read(self) -> None:
        self._drawn = monotonic()
        if self._in_dish:
            return
        for item in self._row.renew():
            item.pointed.connect(self._turn_to)
            item.left.connect(self._attention.put_away)
            item.chosen.connect(self._choose)
        if self._attention.item is not None:
            self._attention.renew(self._row.about(self._attention.item))

    def _arrange(self) -> None:
        if self._in_dish:
            self._attention.put_away()
            self._row.clear()
        else:
            self._row.arrange(self.width(), self.height())
        self._rove(self._focused())
        self.show_selection(self._session.selection)
        self.update()

    def _speak(self) -> None:
        self._spoken = monotonic()
        words = self._look.words
        self.setAccessibleName(words.say("strip_name"))
        self.setAccessibleDescription(words.say("strip_dish" if self._in_dish else "strip_help"))
        for item in self._row.everything.values():
            name, description = spoken(self._row.about(item))
            item.setAccessibleName(name)
            item.setAccessibleDescription(description)

    # --- pointer and keyboard --------------------------------------------------------------------------

    def _turn_to(self, item: Item) -> None:
        self._attention.turn_to(item, self._row.about(item))

    def _choose(self, item: Item) -> None:
        self._session.select(item.quantity)

    def _focused(self) -> int:
        focused = self.focusWidget()
        return next((i for i, item in enumerate(self.items) if item is focused), 0)

    def _rove(self, stop: int) -> None:
        """Tab comes to one item; from there, arrow keys go on."""
        for i, item in enumerate(self.items):
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(strong if i == stop else click)

    # --- Qt --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the items let through."""
        items, key = self.items, Qt.Key(event.key())
        if key in _STEPS and items:
            stop = min(max(self._focused() + _STEPS[key], 0), len(items) - 1)
            self._rove(stop)
            items[stop].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _ENTER and items:
            self._choose(items[self._focused()])
        elif key == Qt.Key.Key_Escape and self._attention.item is not None:
            self._attention.put_away()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_ground(painter, self._look.theme, self.rect())
            if self._in_dish:
                paint_dish(painter, self._look, self._look.words.say("strip_dish"), self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._attention.put_away()
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        self._attention.put_away()
