"""The caption below the cells, and what a screen reader hears: paced, none lost, of a height that stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Inflammation, Scenario
from hormoneviz.views import telling
from hormoneviz.views.caption import Caption
from hormoneviz.views.cells import Cells
from hormoneviz.views.telling import EVERY, Pace, Teller


class Source:
    """Something to be told, and a clock that only we move."""

    def __init__(self) -> None:
        self.now, self.text = 0.0, "one"
        self.heard: list[object] = []

    def tell(self) -> str:
        return self.text

    def clock(self) -> float:
        return self.now


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def teller(qtbot, source: Source) -> Iterator[Teller]:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    teller = Teller(source.tell, host, source.clock)
    teller.told.connect(source.heard.append)
    teller.refresh()
    yield teller
    teller.rest()
    host.close()  # kept until here


def test_a_text_passes_if_it_is_new_and_the_last_one_could_be_read(source: Source) -> None:
    pace = Pace(source.clock)
    assert pace.admit("a")
    assert not pace.admit("b")
    source.now = EVERY
    assert not pace.admit("a")
    assert pace.admit("b")
    assert pace.left == EVERY
    pace.forget()
    assert pace.admit("b")


def test_it_changes_at_most_once_in_three_seconds(teller: Teller, source: Source) -> None:
    for tick in range(1, 601):  # ten seconds of frames, each with something new to tell
        source.now, source.text = tick / 60, f"number {tick}"
        teller.refresh()
    assert source.heard == ["one", "number 180", "number 360", "number 540"]


def test_the_last_change_is_told_though_nothing_moves_any_more(qtbot, teller: Teller, source: Source) -> None:
    source.now, source.text = EVERY - 0.05, "the end"
    teller.refresh()
    assert source.heard == ["one"]
    source.now = EVERY + 0.01
    qtbot.waitUntil(lambda: source.heard == ["one", "the end"], timeout=5000)


def test_what_is_asked_for_is_told_at_once(teller: Teller, source: Source) -> None:
    source.text = "in other words"
    teller.tell_now()
    assert source.heard[-1] == "in other words"


@pytest.fixture
def caption(qtbot, dressed: Look) -> Iterator[Caption]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    caption = Caption(parent)
    caption.resize(600, 40)
    parent.show()
    caption.show()
    yield caption
    parent.close()


def test_a_long_text_that_would_take_the_cells_place_is_told_in_short(caption: Caption) -> None:
    caption.tell("many words " * 60, "few words")
    assert caption.text() == "few words"


def test_a_shorter_text_does_not_move_the_cell(caption: Caption) -> None:
    caption.tell("words enough for a line " * 4, "few")
    high = caption.wanted
    caption.tell("few", "few")
    assert caption.text() == "few"
    assert caption.wanted == high
    caption.start_anew()
    assert caption.wanted < high


@pytest.fixture
def inflamed() -> Session:
    return Session(Scenario(vesicles=100, inflammation=Inflammation(load=0.7)))


@pytest.fixture
def cells(qtbot, inflamed: Session, dressed: Look) -> Cells:
    cells = Cells(inflamed, dressed)
    qtbot.addWidget(cells)
    cells.resize(QSize(1200, 600))
    cells.show()
    inflamed.seek(60.0)
    return cells


def captions(cells: Cells) -> list[str]:
    QApplication.processEvents()
    return [part.text() for part in cells.findChildren(Caption) if part.isVisible()]


def test_both_cells_have_one_where_it_is_wanted(cells: Cells, inflamed: Session) -> None:
    assert captions(cells) == []
    cells.set_captions(True)
    inflamed.set_twin("healthy")
    assert len(captions(cells)) == 2
    assert all(captions(cells))
    cells.set_captions(False)
    assert captions(cells) == []


def test_a_caption_compares_with_health_once_that_is_known(qtbot, cells: Cells) -> None:
    cells.set_captions(True)
    cells._healthy.changed.connect(cells._teller.tell_now)  # without the pause
    qtbot.waitUntil(lambda: "of health" in captions(cells)[0], timeout=10_000)


def test_a_healthy_cell_is_not_compared_with_itself(qtbot, cells: Cells, inflamed: Session) -> None:
    inflamed.set_twin("healthy")
    cells.set_captions(True)
    qtbot.waitUntil(lambda: cells._healthy.film is not None, timeout=10_000)
    cells._teller.tell_now()
    own, twin = captions(cells)
    assert "health" in own
    assert "health" not in twin


@pytest.mark.parametrize("width", [1000, 1200, 1500])
def test_twins_are_equally_large_whatever_is_told_of_them(
    cells: Cells, inflamed: Session, width: int
) -> None:
    cells.set_captions(True)
    inflamed.set_twin("healthy")
    cells.resize(width, 600)
    assert len(set(map(len, captions(cells)))) == 2
    first, second = cells.views
    assert first.height() == second.height()
    labels = cells.findChildren(Caption)
    assert {part.height() for part in labels} == {max(part.wanted for part in labels)}


def test_a_screen_reader_finds_both_cells_told_apart(cells: Cells, inflamed: Session) -> None:
    inflamed.set_twin("healthy")
    first, second = cells.views
    assert first.accessibleName() == "The cell: This cell"
    assert second.accessibleName() == "The cell: Healthy twin"
    assert first.accessibleDescription() != second.accessibleDescription()
    assert cells.accessibleDescription().startswith("Left, This cell: ")
    assert " Right, Healthy twin: " in cells.accessibleDescription()
    inflamed.set_twin("")
    assert cells.accessibleDescription().startswith("This cell: ")


def test_a_running_screen_reader_is_told_aloud(cells: Cells, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    telling.announce(cells, "hear")
    assert said == ["hear"]
    cells.views[0].clearFocus()
    cells._teller.tell_now()
    assert said == ["hear"]  # nobody listens: the cell has no focus, and no caption is wanted
    cells.set_captions(True)
    assert said[1].startswith("This cell: Insulin outside is ")
