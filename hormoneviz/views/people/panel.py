"""PeoplePanel: a hundred virtual people in this experiment, beside the one on screen; what matters there."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.people import measures
from hormoneviz.views.people.bands import BandsChart
from hormoneviz.views.people.head import Foot, Head
from hormoneviz.views.people.histogram import Histogram
from hormoneviz.views.people.matters import Matters
from hormoneviz.views.people.progress import Progress
from hormoneviz.views.people.under import Under
from hormoneviz.views.people.worker import Worker
from hormoneviz.views.segments import sheet
from hormoneviz.views.timetext import time_said

_WIDE = 760
"""px at 100 % text from which on both charts stand side by side"""
_LOW, _BESIDE = 300, 440
"""px at 100 % text: in a lower panel as wide as this, little is said, beside the foot; bands have no title"""
_LEAST, _LEAST_LOW = 150, 120
"""px at 100 % text, of a chart with its key and axes; a lower panel scrolls"""
_PAUSE = 0.2
"""s between moves of the play head while playing"""


class PeoplePanel(QWidget):
    """The population of the session's scenario."""

    asked = Signal(str, str)
    """the phrase of a tab that is to come to the front, and what is to be seen there"""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look, self._moved = session, look, 0.0
        self.worker = Worker(session, self)
        self.head, self.foot = Head(look, self), Foot(self.worker.people, self)
        self.under, self._progress = Under(self.foot, self), Progress(self)
        self.bands, self.histogram = BandsChart(look, self), Histogram(look, self)
        self.matters = Matters(session, look, self)
        self._scroll, self._column = QScrollArea(self), QVBoxLayout()
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self.setMinimumSize(240, 170)
        self.foot.asked.connect(self._ask)
        self.foot.stop_or_go.connect(self._stop_or_go)
        self.head.chosen.connect(self._choose)
        self.bands.sought.connect(session.seek)
        self.worker.changed.connect(self.refresh)
        self.matters.asked.connect(self.asked)
        self.matters.changed.connect(self._fit)
        self.matters.changed.connect(self._show_progress)
        self.matters.progressed.connect(self._show_progress)
        self.worker.progressed.connect(self._show_progress)
        session.frame_changed.connect(self.show_frame)
        self.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(440, 320)

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self._look = look
        say = look.words.say
        self.setStyleSheet(sheet(look))
        self._progress.set_look(look)
        self.setAccessibleName(say("people_name"))
        self.setAccessibleDescription(say("people_help"))
        self.head.set_look(look)
        self.foot.set_look(look)
        self.matters.set_look(look)
        for chart in (self.bands, self.histogram):
            chart.set_look(look)
        self.refresh()
        self._fit()

    def refresh(self) -> None:
        """Show what the worker has."""
        say, worker, crowd = self._look.words.say, self.worker, self.worker.crowd
        self.foot.show_work(worker.pending, worker.stopped)
        self._show_progress()
        self.head.offer(tuple(m.name for m in measures.offered(crowd)), measures.readings(crowd))
        self._look_at()  # what is offered may be something else
        waiting = say("people_stopped") if worker.stopped else say("people_making", n=worker.people)
        sentence = say("people_problem", problem=worker.problem) if worker.problem else waiting
        shown = measures.measure(self.head.measure)
        self.bands.sentence = self.histogram.sentence = sentence
        if crowd is None or not crowd.size:
            self.bands.show_bands(shown, None)
            self.histogram.show_reading("", shown.colour, None)
            self._say("", sentence)
        else:
            unit = self._look.glucose_unit
            self.bands.show_bands(shown, measures.course(crowd, shown.name, unit), crowd.people.times)
            name, change = self.head.reading
            found, title = measures.reading(crowd, name, change, unit), self.head.reading_title()
            self.histogram.show_reading(title, measures.READINGS[name], found, change)
            self._tell()
        for chart, name in ((self.bands, say("people_bands")), (self.histogram, say("people_histogram"))):
            chart.setAccessibleName(name)
        self.show_frame(self._session.frame)

    def show_frame(self, frame: Frame) -> None:
        """The line in the bands goes with the play head, and so does what is said of them."""
        if self.isVisible() and not (self._session.is_playing and monotonic() - self._moved < _PAUSE):
            self._moved = monotonic()
            self.bands.show_now(frame.time)
            if self.head.view == "time":
                self._tell()

    def _tell(self) -> None:
        """The sentence below: of the courses at the play head, or of the reading."""
        crowd, words, unit = self.worker.crowd, self._look.words, self._look.glucose_unit
        if crowd is None or not crowd.size:
            return
        if self.head.view == "time":
            shown, time = measures.measure(self.head.measure), self._session.time
            found, change = measures.moment(crowd, shown.name, time, unit), False
            what = words.say("people_at", what=words.say(f"plot_{shown.plot}"), time=time_said(words, time))
        else:
            name, change = self.head.reading
            found, what = measures.reading(crowd, name, change, unit), self.head.reading_title()
        whole = measures.told(found, what, change, crowd, words)
        self._say(measures.told(found, what, change, crowd, words, short=True) if self._low else whole, whole)

    def _say(self, sentence: str, whole: str) -> None:
        """What is read under the charts, and all of it for who cannot see them or points at it."""
        if (sentence, whole) != (self.under.told.text(), self.under.told.toolTip()):
            self.under.told.setText(sentence)
            self.under.told.setToolTip(whole)
            for chart in (self.bands, self.histogram):
                chart.setAccessibleDescription(f"{whole} {self._look.words.say('people_help')}")
            self._fit_bar()

    def _show_progress(self, _share: float = 0.0) -> None:
        work = self.matters.thinker if self.head.view == "matters" else self.worker
        self._progress.show_share(work.progress)
        self._progress.setVisible(work.pending)

    def _choose(self) -> None:
        self._fit()
        self._look_at()
        self.refresh()

    def _look_at(self) -> None:
        """Only what is looked at is worked out."""
        looked_at = self.isVisible() and self.head.view == "matters"
        self.matters.look_at(self.head.measure if looked_at else "")

    def _ask(self) -> None:
        self.worker.ask(self.foot.people, self.foot.seed)

    def _stop_or_go(self) -> None:
        (self.worker.go_on if self.worker.stopped else self.worker.stop)()

    # --- Qt --------------------------------------------------------------------------------------------

    @property
    def _low(self) -> bool:
        pixels = self._look.pixels
        return self.height() < pixels(_LOW) and self.width() >= pixels(_BESIDE)

    def _arrange(self) -> None:
        self._charts.addWidget(self.bands, 1)
        self._charts.addWidget(self.histogram, 1)
        page = QWidget()
        column = self._column
        page.setLayout(column)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self._progress)
        column.addLayout(self._charts, 1)
        column.addWidget(self.matters, 1)
        column.addWidget(self.under)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fit(self) -> None:
        """What stands where: a matter of size, look and view alone."""
        wide, low, view = self.width() >= self._look.pixels(_WIDE), self._low, self.head.view
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._charts.setDirection(across if wide else down)
        self.head.set_both(wide)
        both = wide and view != "matters"
        self.bands.set_titled(both or not low)  # what stands above it says the same
        for chart in (self.bands, self.histogram):
            chart.setMinimumHeight(self._look.pixels(_LEAST_LOW if low else _LEAST))
        self.bands.setVisible(both or view == "time")
        self.histogram.setVisible(both or view == "spread")
        self.matters.setVisible(view == "matters")
        self.under.setVisible(view != "matters")
        self.under.set_beside(low)
        self._tell()
        self._fit_bar()

    def _fit_bar(self) -> None:
        """A scroll bar where what is shown is too high for the whole width.

        Qt, asked to decide, also asks whether there is one now: the same size then looks now so, now so.
        """
        width, column = self.width(), self._column
        chart = self._look.pixels(_LEAST_LOW if self._low else _LEAST) + self.under.height_at(width)
        shown = self.matters.height_at(width) if self.head.view == "matters" else chart
        gaps = column.contentsMargins().top() + column.spacing() * (column.count() - 1)
        policy = Qt.ScrollBarPolicy
        high = self.head.height_at(width) + self._progress.height() + shown + gaps > self.height()
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if high else policy.ScrollBarAlwaysOff
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self.head.set_look(self._look)  # only now the font is known that its choices are as wide as
        self.foot.set_look(self._look)
        self._fit()
        self.worker.wake(True)
        self._look_at()
        self.show_frame(self._session.frame)

    def hideEvent(self, event: QHideEvent) -> None:
        self.worker.wake(False)
        self.matters.look_at("")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.colour("surface"))
