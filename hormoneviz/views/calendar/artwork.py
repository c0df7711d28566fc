"""The calendar's picture: bars, lanes, curves and axis.  Drawn once for a course, size and look; the handle
and the values at it are painted over it."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.calendar.bars import Bar
from hormoneviz.views.calendar.bars_drawn import draw_bars
from hormoneviz.views.calendar.board import SMALL, TEXT, Board, Lane, ticks
from hormoneviz.views.calendar.courses import Array, Course, thinned

_LINE = 2.0
_NORMAL = 0.13
"""strength of a normal range"""
_STEPS = (1, 2, 4, 13, 26, 52, 104)
"""weeks between ticks"""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def draw(
    board: Board, course: Course | None, bars: Sequence[Bar], look: Look, ratio: float, hidden: int
) -> QPixmap:
    """The picture of a calendar; `hidden` lanes had no room."""
    pixmap = QPixmap(board.size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(look.theme.colour("plot_ground"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing = _Drawing(painter, board, look)
    drawing.weeks(hidden)
    draw_bars(painter, board, look, bars)
    if course is not None:
        drawing.course(course)
    painter.end()
    return pixmap


class _Drawing:
    """Holds what the steps of one drawing share."""

    def __init__(self, painter: QPainter, board: Board, look: Look) -> None:
        self.painter, self.board, self.look, self.theme = painter, board, look, look.theme
        self.font, self.small = fonts.font(look.pixels(TEXT)), fonts.font(look.pixels(SMALL))
        self.metrics = QFontMetricsF(self.font)
        ground = self.theme.colour("plot_ground")
        self.faint = mix(ground, self.theme.colour("plot_axis"), 0.22)
        self.line = mix(ground, self.theme.colour("plot_axis"), 0.45)

    def course(self, course: Course) -> None:
        """Every lane, and the key to their lines and shades."""
        for lane in self.board.lanes:
            self._ground(lane)
            self._curves(lane, course)
            self._name(lane)
        self._key(course)

    # --- the axis of weeks -----------------------------------------------------------------------------

    def weeks(self, hidden: int) -> None:
        """The weeks at the bottom, their lines through everything, and how many lanes had no room."""
        board, painter, say = self.board, self.painter, self.look.words.say
        room = board.area.width() / self.metrics.horizontalAdvance("000000")
        steps = [step for step in _STEPS if step >= (26 if board.span > 52 else 1)]
        step = next((step for step in steps if board.span / step <= room), steps[-1])
        painter.setFont(self.font)
        for week in range(0, board.span + 1, step):
            x = board.x_of(week)
            painter.setPen(QPen(self.faint, 1.0))
            painter.drawLine(QPointF(x, board.area.top()), QPointF(x, board.area.bottom()))
            painter.setPen(self.theme.colour("plot_axis"))
            half = 0.5 * self.metrics.horizontalAdvance("000 mo")
            box = QRectF(max(x - half, 0.0), board.area.bottom(), 2 * half, self._axis_height())
            align = Qt.AlignmentFlag.AlignCenter if x >= half else _LEFT
            painter.drawText(box, align, self._week_text(week))
        text = say("calendar_hidden", n=hidden) if hidden else say("calendar_weeks")
        painter.setPen(self.theme.colour("text_muted"))
        if hidden or board.span <= 52:
            left = board.area.right() + 8 + (0.5 * self.metrics.horizontalAdvance("00"))
            painter.drawText(
                QRectF(left, board.area.bottom(), board.size.width() - left, self._axis_height()), _LEFT, text
            )

    def _axis_height(self) -> float:
        return self.board.size.height() - self.board.area.bottom()

    def _week_text(self, week: int) -> str:
        """The week's number; months and years where more than one year is shown."""
        if self.board.span <= 52 or week == 0:
            return str(week)
        if week % 52:
            return self.look.words.say("calendar_months_tick", n=round(12 * week / 52))
        return self.look.words.say("calendar_years_tick", n=week // 52)

    # --- lanes -----------------------------------------------------------------------------------------

    def _ground(self, lane: Lane) -> None:
        """The normal range, the frame and the numbers of a lane."""
        painter, area = self.painter, lane.area
        if lane.normal is not None and lane.normal[1] > lane.low:
            top, bottom = lane.y_of(lane.normal[1]), lane.y_of(lane.normal[0])
            band = QRectF(area.left(), top, area.width(), bottom - top)
            painter.fillRect(band, self.theme.colour("plot_axis", _NORMAL))
        painter.setPen(QPen(self.line, 1.0))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topLeft(), area.bottomLeft())
        if area.left() < self.metrics.horizontalAdvance("000"):
            return
        painter.setFont(self.small)
        height = QFontMetricsF(self.small).height()
        for value in ticks(lane, 1.7 * height):
            y = lane.y_of(value)
            painter.setPen(QPen(self.line, 1.0))
            painter.drawLine(QPointF(area.left() - 3, y), QPointF(area.left(), y))
            painter.setPen(self.theme.colour("plot_axis"))
            middle = min(max(y, area.top() + 0.25 * height), area.bottom() - 0.4 * height)
            painter.drawText(QRectF(0, middle - height / 2, area.left() - 5, height), _RIGHT, f"{value:.6g}")

    def _curves(self, lane: Lane, course: Course) -> None:
        name, painter = lane.quantity.name, self.painter
        thick = self.look.text_scale**0.5
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.save()
        painter.setClipRect(lane.area.adjusted(0, -2, 1, 2))
        if name in course.untreated:
            pen = QPen(self.theme.colour("ghost"), 1.4 * thick)
            pen.setDashPattern([4, 2.5])
            painter.setPen(pen)
            painter.drawPath(self._line(lane, course.weeks, course.untreated[name]))
        pen = QPen(self.theme.colour(lane.quantity.colour), _LINE * thick)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round joins leave specks where a line hardly bends
        painter.setPen(pen)
        painter.drawPath(self._line(lane, course.weeks, course.values[name]))
        painter.restore()

    def _line(self, lane: Lane, weeks: Array, values: Array) -> QPainterPath:
        area = lane.area
        x, y = thinned(area.left() + area.width() * weeks / self.board.span, values)
        y = area.bottom() - area.height() * (y - lane.low) / (lane.high - lane.low)
        return pg.arrayToQPath(x, y)

    def _name(self, lane: Lane) -> None:
        """Its name at the right, above the line where the value at the handle is painted."""
        painter = self.painter
        painter.setFont(self.font)
        painter.setPen(self.theme.colour("text_muted"))
        text = self.look.words.short(lane.quantity.name)
        painter.drawText(name_box(lane, self.board, self.metrics.height()), _LEFT, text)

    def _key(self, course: Course) -> None:
        """What the dashes and the shade are, in the corner above the names."""
        painter, board, say = self.painter, self.board, self.look.words.say
        painter.setFont(self.small)
        height = QFontMetricsF(self.small).height()
        x = board.area.right() + 10
        lines = []
        if course.untreated:
            lines.append(("ghost", say("calendar_untreated")))
        if any(lane.normal for lane in board.lanes):
            lines.append(("normal", say("calendar_normal")))
        for i, (kind, text) in enumerate(lines):
            y = 3 + height * (i + 0.5)
            if kind == "ghost":
                pen = QPen(self.theme.colour("ghost"), 1.6)
                pen.setDashPattern([4, 2.5])
                painter.setPen(pen)
                painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
            else:
                painter.fillRect(QRectF(x, y - 5, 16, 10), self.theme.colour("plot_axis", 2 * _NORMAL))
            painter.setPen(self.theme.colour("text_muted"))
            painter.drawText(QRectF(x + 20, y - height / 2, board.size.width() - x - 20, height), _LEFT, text)


def name_box(lane: Lane, board: Board, height: float) -> QRectF:
    """Where a lane's name stands; the value at the handle stands right below."""
    middle = lane.area.center().y()
    left = lane.area.right() + 10
    return QRectF(left, middle - height, board.size.width() - left, height)
