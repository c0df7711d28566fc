"""The page of a handout: which beats it shows, and where everything stands.

Measures are units, `paper.UNIT` to a point. Letters are as large as leaves the pictures room, never under
`LEAST`; the pictures get what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QTextDocument

from hormoneviz.exchange.claims.library import claims
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.staging import Staged, staged
from hormoneviz.exchange.stories.story import Story
from hormoneviz.exchange.stories.telling import end_of, telling
from hormoneviz.look.look import Look
from hormoneviz.shell.sheet.card import PROGRAM
from hormoneviz.shell.sheet.paper import UNIT, markdown
from hormoneviz.shell.sheet.weeks import weeks_of

PAPERS: Final = {"a4": QSizeF(595.0, 842.0), "letter": QSizeF(612.0, 792.0)}
"""pt"""
LEAST: Final = 7.0
"""pt, the smallest letters on paper"""
_LARGEST, _STEP = 10.0, 0.25
_COUNTS: Final = (6, 4, 2, 1)
"""pictures tried"""
_MARGIN, _GAP, _LINE = 34.0 * UNIT, 14.0 * UNIT, 5.0 * UNIT
_RULE = 22.0 * UNIT
"""between lines to write on"""
_TALLEST, _FLATTEST = 0.60, 0.46
"""height of a picture in widths"""
_TITLE, _SMALL = 1.9, 0.84
"""letters of the title, and of sources and licence, in those of the text"""
_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the page besides the beats, as Markdown."""

    title: str
    about: str
    explore: str
    rests: str
    licence: str


@dataclass(frozen=True, slots=True)
class Text:
    """Something to read."""

    box: QRectF
    document: QTextDocument


@dataclass(frozen=True, slots=True)
class Picture:
    """Something to look at."""

    box: QRectF
    stage: Staged


@dataclass(frozen=True, slots=True)
class Page:
    """All that stands on a page of that size (units)."""

    size: QSizeF
    texts: tuple[Text, ...]
    pictures: tuple[Picture, ...]
    lines: tuple[QLineF, ...]
    """to write on"""


def page_of(story: Story, look: Look, paper: str) -> Page:
    """The page of a story at the look's reading level, on "a4" or "letter".

    Raises:
        BadInput: a beat cannot be staged, or the story is too long for a page.
    """
    stages, words = staged(story), words_of(story, look)
    for count in _COUNTS:
        shown = telling(stages, count, seen_in)
        points = _LARGEST
        while points * _SMALL >= LEAST - 1e-9:
            found = _Setting(words, shown, look, points, PAPERS[paper] * UNIT).page()
            if found:
                return found
            points -= _STEP
    raise BadInput("this story says too much for one page: fewer aims, or shorter ones, would fit")


def seen_in(stage: Staged) -> object:
    """What the picture of a beat shows: courses over weeks, else the cell at its end."""
    weeks = weeks_of(stage)
    return (stage.scenario, stage.twin, weeks) if weeks else end_of(stage)


def words_of(story: Story, look: Look) -> Words:
    """The words of a story's page."""
    say = look.words.say
    known = (claims()[id_] for id_ in story.source)
    rests = "; ".join(f"{c.id} {_plain(c.title)} ({say(f'ledger_grade_{c.grade}')})" for c in known)
    aims = "\n\n".join(f"• {aim}" for aim in story.teacher.aims)
    return Words(
        f"**{_plain(story.title)}**",
        f"{story.about}\n\n**{say('handout_aims')}**\n\n{aims}",
        f"**{say('handout_explore')}** {story.teacher.explore}",
        f"**{say('handout_rests')}** {rests}." if rests else "",
        say("sheet_licence", program=PROGRAM),
    )


def caption(stage: Staged, look: Look) -> str:
    """What stands under a picture, as Markdown: title, whose cell it is, what the beat says."""
    say = look.words.say
    whose = _plain(stage.scenario.name)
    if stage.twin:
        whose = say("handout_beside", whose=whose, twin=say(f"plot_twin_{stage.twin.replace(' ', '_')}"))
    return f"**{stage.number}. {_plain(stage.beat.title)}** ({whose})\n\n{stage.beat.say.at(look.level)}"


def _plain(text: str) -> str:
    """Text that is no Markdown, as Markdown."""
    return _SIGNS.sub(r"\\\1", text)


class _Setting:
    """One try: letters of a size, and pictures in what is left."""

    def __init__(
        self, words: Words, shown: Sequence[Staged], look: Look, points: float, size: QSizeF
    ) -> None:
        self._points, self._size, self._shown = points, size, shown
        self._ink = look.theme.colour("text")
        self._width = size.width() - 2 * _MARGIN
        self._column = 0.5 * (self._width - _GAP)
        self._head = [self._set(words.title, _TITLE), self._set(words.about)]
        # By their numbers in the hall: a student has heard them.
        self._captions = [self._set(caption(s, look), 1.0, self._column) for s in shown]
        if len(shown) % 2:  # the question takes the place that is free
            self._captions.append(self._set(words.explore, 1.0, self._column))
        self._foot = [self._set(t, _SMALL) for t in (words.rests, words.licence) if t]
        if not len(shown) % 2:
            self._foot.insert(0, self._set(words.explore))

    def page(self) -> Page | None:
        """The page, or None where the pictures would be too small."""
        captions = [self._captions[k : k + 2] for k in range(0, len(self._captions), 2)]
        rows = [max(c.size().height() for c in row) for row in captions]
        said = _stack(self._head) + _stack(self._foot) + sum(rows) + 2 * _LINE * len(rows)
        room = (self._size.height() - 2 * _MARGIN - said) / len(rows)
        if room < _FLATTEST * self._column:
            return None
        tall = min(room, _TALLEST * self._column)
        texts, y = _column(self._head, _MARGIN, _MARGIN)
        pictures: list[Picture] = []
        lines: list[QLineF] = []
        for number, (row, height) in enumerate(zip(captions, rows, strict=True)):
            for side, below in enumerate(row):
                x, k = _MARGIN + side * (self._column + _GAP), 2 * number + side
                if k < len(self._shown):
                    pictures.append(Picture(QRectF(x, y, self._column, tall), self._shown[k]))
                    texts.append(_at(below, x, y + tall + 0.6 * _LINE))
                else:
                    texts.append(_at(below, x, y))
                    lines += self._lines(x, y + below.size().height(), y + tall + height)
            y += tall + height + 2 * _LINE
        bottom = self._size.height() - _MARGIN - _stack(self._foot)
        texts += _column(self._foot, _MARGIN, max(y, bottom))[0]
        return Page(self._size, tuple(texts), tuple(pictures), tuple(lines))

    def _lines(self, x: float, top: float, bottom: float) -> list[QLineF]:
        count = int((bottom - top) / _RULE)
        return [QLineF(x, top + k * _RULE, x + self._column, top + k * _RULE) for k in range(1, count + 1)]

    def _set(self, text: str, share: float = 1.0, width: float = 0.0) -> QTextDocument:
        return markdown(text, share * self._points, width or self._width, self._ink)


def _stack(documents: Iterable[QTextDocument]) -> float:
    return sum(document.size().height() + _LINE for document in documents)


def _column(documents: Iterable[QTextDocument], x: float, y: float) -> tuple[list[Text], float]:
    placed = []
    for document in documents:
        placed.append(_at(document, x, y))
        y += document.size().height() + _LINE
    return placed, y


def _at(document: QTextDocument, x: float, y: float) -> Text:
    return Text(QRectF(x, y, document.size().width(), document.size().height()), document)
