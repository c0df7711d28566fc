"""Over a plot in the hall: what it is of, which line is whose, how much it is now, and how much that differs.

A difference of a few per cent can hardly be seen on an axis that begins at nought, and an axis that does not
would blow it up.  So it is written.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.graph import pen
from hormoneviz.views.hall.courses import Drawn
from hormoneviz.views.hall.measures import text_px

LINE = 0.13
"""width of a curve, in heights of the text; the twin's is thinner"""
TWIN_LINE = 0.6 * LINE
_ROW = 1.3
"""height of a row, likewise"""
_SAMPLE = 1.5
"""length of a piece of a curve beside what it is called, likewise"""
_EVERY, _DIFFERENCE = 12, "+88 %"
"""of the values, and what stands for any difference, where the room for both is measured"""
_SIDE = 0.5
"""margin, likewise"""


def head_height(look: Look, named: bool) -> float:
    """px of all rows; `named` if the twin's name is one of them."""
    return (2.15 + named) * _ROW * text_px(look)


def compared(value: float, other: float) -> str:
    """How one value differs from another: "-26 %", "x3.1", "=" where it is less than half a per cent."""
    if abs(other) <= 1e-12:
        return ""
    ratio = value / other
    if abs(ratio - 1.0) < 0.005:
        return "="
    return f"×{ratio:.2g}" if ratio >= 2.0 else f"{100.0 * (ratio - 1.0):+.0f} %".replace("-", "−")


def paint_title(painter: QPainter, drawn: Drawn, look: Look, width: float, twin: str) -> None:
    """Its title, and below it whose the dashed line is, if `twin` says so."""
    em, theme = text_px(look), look.theme
    painter.setPen(theme.colour("text"))
    text, font, row = title_place(drawn, look, width)
    painter.setFont(font)
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    if not twin:
        return
    row.translate(0.0, _ROW * em)
    left = _paint_sample(painter, look, row.left(), row.center().y(), "text_muted", dashed=True)
    painter.setPen(theme.colour("text"))
    painter.setFont(fonts.font(em))
    row.setLeft(left)
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, twin)


def _unit_above(drawn: Drawn, look: Look, width: float) -> bool:
    """Whether the unit is told with the title, because it has no room beside the value."""
    if drawn.twin is None or not drawn.unit:
        return False
    metrics = QFontMetricsF(fonts.font(text_px(look), fonts.BOLD))
    longest = max((f"{value:.3g}" for value in drawn.values[::_EVERY]), key=metrics.horizontalAdvance)
    return value_width(drawn, look, f"{longest} {drawn.unit}", _DIFFERENCE) > width


def _title(drawn: Drawn, look: Look, width: float) -> str:
    """The first title that has room, with the unit if that is told here."""
    unit = f" ({drawn.unit})" if _unit_above(drawn, look, width) else ""
    metrics = QFontMetricsF(fonts.font(text_px(look), fonts.BOLD))
    room = width - 2.0 * _SIDE * text_px(look)
    titles = [text + unit for text in (drawn.title, *drawn.shorter)]
    return next((text for text in titles if metrics.horizontalAdvance(text) <= room), titles[-1])


def title_place(drawn: Drawn, look: Look, width: float) -> tuple[str, QFont, QRectF]:
    """The title as (text, font, box)."""
    em = text_px(look)
    row = QRectF(_SIDE * em, 0.15 * _ROW * em, width - 2.0 * _SIDE * em, _ROW * em)
    return _title(drawn, look, width), fonts.font(title_px(drawn, look, width), fonts.BOLD), row


def value_place(
    drawn: Drawn, look: Look, time: float, width: float, named: bool
) -> tuple[str, QFont, QRectF]:
    """The row of the value likewise."""
    em, texts = text_px(look), row_texts(drawn, look, time, width)
    row = QRectF(0.0, (1.15 + named) * _ROW * em, value_width(drawn, look, *texts), _ROW * em)
    return " ".join(texts).strip(), fonts.font(em, fonts.BOLD), row


def title_px(drawn: Drawn, look: Look, width: float) -> float:
    """The size of a title: that of all text, or a little less where it would be cut."""
    em = text_px(look)
    needed = QFontMetricsF(fonts.font(em, fonts.BOLD)).horizontalAdvance(_title(drawn, look, width))
    return em * min(1.0, (width - 2.0 * _SIDE * em) / max(needed, 1.0))


def paint_value(painter: QPainter, drawn: Drawn, look: Look, time: float, width: float, named: bool) -> None:
    """What it is at a time, and how much that differs from the twin."""
    em, y = text_px(look), (1.65 + named) * _ROW * text_px(look)
    left = _paint_sample(painter, look, _SIDE * em, y, drawn.colour, dashed=False)
    value, difference = row_texts(drawn, look, time, width)
    left += 0.6 * em + _paint_text(painter, look, QPointF(left, y), value)
    if difference:
        left += 0.4 * em + _paint_text(painter, look, QPointF(left, y), versus(difference, look))
        _paint_sample(painter, look, left, y, "text_muted", dashed=True)


def row_texts(drawn: Drawn, look: Look, time: float, width: float) -> tuple[str, str]:
    """The value, with its unit if that has room, and how it differs from the twin's."""
    unit = "" if _unit_above(drawn, look, width) else drawn.unit
    other = drawn.twin_at(time)
    told = other is not None and not drawn.covered  # before the guess it would only puzzle
    return f"{drawn.at(time):.3g} {unit}".strip(), compared(drawn.at(time), other or 0.0) if told else ""


def value_width(drawn: Drawn, look: Look, value: str, difference: str) -> float:
    """px that the row of the value takes with these texts."""
    em, metrics = text_px(look), QFontMetricsF(fonts.font(text_px(look), fonts.BOLD))
    wide = (_SIDE + _SAMPLE + 0.4) * em + metrics.horizontalAdvance(value)
    if not difference:
        return wide
    return wide + (1.0 + _SAMPLE) * em + metrics.horizontalAdvance(versus(difference, look))


def versus(text: str, look: Look) -> str:
    """A comparison, before the piece of dashed line that says with what."""
    return text if text == "=" else look.words.say("hall_versus", difference=text)


def _paint_text(painter: QPainter, look: Look, at: QPointF, text: str) -> float:
    """Write right of a point; its width, px."""
    painter.setPen(look.theme.colour("text"))
    painter.setFont(fonts.font(text_px(look), fonts.BOLD))
    metrics = QFontMetricsF(painter.font())
    wide, high = metrics.horizontalAdvance(text), metrics.height()
    box = QRectF(at.x(), at.y() - 0.5 * high, wide, high)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    return wide


def _paint_sample(painter: QPainter, look: Look, left: float, y: float, colour: str, dashed: bool) -> float:
    """A piece of a curve; where what stands beside it begins, px."""
    em = text_px(look)
    width, dash = (TWIN_LINE, "dash") if dashed else (LINE, "solid")
    painter.setPen(pen(look.theme.colour(colour), width * em, dash))
    painter.drawLine(QPointF(left, y), QPointF(left + _SAMPLE * em, y))
    return left + (_SAMPLE + 0.4) * em
