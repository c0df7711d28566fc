"""Two cells on one clock: both where there is room, else one at a time; gone again when the twin goes."""

from __future__ import annotations

import pytest

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Inflammation, Scenario
from hormoneviz.views.cells import Cells


@pytest.fixture
def session() -> Session:
    return Session(Scenario(vesicles=100, inflammation=Inflammation(load=0.7)))


@pytest.fixture
def cells(qtbot, session: Session, dressed: Look) -> Cells:
    cells = Cells(session, dressed)
    qtbot.addWidget(cells)
    cells.resize(1200, 500)
    cells.show()
    return cells


def shown(cells: Cells) -> list[bool]:
    return [view.isVisible() for view in cells.views]


def test_side_by_side_where_there_is_room(cells: Cells, session: Session) -> None:
    assert shown(cells) == [True]
    session.set_twin("healthy")
    assert shown(cells) == [True, True]
    first, second = (view.grab().toImage() for view in cells.views)
    assert first != second
    session.set_twin("")
    assert shown(cells) == [True]


def test_one_at_a_time_where_there_is_not(cells: Cells, session: Session) -> None:
    cells.resize(700, 500)
    session.set_twin("healthy")
    assert shown(cells) == [True, False]
    session.swap_twins()
    assert shown(cells) == [False, True]


def test_the_same_selection_in_both(cells: Cells, session: Session) -> None:
    session.set_twin("healthy")
    cells.views[1]._session.select("PIP3")
    assert session.selection == "PIP3"


def test_a_twin_that_does_not_differ_says_so(cells: Cells, session: Session) -> None:
    session.set_twin("untreated")
    assert "no difference" in cells._second.title.text()  # type: ignore[union-attr]
