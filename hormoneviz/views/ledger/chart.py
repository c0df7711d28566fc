"""LedgerChart: the painted ledger as a widget whose rows can be pointed at, walked and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.ledger.layout import TEXT, Plan, growth, needed, plan
from hormoneviz.views.ledger.page import Page
from hormoneviz.views.ledger.paint import Marks, paint

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LedgerChart(QWidget):
    """Pages side by side, or a sentence where there are none."""

    chosen = Signal(int)
    """the row of a switch that a person wants to look at"""
    graded = Signal(str, str)
    """the phrase of the tab that tells more about a grade which was pressed, and whose it is"""
    stood = Signal(int)
    """the row the keyboard is on"""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages: Sequence[Page] = ()
        self._foot: Sequence[str] = ()
        self._tip = self._sentence = self._when = ""
        self._plan: Plan | None = None
        self._row, self._faded = -1, False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(look.words.say("ledger_name"))
        self.setAccessibleDescription(look.words.say("ledger_help"))

    @property
    def pages(self) -> Sequence[Page]:
        """What is shown; empty where a sentence is."""
        return self._pages

    @property
    def sentence(self) -> str:
        """What is said where there is no page."""
        return self._sentence

    @property
    def faded(self) -> bool:
        """Whether what is shown looks like of before."""
        return self._faded

    @property
    def when(self) -> str:
        """The minute and the week that are shown."""
        return self._when

    def show_pages(self, pages: Sequence[Page], when: str, foot: Sequence[str], tip: str) -> None:
        """Show these pages; `foot` are the lines below, `tip` is their longer form."""
        self._pages, self._when, self._foot, self._tip = pages, when, foot, tip
        self._sentence = ""
        self._row = min(self._row, len(pages[0].rows) + 1)
        self._place()

    def show_sentence(self, sentence: str) -> None:
        """Say something in place of pages."""
        self._pages, self._sentence, self._row, self._faded = (), sentence, -1, False
        self._place()

    def set_faded(self, faded: bool) -> None:
        """Show that another ledger is on its way, or has come."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def set_look(self, look: Look) -> None:
        """Another look."""
        self._look = look
        self._place()

    def set_room(self, room: QSizeF) -> None:
        """How much of it can be seen without scrolling."""
        least = needed(self._pages, self._look, room.width(), self._foot) if self._pages else 0.0
        self.setMinimumHeight(0 if least <= room.height() else ceil(least))

    def plan(self) -> Plan:
        """Where everything stands; there must be pages."""
        if self._plan is None:
            self._plan = plan(self._pages, self._look, QSizeF(self.size()), self._foot)
        return self._plan

    def _place(self) -> None:
        self._plan = None
        parent = self.parentWidget()
        if parent is not None:
            self.set_room(QSizeF(parent.size()))
        self.update()

    def _move_to(self, row: int) -> None:
        if row != self._row:
            self._row = row
            self.update()

    def _row_at(self, position: QPointF) -> int:
        if not self._pages:
            return -1
        return next((i for i, row in enumerate(self.plan().rows) if row.contains(position)), -1)

    def _said_of(self, row: int) -> str:
        """Everything about a row, in words; about the whole, where there is none."""
        page = self._pages[0]
        if 0 <= row < len(page.rows):
            return "\n".join(f"{p.title}: {p.rows[row].spoken}" for p in self._pages)
        if row == len(page.rows) + 1:
            return "\n".join(f"{p.title}: {p.together}" for p in self._pages if p.together)
        return self._tip

    # --- Qt --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._pages:
                marks = Marks(self._when, self._row, self.hasFocus(), self._faded)
                paint(painter, self._look, self.plan(), "\n".join(self._foot), marks)
            elif self._sentence:
                self._paint_sentence(painter)
            if self.hasFocus() and self._row < 0:
                painter.setOpacity(1.0)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._look.theme.colour("focus"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_sentence(self, painter: QPainter) -> None:
        text = self._look.pixels(1.15 * TEXT) * growth(QSizeF(self.size()))
        painter.setFont(fonts.font(text))
        painter.setPen(self._look.theme.colour("text_muted"))
        line = 40 * QFontMetricsF(painter.font()).averageCharWidth()
        box = self.rect().toRectF()
        box.setWidth(max(min(self.width() - 2 * text, line), 1.0))
        box.moveCenter(self.rect().toRectF().center())
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(box, flags, self._sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._plan = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._pages:
            QToolTip.showText(event.globalPos(), self._said_of(self._row_at(event.pos().toPointF())), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(self._row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._move_to(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        self._move_to(row)
        if self._pages and 0 <= row < len(self._pages[0].rows):
            self.chosen.emit(row)
            if self.plan().grades.left() <= event.position().x():
                self.graded.emit("tab_details", self._pages[0].rows[row].switch.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._pages and key in _STEPS:
            row = min(max(self._row + _STEPS[key], 0), len(self.plan().rows) - 1)
            self._move_to(row)
            self.setAccessibleDescription(self._said_of(row))
            self.stood.emit(row)
        elif self._pages and key in _CHOOSE and 0 <= self._row < len(self._pages[0].rows):
            self.chosen.emit(self._row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._move_to(-1)
        self.update()
