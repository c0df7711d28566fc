"""PlotsPanel: the plots as a widget, revealed up to the play head; hover to read out, drag to seek."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.changes import changes
from hormoneviz.views.plots.artwork import Artwork, Marks, draw, shown_charts
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.courses import PLOTS, Course, counted, counted_until, course
from hormoneviz.views.plots.readout import paint_read_out, plot_lines
from hormoneviz.views.roomy import roomy
from hormoneviz.views.timetext import time_text

_KEY_STEP = 1.0
"""min that an arrow key moves the play head"""
_SPOKEN = 2.0
"""s between changes of the description that a screen reader may read"""


class PlotsPanel(QWidget):
    """Surface GLUT4, glucose uptake and the cascade over the whole film."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        # Uptake stands below surface GLUT4, cascade last: in a low panel the last ones give way.
        self._charts = [Chart(plot, look, self) for plot in PLOTS]
        self._course: Course | None = None
        self._ghost: Course | None = None
        self._art: Artwork | None = None
        self._counted = 0.0
        self._hover: float | None = None
        self._spoken = 0.0
        self._head = -1.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 170)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(look.words.say("plots_name"))
        self.setAccessibleDescription(look.words.say("plots_help"))
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)

    def sizeHint(self) -> QSize:
        return QSize(440, 480)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self._art = None
        self.update()

    def show_film(self) -> None:
        """Another film: its curves are read and drawn once the cell has been seen to change."""
        # Queued behind the repaint of this change: the curves need the whole film solved, and that is longer
        # than a finger should wait for the first sign of an answer.
        QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        self._course = self._art = None
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """Only the play head moves, and only what it passes over is repainted."""
        if not self.isVisible():
            return
        art = self._art
        if art is None or self._course is None or frame.time > self._counted:
            self._art = None
            self.update()
            return
        x = art.x_of(frame.time)
        if abs(x - self._head) >= 0.5:
            left, right = sorted((x, self._head))
            self.update(QRectF(left - 3, 0, right - left + 6, self.height()).toAlignedRect())
        self._speak(frame)

    # --- drawing ---------------------------------------------------------------------------------------

    @property
    def artwork(self) -> Artwork:
        """The two pictures, made anew after a change of film, size or look, or of vesicles counted."""
        if self._art is None:
            look = self._scaled()
            for chart in self._charts:
                chart.set_look(look)
            charts = shown_charts(self._charts, self.height(), look)
            now = self._read(charts)
            marks = Marks(changes(self._session.film, look.words), self._ghost is not None)
            self._art = draw(charts, look, self.size(), self.devicePixelRatioF(), now, marks)
        return self._art

    def _scaled(self) -> Look:
        return roomy(self._look, self.size())

    def _read(self, charts: Sequence[Chart]) -> Course:
        film, ghost = self._session.film, self._session.ghost
        if self._course is None:
            points = min(max(self.width() // 2, 200), 800)  # a point for two pixels; more is not seen
            self._course = course(film, points)
            comparable = ghost is not None and ghost.duration == film.duration
            self._ghost = course(ghost, points, self._course.rest) if ghost and comparable else None
            for chart in self._charts:
                chart.set_course(self._course, self._ghost)
        self._counted = counted_until(film, self._session.time)
        for chart in charts:
            if chart.plot.counted:
                chart.set_counted(*counted(film, self._counted))
        return self._course

    def paintEvent(self, event: QPaintEvent) -> None:
        art, theme = self.artwork, self._look.theme
        self._head = art.x_of(self._session.time)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, art.future)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._head, self.height()), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(0, 0, art.past)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area in art.areas:
            painter.setPen(QPen(theme.colour("accent"), 1.6))
            painter.drawLine(QPointF(self._head, area.top()), QPointF(self._head, area.bottom()))
        if self._hover is not None:
            paint_read_out(painter, self._scaled(), art, self._course, self._hover)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _speak(self, frame: Frame) -> None:
        if monotonic() - self._spoken >= _SPOKEN:
            self._spoken = monotonic()
            words = self._look.words
            values = ", ".join(
                line for lines in plot_lines(words, self._course, frame.time) for line in lines
            )
            self.setAccessibleDescription(
                words.say("plot_now", time=time_text(words, frame.time), values=values)
            )

    # --- Qt --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._course = self._art = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time = self.artwork.time_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._session.seek(time)
        self._hover = time
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.seek(self.artwork.time_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_KEY_STEP, Qt.Key.Key_Right: _KEY_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._session.seek(self._session.time + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
