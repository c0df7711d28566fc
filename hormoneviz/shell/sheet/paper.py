"""Paper: a PDF of one page that says what it is, and Markdown set for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from hormoneviz.look import fonts
from hormoneviz.shell.sheet.card import PROGRAM, Card, packet

UNIT: Final = 4
"""in a point: sizes of fonts are whole numbers, and quarters of a point are fine enough"""
POINTS: Final = 72
"""in an inch"""


def pdf_writer(device: QIODevice, card: Card, size: QSizeF, resolution: int) -> QPdfWriter:
    """A PDF of one page of that size (pt), without margins, that carries the card; units of its painter in an
    inch."""
    made = QPdfWriter(device)
    made.setCreator(PROGRAM)
    made.setTitle(card.title)
    made.setDocumentXmpMetadata(packet(card))
    made.setResolution(resolution)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    made.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    return made


def markdown(text: str, points: float, width: float, colour: QColor) -> QTextDocument:
    """Markdown in letters of so many points, wrapped at a width in units; nothing above or below it."""
    made = QTextDocument()
    made.setUseDesignMetrics(True)
    made.setDocumentMargin(0.0)
    made.setDefaultFont(fonts.spelled(fonts.font(points * UNIT)))
    made.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    cursor = QTextCursor(made)
    cursor.select(QTextCursor.SelectionType.Document)
    close, ink = QTextBlockFormat(), QTextCharFormat()
    close.setTopMargin(0.0)
    close.setBottomMargin(0.0)
    ink.setForeground(colour)
    cursor.mergeBlockFormat(close)
    cursor.mergeCharFormat(ink)
    made.setTextWidth(width)
    return made
