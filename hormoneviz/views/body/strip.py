"""BodyStrip: the body around the cell, as a row of organs on one blood vessel and of laboratory read-outs."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hormoneviz.views.body.attention import Attention
from hormoneviz.views.body.card_texts import CardText, about_organ, about_reading, spoken
from hormoneviz.views.body.dish import paint_dish
from hormoneviz.views.body.figures import figure
from hormoneviz.views.body.fitting import HEIGHT, Plan, plan
from hormoneviz.views.body.organ_item import OrganItem
from hormoneviz.views.body.organs import doings
from hormoneviz.views.body.read_out_item import ReadOutItem
from hormoneviz.views.body.readings import READ_OUTS, readings
from hormoneviz.views.body.state import CalendarNow

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.body.item import Form, Item

AnyItem = TypeVar("AnyItem", OrganItem, ReadOutItem)
ORGANS = ("blood_now", "pancreas", "liver", "muscle_tissue", "fat_tissue", "gonad", "pituitary")
"""items from left to right; the gonad is testis or ovary"""
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
        self._calendar = CalendarNow(session)
        self._organs: dict[str, OrganItem] = {}
        self._read_outs: dict[str, ReadOutItem] = {}
        self._plan: Plan | None = None
        self._drawn = self._spoken = float("-inf")
        self._attention = Attention(self, look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        session.playing_changed.connect(self._show_playing)
        session.selection_changed.connect(self._show_selection)
        self.show_film()

    def sizeHint(self) -> QSize:
        return QSize(760, self._look.pixels(HEIGHT + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(240), self._look.pixels(HEIGHT))

    @property
    def items(self) -> list[Item]:
        """Those that are shown, from left to right; none for a cell in a dish."""
        return [self._all()[name] for name in self._plan.items] if self._plan else []

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, language or text size."""
        self._look = look
        self._attention.set_look(look)
        for item in self._all().values():
            item.set_look(look)
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

    def card_text(self) -> str:
        """What the card says; empty while there is none."""
        return self._attention.text()

    # --- what is shown ---------------------------------------------------------------------------------

    @property
    def _in_dish(self) -> bool:
        return self._session.scenario.protocol.kind == "bath"

    def _all(self) -> dict[str, Item]:
        return {**self._organs, **self._read_outs}

    def _read(self) -> None:
        self._drawn = monotonic()
        if self._in_dish:
            return
        session, now = self._session, self._calendar
        now.refresh()
        values, units = session.frame.values, session.film.units_of_series
        organs = doings(session.scenario.person, values, units, now.values)
        for name, doing in zip(ORGANS, organs, strict=True):
            if name in self._organs:
                self._organs[name].show_doing(doing)
            else:
                self._organs[name] = self._heard(OrganItem(doing, self._look, self))
        for name, reading in zip(READ_OUTS, readings(now.values, now.units), strict=True):
            if name in self._read_outs:
                self._read_outs[name].show_reading(reading)
            else:
                self._read_outs[name] = self._heard(ReadOutItem(reading, self._look, self))
        if self._attention.item is not None:
            self._attention.renew(self._about(self._attention.item))

    def _heard(self, item: AnyItem) -> AnyItem:
        """Hear what a person does with an item."""
        item.pointed.connect(self._turn_to)
        item.left.connect(self._attention.put_away)
        item.chosen.connect(self._choose)
        return item

    def _about(self, item: Item) -> CardText:
        """What there is to say about an item."""
        words, session = self._look.words, self._session
        if isinstance(item, OrganItem):
            return about_organ(words, item.doing, item.deed())
        assert isinstance(item, ReadOutItem)
        clamp = ""
        if item.quantity == "M_value" and session.scenario.protocol.kind == "clamp":
            clamp = str(figure(session.frame.values["M_value"], session.film.units_of_series["M_value"]))
        return about_reading(words, item.reading, item.verdict(), session.scenario.week, clamp)

    def _speak(self) -> None:
        self._spoken = monotonic()
        words = self._look.words
        self.setAccessibleName(words.say("body_name"))
        self.setAccessibleDescription(words.say("body_dish" if self._in_dish else "body_help"))
        for item in self.items:
            name, description = spoken(self._about(item))
            item.setAccessibleName(name)
            item.setAccessibleDescription(description)

    def _show_playing(self, playing: bool) -> None:
        """The last numbers of a run are not left out."""
        if not playing and self.isVisible():
            self._read()

    def _show_selection(self, name: str) -> None:
        for item in self._all().values():
            item.set_ring(item.quantity == name)

    # --- layout ----------------------------------------------------------------------------------------

    def _needed(self, name: str, form: Form, scale: float) -> float:
        return self._all()[name].natural_width(form, scale)

    def _arrange(self) -> None:
        """Give every item its place; what finds none is hidden."""
        self._plan = found = None
        if not self._in_dish and self._organs:
            names = [*ORGANS, *READ_OUTS]
            found = plan(names, self.width(), self.height(), self._look.text_scale, self._needed)
            self._plan = found
        shown = self.items
        for item in self._all().values():
            item.setVisible(item in shown)
        if found is not None:
            left = 0.0
            for item, width in zip(shown, found.widths, strict=True):
                item.set_shape(found.form, found.scale)
                right = round(left + width)
                item.setGeometry(round(left), 0, right - round(left), self.height())
                left += width
        self._rove(self._focused())
        self._show_selection(self._session.selection)
        self.update()

    def _boundary(self) -> int:
        """px; where the organs end and the read-outs begin."""
        return min((item.x() for item in self.items if isinstance(item, ReadOutItem)), default=0)

    # --- pointer and keyboard --------------------------------------------------------------------------

    def _turn_to(self, item: Item) -> None:
        self._attention.turn_to(item, self._about(item))

    def _choose(self, item: Item) -> None:
        self._session.select(item.quantity)

    def _focused(self) -> int:
        return next((i for i, item in enumerate(self.items) if item.hasFocus()), 0)

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
        elif key in _ENTER and self._attention.item is not None:
            self._choose(self._attention.item)
        elif key == Qt.Key.Key_Escape and self._attention.item is not None:
            self._attention.put_away()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("surface"))
            if self._in_dish:
                paint_dish(painter, self._look, self._look.words.say("body_dish"), self.rect())
            painter.setPen(QPen(theme.colour("outline", 0.5), 1.0))
            painter.drawLine(0, 0, self.width(), 0)
            if self._boundary():
                painter.drawLine(self._boundary(), 6, self._boundary(), self.height() - 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._attention.put_away()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        self._attention.put_away()
