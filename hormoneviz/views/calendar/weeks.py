"""WeeksPlot: the calendar as a widget; drag its handle, click or use the keys to look at another week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.calendar import artwork
from hormoneviz.views.calendar.bars import Bar, bar_of
from hormoneviz.views.calendar.board import TEXT, Board, board, room_for
from hormoneviz.views.calendar.courses import Course
from hormoneviz.views.calendar.finger import Finger
from hormoneviz.views.calendar.handle import grip, paint_handle, paint_read_out, paint_values
from hormoneviz.views.calendar.life import Life
from hormoneviz.views.calendar.quantities import normal_range, shown
from hormoneviz.views.calendar.told import told
from hormoneviz.views.roomy import roomy

_NEAR = 12.0
"""px beside the weeks in which a press still counts"""
_FAR = 1000.0
_KEYS = {
    Qt.Key.Key_Left: -1.0,
    Qt.Key.Key_Right: 1.0,
    Qt.Key.Key_PageDown: -4.0,
    Qt.Key.Key_PageUp: 4.0,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}
"""weeks that a key moves the handle"""


class WeeksPlot(QWidget):
    """Bars, lanes and the handle."""

    def __init__(self, session: Session, look: Look, chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._chosen = look, tuple(chosen)
        self.life = Life(session, self)
        self._finger = Finger(session, self)
        self._drawn: tuple[Board, QPixmap, tuple[Bar, ...]] | None = None
        self._course: Course | None = None
        self._hover: float | None = None
        self._held: float | None = None
        """px from the handle's line to the finger that drags it"""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(look.words.say("calendar_name"))
        self.setAccessibleDescription(look.words.say("calendar_help"))
        self.life.changed.connect(self._renew)
        self.life.late_changed.connect(self.update)
        session.film_changed.connect(self._show_week)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self._renew()

    def set_chosen(self, chosen: Sequence[str]) -> None:
        """Show these quantities, the latest choice last; where there is no room, the first give way."""
        if tuple(chosen) != self._chosen:
            self._chosen = tuple(chosen)
            self._renew()

    # --- what is seen ----------------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        """Where everything is."""
        return self._picture()[0]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The therapies, as they are shown."""
        return self._picture()[2]

    @property
    def week(self) -> float:
        """Where the handle is drawn; where the calendar still shows fewer weeks, at their end."""
        return min(self._finger.week, self.life.span)

    def grip(self) -> QRectF:
        """Where the handle can be taken."""
        return grip(self.board, self._big(), self.week)

    def _renew(self) -> None:
        """Everything is drawn anew."""
        self._drawn = None
        self._speak()
        self.update()

    def _show_week(self) -> None:
        self._speak()
        self.update()

    def _big(self) -> Look:
        return roomy(self._look, self.size())

    def _picture(self) -> tuple[Board, QPixmap, tuple[Bar, ...]]:
        """The picture and what is where in it, made anew after a change of course, size, look or choice."""
        if self._drawn is None:
            look, life = self._big(), self.life
            bars = tuple(bar_of(each, life.span, look.words) for each in life.scenario.therapy)
            room = room_for(self.size(), look, len(bars))
            chosen = shown(self._chosen, room, look.glucose_unit)
            lanes = [(each, normal_range(each, life.scenario.person)) for each in chosen]
            self._course = life.course.told_in(look.glucose_unit) if life.course else None
            places = board(lanes, self._course, look, self.size(), life.span, len(bars))
            hidden = len(self._chosen) - len(lanes)
            pixmap = artwork.draw(places, self._course, bars, look, self.devicePixelRatioF(), hidden)
            self._drawn = (places, pixmap, bars)
        return self._drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        places, pixmap, _ = self._picture()
        look, course = self._big(), self._course
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if course is not None and self._hover is not None:
            paint_read_out(painter, places, look, course, self._hover)
        if course is not None:
            paint_values(painter, places, look, course, self.week)
        paint_handle(painter, places, look, self.week, self.hasFocus())
        self._paint_note(painter, look)
        painter.end()

    def _paint_note(self, painter: QPainter, look: Look) -> None:
        """Why there are no curves, or how far those to come are."""
        life, say = self.life, look.words.say
        late = life.late
        text = say("calendar_living", week=late.lived, span=late.span) if late else ""
        if life.problem:
            text = say("calendar_failed", why=life.problem)
        if text:
            painter.setFont(fonts.font(look.pixels(TEXT)))
            painter.setPen(look.theme.colour("warning" if life.problem else "text_muted"))
            box = self.board.area.adjusted(6, self.board.bar, -6, 0)
            align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(align), text)

    def _speak(self) -> None:
        """What is seen, for a screen reader."""
        self.setAccessibleDescription(told(self._look, self.life, self._chosen, self.week))

    # --- Qt --------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(440, 400)

    def showEvent(self, event: QShowEvent) -> None:
        self.life.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.life.wake(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, area = event.position(), self.board.area
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.grip().contains(at):
            self._held = at.x() - self.board.x_of(self.week)
        elif area.left() - _NEAR <= at.x() <= area.right() + _NEAR:
            self._held = 0.0
        if self._held is not None:
            self._finger.begin()
            self._drag(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, area = event.position(), self.board.area
        inside = area.left() <= at.x() <= area.right()
        self._hover = float(self.board.week_at(at.x())) if inside and self._held is None else None
        if self._held is not None:
            self._drag(at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = None
            self._finger.tell()

    def _drag(self, at: QPointF) -> None:
        week = self.board.week_at(at.x() - (self._held or 0.0))
        if week != self.week:
            self._finger.want(week)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._finger.want(min(max(round(self.week + step), 0), self.life.span))
            self.update()

    def event(self, event: QEvent) -> bool:
        """The tool tip depends on where the mouse is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell_about(event)
        return super().event(event)

    def _tell_about(self, event: QHelpEvent) -> bool:
        """What a therapy does and what is not known, over its bar."""
        places, row = self.board, int((event.pos().y() - self.board.area.top()) // self.board.bar)
        if 0 <= row < min(places.rows, len(self.bars)) and event.pos().y() >= places.area.top():
            QToolTip.showText(event.globalPos(), self.bars[row].tip, self)
        else:
            QToolTip.hideText()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
