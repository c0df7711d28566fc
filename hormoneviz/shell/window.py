"""The window: a stage for a mode's panels, menus, keys, and what was remembered of the last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow

from hormoneviz.exchange.library import ScenarioEntry
from hormoneviz.look.look import Look
from hormoneviz.look.words import Level
from hormoneviz.modes.mode import Mode
from hormoneviz.session.commands import session_commands
from hormoneviz.session.session import Session
from hormoneviz.shell.desk import Desk
from hormoneviz.shell.disclaimer import Disclaimer
from hormoneviz.shell.drops import dropped
from hormoneviz.shell.introduction import Introduction
from hormoneviz.shell.menus import Menus, in_order
from hormoneviz.shell.palette import Palette, Row
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.stage import Stage
from hormoneviz.shell.taste import WAYS, Taste
from hormoneviz.shell.ticker import Ticker
from hormoneviz.shell.toast import Toast
from hormoneviz.shell.tour import Tour
from hormoneviz.shell.wardrobe import Wardrobe
from hormoneviz.views.keyhelp import KeyHelp
from hormoneviz.views.scenarios import fill

FIRST_SIZE = QSize(1440, 860)
"""points, where the screen has room for them"""


class MainWindow(QMainWindow):
    """One mode on screen."""

    closing = Signal()

    def __init__(
        self,
        mode: Mode,
        session: Session,
        look: Look,
        library: Sequence[ScenarioEntry],
        taste: Taste | None = None,
    ) -> None:
        """`taste` is what `look` was made from, where it says more: a theme that follows the system, say."""
        super().__init__()
        self.look = look
        self.wardrobe = Wardrobe(taste or Taste.of(look), self)
        self.wardrobe.changed.connect(self._wear)
        self._session = session
        self._remembered = Remembered(mode.kept_as)
        self.ticker = Ticker(session, self)
        self._stage = Stage(mode, session, look)
        self.setCentralWidget(self._stage)
        self._bare = False
        self._toast = Toast(self._stage.front)
        self._stage.front.resized.connect(self._toast.follow)
        self._introduction = Introduction(look)
        self._introduction.more.connect(self.say)
        self._stage.front.put_below(self._introduction)
        self._tour: Tour | None = None
        self._library = tuple(library)
        self.desk = Desk(session, self, self)
        own = chain(self.desk.commands(), self.wardrobe.commands(look.words))
        self._commands = in_order(*mode.commands, *session_commands(session), *own, *self._stage.commands())
        self._menus = Menus(self, self._commands)
        self._add_scenarios(library)
        Disclaimer(self.menuBar()).clicked.connect(self.desk.show_about)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self._restore()
        self._show_ways()
        session.problem.connect(self.say)
        session.film_changed.connect(self._introduce)
        self._introduce()

    def set_look(self, theme: str, text_scale: float, level: Level | None = None) -> None:
        """Change theme, size of text and reading level, now and for the next start."""
        taste = self.wardrobe.taste
        self.wardrobe.wear(replace(taste, theme=theme, text_scale=text_scale, level=level or taste.level))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        full = not self.isFullScreen()
        self.menuBar().setVisible(not full)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def toggle_bare(self) -> None:
        """Show the cell alone, or everything again."""
        self._bare = not self._bare
        self._stage.set_bare(self._bare)

    def show_keys(self) -> None:
        """Show every command with its keys."""
        KeyHelp(self._commands, self).exec()

    def show_tour(self) -> None:
        """Go through the five places that one should know."""
        if self.tour is not None:
            self.tour.end()
        self._tour = Tour(self._stage, self._session, self.look, self._stage.bring)
        self._remembered.toured = True

    @property
    def tour(self) -> Tour | None:
        """The tour while it runs."""
        return self._tour if self._tour is not None and shiboken6.isValid(self._tour) else None

    def show_palette(self) -> None:
        """Let a person type what they want."""
        Palette(self.palette_rows(), self.look.words.say("palette_name"), self).run()

    def palette_rows(self) -> list[Row]:
        """What can be found by typing: commands that can be run now, scenarios, things of the model."""
        commands = [
            Row(c.text, f"{c.menu} {' '.join(c.keys[:1])}".strip(), c.run)
            for c in self._commands
            if c.enabled is None or c.enabled()
        ]
        scenarios = [
            Row(entry.name, "Scenario", partial(self.desk.open_file, entry.path)) for entry in self._library
        ]
        words = self.look.words
        things = [
            Row(words.label(name), "Details", partial(self._session.select, name)) for name in words.thing
        ]
        return [*commands, *scenarios, *things]

    def say(self, message: str) -> None:
        """Tell something in passing, without asking for a click."""
        self._toast.say(message)

    def scene_size(self) -> QSize:
        """The size of the main panel in device pixels."""
        return self._stage.main.size() * self.devicePixelRatioF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the plain keys that no panel wanted."""
        if self.isFullScreen() and event.key() == Qt.Key.Key_Escape:
            self.toggle_full_screen()
        elif self.tour is not None and event.key() == Qt.Key.Key_Escape:
            self.tour.end()
        elif not self._menus.key_pressed(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stop the clockwork while minimised."""
        if event.type() == QEvent.Type.WindowStateChange:
            self.ticker.set_visible(not self.isMinimized())
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clockwork; no control has the focus yet, so that the plain keys act at once."""
        self.ticker.set_visible(True)
        self._stage.setFocus()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clockwork: nobody sees it."""
        self.ticker.set_visible(False)
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a scenario, or what carries one, that is dragged here."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the scenario that was dropped."""
        if path := dropped(event.mimeData()):
            self.desk.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything stood."""
        self._session.pause()
        if not self.isFullScreen():
            self._remembered.set_layout("geometry", self.saveGeometry())
        self._stage.remember(self._remembered)
        self.closing.emit()
        super().closeEvent(event)

    def _wear(self) -> None:
        self.look = self.wardrobe.look
        self._stage.set_look(self.look)
        self._introduction.set_look(self.look)
        if self.tour is not None:
            self.tour.set_look(self.look)
        self._show_ways()

    def _show_ways(self) -> None:
        self.ticker.set_sparing(self.look.low_graphics)
        for way in WAYS:
            self._stage.set_way(way, getattr(self.wardrobe.taste, way))

    def _restore(self) -> None:
        # A bar for the title is not part of the size, hence a little less than there is.
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() * 0.94))
        self.restoreGeometry(self._remembered.layout("geometry"))
        self._stage.restore(self._remembered)

    def _add_scenarios(self, library: Sequence[ScenarioEntry]) -> None:
        menu = self._menus.menu("File").addMenu("Scenarios")
        fill(menu, library, self.look.words)
        menu.triggered.connect(self._open_chosen)
        self._recent = self._menus.menu("File").addMenu("Recent")
        self._recent.triggered.connect(self._open_chosen)
        self._menus.menu("File").aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._remembered.recent:
            self._recent.addAction(path.name).setData(str(path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _open_chosen(self, action: QAction) -> None:
        self.desk.open_file(Path(action.data()))

    def _introduce(self) -> None:
        """Name the window after the scenario, and say what there is to see in it."""
        scenario = self._session.scenario
        self.setWindowTitle(f"{scenario.name} · HormoneViz")
        self._introduction.introduce(scenario)
