"""Cells: the cell, and its twin beside it on the same clock; one at a time where there is no room for two.

Each has its name above it where there are two, and what it shows in words below it where that is wanted.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.session.player import Player
from hormoneviz.session.session import Session
from hormoneviz.session.twin import Twin
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.caption import Caption
from hormoneviz.views.cell.describe import TREND, Moment, describe, in_short
from hormoneviz.views.cell.view import CellView
from hormoneviz.views.healthy import Healthy
from hormoneviz.views.telling import Teller, announce

_GAP = 4
Told = tuple[str, str]
"""in full and in short"""


class Titled(QWidget):
    """A cell with its name above it, where there is more than one."""

    def __init__(self, view: CellView, session: Player, look: Look) -> None:
        super().__init__()
        self.view = view
        self._session, self._look = session, look
        self.name = ""
        """which of the twins it is, in words"""
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.title)
        box.addWidget(view, 1)
        self.caption = Caption(self)
        box.addWidget(self.caption)
        self.title.hide()

    def set_look(self, look: Look) -> None:
        """Another theme, level of words or size of text."""
        self._look = look
        self.view.set_look(look)
        self.caption.start_anew()

    def in_words(self, healthy: Film | None) -> Told:
        """What is seen now, beside health where a healthy twin's film of the same experiment is given."""
        film, frame = self._session.film, self._session.frame
        beside = None
        if healthy is not None and healthy.scenario == healthy_twin(film.scenario) != _bare(film.scenario):
            beside = healthy.at(min(frame.time, healthy.duration))
        before = film.at(max(frame.time - TREND, 0.0))
        moment = Moment(frame, before, beside, film.units_of_series)
        return describe(self._look, moment), in_short(self._look.words, frame)

    def tell(self, told: Told) -> None:
        """Show it where that is wanted; a screen reader finds it with the cell."""
        self.caption.tell(*told)
        self.view.tell(f"{self._look.words.say(self._session.frame.tissue)}. {told[0]}")


class Cells(QWidget):
    """The main panel: one CellView, or two."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._reduced = self._touch = self._captions = False
        self._first = Titled(CellView(session, look), session, look)
        self._second: Titled | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._first, 1)
        self.setAccessibleName(look.words.say("cells_name"))
        self._healthy, self._teller = Healthy(session, self), Teller(self._in_words, self)
        self._teller.told.connect(self._tell)
        self._first.caption.fitted.connect(self._level)
        self._healthy.changed.connect(self._teller.refresh)
        session.twin_changed.connect(self.show_twin)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self._teller.refresh)

    @property
    def views(self) -> list[CellView]:
        """The cells that there are, this one first."""
        return [part.view for part in self._parts]

    @property
    def _parts(self) -> list[Titled]:
        return [part for part in (self._first, self._second) if part]

    def sizeHint(self) -> QSize:
        return QSize(1150, 700)

    def set_look(self, look: Look) -> None:
        """Another theme, level of words or size of text."""
        self._look = look
        for part in self._parts:
            part.set_look(look)
        self.setAccessibleName(look.words.say("cells_name"))
        self._name()
        self._teller.tell_now()

    def commands(self) -> tuple[Command, ...]:
        """Camera and vesicles; twins share both."""
        return self._first.view.commands()

    def where(self, thing: str) -> QRect:
        """Where the label of a thing stands in this cell; an empty place where it is not drawn."""
        view = self._first.view
        box = view.lens().label_boxes(view.camera).get(thing)
        return QRect(view.mapTo(self, box.topLeft().toPoint()), box.size().toSize()) if box else QRect()

    def set_reduced_motion(self, on: bool) -> None:
        """Fades instead of flights, in both."""
        self._reduced = on
        self._set_manner()

    def set_touch(self, on: bool) -> None:
        """Buttons for fingers, in both."""
        self._touch = on
        self._set_manner()

    def set_captions(self, on: bool) -> None:
        """What is seen in words, below both."""
        self._captions = on
        self._set_manner()

    def _set_manner(self) -> None:
        for part in self._parts:
            part.view.set_reduced_motion(self._reduced)
            part.view.set_touch(self._touch)
            part.caption.setVisible(self._captions)
        self._heed()
        self._teller.tell_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was told while nobody saw it."""
        super().showEvent(event)
        self._heed()
        self._teller.tell_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees or hears it."""
        super().hideEvent(event)
        self._teller.rest()
        self._healthy.wake(False)

    def _heed(self) -> None:
        """Health is worked out for those only who read or hear of it."""
        self._healthy.wake(self.isVisible() and (self._captions or QAccessible.isActive()))

    def _in_words(self) -> tuple[Told, ...]:
        return tuple(part.in_words(self._healthy.film) for part in self._parts)

    def _level(self) -> None:
        """Captions of one height, so that both cells are equally large."""
        high = max(part.caption.wanted for part in self._parts)
        for part in self._parts:
            part.caption.setMinimumHeight(high)

    def _tell(self, told: tuple[Told, ...]) -> None:
        for part, each in zip(self._parts, told, strict=False):
            part.tell(each)
        seen = [(part, full) for part, (full, _) in zip(self._parts, told, strict=False) if part.isVisible()]
        sides = ("cells_left", "cells_right") if len(seen) == 2 else ("cells_one",)
        say = self._look.words.say
        spoken = " ".join(
            say(side, name=part.name, told=full) for side, (part, full) in zip(sides, seen, strict=True)
        )
        self.setAccessibleDescription(spoken)
        if self._captions or any(view.hasFocus() for view in self.views):
            announce(self, spoken)

    def show_twin(self) -> None:
        """Another twin, or none."""
        twin = self._session.twin
        if self._second is not None and (twin is None or self._second.property("of") is not twin):
            self._row.removeWidget(self._second)
            self._second.hide()
            self._second.deleteLater()
            self._second = None
        if twin is not None and self._second is None:
            view = CellView(twin, self._look, twin=self._first.view)  # type: ignore[arg-type]  # all it asks for
            self._second = Titled(view, twin, self._look)
            self._set_manner()
            self._second.setProperty("of", twin)
            self._second.caption.fitted.connect(self._level)
            self._row.addWidget(self._second, 1)
        self._arrange()
        self._teller.tell_now()

    def show_film(self) -> None:
        """A twin may have become the same as this cell, or different."""
        self._name()
        self._teller.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _both_fit(self) -> bool:
        return self.width() >= 2 * self._first.view.minimumWidth() + _GAP

    def _arrange(self) -> None:
        """Both, or the one in front."""
        twin_only = self._second is not None and not self._both_fit and self._session.twin_in_front
        first_only = self._second is not None and not self._both_fit and not self._session.twin_in_front
        self._first.setVisible(not twin_only)
        if self._second is not None:
            self._second.setVisible(not first_only)
        self._name()

    def _name(self) -> None:
        twin, say = self._session.twin, self._look.words.say
        for part, of in ((self._first, None), (self._second, twin)):
            if part is None:
                continue
            name = say(f"cells_{of.kind.replace(' ', '_')}" if of else "cells_this")
            if of is not None and _same(self._session, of):
                name = say("cells_same", name=name)
            part.name = name
            scene = say("scene_name")
            part.view.setAccessibleName(f"{scene}: {name}" if twin else scene)
            part.title.setText(name if self._both_fit else say("cells_swap", name=name))
            part.title.setVisible(twin is not None)


def _bare(scenario: Scenario) -> Scenario:
    """Without name and note, as a healthy twin is."""
    return replace(scenario, name="", note="")


def _same(session: Session, twin: Twin) -> bool:
    return twin.scenario == session.scenario
