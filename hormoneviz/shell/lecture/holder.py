"""Holder: lectures held from the window in which one explores; that window waits meanwhile, as it was
left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.library import ScenarioEntry
from hormoneviz.exchange.stories.library import stories, story_path
from hormoneviz.look.words import Words
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.shell.lecture.chooser import choose
from hormoneviz.shell.lecture.lecture import HALL_THEME, Lecture
from hormoneviz.shell.window import MainWindow


class Holder(QObject):
    """At most one lecture at a time."""

    def __init__(self, session: Session, library: Sequence[ScenarioEntry]) -> None:
        super().__init__()
        self._session, self._library = session, library
        self._window: MainWindow | None = None
        self.lecture: Lecture | None = None

    def hold_from(self, window: MainWindow) -> None:
        """Lectures look as this window does, and their faults are told there if nowhere else."""
        self._window = window
        window.closing.connect(self._close)

    def commands(self, words: Words) -> tuple[Command, ...]:
        """A row for every story that comes with the program, and one for a file."""
        idle = self._idle
        return (
            Command("lecture", words.say("lecture_hold_any"), ("Ctrl+L",), "Lecture", self.ask, idle),
            *(
                Command(
                    f"lecture {name}", story.title, (), "Lecture", partial(self.hold, story_path(name)), idle
                )
                for name, story in stories().items()
            ),
        )

    def ask(self) -> None:
        """Let a person choose a story, and hold it."""
        assert self._window is not None
        path = choose(self._window.look, self._window)
        if path is not None:
            self.hold(path)

    def hold(self, path: Path) -> None:
        """Hold the story in a file; one that cannot be read is told, and nothing else happens."""
        assert self._window is not None
        self._session.pause()
        try:
            self.lecture = Lecture(path, self._window.wardrobe.taste, HALL_THEME, self._library, self)
        except BadInput as error:
            self._window.say(str(error))
            return
        self.lecture.ended.connect(self._forget)
        self.lecture.open()

    def _idle(self) -> bool:
        return self.lecture is None

    def _forget(self) -> None:
        if self.lecture is not None:
            self.lecture.deleteLater()
        self.lecture = None

    def _close(self) -> None:
        """The program is left: nothing stays on the projector."""
        if self.lecture is not None:
            self.lecture.parting.sure = True
            self.lecture.desk.close()
