"""InspectorPanel: the glossary on the left, all that is known of the chosen thing on the right."""

from __future__ import annotations

from html import escape
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.switches import PERSON
from hormoneviz.views.graded import EvidenceText, named
from hormoneviz.views.inspector.law import LawView
from hormoneviz.views.inspector.lookup import Found, look_up, parameters, read_out
from hormoneviz.views.inspector.page import about_html, evidence, numbers_html

_NAME = Qt.ItemDataRole.UserRole
_EVERY = 0.25
"""s between two values while the film plays"""
_LIST, _NARROW = 165, 340
"""px at 100 % text, of the glossary, and of a panel in which it stands beside a page"""
_ANY = 16_777_215
"""px, Qt's own greatest width"""


class InspectorPanel(QWidget):
    """Follows the session's selection, and makes it where a name is chosen here."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._found: Found | None = None
        self._told = 0.0
        self._find, self._list = QLineEdit(self), QListWidget(self)
        self._title, self._value, self._about, self._numbers = (QLabel(self) for _ in range(4))
        self._title.setProperty("role", "title")
        self._law, self._evidence = LawView(look), EvidenceText(self)
        self._scroll = QScrollArea(self)
        self._arrange()
        self.setMinimumSize(240, 170)
        self._find.textChanged.connect(self._filter)
        self._list.itemSelectionChanged.connect(self._choose)
        for label in (self._about, self._numbers):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.linkActivated.connect(session.select)
        session.selection_changed.connect(self.show_selection)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another theme, level of words or size of text."""
        self._look = look
        say = look.words.say
        self.setAccessibleName(say("inspector_name"))
        self.setAccessibleDescription(say("inspector_help"))
        self._find.setPlaceholderText(say("inspector_find"))
        self._find.setAccessibleName(say("inspector_find"))
        self._list.setAccessibleName(say("inspector_help"))
        self._scroll.setAccessibleName(say("inspector_name"))
        self._law.set_look(look)
        self._fill()
        self.show_selection()
        self._fit()

    def show_film(self) -> None:
        """Other numbers, perhaps another network."""
        self.show_selection()

    def show_selection(self, _name: str = "") -> None:
        """Everything about what is selected."""
        name, words = self._session.selection, self._look.words
        found = self._found = look_up(self._session, name)
        shown = found.facts if found else None
        self._mark(name)
        known = name in words
        self._title.setText(words.label(name) if known else _titled(name, words))
        elsewhere = found is not None and found.where == "elsewhere"
        self._about.setText(about_html(words, name, shown, elsewhere) if known or found else "")
        graded = evidence(name, shown)
        head = f"<p><b>{escape(words.say('inspector_evidence'))}</b></p>"
        self._evidence.tell(
            head, [row if row.cause == name else named(row, words) for row in graded], self._look
        )
        self._evidence.setVisible(bool(graded))
        self._law.show_facts(shown)
        now = parameters(self._session, found) if found else {}
        self._numbers.setText(numbers_html(words, shown, now, self._session.standing))
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()
        self._tell()

    def show_frame(self, frame: Frame) -> None:
        """Only the value moves."""
        if self.isVisible() and monotonic() - self._told > _EVERY:
            self._tell()

    def _tell(self) -> None:
        self._told = monotonic()
        value = read_out(self._session, self._found, self._look.glucose_unit) if self._found else ""
        text = self._look.words.say("inspector_now", value=value) if value else ""
        self._value.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._row.activate()
        self._law.fit(self._scroll.viewport().width() - 20)

    def _fit(self) -> None:
        """Side by side; in a narrow panel one at a time, the glossary while something is sought."""
        narrow = self.width() < self._look.pixels(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        widest = _ANY if narrow else self._look.pixels(_LIST)
        for part in (self._find, self._list):
            part.setMaximumWidth(widest)
            part.setMinimumWidth(0 if narrow else widest)
        sought = bool(self._find.text()) or not self._session.selection
        self._list.setVisible(sought or not narrow)
        self._scroll.setVisible(not sought or not narrow)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._find)
        left.addWidget(self._list, 1)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(8, 4, 8, 8)
        for part in (self._title, self._value, self._about, self._evidence, self._law, self._numbers):
            lines.addWidget(part)
        lines.addStretch(1)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(6, 6, 0, 0)
        row.addLayout(left)
        row.addWidget(self._scroll, 1)

    def _fill(self) -> None:
        """The glossary: everything that has words, by what it is called."""
        words = self._look.words
        self._list.blockSignals(True)
        self._list.clear()
        for name in sorted(words.thing, key=lambda n: words.label(n).lower()):
            item = QListWidgetItem(words.label(name))
            item.setData(_NAME, name)
            item.setToolTip(escape(words.what(name)))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._filter(self._find.text())

    def _filter(self, text: str) -> None:
        """Only the names that hold the text, in the label or the model's own name."""
        sought = text.strip().lower()
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(sought not in f"{item.text()} {item.data(_NAME)}".lower())
        self._fit()

    def _mark(self, name: str) -> None:
        """Stand on a name in the glossary without choosing it again."""
        self._list.blockSignals(True)
        found = [r for r in range(self._list.count()) if self._list.item(r).data(_NAME) == name]
        self._list.setCurrentRow(found[0] if found else -1)
        self._list.blockSignals(False)

    def _choose(self) -> None:
        """Not what is merely current: Tab makes the first one that when it comes into the list."""
        for item in self._list.selectedItems():
            if self.width() < self._look.pixels(_NARROW):
                self._find.clear()  # what was sought is found: its page has the room
            self._session.select(item.data(_NAME))


def _titled(name: str, words: Words) -> str:
    """Of what no text describes: a field of the person by its name on the form, a drug as it is called."""
    if not name:
        return words.say("inspector_none")
    return words.say(f"{name}_name") if name in PERSON else name
