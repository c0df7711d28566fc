"""Chooser: which story to hold: those that come with the program, or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.library import read_story, stories, story_path
from hormoneviz.look.look import Look

_SIZE = 640, 520
"""px at 100 % text"""


class Chooser(QDialog):
    """A list of stories with what each is about."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.path: Path | None = None
        """the story that was chosen"""
        say = look.words.say
        self.setWindowTitle(say("lecture_choose"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(look.pixels(4))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("lecture_choose"))
        for name, story in stories().items():
            about = say("lecture_entry", title=story.title, about=story.about, minutes=story.teacher.minutes)
            item = QListWidgetItem(about, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self._problem = QLabel()
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QDialogButtonBox()
        hold = buttons.addButton(say("lecture_hold"), QDialogButtonBox.ButtonRole.AcceptRole)
        hold.setDefault(True)
        other = buttons.addButton(say("lecture_file"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        other.clicked.connect(self._ask_file)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.list, self._problem, buttons):
            column.addWidget(part)
        self.resize(*map(look.pixels, _SIZE))

    def accept(self) -> None:
        """The story of the row."""
        item = self.list.currentItem()
        if item is not None:
            self.path = story_path(item.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def take_file(self, path: Path) -> None:
        """The story of a file; what is wrong with it is told, and the choice stays open."""
        try:
            read_story(path)
        except BadInput as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self.path = path
        super().accept()

    def _ask_file(self) -> None:
        words = self._look.words
        name, _ = QFileDialog.getOpenFileName(
            self, words.say("lecture_file"), str(Path.home()), "TOML (*.toml)"
        )
        if name:
            self.take_file(Path(name))


def choose(look: Look, parent: QWidget | None = None) -> Path | None:
    """Ask for a story; none if nobody wants any."""
    chooser = Chooser(look, parent)
    if parent is None:  # never on the projector, where a window manager may put what belongs to nobody
        place = QGuiApplication.primaryScreen().availableGeometry()
        chooser.move(place.center() - chooser.rect().center())
    chooser.exec()
    return chooser.path
