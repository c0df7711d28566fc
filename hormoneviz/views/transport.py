"""TransportBar: play, step, reset, speed and the timeline, in one line or, where that is too long, in two."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.clock import SPEEDS, scale_in_words
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.changes import changes
from hormoneviz.views.icons import icon
from hormoneviz.views.segments import sheet
from hormoneviz.views.slider import DragSlider, SliderGroup
from hormoneviz.views.timeline import Timeline
from hormoneviz.views.timetext import time_text

_BUTTONS = ("reset", "step_back", "play", "step_forward")
_MARGINS = (10, 2, 10, 6)
_LEAST_SPEED, _LEAST_TIMELINE = 50, 240
"""px at 100 % text, across"""


class TransportBar(QWidget):
    """How the film runs."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._buttons = {name: QToolButton(self) for name in _BUTTONS}
        say = look.words.say
        self._timeline = Timeline(look, self)
        self._clock = QLabel(self)
        # The stops are those of the clock: a slider over their numbers snaps at each of them, 1x among them.
        self._speed = SliderGroup(
            say("speed_name"), say("speed_help"), DragSlider(0, len(SPEEDS) - 1, 1), self
        )
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*_MARGINS)
        self._lines.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        for part in (*self._buttons.values(), self._clock, self._timeline, self._speed):
            self._row.addWidget(part)
        self._row.setStretchFactor(self._timeline, 1)
        self._lines.addLayout(self._row)
        self._is_narrow = False
        self.setMinimumWidth(1)  # else one line would ask for the room that two lines do without
        self._connect()
        self.set_look(look)
        self.show_film()
        self.show_speed(session.speed)

    def set_look(self, look: Look) -> None:
        """Icons and sizes of another look; colours come with the style sheet."""
        self._look = look
        self.setStyleSheet(sheet(look))
        self.ensurePolished()
        self._timeline.set_look(look)
        self._clock.setFixedWidth(self._clock.fontMetrics().horizontalAdvance("88 h 88 min 88 s") + 4)
        self._speed.set_widths(look.pixels(_LEAST_SPEED), "60× · 1 s = 30 min")
        self._speed.slider.setMaximumWidth(look.pixels(110))
        for name in _BUTTONS:
            self._dress(name, name)
        self.show_playing(self._session.is_playing)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """The timeline in a line of its own where it would be too short between the others."""
        others = (*self._buttons.values(), self._clock, self._speed)
        taken = sum(part.sizeHint().width() + self._row.spacing() for part in others)
        narrow = self.width() < taken + self._look.pixels(_LEAST_TIMELINE)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._speed.show_name(not narrow)
        if narrow:
            self._row.removeWidget(self._timeline)
            self._row.insertStretch(len(_BUTTONS) + 1)
            self._lines.insertWidget(0, self._timeline)
        else:
            self._lines.removeWidget(self._timeline)
            self._row.takeAt(len(_BUTTONS) + 1)
            self._row.insertWidget(len(_BUTTONS) + 1, self._timeline, 1)

    def where(self, thing: str) -> QRect:
        """Where a button stands; an empty place for what is none."""
        return self._buttons[thing].geometry() if thing in self._buttons else QRect()

    def show_film(self) -> None:
        """Another film: its length and its events."""
        film = self._session.film
        marks = tuple(change.time for change in changes(film, self._look.words))
        self._timeline.show_film(film.duration, marks)
        self.show_frame(self._session.frame)

    def show_frame(self, frame: Frame) -> None:
        """The play head has moved."""
        self._timeline.show_time(frame.time)
        text = time_text(self._look.words, frame.time)
        if text != self._clock.text():
            self._clock.setText(text)

    def show_playing(self, playing: bool) -> None:
        """The one button is play or pause, whichever would change something."""
        self._dress("play", "pause" if playing else "play")

    def show_speed(self, speed: float) -> None:
        """The nearest stop of the slider, and the speed in words."""
        nearest = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - speed))
        self._speed.show_value(nearest, f"{speed:g}× · {scale_in_words(speed)}")

    def _dress(self, name: str, phrase: str) -> None:
        button, theme, side = self._buttons[name], self._look.theme, self._look.pixels(20)
        button.setIcon(icon(phrase, theme.colour("text"), theme.colour("text_muted", 0.5), side))
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(self._look.words.say(phrase))
        button.setToolTip(self._look.words.say(phrase))

    def _connect(self) -> None:
        session = self._session
        self._buttons["reset"].clicked.connect(session.reset)
        self._buttons["step_back"].clicked.connect(self._step_back)
        self._buttons["play"].clicked.connect(session.toggle_play)
        self._buttons["step_forward"].clicked.connect(self._step_forward)
        self._timeline.sought.connect(session.seek)
        self._speed.slider.set_by_hand.connect(self._set_speed)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        session.playing_changed.connect(self.show_playing)
        session.speed_changed.connect(self.show_speed)

    def _step_back(self) -> None:
        self._session.step(-1)

    def _step_forward(self) -> None:
        self._session.step(1)

    def _set_speed(self, stop: int) -> None:
        self._session.set_speed(SPEEDS[stop])
