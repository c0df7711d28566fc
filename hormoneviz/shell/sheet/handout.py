"""Handout: a story on one page for students, as a PDF that carries the story's first scenario."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hormoneviz.exchange.stories.staging import staged
from hormoneviz.exchange.stories.story import Story
from hormoneviz.look.look import Look
from hormoneviz.shell.sheet.card import PROGRAM, Card, plain
from hormoneviz.shell.sheet.handout_page import LEAST, Page, Picture, page_of
from hormoneviz.shell.sheet.paper import POINTS, UNIT, pdf_writer
from hormoneviz.shell.sheet.weeks import paint_weeks, weeks_of
from hormoneviz.simulation.film import Film
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.places import unit_of
from hormoneviz.views.cell.pointing import LABELLED
from hormoneviz.views.cell.spots import ESSENTIAL, IMPORTANCE

_NOTE: Final = 2.2
"""the smallest text in a scene, in its units (cell/clock.py)"""
_MOST: Final = 7
"""labels where nothing is pointed at"""


def handout(story: Story, look: Look, paper: str = "a4") -> bytes:
    """The page as a PDF, on "a4" or "letter", at the look's reading level.

    Raises:
        BadInput: a beat cannot be staged, or the story is too long for a page.
        SolverFailed: a beat's scenario cannot be solved.
    """
    page = page_of(story, look, paper)
    rights = look.words.say("sheet_licence", program=PROGRAM)
    card = Card(plain(story.title), rights, staged(story)[0].scenario, 0.0)
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(device, card, page.size / UNIT, POINTS * UNIT)
    with QPainter(writer) as painter:
        paint(painter, page, look)
    return bytes(device.data().data())


def paint(painter: QPainter, page: Page, look: Look) -> None:
    """Paint a page, a unit of it being one of the painter."""
    for picture in page.pictures:
        _paint_picture(painter, picture, look)
    painter.setPen(QPen(look.theme.colour("outline"), 0.5 * UNIT))
    painter.drawLines(list(page.lines))
    for text in page.texts:
        painter.translate(text.box.topLeft())
        text.document.drawContents(painter)
        painter.translate(-text.box.topLeft())


def scene_of(picture: Picture, look: Look) -> CellPainter:
    """What paints a picture: its labels large enough for paper, and those first that its beat points at."""
    box, scenario = picture.box, picture.stage.scenario
    width, height = round(box.width()), round(box.height())
    scale = (LEAST + 0.5) * UNIT / (_NOTE * unit_of(width, height))
    scene = CellPainter.for_scenario(replace(look, text_scale=max(1.0, scale)), width, height, scenario)
    pointed = [LABELLED.get(thing, thing) for thing in picture.stage.beat.point]
    scene.cover((), (*pointed, *(ESSENTIAL if pointed else IMPORTANCE[:_MOST])))
    return scene


def _paint_picture(painter: QPainter, picture: Picture, look: Look) -> None:
    box, stage = picture.box, picture.stage
    painter.save()
    painter.translate(box.topLeft())
    if weeks_of(stage):
        paint_weeks(painter, round(box.width()), round(box.height()), stage, look)
    else:
        scene_of(picture, look).paint(painter, Film(stage.scenario).at(stage.end))
    painter.setPen(QPen(look.theme.colour("outline"), 0.5 * UNIT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.0, 0.0, round(box.width()), round(box.height())))
    painter.restore()
