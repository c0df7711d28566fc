"""WhyCard: the steps that made a curve bend, in order; each can be selected, all replayed slowly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.session.session import Session
from hormoneviz.simulation.causes import Cause, causes
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.views.changes import changes
from hormoneviz.views.icons import icon
from hormoneviz.views.plots.catalogue import plots

SLOW = 0.25
"""min of the cell in a second"""
_BEFORE = 1.0
"""min before the first step, from where the replay runs"""
_SMALL = 0.005
"""of all that moved a state: what did less than that is not named on demand either [our choice]"""
_WIDTH = 330
_GAP = 4


class WhyCard(QFrame):
    """A panel over its parent, on the side away from the bend."""

    closed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self.steps: tuple[Cause, ...] = ()
        self.smaller: tuple[Cause, ...] = ()
        """those that hardly mattered, named on demand"""
        self._where = QRect(), False
        self.setProperty("role", "card")
        self._title = QLabel(self)
        self._title.setMinimumWidth(1)  # rather cut short than wider than the panel
        self._title.setStyleSheet("font-weight: 600;")
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = QPushButton(self)
        self.replay = QPushButton(self)
        self._close = QPushButton(self)
        self._arrange()
        self.list.itemActivated.connect(self._select)
        self.list.itemClicked.connect(self._select)
        self.more.clicked.connect(self.show_smaller)
        self.replay.clicked.connect(self.play_slowly)
        self._close.clicked.connect(self.dismiss)
        session.film_changed.connect(self.hide)  # and leave the keyboard where it is
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Another theme, words or text size: the list is made anew when it is next asked for."""
        self._look = look
        say, side = look.words.say, look.pixels(15)
        self.list.setStyleSheet(
            "QListWidget { background: transparent; } QListWidget::item { padding: 2px 0; }"
        )
        self.list.setAccessibleName(say("why_list"))
        self.more.setToolTip(say("why_more_help"))
        self.more.setAccessibleDescription(say("why_more_help"))
        self.replay.setText(say("why_replay"))
        self.replay.setToolTip(say("why_replay_help"))
        self.replay.setAccessibleDescription(say("why_replay_help"))
        self._close.setIcon(icon("close", look.theme.colour("text"), look.theme.colour("text_muted"), side))
        self._close.setIconSize(QSize(side, side))
        self._close.setAccessibleName(say("why_close"))
        self._close.setToolTip(say("why_close"))
        self.hide()

    def ask(self, quantity: str, time: float, room: QRect, to_right: bool) -> None:
        """Answer for a quantity about a time (min), within a room of the parent, at its right or left."""
        film, self._where = self._session.film, (room, to_right)
        try:
            self.steps = causes(film, quantity, time)
            named = {cause.name for cause in self.steps}
            more = causes(film, quantity, time, _SMALL) if self.steps else ()
            self.smaller = tuple(cause for cause in more if cause.name not in named)
        except (SolverFailed, KeyError):
            self.steps = self.smaller = ()
        words = self._look.words
        what = _name(quantity, words)
        if self.steps:
            rose = self.steps[-1].rose
            self._title.setText(words.say("why_rose_title" if rose else "why_fell_title", what=what))
        else:
            self._title.setText(words.say("why_rest", what=what))
        self.more.setText(words.say("why_more", n=len(self.smaller)))
        self.more.setVisible(bool(self.smaller))
        self.replay.setVisible(bool(self.steps))
        self.list.setVisible(bool(self.steps))
        self.list.clear()
        self._add(self._lines(self.steps, numbered=True), self.steps)
        self._show()

    def show_smaller(self) -> None:
        """Name those too that made less than a twentieth of a change: below the others, in their order."""
        self._add(self._lines(self.smaller, numbered=False), self.smaller)
        self.more.hide()
        self._show()

    def _add(self, lines: Sequence[str], steps: Sequence[Cause]) -> None:
        for line, cause in zip(lines, steps, strict=True):
            item = QListWidgetItem(line, self.list)
            item.setData(Qt.ItemDataRole.UserRole, cause.name if cause.name in self._look.words else "")

    def _show(self) -> None:
        lines = [self.list.item(row).text() for row in range(self.list.count())]
        self.setAccessibleName(" ".join([self._title.text(), *lines]))
        self._place(*self._where)

    def play_slowly(self) -> None:
        """From just before the first step, slowly."""
        self._session.seek(min(cause.onset for cause in self.steps) - _BEFORE)
        self._session.set_speed(SLOW)
        self._session.play()

    def dismiss(self) -> None:
        """Go away, and give back the keyboard."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _lines(self, steps: Sequence[Cause], numbered: bool) -> list[str]:
        """Each step in words, with its time where times tell the order too."""
        words, latest, found = self._look.words, 0.0, []
        told = {change.time: change.text for change in changes(self._session.film, words)}
        for n, cause in enumerate(steps, 1):
            phrase = f"why_{cause.name}" if f"why_{cause.name}" in words.phrase else ""
            if cause.name == "event" or phrase:
                step, when = (
                    told.get(cause.onset, "") if cause.name == "event" else words.say(phrase),
                    "why_at",
                )
            else:
                said = "why_rose" if cause.rose else "why_fell"
                step, when = words.say(said, what=_name(cause.name, words)), "why_from"
            step = words.say("why_step", n=n, step=step) if numbered else words.say("why_small", step=step)
            # What saturates has made a tenth of its change sooner than what drives it: no time is told then.
            if cause.onset >= latest:
                latest = cause.onset
                step = words.say(when, step=step, time=words.say("time_minutes", n=f"{cause.onset:.0f}"))
            found.append(step)
        return found

    def _select(self, item: QListWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        if name:
            self._session.select(name)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.replay)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _place(self, room: QRect, to_right: bool) -> None:
        width = min(self._look.pixels(_WIDTH), room.width() - 2 * _GAP)
        self.setFixedWidth(width)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setMinimumHeight(min(rows + 4, self._look.pixels(60)))
        others = self._title.sizeHint().height() + self._close.sizeHint().height() + 28
        self.setFixedHeight(min(rows + 8 + others, room.height() - 2 * _GAP))
        left = room.right() - width - _GAP if to_right else room.left() + _GAP
        self.move(left, room.top() + _GAP)
        self.show()
        self.raise_()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


def _name(quantity: str, words: Words) -> str:
    """What a quantity is called: as everywhere, else as its plot."""
    if quantity in words:
        return words.short(quantity)
    own = (p.name for p in plots().values() if any(curve.name == quantity for curve in p.curves))
    return words.say(f"plot_{next(own)}")
