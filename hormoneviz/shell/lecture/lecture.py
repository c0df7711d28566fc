"""Lecture: one session, one lesson, two windows.  The hall sees pictures; everything else, and everything
that goes wrong, is the presenter's."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from hormoneviz.exchange.errors import OutputFailed
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.library import ScenarioEntry
from hormoneviz.exchange.stories.library import read_story
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.look.look import Look
from hormoneviz.modes.lecture import lecture
from hormoneviz.session.board import Board
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.shell.lecture.commands import lecture_commands
from hormoneviz.shell.lecture.digits import Digits
from hormoneviz.shell.lecture.hall_window import HallWindow
from hormoneviz.shell.lecture.parting import Parting
from hormoneviz.shell.lecture.priority import Priority
from hormoneviz.shell.lecture.reload import Reload
from hormoneviz.shell.picture import png
from hormoneviz.shell.screens import Screens
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.taste import WAYS, Taste
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.backrow.dialog import BackRow
from hormoneviz.views.hall.view import HallView
from hormoneviz.views.presenter.panel import PresenterPanel

log = logging.getLogger("hormoneviz")

HALL_THEME = "projector"
_ON_DESK = (
    "beat_back", "beat_next", "again", "blank", "answer", "call_up", "call_same", "call_down", "pen", "spot",
    "unstroke", "wipe", "zoom", "hall", "swap_screens", "hall_back_row",
)  # fmt: skip
_ON_BAR = (
    "beat_back", "beat_next", "blank", "answer", "call_up", "call_same", "call_down", "pen", "spot", "wipe",
    "zoom", "hall",
)  # fmt: skip
"""ids of the commands that have a button there"""


class Lecture(QObject):
    """A story on stage."""

    ended = Signal()
    """the presenter's window was closed"""

    def __init__(
        self,
        path: Path,
        taste: Taste,
        hall_theme: str,
        library: Sequence[ScenarioEntry],
        parent: QObject | None = None,
    ) -> None:
        """Raises BadInput if the story in the file `path` cannot be read."""
        super().__init__(parent)
        story, look = read_story(path), taste.look()
        self._hall_theme, self._front = hall_theme, ""
        self.session = Session(staged(story)[0].scenario)
        self.lesson = Lesson(self.session, story, self)
        self.board = Board(self.lesson, self.session, self)
        self.lesson.begin()
        self.commands = lecture_commands(self.lesson, self.board, self, look.words)
        view = HallView(self.lesson, self.board, self.session, self._hall_look(taste))
        self.hall = HallWindow(view, self.commands, _ON_BAR, self._hall_look(taste))
        rows = [next(c for c in self.commands if c.id == name) for name in _ON_DESK]
        self._panel: PresenterPanel | None = None
        panel = partial(self._make_panel, rows=tuple(rows))
        self.desk = MainWindow(lecture(panel, self.commands), self.session, look, library, taste)
        self.screens = Screens(self.hall, self.desk, Remembered(), self)
        self._connect(path)

    def open(self) -> None:
        """Show both windows, each on its screen."""
        self.screens.place()

    # --- what commands do ---------------------------------------------------------------------------------

    def zoom(self) -> None:
        """Near what is pointed at, and back."""
        self.hall.view.zoom()

    def toggle_hall(self) -> None:
        """The hall in front of the desk, or the desk in front, where there is one screen for both."""
        if self.hall.isHidden():
            self.screens.place()
        else:
            self.screens.toggle()

    def show_desk(self) -> None:
        """The desk in front, where there is one screen for both."""
        self.screens.show_desk()

    def swap_screens(self) -> None:
        """Each window on the other's screen."""
        self.screens.swap()

    def check_back_row(self) -> None:
        """What the last row sees of the hall's picture; the presenter alone sees the answer."""
        self.screens.show_desk()
        BackRow(self.hall.view, self.desk.look, self.desk).open()

    def save_hall(self) -> None:
        """A file of what the hall sees, with the scenario inside."""
        name, _ = QFileDialog.getSaveFileName(
            self.desk, self.desk.look.words.say("lecture_hall_picture"), str(Path.home()), "PNG (*.png)"
        )
        if not name:
            return
        seen, session = self.hall.view.grab().toImage(), self.session
        try:
            write_whole(Path(name).with_suffix(".png"), png(seen, session.scenario, session.time))
        except OutputFailed as error:
            self._tell(str(error))

    def end(self) -> None:
        """Close both windows, after a question in the middle of a lesson."""
        self.desk.close()

    def toggle_bar(self) -> None:
        """The hall's buttons."""
        self.hall.toggle_bar()

    # --- what happens -------------------------------------------------------------------------------------

    def _connect(self, path: Path) -> None:
        desk, hall = self.desk, self.hall
        hall.seen.connect(desk.ticker.set_seen_elsewhere)
        desk.wardrobe.changed.connect(self._wear)
        self._wear()
        self.reload = Reload(path, self.lesson, self)
        self.reload.told.connect(self._tell)
        self.digits = Digits(self)
        for window in (hall, desk):
            self.digits.listen_to(window)
        self.parting = Parting(desk, self.lesson, self)
        self.priority = Priority(self.commands, (hall, desk), self)
        self.digits.chosen.connect(self._jump)
        self.digits.typed.connect(self._show_digits)
        self.lesson.beat_changed.connect(self._tell_of_file)
        self.lesson.skipped.connect(self._skipped)
        for signal in (self.lesson.beat_changed, self.lesson.answered, self.board.changed):
            signal.connect(hall.refresh)
        self.screens.changed.connect(self._tell_screens)
        desk.closing.connect(self._end)

    def _make_panel(self, session: Session, look: Look, rows: tuple) -> PresenterPanel:  # type: ignore[type-arg]
        self._panel = PresenterPanel(session, look, self.lesson, self.board, self.hall.view, rows)
        self._panel.screens.wanted.connect(self._show_on)
        return self._panel

    def _hall_look(self, taste: Taste) -> Look:
        """The hall reads at the same level, in its own theme; its size of text is its picture's."""
        return Look.load(
            self._hall_theme, 1.0, taste.level, taste.glucose_unit, low_graphics=taste.low_graphics
        )

    def _wear(self) -> None:
        taste = self.desk.wardrobe.taste
        self.hall.set_look(self._hall_look(taste))
        for way in WAYS:
            self.hall.view.set_way(way, getattr(taste, way))

    def _show_on(self, screen: str) -> None:
        self.screens.choose(screen)

    def _jump(self, number: int) -> None:
        self.lesson.jump(number - 1)

    def _show_digits(self, digits: str) -> None:
        words = self.desk.look.words
        if digits:
            self.desk.say(words.say("lecture_digits", number=digits))

    def _skipped(self, number: int, why: str) -> None:
        log.warning("beat %s was skipped: %s", number + 1, why)
        # Once the beat that took its place is on stage: with a beat goes what was told of the one before.
        text = self.desk.look.words.say("lecture_skipped", number=number + 1, why=why)
        QTimer.singleShot(0, self, partial(self._tell, text))

    def _tell_screens(self) -> None:
        """Which screens there are, and where the hall has gone, for who wonders."""
        if self._panel is not None:
            choices = self.screens.choices()
            self._panel.screens.offer([(c.key, c.title, c.chosen) for c in choices])
        front, before, self._front = self.screens.front, self._front, self.screens.front
        if front != "both" and before == "both":
            self.desk.say(self.desk.look.words.say("lecture_unplugged"))

    def _tell_of_file(self) -> None:
        """A file that is wrong stays so from beat to beat."""
        self._tell(self.reload.problem)

    def _tell(self, problem: str) -> None:
        if self._panel is not None:
            self._panel.tell(problem)

    def _end(self) -> None:
        self.session.pause()
        self.screens.stop()
        self.priority.stop()
        self.hall.close()
        self.ended.emit()
        for window in (self.hall, self.desk):
            window.deleteLater()
