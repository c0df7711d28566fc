"""Where everything on the ledger stands: columns, scales and lines of text, for a size.  No painting.

One page stands alone in a narrow ledger; in a wide one, three share the column of labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.ledger.page import MORE_IS_BETTER, Page

TEXT, SMALL, TITLE = 13.0, 11.5, 14.0
"""px at 100 % text"""
_ROW = (1.5, 2.5)
"""the lowest and the highest row, as multiples of the text"""
_LABELS = 0.42
"""the most of a narrow ledger's width that labels get"""
_COMFORT = QSizeF(720, 400)
"""px; above it text grows, since a large panel is seen from afar"""
_LARGEST = 1.9
_GAP = 6.0
"""px between things side by side, at 100 % text"""


@dataclass(frozen=True, slots=True)
class Column:
    """The bars of one page."""

    page: Page
    box: QRectF
    """of all its rows"""
    zero: float
    """x of no change, px"""
    per: float
    """px for one unit of the page"""

    def x(self, number: float) -> float:
        """Where a number of the page stands."""
        return self.zero + number * self.per


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole ledger at one size."""

    text: float
    """px, size of the rows' text"""
    small: float
    title: float
    gap: float
    labels: QRectF
    columns: tuple[Column, ...]
    grades: QRectF
    head: float
    """y where the captions begin, below the titles"""
    rows: tuple[QRectF, ...]
    """the switches, then the sum, then what they do beyond each alone (where that is anything)"""
    foot: QRectF

    @property
    def height(self) -> float:
        """What the ledger needs, px; more than it was given where it has to scroll."""
        return self.foot.bottom()


def growth(size: QSizeF) -> float:
    """By how much text grows in a large panel."""
    room = min(size.width() / _COMFORT.width(), size.height() / _COMFORT.height())
    return min(max(room, 1.0), _LARGEST)


def plan(pages: Sequence[Page], look: Look, size: QSizeF, foot: Sequence[str]) -> Plan:
    """Place pages (one, or several side by side) and the lines of the foot."""
    scale = look.text_scale * growth(size)
    text, small, title, gap = (scale * px for px in (TEXT, SMALL, TITLE, _GAP))
    wide = len(pages) > 1
    head = (2.45 if wide else 1.35) * title + 0.5 * gap
    top = head + 1.35 * small
    number = len(pages[0].rows) + (2 if any(page.overlap for page in pages) else 1)
    foot_height = _foot_height(foot, small, size.width() - 2 * gap)
    lowest, highest = _ROW
    room = size.height() - top - 0.6 * gap - foot_height
    line = one_line(foot_height, small)
    if room < number * lowest * text <= room + foot_height - line:
        # The foot gives way to the rows, before anything has to scroll.
        foot_height, room = line, room + foot_height - line
    row = min(max(room / number, lowest * text), highest * text)
    left, label_width, grade_width = gap, *_text_widths(pages, look, text, small, size.width())
    rows = tuple(QRectF(0, top + i * row, size.width(), row) for i in range(number))
    labels = QRectF(left, top, label_width, number * row)
    grades = QRectF(size.width() - gap - grade_width, top, grade_width, number * row)
    bars = QRectF(labels.right() + gap, top, grades.left() - labels.right() - 2 * gap, number * row)
    columns = _columns(pages, look, bars, text, small, gap)
    end = max(size.height() - foot_height - 0.3 * gap, rows[-1].bottom() + 0.3 * gap)
    box = QRectF(gap, end, size.width() - 2 * gap, foot_height)
    return Plan(text, small, title, gap, labels, columns, grades, head, rows, box)


def needed(pages: Sequence[Page], look: Look, width: float, foot: Sequence[str]) -> float:
    """The height below which the ledger has to scroll."""
    full = plan(pages, look, QSizeF(width, 0.0), foot)
    return full.height - full.foot.height() + one_line(full.foot.height(), full.small)


def one_line(foot: float, small: float) -> float:
    """The height of a foot of one line, or of none."""
    return min(1.4 * small, foot)


def captions(page: Page, look: Look) -> tuple[str, str]:
    """What it means to lie left and right of zero."""
    say = look.words.say
    senses = ("worse", "better") if MORE_IS_BETTER[page.quantity] else ("better", "worse")
    left, right = (say(f"ledger_{sense}") for sense in senses)
    return say("ledger_to_left", sense=left), say("ledger_to_right", sense=right)


def _foot_height(lines: Sequence[str], small: float, width: float) -> float:
    metrics, wrap = QFontMetricsF(fonts.font(small)), Qt.TextFlag.TextWordWrap.value
    return metrics.boundingRect(QRectF(0, 0, width, 1e5), wrap, "\n".join(lines)).height()


def _text_widths(
    pages: Sequence[Page], look: Look, text: float, small: float, width: float
) -> tuple[float, float]:
    """Of the labels and of the grades."""
    say = look.words.say
    bold, little = QFontMetricsF(fonts.font(text, fonts.MEDIUM)), QFontMetricsF(fonts.font(small))
    rows = pages[0].rows
    labels = [row.label for row in rows] + [say("ledger_sum")]
    if any(page.overlap for page in pages):
        labels.append(say("ledger_beyond"))
    grades = [row.grade for row in rows] + [say("ledger_evidence")]
    widest = max(bold.horizontalAdvance(label) for label in labels) + 2
    most = _LABELS * width if len(pages) == 1 else 0.6 * _LABELS * width
    return min(widest, most), max(little.horizontalAdvance(grade) for grade in grades) + 2


def _columns(
    pages: Sequence[Page], look: Look, bars: QRectF, text: float, small: float, gap: float
) -> tuple[Column, ...]:
    between = 3 * gap
    width = (bars.width() - (len(pages) - 1) * between) / len(pages)
    boxes = [
        QRectF(bars.left() + i * (width + between), bars.top(), width, bars.height())
        for i in range(len(pages))
    ]
    return tuple(
        _column(page, look, box, text, small, gap) for page, box in zip(pages, boxes, strict=True)
    )


def _column(page: Page, look: Look, box: QRectF, text: float, small: float, gap: float) -> Column:
    """The largest scale at which every bar and the text at its end have room."""
    bold, little = QFontMetricsF(fonts.font(text, fonts.MEDIUM)), QFontMetricsF(fonts.font(small))
    left, right = (little.horizontalAdvance(caption) + gap for caption in captions(page, look))
    shown = [(row.share, row.value) for row in page.rows] + [(page.total, page.total_value)]
    if page.overlap:
        shown.append((page.beyond, page.beyond_value))
    for number, value in shown:
        room = bold.horizontalAdvance(value) + 1.5 * gap
        left, right = (max(left, room), right) if number < 0 else (left, max(right, room))
    low, high = page.extent
    per = max(box.width() - left - right, 1.0) / max(high - low, 1e-9)
    # Captions need their room only beside zero, values only beyond their bars: what is left over on one side is
    # given to the other by centring.
    zero = box.left() + left - low * per
    return Column(page, box, zero, per)
