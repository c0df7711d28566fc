"""The caption below the cell: graded words, never faster than it can be read, the last one not lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS
from hormoneviz.session.session import Session
from hormoneviz.views.caption import EVERY, Caption
from hormoneviz.views.cell.describe import answer, describe
from hormoneviz.views.cells import Cells


class Teller:
    """Something to be told, and a clock that only we move."""

    def __init__(self) -> None:
        self.now, self.full, self.short = 0.0, "one", "1"

    def tell(self) -> tuple[str, str]:
        return self.full, self.short

    def clock(self) -> float:
        return self.now


@pytest.fixture
def told(qtbot, dressed: Look) -> Iterator[tuple[Caption, Teller]]:
    teller, parent = Teller(), QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    caption = Caption(teller.tell, parent, teller.clock)
    caption.resize(600, 40)
    parent.show()
    caption.show()
    caption.refresh()
    yield caption, teller
    parent.close()  # kept until here


def test_it_changes_at_most_once_in_three_seconds(told: tuple[Caption, Teller]) -> None:
    caption, teller = told
    seen = [caption.text()]
    for tick in range(1, 601):  # ten seconds of frames, each with something new to tell
        teller.now, teller.full = tick / 60, f"number {tick}"
        caption.refresh()
        if caption.text() != seen[-1]:
            seen.append(caption.text())
    assert seen == ["one", "number 180", "number 360", "number 540"]


def test_the_last_change_is_told_though_nothing_moves_any_more(qtbot, told: tuple[Caption, Teller]) -> None:
    caption, teller = told
    teller.now, teller.full = EVERY - 0.05, "the end"
    caption.refresh()
    assert caption.text() == "one"
    teller.now = EVERY + 0.01
    qtbot.waitUntil(lambda: caption.text() == "the end", timeout=5000)


def test_what_is_asked_for_is_told_at_once(told: tuple[Caption, Teller]) -> None:
    caption, teller = told
    teller.full = "in other words"
    caption.say_now()
    assert caption.text() == "in other words"


def test_a_long_text_that_would_take_the_cells_place_is_told_in_short(told: tuple[Caption, Teller]) -> None:
    caption, teller = told
    teller.full, teller.short = "many words " * 60, "few words"
    caption.say_now()
    assert caption.text() == "few words"


@pytest.mark.parametrize(
    ("insulin", "doors", "said"),
    [(0.1, 0.9, "rests"), (0.6, 0.6, "answers"), (0.6, 0.3, "lags"), (0.6, 0.1, "hardly")],
)
def test_insulin_and_doors_are_told_together(insulin: float, doors: float, said: str) -> None:
    assert answer(insulin, doors) == said


@pytest.mark.parametrize("level", LEVELS)
def test_health_and_inflammation_are_told_apart_at_every_level(look: Look, level) -> None:
    words = Look.load(level=level).words
    told = []
    for name in ("01-meal-healthy-muscle", "02-meal-inflamed"):
        session = Session(find_scenario(name))
        session.seek(60.0)
        told.append(describe(words, session.frame))
    assert told[0] != told[1]
    assert told[0].endswith(words.say("scene_answers"))
    assert told[1].endswith(words.say("scene_lags"))


def test_both_cells_have_one_where_it_is_wanted(qtbot, session: Session, dressed: Look) -> None:
    cells = Cells(session, dressed)
    qtbot.addWidget(cells)
    cells.resize(QSize(1200, 600))
    cells.show()
    captions = [part for part in cells.findChildren(Caption) if part.isVisible()]
    assert captions == []
    cells.set_captions(True)
    session.set_twin("healthy")
    QApplication.processEvents()
    shown = [part for part in cells.findChildren(Caption) if part.isVisible()]
    assert len(shown) == 2
    assert all(part.text() for part in shown)
    cells.set_captions(False)
    assert not any(part.isVisible() for part in cells.findChildren(Caption))
