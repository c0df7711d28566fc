"""CurvesView: the plots as a widget, revealed up to the play head; hover to read out, drag to seek, zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.seen import LineSeen, TextSeen
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.changes import changes
from hormoneviz.views.plots.artwork import Artwork, Scene, draw
from hormoneviz.views.plots.catalogue import Plot
from hormoneviz.views.plots.chart import Chart
from hormoneviz.views.plots.courses import counted, counted_until
from hormoneviz.views.plots.gestures import Gestures
from hormoneviz.views.plots.labels import end_labels, key_of
from hormoneviz.views.plots.layout import fitting
from hormoneviz.views.plots.pointing import NEAR, curve_at, reach
from hormoneviz.views.plots.readings import Readings
from hormoneviz.views.plots.readout import paint_read_out
from hormoneviz.views.plots.written import drawn, written
from hormoneviz.views.roomy import roomy

_KEY_STEP = 1.0
"""min that an arrow key moves the play head"""


class CurvesView(QWidget):
    """The chosen plots below each other, as many as fit."""

    asked = Signal(str, float)
    """a person wants to know why a quantity (by name) changed about a time (min)"""
    drawn = Signal()
    """another picture was made: other plots may fit"""

    def __init__(self, session: Session, look: Look, readings: Readings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look, self.readings = session, look, readings
        self._plots: tuple[Plot, ...] = ()
        self._charts: dict[str, Chart] = {}
        self._drawn_at = QSize()
        self._art: Artwork | None = None
        self._counted = 0.0
        self._corner = 0
        self._hover: float | None = None
        self._head = -1.0
        self._pressed = QPointF()
        self.gestures = Gestures(self, session)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        readings.changed.connect(self._redraw)
        self.gestures.zoomed.connect(self._zoom)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)

    @property
    def hidden(self) -> int:
        """How many of the chosen plots have no room."""
        return len(self._plots) - fitting(self._plots, self.height(), self._scaled())

    def set_plots(self, plots: Sequence[Plot]) -> None:
        """Show these, from the top."""
        if tuple(plots) != self._plots:
            self._plots = tuple(plots)
            self._redraw()

    def set_corner(self, width: int) -> None:
        """So many px at the upper right are something else's."""
        if width != self._corner:
            self._corner = width
            self._redraw()

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self._redraw()

    def show_film(self) -> None:
        """Another film: its curves are read and drawn once the cell has been seen to change."""
        # Queued behind the repaint of this change: the curves need the whole film solved, and that is longer
        # than a finger should wait for the first sign of an answer.
        QTimer.singleShot(0, self, self._redraw)

    def _redraw(self) -> None:
        self._art = None
        self.update()

    def _zoom(self) -> None:
        self.readings.set_window(self.gestures.window)
        self._redraw()

    def show_frame(self, frame: Frame) -> None:
        """Only the play head moves, and only what it passes over is repainted."""
        if not self.isVisible():
            return
        turned, art = self.gestures.follow(frame.time), self._art
        if art is None or turned or frame.time > self._counted:
            self._redraw()
            return
        x = art.x_of(frame.time)
        if abs(x - self._head) >= 0.5:
            left, right = sorted((x, self._head))
            self.update(QRectF(left - 3, 0, right - left + 6, self.height()).toAlignedRect())

    # --- drawing ---------------------------------------------------------------------------------------

    @property
    def artwork(self) -> Artwork:
        """The two pictures, made anew after a change of film, size or look, or of vesicles counted."""
        if self._art is None or self._drawn_at != self.size():
            # Kept by its size: pyqtgraph lets the window be laid out anew in the middle of drawing.
            look, self._drawn_at = self._scaled(), self.size()
            plots = self.drawn_plots[: fitting(self._plots, self.height(), look)]
            charts = [self._chart(plot, look) for plot in plots]
            self._art = draw(self._scene(charts), look, self._drawn_at, self.devicePixelRatioF())
            self.drawn.emit()
        return self._art

    @property
    def drawn_plots(self) -> tuple[Plot, ...]:
        """The plots, or those of the difference from the twin."""
        differs = self.readings.read(self.width()).difference is not None
        return tuple(plot.difference for plot in self._plots) if differs else self._plots

    def _scaled(self) -> Look:
        return roomy(self._look, self.size())

    def _chart(self, plot: Plot, look: Look) -> Chart:
        """The chart of a plot, made when it is first seen."""
        chart = self._charts.get(plot.name)
        if chart is None or chart.plot != plot:
            if chart is not None:
                chart.widget.deleteLater()
            self._charts[plot.name] = chart = Chart(plot, look, self)
        else:
            chart.set_look(look)
        return chart

    def _scene(self, charts: Sequence[Chart]) -> Scene:
        film, found = self._session.film, self.readings.read(self.width())
        self._counted = counted_until(film, self._session.time)
        for chart in charts:
            chart.set_courses(found)
            if chart.plot.counted:
                chart.set_counted(*counted(film, self._counted))
        words, window = self._look.words, self.gestures.window
        ends = {c.plot.name: end_labels(c.plot, words, window[1], found) for c in charts}
        key = key_of(words, found)
        return Scene(charts, ends, window, changes(film, words), key, found.kind, self._corner)

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
        seen = art.window[0] <= self._session.time <= art.window[1]
        for area in art.areas if seen else ():
            painter.setPen(QPen(theme.colour("accent"), 1.6))
            painter.drawLine(QPointF(self._head, area.top()), QPointF(self._head, area.bottom()))
        if self._hover is not None:
            found = self.readings.read(self.width())
            paint_read_out(painter, self._scaled(), art, self.drawn_plots, found, self._hover)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def texts_seen(self) -> list[TextSeen]:
        found, end = self.readings.read(self.width()), self.gestures.window[1]
        ends = {p.name: end_labels(p, self._look.words, end, found) for p in self.drawn_plots}
        return written(self.artwork, self.drawn_plots, ends, self._scaled())

    def lines_seen(self) -> list[LineSeen]:
        return drawn(self.artwork, self.drawn_plots, self._scaled())

    def curve_at(self, place: QPointF, near: float = NEAR) -> str:
        """The quantity whose curve is within `near` px of a place; "" where there is none."""
        return curve_at(self.artwork, self._charts, self.readings.read(self.width()).drawn, place, near)

    # --- Qt --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        gestures: Gestures | None = getattr(self, "gestures", None)  # Qt asks before there is one
        return (gestures is not None and gestures.handle(event)) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._art = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        time = self.artwork.time_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._session.seek(time)
        near = bool(self.curve_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
        self._hover = time
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._session.seek(self.artwork.time_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click or tap asks about the curve under it; a drag only seeks."""
        near, drag = reach(event)
        moved = (event.position() - self._pressed).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and moved < drag:
            time = self.artwork.time_at(self._pressed.x())
            self.asked.emit(self.curve_at(self._pressed, near), time)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.gestures.reset()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -_KEY_STEP, Qt.Key.Key_Right: _KEY_STEP}.get(key)
        if step is not None:
            self._session.seek(self._session.time + step)
        elif key == Qt.Key.Key_W:
            self.ask()
        elif not self.gestures.key(key):
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Why did what is selected (else the topmost plot's quantity) change at the play head?"""
        shown = [q.name for plot in self._plots for q in plot.curves]
        picked = self._session.selection
        self.asked.emit(picked if picked in shown else shown[0], self._session.time)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
