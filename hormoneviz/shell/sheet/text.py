"""What stands round a picture: its title and moment, what differs from health and how sure that is, and the
licence; set as large as there is room, never cut."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Final

from PySide6.QtGui import QTextDocument

from hormoneviz.exchange.errors import BadInput
from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.shell.sheet.card import PROGRAM, plain
from hormoneviz.simulation.conditions import as_it_stands
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switches import switches_on
from hormoneviz.views.cell.clock import in_words
from hormoneviz.views.ledger.names import graded, grounded, named

LEAST: Final = 11.0
"""px, the smallest letters"""
_TEXT, _TITLE = 0.0113, 1.45
"""height of the letters as a share of the width, so that the same words stand the same round scenes of any
height; of the title, in those letters"""
_FULL: Final = 0.9
"""share of the width that lines fill; beyond it is room for the wider letters of another font, where an SVG
is shown without ours"""
_SMALLER: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
MOST: Final = 0.45
"""share of a picture's height that text may take"""


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a sheet, as plain text."""

    title: str
    """name and moment"""
    differs: str
    """with how sure each is, where it was seen"""
    short: str
    """the same in fewer words"""
    licence: str


@dataclass(frozen=True, slots=True)
class Block:
    """The words, set for a width: what stands above the scene and what stands below it."""

    above: QTextDocument
    below: QTextDocument
    margin: float
    """px round each"""

    @property
    def top(self) -> int:
        """px above the scene"""
        return ceil(self.above.size().height() + 2 * self.margin)

    @property
    def bottom(self) -> int:
        """px below it"""
        return ceil(self.below.size().height() + 2 * self.margin)


def told(scenario: Scenario, time: float, words: Words) -> Told:
    """What a sheet says of a scenario at a moment (min)."""
    standing, person = as_it_stands(scenario, time), scenario.person
    on = [(named(switch, standing, words), switch) for switch in switches_on(standing)]
    week = words.say("calendar_week", week=f"{scenario.week:g}") if scenario.week else ""
    when = in_words(words, time, f"after_{scenario.protocol.kind}")
    return Told(
        f"{plain(scenario.name)}: {', '.join(filter(None, (when, week)))}",
        _differs([f"{name} ({grounded(switch, person, words)})" for name, switch in on], scenario, words),
        _differs([f"{name} ({graded(switch, person, words)})" for name, switch in on], scenario, words),
        words.say("sheet_licence", program=PROGRAM),
    )


def fitted(words: Told, look: Look, width: float, height: float) -> Block:
    """The words as large as wanted in a sheet of that size (px), else smaller, else fewer of them.

    Raises:
        BadInput: they would leave no room for the picture.
    """
    sizes = [max(LEAST, share * _wanted(look, width)) for share in _SMALLER]
    for differs in (words.differs, words.short):
        for size in sizes:
            block = _set(words, differs, look, width, size)
            if block.top + block.bottom <= MOST * height:
                return block
    raise BadInput("the text round this picture leaves too little room for it; a larger size is needed")


def as_wanted(words: Told, look: Look, width: float) -> Block:
    """The words, all of them, for a scene so wide (px), however much room they take beyond it."""
    return _set(words, words.differs, look, width, _wanted(look, width))


def _wanted(look: Look, width: float) -> float:
    return max(LEAST, _TEXT * width) * look.text_scale


def _differs(switches: list[str], scenario: Scenario, words: Words) -> str:
    say, stance = words.say, scenario.evidence.stance
    text = say("sheet_differs", what="; ".join(switches)) if switches else say("sheet_healthy")
    return text if stance == "middle" else f"{text} {say('sheet_stance', stance=say(f'stance_{stance}'))}"


def _set(words: Told, differs: str, look: Look, width: float, size: float) -> Block:
    margin = 0.7 * size
    above = f"<p style='font-size: {round(_TITLE * size)}px'><b>{escape(words.title)}</b></p>"
    below = f"<p>{escape(plain(differs))}</p><p>{escape(words.licence)}</p>"
    room = _FULL * (width - 2 * margin)
    return Block(_document(above, look, room, size), _document(below, look, room, size), margin)


def _document(html: str, look: Look, width: float, size: float) -> QTextDocument:
    made = QTextDocument()
    made.setUseDesignMetrics(True)  # the same lines on paper as on a screen
    made.setDocumentMargin(0.0)
    made.setDefaultFont(fonts.spelled(fonts.font(size)))
    made.setDefaultStyleSheet(f"p {{ margin: 0; color: {look.theme.colour('text').name()}; }}")
    made.setHtml(html)
    made.setTextWidth(width)
    return made
