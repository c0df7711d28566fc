"""Painting the ledger: titles, captions, bars with their values, the sum, and what goes beyond each alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.views.badge import paint_badge
from hormoneviz.views.ledger.layout import Column, Plan, badge_side, captions
from hormoneviz.views.ledger.page import MORE_IS_BETTER, Row

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BAR, _THICKEST = 0.6, 1.25
"""thickness of a bar, as a share of its row; the most, as a multiple of the text"""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the moment adds to the numbers."""

    when: str
    """the minute and the week the ledger is of"""
    row: int
    """the row that is pointed at or stood on; -1 for none"""
    focused: bool
    """whether the keyboard is here"""
    faded: bool
    """whether another ledger is on its way"""


def paint(painter: QPainter, look: Look, plan: Plan, foot: str, marks: Marks) -> None:
    """Draw the whole ledger."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if 0 <= marks.row < len(plan.rows):
        _paint_marked(painter, look, plan, marks)
    if marks.faded:
        painter.setOpacity(0.5)
    _paint_captions(painter, look, plan, marks.when)
    for column in plan.columns:
        _paint_title(painter, look, plan, column)
        _paint_column(painter, look, plan, column)
    _paint_labels(painter, look, plan)
    _write(painter, fonts.font(plan.small), look.theme.colour("text_muted"))
    line = 1.9 * QFontMetricsF(painter.font()).height()
    if plan.foot.height() < line:
        _elided(painter, plan.foot, foot.split("\n")[0], _LEFT)
    else:
        painter.drawText(plan.foot, Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value, foot)


def _paint_marked(painter: QPainter, look: Look, plan: Plan, marks: Marks) -> None:
    theme, box = look.theme, plan.rows[marks.row].adjusted(1.5, 0.5, -1.5, -0.5)
    painter.setPen(QPen(theme.colour("focus"), 1.5) if marks.focused else Qt.PenStyle.NoPen)
    painter.setBrush(mix(theme.colour("surface"), theme.colour("text"), 0.07))
    painter.drawRoundedRect(box, 4, 4)


def _paint_captions(painter: QPainter, look: Look, plan: Plan, when: str) -> None:
    height = plan.rows[0].top() - plan.head
    _write(painter, fonts.font(plan.small), look.theme.colour("text_muted"))
    above = 0.0 if len(plan.columns) > 1 else plan.head
    box = QRectF(plan.labels.left(), above, plan.labels.width(), plan.rows[0].top() - above)
    painter.drawText(box, Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextWordWrap.value, when)
    if plan.grades.width():
        box = QRectF(plan.grades.left(), plan.head, plan.grades.width() + 1, height)
        painter.drawText(box, _RIGHT, look.words.say("ledger_evidence"))
    for column in plan.columns:
        painter.setPen(look.theme.colour("text_muted"))
        unit = QRectF(column.values.left() - 20, plan.head, column.values.width() + 20, height)
        painter.drawText(unit, _RIGHT, column.page.unit)
        left, right = captions(column.page, look)
        less = QRectF(column.box.left() - 9, plan.head, column.zero - column.box.left() + 4, height)
        more = QRectF(column.zero + 5, plan.head, column.box.right() - column.zero + 4, height)
        better = MORE_IS_BETTER[column.page.quantity]
        for box, text, align, good in ((less, left, _RIGHT, not better), (more, right, _LEFT, better)):
            painter.setPen(_sense_colour(look, "better" if good else "worse"))
            room = painter.fontMetrics().horizontalAdvance(text) <= box.width()
            # Where the arrow has no room, the word stands on its side of zero all the same.
            flags = align | Qt.TextFlag.TextDontClip.value
            painter.drawText(box, flags, text if room else text.strip("◂▸ "))


def _paint_title(painter: QPainter, look: Look, plan: Plan, column: Column) -> None:
    theme, page = look.theme, column.page
    line = 1.2 * plan.title
    if len(plan.columns) == 1:
        box = QRectF(plan.labels.left(), 0.25 * plan.gap, plan.grades.right() - plan.labels.left(), line)
        _write(painter, fonts.font(plan.title, fonts.MEDIUM), theme.colour("text"))
        _elided(painter, box, page.course, _LEFT)
        return
    box = QRectF(column.values.left(), 0.0, column.box.right() - column.values.left() + 2 * plan.gap, line)
    _write(painter, fonts.font(plan.title, fonts.BOLD), theme.colour("text"))
    _elided(painter, box, page.title, _LEFT)
    painter.setFont(fonts.font(plan.text))
    _elided(painter, box.translated(0, line), page.course, _LEFT)


def _paint_labels(painter: QPainter, look: Look, plan: Plan) -> None:
    theme, pages = look.theme, [column.page for column in plan.columns]
    rows = pages[0].rows
    for row, box in zip(rows, plan.rows, strict=False):
        _write(painter, fonts.font(plan.text), theme.colour("text"))
        _elided(painter, _across(plan.labels, box), row.label, _LEFT)
        _write(painter, fonts.font(plan.small), theme.colour("text_muted"))
        if plan.grades.width():
            side = badge_side(plan.small)
            painter.drawText(_across(plan.grades, box).adjusted(0, 0, -1.4 * side, 0), _RIGHT, row.grade)
            if row.sure:
                middle = QPointF(plan.grades.right() - 0.5 * side, box.center().y())
                square = QRectF(middle - QPointF(side, side) / 2, QSizeF(side, side))
                paint_badge(painter, row.sure, square, theme.colour("text_muted"))
    _write(painter, fonts.font(plan.text, fonts.MEDIUM), theme.colour("text"))
    sum_row, *beyond = plan.rows[len(rows) :]
    _elided(painter, _across(plan.labels, sum_row), look.words.say("ledger_sum"), _LEFT)
    painter.setFont(fonts.font(plan.text))
    for box in beyond:
        _elided(painter, _across(plan.labels, box), look.words.say("ledger_beyond"), _LEFT)
        if plan.grades.width() and len(pages) == 1:
            _write(painter, fonts.font(plan.small), theme.colour("text_muted"))
            alone = look.words.say("ledger_alone", value=pages[0].alone_value)
            painter.drawText(_across(plan.grades, box), _RIGHT, alone)
    painter.setPen(QPen(theme.colour("outline"), 1.0))
    painter.drawLine(QPointF(plan.labels.left(), sum_row.top()), QPointF(plan.grades.right(), sum_row.top()))


def _paint_column(painter: QPainter, look: Look, plan: Plan, column: Column) -> None:
    theme, page = look.theme, column.page
    painter.setPen(QPen(theme.colour("plot_axis"), 1.2))
    painter.drawLine(QPointF(column.zero, plan.rows[0].top()), QPointF(column.zero, plan.rows[-1].bottom()))
    for row, box in zip(page.rows, plan.rows, strict=False):
        _paint_share(painter, look, plan, column, row, box)
    sum_row, *beyond = plan.rows[len(page.rows) :]
    colour = mix(theme.colour("text"), theme.colour("surface"), 0.25)
    _paint_bar(painter, plan, column, page.total, sum_row, QBrush(colour), colour)
    _paint_value(painter, look, plan, column, page.total_value, sum_row, fonts.BOLD)
    for box in beyond:
        low, high = page.extent
        number = min(max(page.beyond, low), high) if page.together else 0.0
        _paint_bar(painter, plan, column, number, box, _hatch(look), colour)
        if page.together and number != page.beyond:
            _paint_break(painter, look, plan, column, number, box)
        _paint_value(painter, look, plan, column, page.beyond_value, box)


def _paint_share(painter: QPainter, look: Look, plan: Plan, column: Column, row: Row, box: QRectF) -> None:
    """A bar, its value, the error where there is one, and the mark of what the switch does alone."""
    colour = _sense_colour(look, row.sense)
    _paint_bar(painter, plan, column, row.share, box, QBrush(colour), colour)
    _paint_value(painter, look, plan, column, row.value, box)
    middle, half = box.center().y(), 0.5 * _thickness(plan, box)
    if row.error:
        low, high = column.x(row.share - row.error), column.x(row.share + row.error)
        painter.setPen(QPen(look.theme.colour("text"), 1.4))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for x in (low, high):
            painter.drawLine(QPointF(x, middle - 0.5 * half), QPointF(x, middle + 0.5 * half))
    if column.page.together:
        x = column.x(row.alone)
        painter.setPen(QPen(look.theme.colour("text"), 2.0, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, middle - 1.2 * half), QPointF(x, middle + 1.2 * half))


def _paint_bar(
    painter: QPainter, plan: Plan, column: Column, number: float, box: QRectF, fill: QBrush, edge: QColor
) -> None:
    """A bar from zero that points to where it goes."""
    x, middle, half = column.x(number), box.center().y(), 0.5 * _thickness(plan, box)
    tip = min(0.7 * half, abs(x - column.zero)) * (1 if number > 0 else -1)
    ends = [(column.zero, -half), (x - tip, -half), (x, 0.0), (x - tip, half), (column.zero, half)]
    painter.setPen(QPen(edge, 1.0))
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([QPointF(across, middle + down) for across, down in ends]))


def _paint_break(
    painter: QPainter, look: Look, plan: Plan, column: Column, number: float, box: QRectF
) -> None:
    """Two slanting cuts through a bar that is longer than it is drawn."""
    half = 0.75 * _thickness(plan, box)
    middle = QPointF(0.5 * (column.zero + column.x(number)), box.center().y())
    lean, apart = QPointF(0.35 * half, -half), QPointF(0.3 * half, 0)
    cut = [middle - apart - lean, middle - apart + lean, middle + apart + lean, middle + apart - lean]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour("surface"))
    painter.drawPolygon(QPolygonF(cut))
    painter.setPen(QPen(look.theme.colour("text"), 1.4))
    painter.drawLine(cut[0], cut[1])
    painter.drawLine(cut[2], cut[3])


def _paint_value(
    painter: QPainter,
    look: Look,
    plan: Plan,
    column: Column,
    value: str,
    box: QRectF,
    weight: QFont.Weight = fonts.MEDIUM,
) -> None:
    _write(painter, fonts.font(plan.text, weight), look.theme.colour("text"))
    painter.drawText(_across(column.values, box), _RIGHT, value)


def _thickness(plan: Plan, box: QRectF) -> float:
    return min(_BAR * box.height(), _THICKEST * plan.text)


def _sense_colour(look: Look, sense: str) -> QColor:
    return look.theme.colour({"worse": "warning", "better": "accent"}.get(sense, "text_muted"))


def _hatch(look: Look) -> QBrush:
    return QBrush(look.theme.colour("text_muted"), Qt.BrushStyle.BDiagPattern)


def _across(column: QRectF, row: QRectF) -> QRectF:
    return QRectF(column.left(), row.top(), column.width() + 1, row.height())


def _write(painter: QPainter, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)


def _elided(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    metrics = QFontMetricsF(painter.font())
    painter.drawText(box, align, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
