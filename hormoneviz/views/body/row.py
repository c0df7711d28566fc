"""Row: the items of the strip, made once, then renewed with every moment and laid out for every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.views.body.card_texts import CardText, about_organ, about_reading
from hormoneviz.views.body.figures import figure
from hormoneviz.views.body.fitting import Plan, plan
from hormoneviz.views.body.organ_item import OrganItem
from hormoneviz.views.body.organs import doings
from hormoneviz.views.body.read_out_item import ReadOutItem
from hormoneviz.views.body.readings import READ_OUTS, readings
from hormoneviz.views.body.state import CalendarNow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.views.body.item import Form, Item

ORGANS = ("blood_now", "pancreas", "liver", "muscle_tissue", "fat_tissue", "gonad", "pituitary")
"""items from left to right; the gonad is testis or ovary"""


class Row:
    """Organs, then read-outs, as children of the strip."""

    def __init__(self, session: Session, look: Look, strip: QWidget) -> None:
        self._session, self._look, self._strip = session, look, strip
        self._calendar = CalendarNow(session)
        self._organs: dict[str, OrganItem] = {}
        self._read_outs: dict[str, ReadOutItem] = {}
        self.plan: Plan | None = None

    @property
    def everything(self) -> dict[str, Item]:
        """All items that were ever made, shown or not, by name."""
        return {**self._organs, **self._read_outs}

    @property
    def shown(self) -> list[Item]:
        """Those that are shown, from left to right."""
        everything = self.everything
        return [everything[name] for name in self.plan.items] if self.plan else []

    def renew(self) -> list[Item]:
        """Show the present frame and week; the items that had to be made for it.

        Raises:
            SolverFailed: the calendar could not be solved.
        """
        session, now = self._session, self._calendar
        made: list[Item] = []
        now.refresh()
        values, units = session.frame.values, session.film.units_of_series
        unit = self._look.glucose_unit
        organs = doings(session.scenario.person, values, units, now.values, unit)
        for name, doing in zip(ORGANS, organs, strict=True):
            if name in self._organs:
                self._organs[name].show_doing(doing)
            else:
                self._organs[name] = OrganItem(doing, self._look, self._strip)
                made.append(self._organs[name])
        for name, reading in zip(READ_OUTS, readings(now.values, now.units, unit), strict=True):
            if name in self._read_outs:
                self._read_outs[name].show_reading(reading)
            else:
                self._read_outs[name] = ReadOutItem(reading, self._look, self._strip)
                made.append(self._read_outs[name])
        return made

    def set_look(self, look: Look) -> None:
        """Words, colours and size of another look; `arrange` follows."""
        self._look = look
        for item in self.everything.values():
            item.set_look(look)

    def arrange(self, width: int, height: int) -> None:
        """Give every item its place in a room (px); what finds none is hidden."""
        found = plan([*ORGANS, *READ_OUTS], width, height, self._look.text_scale, self._needed)
        self.plan = found
        shown, left = self.shown, 0.0
        for item in self.everything.values():
            item.setVisible(item in shown)
        for item, wide in zip(shown, found.widths, strict=True):
            item.set_shape(found.form, found.scale)
            right = round(left + wide)
            item.setGeometry(round(left), 0, right - round(left), height)
            left += wide
        reads = [item for item in shown if isinstance(item, ReadOutItem)]
        for item in reads:
            item.set_first(item is reads[0])
        organs = [item for item in shown if isinstance(item, OrganItem)]
        emblem = min(item.room_for_emblem() for item in organs)
        for item in organs:
            item.set_emblem(emblem)

    def clear(self) -> None:
        """Show none of them."""
        self.plan = None
        for item in self.everything.values():
            item.hide()

    def about(self, item: Item) -> CardText:
        """What there is to say about an item."""
        words, session = self._look.words, self._session
        if isinstance(item, OrganItem):
            return about_organ(words, item.doing, item.deed())
        assert isinstance(item, ReadOutItem)
        clamp = ""
        if item.quantity == "M_value" and session.scenario.protocol.kind == "clamp":
            clamp = str(figure(session.frame.values["M_value"], session.film.units_of_series["M_value"]))
        return about_reading(words, item.reading, item.verdict(), session.scenario.week, clamp)

    def _needed(self, name: str, form: Form, scale: float) -> float:
        return self.everything[name].natural_width(form, scale)
