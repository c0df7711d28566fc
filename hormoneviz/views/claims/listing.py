"""Listing: the claims that are wanted, how many they are, and what to do where there is none."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.library import claims
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.simulation.evidence import Grade
from hormoneviz.views.badge import badge
from hormoneviz.views.claims.filters import Filters
from hormoneviz.views.claims.page import graded
from hormoneviz.views.claims.search import GRADES, found

_ID = Qt.ItemDataRole.UserRole
_BADGE = 18
"""px at 100 % text"""
_SHEET = """
QListWidget::item {{ padding: {gap}px 0; border-bottom: 1px solid {line}; }}
QListWidget::item:selected {{ background: {accent}; color: {text}; }}
"""


class Listing(QWidget):
    """Filters, count and list."""

    stood = Signal(str)
    """the id of the claim that is marked"""
    opened = Signal(str)
    """the id of the claim that somebody wants to read"""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.filters, self.list = Filters(look, self), QListWidget(self)
        self.count, self.empty = QLabel(self), QLabel(self)
        self.count.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.filters, self.count):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.filters.changed.connect(self.refresh)
        self.list.currentItemChanged.connect(self._stand)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.set_look(look)

    @property
    def shown(self) -> list[str]:
        """The ids in the list."""
        return [self.list.item(row).data(_ID) for row in range(self.list.count())]

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self._look = look
        theme, say = look.theme, look.words.say
        self._badges = {grade: self._badge(grade) for grade in GRADES}
        self.list.setIconSize(QSize(look.pixels(_BADGE), look.pixels(_BADGE)))
        self.list.setStyleSheet(
            _SHEET.format(
                gap=look.pixels(5),
                line=mix(theme.colour("surface"), theme.colour("outline"), 0.3).name(),
                accent=theme.colour("accent").name(),
                text=theme.colour("accent_text").name(),
            )
        )
        self.list.setAccessibleName(say("claims_name"))
        self.empty.setText(say("claims_none"))
        self.filters.set_look(look)
        self.refresh()

    def refresh(self) -> None:
        """Only what is wanted; the mark stays on its claim where that is still there."""
        all_claims = claims()
        chosen = found(all_claims.values(), self.filters.wanted)
        item = self.list.currentItem()
        before = item.data(_ID) if item else ""
        with QSignalBlocker(self.list):
            self.list.clear()
            for row, claim in enumerate(chosen):
                self.list.addItem(self._item(claim))
                if claim.id == before:
                    self.list.setCurrentRow(row)
        told = self._look.words.say("claims_count", n=len(chosen), all=len(all_claims))
        self.count.setText(told)
        self.list.setAccessibleDescription(told)
        self.list.setVisible(bool(chosen))
        self.empty.setVisible(not chosen)

    def mark(self, id_: str) -> None:
        """Stand on a claim, if it is in the list."""
        if id_ in self.shown:
            self.list.setCurrentRow(self.shown.index(id_))

    def _badge(self, grade: Grade) -> QIcon:
        size = self._look.pixels(_BADGE)
        made = QIcon(badge(grade, self._look, size))
        on = self._look.theme.colour("accent_text")
        made.addPixmap(badge(grade, self._look, size, on), QIcon.Mode.Selected)
        return made

    def _item(self, claim: Claim) -> QListWidgetItem:
        words = self._look.words
        # A title is short, and says it in the words of the field.
        said = claim.said(words.level) if words.level == "basics" else claim.title
        if claim.grade == "contradicted":  # whose text speaks of what is said, and against it
            said = words.say("claims_quoted", claim=claim.title, said=claim.said(words.level))
        item = QListWidgetItem(self._badges[claim.grade], f"{said}\n{graded(claim, words)} · {claim.id}")
        item.setData(_ID, claim.id)
        return item

    def _stand(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            self.stood.emit(item.data(_ID))

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ID))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.filters.fit(self.width())
