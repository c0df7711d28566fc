"""Band: what is said in a beat, below the picture: its title and a caption of a few lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.lesson import Lesson
from hormoneviz.views.hall.measures import text_px


class Band(QFrame):
    """Title and caption of the beat on stage."""

    def __init__(self, lesson: Lesson, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson, self._look = lesson, look
        self._title, self._caption = QLabel(self), QLabel(self)
        self._caption.setTextFormat(Qt.TextFormat.MarkdownText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._caption, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another theme, level or size of text."""
        self._look = look
        em = round(text_px(look))
        theme = look.theme
        ground, line = theme.colours["window"], theme.colours["outline"]
        self.setStyleSheet(
            f"Band {{ background: {ground}; border-top: {max(em // 14, 1)}px solid {line}; }}"
            f"QLabel {{ font-size: {em}px; color: {theme.colours['text']}; background: transparent; }}"
        )
        self._title.setStyleSheet("font-weight: 700;")
        self._column.setContentsMargins(em, em // 3, em, em // 3)
        self.show_beat()

    def show_beat(self) -> None:
        """Say what there is to say in the beat on stage."""
        beat, number = self._lesson.stage.beat, self._lesson.number + 1
        self._title.setText(f"{number}  {beat.title}")
        self._caption.setText(beat.say.at(self._look.level))

    def height_for(self, width: int) -> int:
        """px that the longest caption of the lesson takes: the picture above does not jump from beat to
        beat."""
        probe, em = QLabel(), round(text_px(self._look))
        probe.setTextFormat(Qt.TextFormat.MarkdownText)
        probe.setWordWrap(True)
        probe.setFont(self._caption.font())
        probe.setStyleSheet(f"font-size: {em}px; padding: 0; margin: 0;")
        probe.ensurePolished()
        room = width - 2 * em
        texts = {stage.beat.say.at(self._look.level) for stage in self._lesson.stages}
        highest = 0
        for text in texts:
            probe.setText(text)
            highest = max(highest, probe.heightForWidth(room))
        self._title.ensurePolished()
        return highest + self._title.sizeHint().height() + 2 * (em // 3) + max(em // 14, 1)
