"""Stage: the panels of a mode, laid out; a panel that cannot be built leaves a note in its place, not a dead
window."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.modes.mode import Mode, Panel, Tabs
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.shelf import Shelf

log = logging.getLogger("hormoneviz")

MAIN_SHARE, SIDE_SHARE = 60, 40
"""per cent of the width: the cell is what people came for"""

LEAST_FRONT = 3.5
"""times the height of a strip; where the main panel and strip have less together, the strip goes"""

_TAB_KEYS = ("F5", "F6", "F7", "F8", "F12")
"""bring the tabs to the front, in their order; F9 to F11 are other commands' or the desktop's"""

SHELF_SHARE = 0.3
"""of the height, at most, for the panels below; the last of them (the transport) is always seen whole"""


class Front(QWidget):
    """The main panel and whatever lies over it."""

    resized = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what lies over the panel to find its place again."""
        super().resizeEvent(event)
        self.resized.emit()


class Left(QWidget):
    """The main panel above its strips, which give way where they would leave it too little."""

    def __init__(self, front: QWidget, strips: Sequence[QWidget]) -> None:
        super().__init__()
        self._strips = strips
        self._bare = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(front, 1)
        for strip in strips:
            layout.addWidget(strip)

    def set_bare(self, bare: bool) -> None:
        """Hide the strips, or let them be seen again."""
        self._bare = bare
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for strip in self._strips:
            strip.setVisible(not self._bare and self.height() > LEAST_FRONT * strip.sizeHint().height())


class Tabbed(QTabWidget):
    """Several panels in one place, the chosen one in front."""

    def __init__(self, panels: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.panels = [panel for _, panel in panels]
        for title, panel in panels:
            self.addTab(panel, title)


class Stage(QWidget):
    """The main panel on the left, the side panels stacked on the right, the bottom panels below both."""

    def __init__(self, mode: Mode, session: Session, look: Look) -> None:
        super().__init__()
        self.main = _built(mode.main, session, look)
        self._under = [_built(panel, session, look) for panel in mode.under]
        self.front = Front(self.main)
        self._tabs: list[Tabbed] = []
        self.side = [self._placed(place, session, look) for place in mode.side]
        self.bottom = [_built(panel, session, look) for panel in mode.bottom]
        self._column = _splitter(Qt.Orientation.Vertical, self.side, [1] * len(self.side))
        self._left = Left(self.front, self._under)
        self._row = _splitter(Qt.Orientation.Horizontal, [self._left, self._column], [MAIN_SHARE, SIDE_SHARE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._row, 1)
        self._shelves = [Shelf(panel) for panel in self.bottom[:-1]]
        for below in (*self._shelves, *self.bottom[-1:]):
            layout.addWidget(below)

    @property
    def panels(self) -> list[QWidget]:
        """All panels, in tab order."""
        side = [
            panel for place in self.side for panel in (place.panels if isinstance(place, Tabbed) else [place])
        ]
        return [self.main, *self._under, *side, *self.bottom]

    def commands(self) -> tuple[Command, ...]:
        """A command for each tab, which brings it to the front, and those that panels offer themselves."""
        offered = [getattr(panel, "commands", None) for panel in self.panels]
        titles = [(tabs, i) for tabs in self._tabs for i in range(tabs.count())]
        fronts = (
            Command(
                f"tab{n}", tabs.tabText(i), _TAB_KEYS[n : n + 1], "View", partial(tabs.setCurrentIndex, i)
            )
            for n, (tabs, i) in enumerate(titles)
        )
        return (*fronts, *(command for commands in offered if commands for command in commands()))

    def _placed(self, place: Panel | Tabs, session: Session, look: Look) -> QWidget:
        """The panel of a place, or the tabs that share it."""
        if not isinstance(place, tuple):
            return _built(place, session, look)
        panels = [(look.words.say(tab.phrase), _built(tab.panel, session, look)) for tab in place]
        self._tabs.append(Tabbed(panels))
        return self._tabs[-1]

    def set_look(self, look: Look) -> None:
        """Draw everything in another look."""
        for panel in self.panels:
            set_look = getattr(panel, "set_look", None)
            if set_look is not None:
                set_look(look)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Tell every panel that moves whether it should fade instead."""
        for panel in self.panels:
            set_reduced_motion = getattr(panel, "set_reduced_motion", None)
            if set_reduced_motion is not None:
                set_reduced_motion(reduced)

    def set_bare(self, bare: bool) -> None:
        """Hide everything but the main panel, or show it again."""
        self._left.set_bare(bare)
        for panel in (self._column, *self._shelves, *self.bottom[-1:]):
            panel.setVisible(not bare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the pictures."""
        for shelf in self._shelves:
            shelf.set_room(round(self.height() * SHELF_SHARE))
        super().resizeEvent(event)

    def restore(self, remembered: Remembered) -> None:
        """Put the dividers where they were."""
        for name, splitter in (("row", self._row), ("column", self._column)):
            splitter.restoreState(remembered.layout(name))
        for tabs, front in zip(self._tabs, remembered.tabs, strict=False):
            tabs.setCurrentIndex(front)
        for panel in self.panels:
            recall = getattr(panel, "recall", None)
            if recall is not None:
                recall(remembered.choice(type(panel).__name__))

    def remember(self, remembered: Remembered) -> None:
        """Keep where the dividers are."""
        for name, splitter in (("row", self._row), ("column", self._column)):
            remembered.set_layout(name, splitter.saveState())
        for panel in self.panels:
            kept = getattr(panel, "kept", None)
            if kept is not None:
                remembered.set_choice(type(panel).__name__, kept())
        remembered.tabs = [tabs.currentIndex() for tabs in self._tabs]


def _built(panel: Panel, session: Session, look: Look) -> QWidget:
    try:
        return panel(session, look)
    except Exception as error:
        log.exception("a panel could not be built")
        note = QLabel(f"This panel could not be opened.\n{error}")
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return note


def _splitter(orientation: Qt.Orientation, parts: list[QWidget], shares: list[int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(6)
    for i, (part, share) in enumerate(zip(parts, shares, strict=True)):
        splitter.addWidget(part)
        splitter.setStretchFactor(i, share)
    splitter.setSizes([share * 10_000 for share in shares])  # more than there is: shared out in proportion
    return splitter
