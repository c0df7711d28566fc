"""LedgerPanel: who did what to the present state; one quantity, or all three where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.attribution import QUANTITIES
from hormoneviz.simulation.switch_evidence import effects_behind
from hormoneviz.views.icons import icon
from hormoneviz.views.ledger.bookkeeper import Bookkeeper
from hormoneviz.views.ledger.chart import LedgerChart
from hormoneviz.views.ledger.page import Page, ordered, page, pages
from hormoneviz.views.segments import Segments, sheet

_WIDE = 900
"""px at 100 % text from which on all quantities stand side by side"""
_NARROW = 430
"""px at 100 % text below which buttons bear short names"""
_PROGRESS = """
QProgressBar {{ background: transparent; border: none; min-height: 3px; max-height: 3px; }}
QProgressBar::chunk {{ background: {accent}; }}
"""


class LedgerPanel(QWidget):
    """The ledger of the session's present state."""

    asked = Signal(str, str)
    """the phrase of a tab that is to come to the front, and what is to be seen there"""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._quantity = QUANTITIES[0]
        say = look.words.say
        choices = [(name, say(f"ledger_{name}"), say(f"ledger_{name}_help")) for name in QUANTITIES]
        self._choice = Segments(say("ledger_sort"), choices, self)
        self._button = QPushButton(self)
        self._progress = QProgressBar(self)
        self._head = QHBoxLayout()
        self._chart = LedgerChart(look, self)
        self._scroll = QScrollArea(self)
        self.books = Bookkeeper(session, self)
        self._arrange()
        self.setMinimumSize(240, 170)
        self.setAccessibleName(say("ledger_name"))
        self._choice.chosen.connect(self.show_quantity)
        self._button.clicked.connect(self._pressed)
        self._chart.chosen.connect(self._select)
        self._chart.graded.connect(self.asked)
        self._chart.stood.connect(self._see)
        self.books.changed.connect(self.refresh)
        self.books.progressed.connect(self._show_progress)
        session.playing_changed.connect(self.refresh)
        self.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(440, 320)

    @property
    def chart(self) -> LedgerChart:
        """The painted part."""
        return self._chart

    @property
    def button(self) -> QPushButton:
        """Cancels the work, or asks for the ledger of now."""
        return self._button

    def set_look(self, look: Look) -> None:
        """Another theme or text size."""
        self._look = look
        self.setStyleSheet(sheet(look) + _PROGRESS.format(accent=look.theme.colour("accent").name()))
        self._chart.set_look(look)
        self._choice.show_choice(self._quantity)
        self._fit()
        self.refresh()

    def show_quantity(self, quantity: str) -> None:
        """Look at one of QUANTITIES; in a wide ledger, sort by it."""
        self._quantity = quantity
        self._choice.show_choice(quantity)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show what the books say."""
        books, say = self.books, self._look.words.say
        current = books.fresh or (self._session.is_playing and not books.pending)
        if not books.pending:
            self._progress.hide()
            self._chart.set_faded(False)
        if books.ledger is not None:
            self._show_ledger(current)
        elif books.problem:
            self._chart.show_sentence(say("ledger_problem", problem=books.problem))
        elif books.fresh:
            self._chart.show_sentence(say("ledger_empty"))
        else:
            self._chart.show_sentence(say("ledger_making" if books.pending else "ledger_cancelled"))
        self._show_button()
        spoken = " ".join(page.spoken for page in self._chart.pages)
        self.setAccessibleDescription(f"{self._chart.when}. {spoken}" if spoken else self._chart.sentence)

    def _show_ledger(self, current: bool) -> None:
        ledger, standing = self.books.ledger, self.books.standing
        assert ledger is not None
        assert standing is not None
        words, say = self._look.words, self._look.words.say
        if self._wide:
            shown = pages(ledger, standing, self._quantity, words)
        else:
            shown = (page(ledger, standing, self._quantity, words, ordered(ledger, self._quantity)),)
        if len(ledger.switches) == 1:
            foot = [say("ledger_foot_one")]
        else:
            foot = [say("ledger_foot"), *self._together(shown)]
        if not ledger.exact:
            foot.insert(0, say("ledger_estimated", number=len(ledger.switches)))
        minute = say("ledger_minute", time=f"{round(ledger.time, 2):g}")
        week = say("ledger_week", week=f"{ledger.week:g}")
        when = week if self._quantity == "HOMA_IR" else minute
        when = say("ledger_both", minute=minute, week=week) if self._wide else when
        when = when if current else say("ledger_before", when=when)
        self._chart.show_pages(shown, when, foot, say("ledger_foot_long"))

    def _together(self, shown: Sequence[Page]) -> list[str]:
        """What the switches do together, of the quantity that is chosen."""
        one = next(page for page in shown if page.quantity == self._quantity)
        if not one.together or not self._wide:
            return [one.together] if one.together else []
        return [self._look.words.say("ledger_together_of", title=one.title, together=one.together)]

    def _show_button(self) -> None:
        """Cancel while there is work; ask for another ledger where the present one is not of now."""
        say, pending = self._look.words.say, self.books.pending
        name = "cancel" if pending else "refresh"
        stale = self._session.is_playing or not self.books.fresh
        # Work that is done in a blink needs no button: it comes with the progress bar.
        self._button.setVisible(self._progress.isVisibleTo(self) if pending else stale)
        theme, side = self._look.theme, self._look.pixels(15)
        picture = {"cancel": "close", "refresh": "redo"}[name]
        self._button.setIcon(icon(picture, theme.colour("text"), theme.colour("text_muted"), side))
        self._button.setIconSize(QSize(side, side))
        self._button.setText("" if self._narrow else say(f"ledger_{name}"))
        self._button.setAccessibleName(say(f"ledger_{name}"))
        self._button.setToolTip(say(f"ledger_{name}_help"))
        self._button.setAccessibleDescription(say(f"ledger_{name}_help"))

    def _show_progress(self, progress: float) -> None:
        self._progress.setValue(round(1000 * progress))
        if not self._progress.isVisibleTo(self):
            self._progress.show()
            self._chart.set_faded(True)
            self._show_button()

    @property
    def _wide(self) -> bool:
        return self.width() >= self._look.pixels(_WIDE)

    @property
    def _narrow(self) -> bool:
        return self.width() < self._look.pixels(_NARROW)

    def _pressed(self) -> None:
        if self.books.pending:
            self.books.cancel()
        else:
            self.books.refresh()

    def _select(self, row: int) -> None:
        """Look at the switch elsewhere too; at the quantity, where nothing is known of the switch."""
        shown = self._chart.pages[0]
        name = shown.rows[row].switch.name
        known = [n for n in (name, self._quantity) if n in self._look.words or effects_behind(n)]
        if known:
            self._session.select(known[0])

    def _see(self, row: int) -> None:
        box = self._chart.plan().rows[row]
        self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height()))

    # --- Qt --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._scroll.setWidget(self._chart)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().installEventFilter(self)
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        self._button.hide()
        self._head.addWidget(self._choice)
        self._head.addStretch(1)
        self._head.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head)
        column.addWidget(self._progress)
        column.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        """Full names on the buttons where they have room, and the sorting told where it is that."""
        say, wide = self._look.words.say, self._wide
        self._choice.label.setVisible(wide)
        # Without its label, the row of buttons still keeps the space after it.
        self._head.setContentsMargins(6 if wide else 0, 4, 6, 0)
        for name in QUANTITIES:
            text = say(f"ledger_{name}_short") if self._narrow else say(f"ledger_{name}")
            self._choice.button(name).setText(text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._chart.set_room(QSizeF(self._scroll.viewport().size()))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        if (len(self._chart.pages) > 1) != self._wide:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.books.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.books.watch(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) == Qt.Key.Key_Escape and self.books.pending:
            self.books.cancel()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.colour("surface"))
