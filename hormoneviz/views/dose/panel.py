"""DosePanel: what insulin from 0.001 to 100 nM does to this cell, beside the healthy one."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.dose import QUANTITIES
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.dose.chart import DoseChart
from hormoneviz.views.dose.scale import dose_text
from hormoneviz.views.dose.worker import Worker
from hormoneviz.views.segments import Segments, sheet

_WIDE = 900
"""px at 100 % text from which on both quantities stand side by side"""
_LEAST = 140
"""px at 100 % text, of a chart with its title and axes; a lower panel scrolls"""
_PAUSE = 0.1
"""s between moves of the marker while playing"""
_PROGRESS = """
QProgressBar {{ background: transparent; border: none; min-height: 3px; max-height: 3px; }}
QProgressBar::chunk {{ background: {accent}; }}
"""


class DosePanel(QWidget):
    """The dose-response curves of the session's present state."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._quantity, self._moved = QUANTITIES[0], 0.0
        say = look.words.say
        names = ("plot_surface", "plot_uptake")
        choices = [(q, say(f"{n}_chip"), say(n)) for q, n in zip(QUANTITIES, names, strict=True)]
        self.choice = Segments(say("dose_quantity"), choices, self)
        self.choice.label.hide()
        self._progress = QProgressBar(self)
        self.charts = {name: DoseChart(name, look, self) for name in QUANTITIES}
        self._scroll = QScrollArea(self)
        self.worker = Worker(session, self)
        self._arrange()
        self.setMinimumSize(240, 170)
        self.setAccessibleName(say("dose_panel_name"))
        self.setAccessibleDescription(say("dose_panel_help"))
        self.choice.chosen.connect(self.show_quantity)
        for chart in self.charts.values():
            chart.chosen.connect(self._give)
        self.worker.changed.connect(self.refresh)
        self.worker.progressed.connect(self._show_progress)
        session.film_changed.connect(self._film_changed)
        session.frame_changed.connect(self.show_frame)
        self.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(440, 320)

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self._look = look
        self.setStyleSheet(sheet(look) + _PROGRESS.format(accent=look.theme.colour("accent").name()))
        for chart in self.charts.values():
            chart.set_look(look)
            chart.setMinimumHeight(look.pixels(_LEAST))
        self.show_quantity(self._quantity)
        self.refresh()
        self._film_changed()

    def show_quantity(self, quantity: str) -> None:
        """Look at one of QUANTITIES; where there is room, both are seen anyway."""
        self._quantity = quantity
        self.choice.show_choice(quantity)
        self._fit()

    def refresh(self) -> None:
        """Show what the worker has."""
        say = self._look.words.say
        self._progress.hide()
        problem = self.worker.problem
        sentence = say("dose_problem", problem=problem) if problem else say("dose_making")
        for chart in self.charts.values():
            chart.show_curves(self.worker.shown, sentence)
            chart.setAccessibleName(say("dose_panel_name"))
            chart.setAccessibleDescription(f"{chart.spoken()} {say('dose_panel_help')}")

    def show_frame(self, frame: Frame) -> None:
        """The marker goes with the insulin around the cell."""
        if self.isVisible() and not (self._session.is_playing and monotonic() - self._moved < _PAUSE):
            self._moved = monotonic()
            for chart in self.charts.values():
                chart.show_now(frame.values["insulin"])

    def _film_changed(self) -> None:
        """Only in a bath a click is a dose."""
        in_bath = self._session.scenario.protocol.kind == "bath"
        help_ = self._look.words.say("dose_click_bath" if in_bath else "dose_click_body")
        for chart in self.charts.values():
            chart.set_clickable(in_bath)
            chart.setToolTip(help_)
        self.show_frame(self._session.frame)

    def _give(self, step: int) -> None:
        if self._session.scenario.protocol.kind == "bath":
            self._session.set_state("insulin", dose_text(step))

    def _show_progress(self, progress: float) -> None:
        self._progress.setValue(round(1000 * progress))
        self._progress.show()

    # --- Qt --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.choice)
        head.addStretch(1)
        for chart in self.charts.values():
            row.addWidget(chart, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addLayout(row, 1)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fit(self) -> None:
        wide = self.width() >= self._look.pixels(_WIDE)
        self.choice.setVisible(not wide)
        for name, chart in self.charts.items():
            chart.setVisible(wide or name == self._quantity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self.worker.wake(True)
        self.show_frame(self._session.frame)

    def hideEvent(self, event: QHideEvent) -> None:
        self.worker.wake(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.colour("surface"))
