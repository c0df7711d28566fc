"""HallView: what the hall sees of a lesson.  The cell, or twins; beside them what is asked and plotted; below
what is said.  No control is on it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.board import Board, Place
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.views.hall.asking import Asking
from hormoneviz.views.hall.band import Band
from hormoneviz.views.hall.cells import HallCells
from hormoneviz.views.hall.courses import MOST, Drawn, drawn, wanted
from hormoneviz.views.hall.measures import TEXT, hall_look
from hormoneviz.views.hall.overlay import Overlay
from hormoneviz.views.hall.plot import HallPlot

log = logging.getLogger("hormoneviz")

SIDE = 0.42
"""of the width, for question and plots"""
_CURVES = 2.6
"""heights of the text, of curves beside which others are higher"""
_LEAST = 160, 90
"""px, of a preview"""
_ASKING = 0.45
"""of the height of the side, at most, for a question above a plot"""


class HallView(QWidget):
    """The picture of a lesson."""

    def __init__(self, lesson: Lesson, board: Board, session: Session, look: Look) -> None:
        super().__init__()
        self._lesson, self._session, self._base = lesson, session, look
        look = hall_look(look, 1080.0)
        self.cells = HallCells(session, look)
        self.plots = [HallPlot(session, board, look) for _ in range(MOST)]
        self.asking, self.band = Asking(look), Band(lesson, look)
        self.overlay = Overlay(board, look, self)
        for part in (self.cells, *self.plots, self.asking, self.band):
            part.setParent(self)
        self.overlay.raise_()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*_LEAST)
        self._band_height = 0
        self._shown = 0
        """how many plots are seen"""
        lesson.beat_changed.connect(self.show_beat)
        lesson.answered.connect(self._show_question)
        session.film_changed.connect(self._show_plots)
        session.twin_changed.connect(self._show_plots)
        self.show_beat()

    def set_look(self, look: Look) -> None:
        """Another theme or level; the size of text follows from that of the picture."""
        self._base = look
        self._dress()

    def set_way(self, way: str, on: bool) -> None:
        """A way of showing that the hall follows, of those in the menu: with "reduced_motion", fades instead
        of flights."""
        if way == "reduced_motion":
            self.cells.set_reduced_motion(on)

    def show_beat(self) -> None:
        """Show the beat on stage."""
        stage = self._lesson.stage
        self.band.show_beat()
        self.cells.point_at(stage.beat.point)
        self._show_question()
        self._show_plots()
        self.cells.cell.look_at(stage.look)

    def come_to_rest(self) -> None:
        """Have the picture as it will be when the camera is where it goes, for pictures and checks."""
        self.cells.come_to_rest()

    def zoom(self) -> None:
        """Go near what is pointed at; from near by, back to where the beat stands."""
        self.cells.cell.zoom(self._lesson.stage.look)

    def guess_at(self, place: Place) -> Place | None:
        """Where on the axes of a covered plot a place of the picture is, in shares of their area; none where
        it is on no such plot."""
        at = QPoint(round(place[0] * self.width()), round(place[1] * self.height()))
        for plot in self.plots:
            if not plot.isHidden() and plot.geometry().contains(at):
                return plot.guess_at(plot.mapFromParent(at))
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        look = hall_look(self._base, max(self.height(), 1))
        self.setStyleSheet(f"HallView {{ background: {look.theme.colours['window']}; }}")
        self.band.set_look(look)
        self.asking.set_look(look)
        self.overlay.set_look(look)
        for plot in self.plots:
            plot.set_look(look)
        self._band_height = self.band.height_for(self.width())
        self.cells.set_look(look, self.height())
        self._lay_out()

    def _show_question(self) -> None:
        self.asking.show_question(self._lesson.stage.beat.question, self._lesson.answer_shown)
        self._lay_out()

    def _show_plots(self) -> None:
        found, twin = self._drawn(), self._session.twin
        self._shown = len(found)
        name = self._base.words.say(f"cells_{twin.kind.replace(' ', '_')}") if twin else ""
        for plot, course in zip(self.plots, found, strict=False):
            plot.show_course(course, name)
            name = "" if course.twin is not None else name  # once is enough for both
        self._lay_out()

    def _drawn(self) -> list[Drawn]:
        """The curves of the beat; one that cannot be solved is left out, and never shown as an error."""
        stage, film = self._lesson.stage, self._session.film
        twin = self._session.twin.film if self._session.twin else None
        found: list[Drawn] = []
        for want in wanted(stage, film.units_of_series):
            try:
                found.append(drawn(stage, want, self._base, film, twin))
            except Exception:
                log.exception("a plot of the hall could not be drawn")
        return found

    def _lay_out(self) -> None:
        """Everything in its place: a function of size, look and beat."""
        width, height, low = self.width(), self.height(), self._band_top()
        self.band.setGeometry(0, low, width, height - low)
        self.overlay.setGeometry(0, 0, width, height)
        left = round(width * (1.0 - SIDE)) if self._shown else width
        side = QRect(left, 0, width - left, low)
        asks = self._lesson.stage.beat.question is not None
        self.asking.setVisible(asks)
        if asks and self._asks_beside(side):
            tall = self.asking.height_for(side.width())
            self.asking.setGeometry(side.left(), 0, side.width(), tall)
            side.setTop(tall)
        elif asks:
            low -= self.asking.height_for(width)
            self.asking.setGeometry(0, low, width, self._band_top() - low)
            side.setHeight(low)
        self.cells.setGeometry(0, 0, left, max(low, 1))
        self.cells.set_alone(left < width)
        self._lay_out_plots(side)

    def _asks_beside(self, side: QRect) -> bool:
        """Whether the question stands above the plot, which then keeps enough room; else it goes below
        everything, with the choices side by side."""
        self.asking.set_wide(False)
        beside = self._shown > 0 and self.asking.height_for(side.width()) <= _ASKING * side.height()
        self.asking.set_wide(not beside)
        return beside

    def _band_top(self) -> int:
        return max(self.height() - self._band_height, 1)

    def _lay_out_plots(self, side: QRect) -> None:
        """Below each other, the curves of all equally high; if there is room, what the class has guessed
        twice as high."""
        plots = self.plots[: self._shown]
        free = max(side.height() - sum(plot.over_curves() for plot in plots), 0)
        weights = [2 if plot.drawn and plot.drawn.guessed else 1 for plot in plots]
        if free < _CURVES * sum(weights) * TEXT * self.height():
            weights = [1] * len(plots)
        top = side.top()
        for plot, weight in zip(plots, weights, strict=True):
            tall = plot.over_curves() + free * weight // sum(weights)
            plot.setGeometry(side.left(), top, side.width(), tall)
            top += tall
        for i, plot in enumerate(self.plots):
            plot.setVisible(i < self._shown)
