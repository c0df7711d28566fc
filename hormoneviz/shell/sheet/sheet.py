"""Sheet: one moment of a scenario as a file to be taken away: PNG, SVG or PDF, bare or with its words.

In an SVG and a PDF every word is text, over a picture finer than a screen: of the ground in an SVG, which has
the molecules as shapes; of molecules too in a PDF, where they would be tens of thousands of paths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtSvg import QSvgGenerator

from hormoneviz.exchange.errors import BadInput
from hormoneviz.look.look import Look
from hormoneviz.shell.picture import png
from hormoneviz.shell.sheet.card import Card, plain
from hormoneviz.shell.sheet.paper import pdf_writer
from hormoneviz.shell.sheet.svg import finished
from hormoneviz.shell.sheet.text import Block, Told, as_wanted, fitted, told
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.vector import molecules

FINE: Final = 2560
"""px across at least, of what is no text in an SVG or PDF: sharp on a page and on a projector"""
FINEST: Final = 3.0
"""at most so many px for one"""
_PER_INCH: Final = 96
"""px; what CSS, and so SVG, takes for an inch"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A moment of a scenario in a look."""

    frame: Frame
    scenario: Scenario
    look: Look
    size: QSize
    """px, of the whole"""
    told: Told
    block: Block | None = None
    """the words as they stand round the scene; None where it is bare"""

    @property
    def card(self) -> Card:
        """What its file says of it."""
        return Card(self.told.title, self.told.licence, self.scenario, self.frame.time)

    def scene(self, fine: bool) -> CellPainter:
        """What paints its cell, in more pixels than the sheet has where that is to be `fine`."""
        words = self.block.top + self.block.bottom if self.block else 0
        width, height = self.size.width(), self.size.height() - words
        ratio = max(1.0, min(FINEST, FINE / width)) if fine else 1.0
        return CellPainter.for_scenario(self.look, width, height, self.scenario, ratio)

    def paint(self, painter: QPainter, scene: CellPainter) -> None:
        """Paint it, its upper left corner at the origin."""
        block = self.block
        if block is None:
            scene.paint(painter, self.frame)
            return
        painter.fillRect(QRect(QPoint(0, 0), self.size), self.look.theme.colour("surface"))
        _draw(painter, block.above, block.margin, block.margin)
        _draw(painter, block.below, block.margin, self.size.height() - block.bottom + block.margin)
        painter.translate(0, block.top)
        scene.paint(painter, self.frame)
        painter.translate(0, -block.top)


def sheet_of(size: QSize, frame: Frame, scenario: Scenario, look: Look, *, titled: bool) -> Sheet:
    """The sheet that is so large, with its words or bare.

    Raises:
        BadInput: there is no room for the words.
    """
    words = told(scenario, frame.time, look.words)
    block = fitted(words, look, size.width(), size.height()) if titled else None
    return Sheet(frame, scenario, look, size, words, block)


def sheet_round(scene: QSize, frame: Frame, scenario: Scenario, look: Look) -> Sheet:
    """The sheet whose scene is so large, with its words beyond it."""
    words = told(scenario, frame.time, look.words)
    block = as_wanted(words, look, scene.width())
    size = QSize(scene.width(), scene.height() + block.top + block.bottom)
    return Sheet(frame, scenario, look, size, words, block)


def sheet_bytes(sheet: Sheet, suffix: str) -> bytes:
    """The sheet as a file of that kind (".png", ".svg", ".pdf"), which carries its scenario.

    Raises:
        BadInput: another kind.
    """
    if suffix not in WRITERS:
        raise BadInput(f"a picture is one of {', '.join(WRITERS)}")
    return WRITERS[suffix](sheet)


def _png(sheet: Sheet) -> bytes:
    image = QImage(sheet.size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        sheet.paint(painter, sheet.scene(fine=False))
    return png(image, sheet.scenario, sheet.frame.time)


def _svg(sheet: Sheet) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(device)
    made.setResolution(_PER_INCH)
    made.setSize(sheet.size)
    made.setViewBox(QRect(0, 0, sheet.size.width(), sheet.size.height()))
    made.setTitle(sheet.card.title)
    made.setDescription(plain(sheet.told.differs))
    scene = sheet.scene(fine=True)
    scene.apart = True
    with QPainter(made) as painter:
        sheet.paint(painter, scene)
    shapes = molecules(scene.sprites, sheet.look.theme)
    return finished(bytes(device.data().data()).decode(), sheet.card, shapes).encode()


def _pdf(sheet: Sheet) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    made = pdf_writer(device, sheet.card, QSizeF(sheet.size) * 72.0 / _PER_INCH, _PER_INCH)
    with QPainter(made) as painter:
        sheet.paint(painter, sheet.scene(fine=True))
    return bytes(device.data().data())


WRITERS: Final[Mapping[str, Callable[[Sheet], bytes]]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}


def _draw(painter: QPainter, text: QTextDocument, x: float, y: float) -> None:
    painter.translate(x, y)
    text.drawContents(painter)
    painter.translate(-x, -y)
