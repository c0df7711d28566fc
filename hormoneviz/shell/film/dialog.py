"""The questions before a film is made: which moments, how fast, how large, as what; and its length."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from hormoneviz.look.look import Look
from hormoneviz.shell.film.choice import (
    NAMES,
    SIZES,
    SLOWEST,
    Choice,
    Name,
    first_possible,
    kind_named,
    objection,
)
from hormoneviz.shell.film.kinds import FASTEST, MOST_FPS
from hormoneviz.shell.film.progress import seconds_said
from hormoneviz.shell.film.reel import Reel
from hormoneviz.shell.fitting import FittedForm
from hormoneviz.shell.verbs.looks import LARGEST, SMALLEST
from hormoneviz.simulation import units
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.segments import Segments, sheet

_PARTS = ("rest", "all")
_GAP, _MARGIN = 10, 6


class FilmDialog(QDialog):
    """Asks; `reel` and `choice` are what was answered."""

    def __init__(self, scenario: Scenario, look: Look, choice: Choice, now: float, parent: QWidget) -> None:
        """`now` is where the play head stands, min: from there on, unless that is the end."""
        super().__init__(parent)
        self._scenario, self._look = scenario, look
        self._length = units.read(scenario.duration, "time")
        self._now = round(now, 2) if round(now, 2) < self._length else 0.0
        self._kind = first_possible(choice.kind)
        self._make_moments(choice)
        self._make_pictures(choice)
        self.told = QLabel(self)
        """how long the film will be, or what speaks against it"""
        self._lay_out()
        self._choose_part("rest" if self._now else "all")
        self._connect()

    @property
    def choice(self) -> Choice:
        """How the film is wanted."""
        size = self.pixels.currentData() or (self.wide.value(), self.high.value())
        return Choice(self._kind, self.speed.value(), self.fps.value(), *size)

    @property
    def reel(self) -> Reel:
        """What is to be filmed."""
        chosen = self.choice
        moments = self.start.value(), min(self.until.value(), self._length)
        return Reel(self._scenario, self._look, chosen.size, *moments, chosen.speed, chosen.fps)

    def showEvent(self, event: QShowEvent) -> None:
        """Only once it is seen does every part know its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fitted.fit)

    # --- making it -------------------------------------------------------------------------------------

    def _make_moments(self, choice: Choice) -> None:
        self.part = self._segments("film_part", [(name, f"film_{name}") for name in _PARTS])
        self.start, self.until = self._minutes(0.0, self._length), self._minutes(0.0, self._length)
        self.speed = self._minutes(SLOWEST, FASTEST)
        self.speed.setValue(choice.speed)
        self.fps = self._number(1, MOST_FPS, choice.fps)

    def _make_pictures(self, choice: Choice) -> None:
        self.pixels, free = QComboBox(self), (choice.width, choice.height)
        for size in SIZES:
            self.pixels.addItem("{} × {}".format(*size), size)
        self.pixels.addItem(self._say("film_size_free"), None)
        self.pixels.setCurrentIndex(SIZES.index(free) if free in SIZES else len(SIZES))
        self.wide, self.high = (self._number(SMALLEST, LARGEST, pixels) for pixels in free)
        self.kind = self._segments("film_kind", [(name, f"film_{name}") for name in NAMES])
        for name in NAMES:
            self._offer(name)
        self.kind.show_choice(self._kind)

    def _offer(self, name: Name) -> None:
        """A kind that cannot be made now is shown, and says why."""
        kind, button = kind_named(name), self.kind.button(name)
        if not kind.possible:
            button.setEnabled(False)
            why = self._say(f"film_needs_{kind.needs.lower()}")
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def _segments(self, title: str, choices: Sequence[tuple[str, str]]) -> Segments:
        told = [(name, self._say(phrase), self._say(f"{phrase}_help")) for name, phrase in choices]
        made = Segments(self._say(title), told, self)
        made.label.hide()  # the form has its own
        return made

    def _minutes(self, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setRange(least, most)
        box.setDecimals(2)
        box.setSuffix(self._say("film_minutes"))
        box.lineEdit().setTextMargins(self._look.pixels(_MARGIN), 0, 0, 0)
        return box

    def _number(self, least: int, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(least, most)
        box.setValue(value)
        box.lineEdit().setTextMargins(self._look.pixels(_MARGIN), 0, 0, 0)
        return box

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("film_name"))
        self.setStyleSheet(sheet(self._look))
        within = QWidget(self)
        self._form = form = QFormLayout(within)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._say("film_part"), self.part)
        form.addRow(
            self._say("film_moments"), self._row(("film_from", self.start), ("film_until", self.until))
        )
        form.setHorizontalSpacing(self._look.pixels(_GAP))
        for name, box in (("film_speed", self.speed), ("film_fps", self.fps), ("film_size", self.pixels)):
            box.setAccessibleName(self._say(name))
            form.addRow(self._say(name), box)
        self._free = self._row(("film_wide", self.wide), ("film_high", self.high))
        form.addRow("", self._free)
        form.addRow(self._say("film_kind"), self.kind)
        for name in dict.fromkeys(kind_named(name).needs for name in NAMES if not kind_named(name).possible):
            form.addRow(self._line(f"film_needs_{name.lower()}"))
        self.told.setWordWrap(True)
        form.addRow(self.told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self._say("film_go"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fitted = FittedForm(self, within, buttons)

    def _row(self, *parts: tuple[str, QWidget]) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for name, part in parts:
            part.setAccessibleName(self._say(name))
            line.addWidget(QLabel(self._say(name), row))
            line.addWidget(part, 1)
        return row

    def _line(self, phrase: str) -> QLabel:
        line = QLabel(self._say(phrase), self)
        line.setProperty("role", "muted")
        line.setWordWrap(True)
        return line

    def _connect(self) -> None:
        self.part.chosen.connect(self._choose_part)
        self.kind.chosen.connect(self._choose_kind)
        self.pixels.currentIndexChanged.connect(self._choose_size)
        for box in (self.start, self.until, self.speed, self.fps, self.wide, self.high):
            box.valueChanged.connect(self._show)
        self._choose_size()

    # --- what is the case ------------------------------------------------------------------------------

    def _choose_part(self, name: str) -> None:
        self.start.setValue(self._now if name == "rest" else 0.0)
        self.until.setValue(self._length)

    def _choose_size(self) -> None:
        self._form.setRowVisible(self._free, self.pixels.currentData() is None)
        self._show()
        if self.isVisible():
            self._fitted.fit()

    def _choose_kind(self, name: str) -> None:
        self._kind = next(known for known in NAMES if known == name)
        self._show()

    def _show(self) -> None:
        reel, words = self.reel, self._look.words
        whole = {"rest": (self._now, self._length), "all": (0.0, self._length)}
        self.part.show_choice(next((n for n in whole if whole[n] == (reel.start, reel.until)), ""))
        against = objection(reel, self._kind, words)
        self.told.setProperty("role", "problem" if against else "")
        self.told.style().polish(self.told)
        lasting = seconds_said(words, reel.count / reel.fps) if not against else ""
        self.told.setText(against or self._say("film_will_be", count=reel.count, lasting=lasting))
        self.go.setEnabled(not against)

    def _say(self, phrase: str, **gaps: object) -> str:
        return self._look.words.say(phrase, **gaps)
