"""Watch: how long the lesson has gone on, against how long it is meant to, and the time of the day."""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from hormoneviz.look.look import Look
from hormoneviz.session.lesson import Lesson

_TEXT = 20
"""px at 100 % text"""


class Watch(QLabel):
    """A line of text that goes on by itself."""

    def __init__(self, lesson: Lesson, look: Look) -> None:
        super().__init__()
        self._lesson, self._look = lesson, look
        self._began: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.show_time)
        lesson.beat_changed.connect(self._begin)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Other words or another size of text."""
        self._look = look
        self.setStyleSheet(f"font-size: {look.pixels(_TEXT)}px; font-weight: 600;")
        self.show_time()

    def show_time(self) -> None:
        """Say how late it is now."""
        gone = 0 if self._began is None else int(monotonic() - self._began)
        self.setText(
            self._look.words.say(
                "lecture_watch", gone=f"{gone // 60}:{gone % 60:02d}",
                meant=self._lesson.story.teacher.minutes, now=f"{datetime.now():%H:%M}",
                number=self._lesson.number + 1, all=len(self._lesson.stages),
            )
        )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _begin(self) -> None:
        """It begins with the first step that is taken, not with the window."""
        if self._began is None and self._lesson.number > 0:
            self._began = monotonic()
        self.show_time()
