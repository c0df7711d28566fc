"""Tour: five places of the window, one after the other, each ringed and told in a few words.

It starts by itself at the first start only and is found in the Help menu. Nothing is locked while it runs:
what the ring surrounds can be pressed, and Skip or Esc ends it at any step. Where a step invites to do
something, its text follows once that is done. A fault in it ends the tour and nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from operator import gt, ne

from PySide6.QtCore import QEvent, QMargins, QObject, QRect
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.tour_card import GAP, Card, Ring, beside

log = logging.getLogger("hormoneviz")

_LEAST = 360
"""px at 100 % text: the card's width, where it has the room"""


@dataclass(frozen=True, slots=True)
class Step:
    """One place, and what is said about it (phrases tour_<name>_title and tour_<name>)."""

    name: str
    things: tuple[str, ...]
    """what the ring goes round, by names that a panel's `where` knows"""
    invites: str = ""
    """what a person is invited to do, by its name in _DONE_BY; then tour_<name>_done is said"""


STEPS = (
    Step("insulin", ("insulin", "IR")),
    Step("signal", ("IRS1", "signal", "Akt_act")),
    Step("doors", ("GLUT4", "glucose")),
    Step("switches", ("load",), "load"),
    Step("time", ("play",), "play"),
)

_DONE_BY: dict[str, tuple[Callable[[Session], float], Callable[[float, float], bool]]] = {
    "load": (lambda session: float(session.state("load") or 0.0), gt),
    "play": (lambda session: session.is_playing, ne),
}
"""a number, and how it compares with the one before once it is done"""


class Tour(QObject):
    """The five steps, over a host; `bring` brings a thing into view and says where it then is in the host."""

    def __init__(self, host: QWidget, session: Session, look: Look, bring: Callable[[str], QRect]) -> None:
        super().__init__(host)
        self._host, self._session, self._look, self._bring = host, session, look, bring
        self._number, self._over = 0, False
        self._before = 0.0
        self.ring, self.card = Ring(host, look), Card(host, look)
        self.card.next.clicked.connect(self.go_on)
        self.card.back.clicked.connect(self.go_back)
        self.card.skip.clicked.connect(self.end)
        session.film_changed.connect(self._look_what_was_done)
        session.playing_changed.connect(self._look_what_was_done)
        host.installEventFilter(self)
        self._show()
        self.card.next.setFocus()

    @property
    def step(self) -> Step:
        """The one that is shown."""
        return STEPS[self._number]

    def set_look(self, look: Look) -> None:
        """Another theme, level of words or size of text."""
        self._look = self.ring.look = look
        self.card.set_look(look)
        self._show()

    def go_on(self) -> None:
        """The next step; after the last there is none."""
        if self._number + 1 == len(STEPS):
            self.end()
        else:
            self._number += 1
            self._show()

    def go_back(self) -> None:
        """The step before."""
        self._number = max(0, self._number - 1)
        self._show()

    def end(self) -> None:
        """Leave the window as it was found."""
        if self._over:
            return
        self._over = True
        self._host.removeEventFilter(self)
        self._session.film_changed.disconnect(self._look_what_was_done)
        self._session.playing_changed.disconnect(self._look_what_was_done)
        held = self.card.isAncestorOf(self._host.window().focusWidget() or self._host)
        for part in (self.ring, self.card):
            part.hide()
            part.deleteLater()
        if held:
            self._host.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Things are elsewhere in a window of another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._try(self._place)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        step = self.step
        if step.invites:
            self._before = _DONE_BY[step.invites][0](self._session)
        self._try(self._say)

    def _look_what_was_done(self, _what: object = None) -> None:
        if self.step.invites:
            self._try(self._say)

    def _say(self) -> None:
        say, name, card = self._look.words.say, self.step.name, self.card
        title = f"{self._number + 1}/{len(STEPS)}  {say(f'tour_{name}_title')}"
        card.say(title, say(f"tour_{name}_done" if self._done() else f"tour_{name}"))
        card.back.setEnabled(self._number > 0)
        card.next.setText(say("tour_end" if self._number + 1 == len(STEPS) else "tour_next"))
        self._place()

    def _done(self) -> bool:
        """Whether a person has done what this step invites to."""
        if not self.step.invites:
            return False
        number, compares = _DONE_BY[self.step.invites]
        return compares(number(self._session), self._before)

    def _place(self) -> None:
        """The ring round the place, the card beside it where the host has most room."""
        gap, host = self._look.pixels(GAP), self._host.rect()
        place = QRect()
        for rect in [self._bring(thing) for thing in self.step.things]:
            place = place.united(rect)
        around = place.marginsAdded(QMargins(gap, gap, gap, gap)).intersected(host)
        self.ring.setVisible(not place.isEmpty())
        self.ring.setGeometry(around)
        width = min(self._look.pixels(_LEAST), host.width() - 2 * gap)
        self.card.setFixedWidth(width)
        least = max(self.card.heightForWidth(width), self.card.minimumSizeHint().height())
        self.card.setGeometry(beside(around, width, min(least, host.height()), host, gap))
        for part in (self.ring, self.card):
            part.raise_()
        self.card.show()

    def _try(self, act: Callable[[], None]) -> None:
        """Nobody's window shall break over a tour."""
        try:
            act()
        except Exception:
            log.exception("the tour ends, because a step of it failed")
            self.end()
