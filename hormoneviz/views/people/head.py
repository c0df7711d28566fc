"""Head and foot: what is shown of the people; how many they are, and which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.flow import FlowLayout
from hormoneviz.views.people.measures import MEASURES, measure, readings
from hormoneviz.views.segments import Segments

VIEWS = ("time", "spread", "matters")
FEWEST, MOST, STEP = 20, 1000, 20
"""people in the window; the command line takes more"""
_ACROSS = 8
"""px between controls"""
_LEAST = 180
"""px at 100 % text, of a choice that is cut short to stay in its line"""
_PAD = 36
"""px at 100 % text, around the number of people"""


class _Line(QWidget):
    """Controls in as many lines as they need at the width they have."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, across=_ACROSS)
        self._flow.setContentsMargins(8, 0, 8, 0)

    def height_at(self, width: int) -> int:
        """How high the lines stand at a width."""
        return max(self._flow.height_at(width), 1)

    def whole_width(self) -> int:
        """How wide all of it is in one line."""
        items = [self._flow.itemAt(i) for i in range(self._flow.count())]
        wide = [item.sizeHint().width() for item in items if item is not None and not item.isEmpty()]
        margins = self._flow.contentsMargins()
        return sum(wide) + _ACROSS * (len(wide) - 1) + margins.left() + margins.right()

    def fit(self) -> None:
        """Be as high as the lines."""
        height = self.height_at(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()


class Head(_Line):
    """Which view, and of what."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        say = look.words.say
        choices = [(v, say(f"people_view_{v}"), say(f"people_view_{v}_help")) for v in VIEWS]
        self.views = Segments(say("people_view"), choices, self)
        self.views.label.hide()
        self._measures, self._readings = QComboBox(self), QComboBox(self)
        self._names: tuple[str, ...] = ()
        self._offered: tuple[tuple[str, bool], ...] = ()
        self.view, self._both = VIEWS[0], False
        for box in (self._measures, self._readings):
            box.setMinimumWidth(1)  # the line decides
        for widget in (self.views, self._measures, self._readings):
            self._flow.addWidget(widget)
        self.views.chosen.connect(self.show_view)
        self._measures.currentIndexChanged.connect(self._choose)
        self._readings.currentIndexChanged.connect(self._choose)
        self.offer(tuple(m.name for m in MEASURES), readings(None))
        self.show_view(self.view)

    @property
    def measure(self) -> str:
        """The course on show."""
        return self._names[max(self._measures.currentIndex(), 0)]

    @property
    def reading(self) -> tuple[str, bool]:
        """The reading on show, and whether as what the therapies change."""
        return self._offered[max(self._readings.currentIndex(), 0)]

    def reading_title(self) -> str:
        """What the reading on show is called."""
        return self._reading_name(*self.reading)

    def show_view(self, view: str) -> None:
        """Look at one of VIEWS."""
        self.view = view
        self.views.show_choice(view)
        self._arrange()
        self.chosen.emit()

    def set_both(self, both: bool) -> None:
        """Whether the courses and the spread stand side by side."""
        if both != self._both:
            self._both = both
            self._arrange()

    def set_look(self, look: Look) -> None:
        """Another language level or text size."""
        self._look = look
        say = look.words.say
        for box, phrase in ((self._measures, "people_measure"), (self._readings, "people_reading")):
            box.setAccessibleName(say(phrase))
            box.setToolTip(say(phrase))
        self._flow.least = look.pixels(_LEAST)
        names, offered = self._names, self._offered
        self._names, self._offered = (), ()
        self.offer(names, offered)
        self.fit()

    def offer(self, names: tuple[str, ...], offered: tuple[tuple[str, bool], ...]) -> None:
        """These courses and readings; the choice stays where it is still among them."""
        if names != self._names:
            before, self._names = self._names, names
            texts = [self._look.words.say(f"plot_{measure(name).plot}") for name in names]
            _fill(self._measures, texts, _place(self._measures, before, names))
        if offered != self._offered:
            earlier, self._offered = self._offered, offered
            texts = [self._reading_name(*one) for one in offered]
            _fill(self._readings, texts, _place(self._readings, earlier, offered))
        self.fit()

    def _arrange(self) -> None:
        spread = self.view == "spread"
        both = self._both and self.view != "matters"
        self._measures.setVisible(both or not spread)
        self._readings.setVisible(both or spread)
        self.fit()

    def _reading_name(self, name: str, change: bool) -> str:
        said = self._look.words.say(f"people_{name}")
        return self._look.words.say("people_change", what=said) if change else said

    def _choose(self) -> None:
        self.chosen.emit()


class Foot(_Line):
    """How many people, which, and a way to stop."""

    asked = Signal()
    """another number of people, or other people"""
    stop_or_go = Signal()

    def __init__(self, people: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.seed = 1
        self._look: Look | None = None
        self._people = QSpinBox(self)
        self._people.setRange(FEWEST, MOST)
        self._people.setSingleStep(STEP)
        self._people.setValue(people)
        self._people.setKeyboardTracking(False)
        self._people.lineEdit().setTextMargins(6, 0, 0, 0)
        self._others, self._stop = QPushButton(self), QPushButton(self)
        for widget in (self._people, self._others, self._stop):
            self._flow.addWidget(widget)
        self._people.valueChanged.connect(self._ask)
        self._others.clicked.connect(self._ask_others)
        self._stop.clicked.connect(self.stop_or_go)

    @property
    def people(self) -> int:
        """How many are wanted."""
        return self._people.value()

    def set_look(self, look: Look) -> None:
        """Another language level or text size."""
        self._look = look
        say = look.words.say
        self._people.setAccessibleName(say("people_number"))
        self._people.setToolTip(say("people_number"))
        self._people.setSuffix(say("people_suffix"))
        self._others.setText(say("people_others"))
        self._tell_seed()
        shown = self._stop.text()
        self._stop.setMinimumWidth(0)
        widths = [self._wide(say(f"people_{word}")) for word in ("stop", "go")]
        self._stop.setText(shown)
        self._stop.setMinimumWidth(max(widths))
        self._people.setFixedHeight(self._stop.sizeHint().height())
        most = self._people.fontMetrics().horizontalAdvance(f"{MOST}{self._people.suffix()}")
        self._people.setFixedWidth(most + look.pixels(_PAD))
        self.fit()

    def _wide(self, text: str) -> int:
        """How wide the last button is with that on it."""
        self._stop.setText(text)
        return self._stop.sizeHint().width()

    def show_work(self, pending: bool, stopped: bool) -> None:
        """Stop while there is work, go on after a stop."""
        if self._look is not None:
            self._stop.setText(self._look.words.say("people_go" if stopped else "people_stop"))
        self._stop.setEnabled(pending or stopped)

    def _tell_seed(self) -> None:
        if self._look is not None:
            said = self._look.words.say("people_others_help", seed=self.seed)
            self._others.setToolTip(said)
            self._others.setAccessibleDescription(said)

    def _ask(self) -> None:
        self.asked.emit()

    def _ask_others(self) -> None:
        self.seed += 1
        self._tell_seed()
        self.asked.emit()


def _place(box: QComboBox, before: Sequence[object], now: Sequence[object]) -> int:
    """Where the present choice is among what is offered now."""
    place = box.currentIndex()
    if 0 <= place < len(before) and before[place] in now:
        return now.index(before[place])
    return max(place, 0) if not before else 0


def _fill(box: QComboBox, texts: Sequence[str], place: int) -> None:
    with QSignalBlocker(box):
        box.clear()
        box.addItems(list(texts))
        box.setCurrentIndex(min(place, len(texts) - 1))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
