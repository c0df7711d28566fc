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
_ROW = (1.35, 3.2)
"""the lowest and the highest row, as multiples of the text"""
_FINGER = 44.0
"""px, the lowest row for fingers"""
_LABELS = 0.44
"""the most of a narrow ledger's width that labels get"""
_BARS = 13.0
"""the least width of a page's numbers and bars, as a multiple of the text; grades give way to it"""
_COMFORT = QSizeF(720, 400)
"""px; above it text grows, since a large panel is seen from afar"""
_LARGEST = 1.9
_GAP = 6.0
"""px between things side by side, at 100 % text"""


@dataclass(frozen=True, slots=True)
class Column:
    """The bars of one page."""

    page: Page
    values: QRectF
    """of the numbers, right-aligned, of all its rows"""
    box: QRectF
    """of the bars of all its rows"""
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
    """without width where they have no room"""
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
    number = len(pages[0].rows) + (2 if any(page.together for page in pages) else 1)
    foot_height = _foot_height(foot, small, size.width() - 2 * gap)
    lowest = max(_ROW[0] * text, _FINGER if look.touch else 0.0)
    highest = max(_ROW[1] * text, lowest)
    room = size.height() - top - 0.6 * gap - foot_height
    line = one_line(foot_height, small)
    if room < number * lowest <= room + foot_height - line:
        # The foot gives way to the rows, before anything has to scroll.
        foot_height, room = line, room + foot_height - line
    row = min(max(room / number, lowest), highest)
    rows = tuple(QRectF(0, top + i * row, size.width(), row) for i in range(number))
    inner = QRectF(gap, top, size.width() - 2 * gap, number * row)
    labels, grades = _outer_columns(pages, look, inner, text, small)
    bars = QRectF(labels.right() + gap, top, grades.left() - labels.right() - 2 * gap, inner.height())
    columns = _columns(pages, look, bars, text, small, gap)
    end = rows[-1].bottom() + 0.3 * gap
    end += max(0.0, min(size.height() - 0.3 * gap - foot_height - end, 2 * gap))
    box = QRectF(gap, end, size.width() - 2 * gap, foot_height)
    return Plan(text, small, title, gap, labels, columns, grades, head, rows, box)


def needed(pages: Sequence[Page], look: Look, width: float, foot: Sequence[str]) -> float:
    """The height below which the ledger has to scroll."""
    full = plan(pages, look, QSizeF(width, 0.0), foot)
    return full.foot.top() + one_line(full.foot.height(), full.small) + 0.3 * full.gap


def badge_side(small: float) -> float:
    """px, of the badge after a grade written that small."""
    return 1.1 * small


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


def _outer_columns(
    pages: Sequence[Page], look: Look, inner: QRectF, text: float, small: float
) -> tuple[QRectF, QRectF]:
    """The columns of the labels on the left and of the grades on the right."""
    say, rows = look.words.say, pages[0].rows
    bold, little = QFontMetricsF(fonts.font(text, fonts.MEDIUM)), QFontMetricsF(fonts.font(small))
    labels = [row.label for row in rows] + [say("ledger_sum"), say("ledger_beyond")]
    grades = [row.grade for row in rows] + [say("ledger_evidence")]
    if len(pages) == 1 and pages[0].together:
        grades.append(say("ledger_alone", value=pages[0].alone_value))
    most = _LABELS * inner.width() / (1.0 if len(pages) == 1 else 1.7)
    wide = min(max(bold.horizontalAdvance(label) for label in labels) + 2, most)
    narrow = max(little.horizontalAdvance(grade) for grade in grades) + 2 + 1.4 * badge_side(small)
    if inner.width() - wide - narrow < _BARS * text * len(pages):
        narrow = 0.0
    return (
        QRectF(inner.left(), inner.top(), wide, inner.height()),
        QRectF(inner.right() - narrow, inner.top(), narrow, inner.height()),
    )


def _columns(
    pages: Sequence[Page], look: Look, room: QRectF, text: float, small: float, gap: float
) -> tuple[Column, ...]:
    """The room shared out among the pages."""
    between = 3 * gap
    width = (room.width() - (len(pages) - 1) * between) / len(pages)
    boxes = [room.adjusted(i * (width + between), 0, 0, 0) for i in range(len(pages))]
    for box in boxes:
        box.setWidth(width)
    return tuple(_column(page, look, box, text, small, gap) for page, box in zip(pages, boxes, strict=True))


def _column(page: Page, look: Look, room: QRectF, text: float, small: float, gap: float) -> Column:
    """The largest scale at which every bar has room, and the captions beside zero."""
    bold, little = QFontMetricsF(fonts.font(text, fonts.MEDIUM)), QFontMetricsF(fonts.font(small))
    shown = [row.value for row in page.rows] + [page.total_value, page.beyond_value]
    width = max(little.horizontalAdvance(page.unit), *(bold.horizontalAdvance(value) for value in shown))
    values = QRectF(room.left(), room.top(), width, room.height())
    box = room.adjusted(width + 1.5 * gap, 0, -2, 0)
    left, right = (little.horizontalAdvance(caption) + gap for caption in captions(page, look))
    low, high = page.extent
    per = box.width() / max(high - low, 1e-9)
    if -low * per < left:
        per, zero = max(box.width() - left, 1.0) / max(high, 1e-9), left
    elif high * per < right:
        per, zero = max(box.width() - right, 1.0) / max(-low, 1e-9), box.width() - right
    else:
        zero = -low * per
    return Column(page, values, box, box.left() + zero, per)
