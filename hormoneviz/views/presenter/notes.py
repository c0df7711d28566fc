"""Notes: what only the lecturer reads of a beat: her notes, what is right and why, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hormoneviz.exchange.stories.page import span
from hormoneviz.exchange.stories.staging import Staged
from hormoneviz.exchange.stories.story import Question
from hormoneviz.look.look import Look
from hormoneviz.session.lesson import Lesson

_TEXT = 18
"""px at 100 % text: she reads it standing"""


class Notes(QScrollArea):
    """The notes of the beat on stage."""

    def __init__(self, lesson: Lesson, look: Look) -> None:
        super().__init__()
        self._lesson, self._look = lesson, look
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.MarkdownText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self._text)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setMinimumHeight(60)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another level or size of text."""
        self._look = look
        self._text.setStyleSheet(f"font-size: {look.pixels(_TEXT)}px;")
        self.setAccessibleName(look.words.say("lecture_notes"))
        self.show_beat()

    def text(self) -> str:
        """What they say, as Markdown."""
        return self._text.text()

    def show_beat(self) -> None:
        """The notes of the beat on stage."""
        stage, say, level = self._lesson.stage, self._look.words.say, self._look.level
        parts = [f"**{self._lesson.number + 1}. {stage.beat.title}** · {_where(stage)}"]
        parts += [stage.beat.notes or stage.beat.say.at(level)]
        if stage.beat.question:
            parts += [_answer(stage.beat.question, say("lecture_expected"), level)]
        parts += ["---", self._next()]
        self._text.setText("\n\n".join(parts))
        self.verticalScrollBar().setValue(0)

    def _next(self) -> str:
        after, say = self._lesson.following, self._look.words.say
        if after is None:
            return f"**{say('lecture_last')}** {self._lesson.story.teacher.explore}"
        return f"{say('lecture_next')}: **{after.beat.title}**\n\n{after.beat.say.at(self._look.level)}"


def _where(stage: Staged) -> str:
    return f"{stage.scenario.name}, {span(stage)}"


def _answer(question: Question, expected: str, level: str) -> str:
    right = question.right(level)
    return f"**{expected}:** {right}. {question.why}" if right else f"**{expected}:** {question.why}"
