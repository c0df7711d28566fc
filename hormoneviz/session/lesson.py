"""Lesson: a story on stage.  Any beat can be gone to, and looks the same however one came there."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from hormoneviz.exchange.stories.staging import Staged, staged
from hormoneviz.exchange.stories.story import Story
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame

log = logging.getLogger("hormoneviz")


class Lesson(QObject):
    """Beat after beat of one story, shown on a session."""

    beat_changed = Signal()
    """another beat is on stage"""
    answered = Signal()
    """the answer to the question on stage is shown"""
    skipped = Signal(int, str)
    """a beat (its number) could not be shown, and why; for the lecturer, never for the hall"""

    def __init__(self, session: Session, story: Story, parent: QObject | None = None) -> None:
        """Raises BadInput if a beat cannot be staged."""
        super().__init__(parent)
        self.story = story
        self.stages: tuple[Staged, ...] = staged(story)
        self._session = session
        self._number = 0
        self._answer_shown = False
        self._problem = ""
        session.frame_changed.connect(self._watch)
        session.problem.connect(self._note)

    @property
    def number(self) -> int:
        """Which beat is on stage, from 0."""
        return self._number

    @property
    def stage(self) -> Staged:
        """What is on stage."""
        return self.stages[self._number]

    @property
    def following(self) -> Staged | None:
        """What comes next; none after the last."""
        return self.stages[self._number + 1] if self._number + 1 < len(self.stages) else None

    @property
    def answer_shown(self) -> bool:
        """Whether the class may see which choice is right."""
        return self._answer_shown

    def begin(self) -> None:
        """The first beat, which waits: nobody looks yet."""
        self._go(0, 1, arrived=False)
        self._session.pause()

    def forward(self) -> None:
        """The next beat, which plays; after the last, nothing."""
        self._go(self._number + 1, 1, arrived=False)

    def back(self) -> None:
        """The beat before, exactly as it was left."""
        self._go(self._number - 1, -1, arrived=True)

    def jump(self, number: int) -> None:
        """Any beat, from 0; a number that is none changes nothing."""
        self._go(number, 1, arrived=False)

    def answer(self) -> None:
        """Show which choice is right."""
        if self.stage.beat.question is not None and not self._answer_shown:
            self._answer_shown = True
            self.answered.emit()

    def again(self) -> None:
        """This beat from its beginning."""
        self._go(self._number, 1, arrived=False)

    def renew(self, story: Story) -> None:
        """The same lesson as it is written now; the beat of the same number stays on stage, as it is left.

        Raises:
            BadInput: a beat cannot be staged; the lesson is as it was.
        """
        self.stages, self.story = staged(story), story
        self._go(min(self._number, len(self.stages) - 1), -1, arrived=True)

    def _go(self, number: int, direction: int, arrived: bool) -> None:
        """A beat, or where it cannot be shown the next one that way."""
        while 0 <= number < len(self.stages):
            if self._tried(self.stages[number], arrived):
                self._number, self._answer_shown = number, False
                self.beat_changed.emit()
                self._run(self.stages[number], arrived)
                return
            self.skipped.emit(number, self._problem)
            number += direction
        if self._problem:  # none of those could be shown: what was on stage is there again
            self._tried(self.stages[self._number], arrived=True)

    def _tried(self, stage: Staged, arrived: bool) -> bool:
        """Put a beat on stage and say whether that went well; whatever happens, the lesson goes on."""
        self._problem = ""
        try:
            return self._put_on(stage, arrived)
        except Exception as error:
            log.exception("a beat could not be shown")
            self._problem = f"{type(error).__name__}: {error}"
            return False

    def _put_on(self, stage: Staged, arrived: bool) -> bool:
        session = self._session
        session.pause()
        if session.scenario != stage.scenario:
            session.load(stage.scenario)
        if session.scenario != stage.scenario:
            return False
        session.set_twin(stage.twin)
        session.seek(stage.end if arrived else stage.start)
        session.select(stage.beat.point[0] if stage.beat.point else "")
        return not self._problem

    def _run(self, stage: Staged, arrived: bool) -> None:
        if stage.end > stage.start and not arrived:
            self._session.set_speed(stage.beat.speed)
            self._session.play()

    def _watch(self, frame: Frame) -> None:
        """Stop exactly where the beat ends: the next one begins there, at any speed."""
        stage = self.stage
        if self._session.is_playing and stage.end > stage.start and frame.time >= stage.end:
            self._session.pause()
            self._session.seek(stage.end)

    def _note(self, problem: str) -> None:
        self._problem = problem
