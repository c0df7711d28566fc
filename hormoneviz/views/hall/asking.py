"""Asking: the question of a beat with its numbered choices; the right one is marked when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from hormoneviz.exchange.stories.story import Question
from hormoneviz.look.look import Look
from hormoneviz.views.hall.measures import text_px


class Asking(QFrame):
    """A card with a question."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._question: Question | None = None
        self._answered = False
        self._ask = _label()
        self._ask.setTextFormat(Qt.TextFormat.MarkdownText)
        self._choices: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._ask)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another theme, level or size of text."""
        self._look = look
        em, theme = round(text_px(look)), look.theme
        text, accent = theme.colours["text"], theme.colours["accent"]
        self.setStyleSheet(
            f"Asking {{ background: {theme.colours['surface_raised']}; border: {max(em // 16, 1)}px solid"
            f" {theme.colours['outline']}; border-radius: {em // 3}px; }}"
            f"QLabel {{ font-size: {em}px; color: {text}; background: transparent; }}"
            f'QLabel[right="true"] {{ font-weight: 700; color: {accent}; }}'
        )
        self._column.setContentsMargins(em // 2, em // 3, em // 2, em // 3)
        self._column.setSpacing(em // 5)
        self._row.setSpacing(em // 5)
        self._fill()

    def show_question(self, question: Question | None, answered: bool) -> None:
        """Ask this; `answered` marks what is right."""
        self._question, self._answered = question, answered
        self._fill()

    def set_wide(self, wide: bool) -> None:
        """Choices beside each other, or below each other."""
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def height_for(self, width: int) -> int:
        """px that it takes at a width."""
        self._column.invalidate()
        return self._column.totalHeightForWidth(width)

    def _fill(self) -> None:
        question = self._question
        for label in self._choices:
            self._row.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._choices = []
        self._ask.setText(f"**{question.ask.at(self._look.level)}**" if question else "")
        for number, choice in enumerate(question.offered(self._look.level) if question else (), 1):
            right = self._answered and question is not None and number == question.answer
            label = _label()
            label.setText(f"{'✓' if right else number}  {choice}")
            label.setProperty("right", "true" if right else "false")
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._row.addWidget(label, 1)
            label.show()
            self._choices.append(label)
        self.updateGeometry()


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
