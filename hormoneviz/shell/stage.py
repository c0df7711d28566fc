"""Stage: the panels of a mode, laid out for the room there is.

Wide: the main panel, beside it the panels above the tabs, below both the shelf.  Compact, where the window
is small for its text: all of these share the tabs' place, one button chooses, the main panel stays high.
A panel that cannot be built leaves a note in its place, not a dead window.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.modes.mode import Mode, Panel, Tab
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.shell.choices import keep_choices, recall_choices
from hormoneviz.shell.dividers import divider_commands
from hormoneviz.shell.front import Front, Left
from hormoneviz.shell.places import Tabbed
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.shelf import Shelf

log = logging.getLogger("hormoneviz")

SHARES = {False: (60, 40), True: (52, 48)}
"""per cent of the width for main panel and side, wide and compact: the cell is what people came for"""

LEAST_WIDE = QSize(960, 600)
"""px at 100 % text; in less the stage is compact"""

_NAMES = {False: "row", True: "row_compact"}
"""under which the divider between main panel and side is remembered"""

_TAB_KEYS = ("F5", "F6", "F7", "F8", "F12", "F3", "F4")
"""bring the tabs to the front, in their order; F9 to F11 are other commands' or the desktop's, F1 and F2 are
for help"""

_NESTED = 3
"""layouts within each other that may answer each other's change of height: bar, shelf, stage"""

SHELF_SHARE = 0.3
"""of the height, at most, for the panels below; the last of them (the transport) is always seen whole"""


class Stage(QWidget):
    """The main panel on the left, the side panels on the right, the bottom panels below both."""

    def __init__(self, mode: Mode, session: Session, look: Look) -> None:
        super().__init__()
        self._text_scale, self._bare, self._compact = look.text_scale, False, False
        self._words, say = look.words, look.words.say
        self.main = _built(mode.main, session, look)
        self._under = [_built(panel, session, look) for panel in mode.under]
        self.front = Front(self.main)
        self._above = _titled(mode.above, session, look)
        self._tabs = Tabbed(_titled(mode.tabs, session, look), say("tabs_name"))
        shelf = _titled(mode.shelf, session, look)
        self._shelves = [(title, Shelf(panel)) for title, panel in shelf]
        self.bottom = [_built(panel, session, look) for panel in mode.bottom]
        side = (*_widgets(self._above), *self._tabs.panels)
        self.panels = [self.main, *self._under, *side, *_widgets(shelf), *self.bottom]
        """all panels, in tab order"""
        phrases = [tab.phrase for tab in (*mode.above, *mode.tabs)]
        self._phrased = dict(zip(phrases, (*_widgets(self._above), *self._tabs.panels), strict=True))
        for asking in filter(None, (getattr(panel, "asked", None) for panel in self.panels)):
            asking.connect(self.show_tab)
        column = [*_widgets(self._above), self._tabs]
        self._column = _splitter(Qt.Orientation.Vertical, column, [1] * len(column))
        self._left = Left(self.front, self._under)
        self._row = _splitter(Qt.Orientation.Horizontal, [self._left, self._column], SHARES[False])
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._row, 1)
        for below in (*_widgets(self._shelves), *self.bottom):
            self._layout.addWidget(below)
        # Of each arrangement, wide and compact: where its divider is, and which tab is in front.
        self._places = {False: QByteArray(), True: QByteArray()}
        self._fronts = {False: 0, True: 0}
        self._column_state = QByteArray()

    def commands(self) -> tuple[Command, ...]:
        """A command for each tab, which brings it to the front, and those that panels offer themselves."""
        tabs = self._tabs
        offered = [getattr(panel, "commands", None) for panel in self.panels]
        fronts = (
            Command(f"tab{n}", title, _TAB_KEYS[n : n + 1], "View", partial(tabs.show_panel, panel))
            for n, (title, panel) in enumerate(zip(tabs.titles, tabs.panels, strict=True))
        )
        lines = divider_commands(self._row, self._column, self._words)
        return (*fronts, *lines, *(command for commands in offered if commands for command in commands()))

    def bring(self, thing: str) -> QRect:
        """Bring a thing to the front and say where it is on the stage; an empty place where none is."""
        for panel in self.panels:
            where = getattr(panel, "where", None)
            if where is not None and not where(thing).isEmpty():
                self._tabs.show_panel(panel)
                place: QRect = where(thing)
                return QRect(panel.mapTo(self, place.topLeft()), place.size())
        return QRect()

    def show_tab(self, phrase: str, thing: str = "") -> None:
        """Bring the panel with that phrase on its tab to the front, and let it show a thing that it could."""
        panel = self._phrased[phrase]
        self._tabs.show_panel(panel)
        reveal = getattr(panel, "reveal", None)
        if reveal is not None:
            reveal(thing)

    def set_look(self, look: Look) -> None:
        """Draw everything in another look."""
        self._text_scale = look.text_scale
        self._make_room()
        for panel in self.panels:
            set_look = getattr(panel, "set_look", None)
            if set_look is not None:
                set_look(look)

    def set_way(self, way: str, on: bool) -> None:
        """Tell every panel that cares (taste.WAYS) whether a way of showing things is wanted."""
        for panel in self.panels:
            told = getattr(panel, f"set_{way}", None)
            if told is not None:
                told(on)

    def set_bare(self, bare: bool) -> None:
        """Hide everything but the main panel, or show it again."""
        self.front.set_bare(bare)
        self._left.set_bare(bare)
        self._bare = bare
        for panel in (self._column, *self.bottom):
            panel.setVisible(not bare)
        self._show_shelves()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the pictures."""
        self._make_room()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Bars wrap once they know their width; the first picture waits for them."""
        super().showEvent(event)
        for _ in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def restore(self, remembered: Remembered) -> None:
        """Put the dividers where they were, and in front what was in front."""
        for compact, name in _NAMES.items():
            self._places[compact] = remembered.layout(name)
        self._fronts |= dict(zip(self._fronts, remembered.tabs, strict=False))
        self._column.restoreState(remembered.layout("column"))
        self._put_back()
        recall_choices(self.panels, remembered)

    def remember(self, remembered: Remembered) -> None:
        """Keep where the dividers are, and what is in front."""
        self._keep()
        for compact, name in _NAMES.items():
            remembered.set_layout(name, self._places[compact])
        remembered.set_layout("column", self._column_state)
        remembered.tabs = list(self._fronts.values())
        keep_choices(self.panels, remembered)

    def _make_room(self) -> None:
        """Compact or wide, as the window is for its text."""
        least = LEAST_WIDE * self._text_scale
        compact = self.width() < least.width() or self.height() < least.height()
        if compact != self._compact:
            self._keep()
            self._compact = compact
            (self._bring_together if compact else self._set_apart)()
            self._put_back()
        for _, shelf in self._shelves:
            shelf.set_room(None if compact else round(self.height() * SHELF_SHARE))

    def _bring_together(self) -> None:
        self._tabs.take_in([*self._shelves, *self._above])

    def _set_apart(self) -> None:
        self._tabs.let_go()
        for i, (_, panel) in enumerate(self._above):
            self._column.insertWidget(i, panel)
            panel.show()
        for i, (_, shelf) in enumerate(self._shelves, start=1):
            self._layout.insertWidget(i, shelf)
        self._show_shelves()

    def _show_shelves(self) -> None:
        if not self._compact:
            for _, shelf in self._shelves:
                shelf.setVisible(not self._bare)

    def _keep(self) -> None:
        self._places[self._compact] = self._row.saveState()
        self._fronts[self._compact] = self._tabs.front
        if not self._compact:
            self._column_state = self._column.saveState()

    def _put_back(self) -> None:
        if not self._row.restoreState(self._places[self._compact]):
            self._row.setSizes([share * 10_000 for share in SHARES[self._compact]])
        self._tabs.show_front(self._fronts[self._compact])
        if not self._compact:
            self._column.restoreState(self._column_state)


def _titled(tabs: Sequence[Tab], session: Session, look: Look) -> list[tuple[str, QWidget]]:
    return [(look.words.say(tab.phrase), _built(tab.panel, session, look)) for tab in tabs]


def _widgets(titled: Sequence[tuple[str, QWidget]]) -> list[QWidget]:
    return [panel for _, panel in titled]


def _built(panel: Panel, session: Session, look: Look) -> QWidget:
    try:
        return panel(session, look)
    except Exception as error:
        log.exception("a panel could not be built")
        note = QLabel(f"This panel could not be opened.\n{error}")
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return note


def _splitter(orientation: Qt.Orientation, parts: list[QWidget], shares: Sequence[int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(6)
    for i, (part, share) in enumerate(zip(parts, shares, strict=True)):
        splitter.addWidget(part)
        splitter.setStretchFactor(i, share)
    splitter.setSizes([share * 10_000 for share in shares])  # more than there is: shared out in proportion
    return splitter
