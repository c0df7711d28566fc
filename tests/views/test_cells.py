"""Two cells on one clock: both where there is room, else one at a time; gone again when the twin goes."""

from __future__ import annotations

import pytest

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Inflammation, Scenario
from hormoneviz.views.cell.camera import MEMBRANE, WHOLE
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


def test_both_look_at_the_same_part(cells: Cells, session: Session) -> None:
    cells.set_reduced_motion(True)
    session.set_twin("healthy")
    first, second = cells.views
    commands = {command.id: command for command in cells.commands()}
    commands["zoom_membrane"].run()
    assert first.camera == second.camera == MEMBRANE
    second.steering.whole()
    assert first.camera == WHOLE


def test_the_same_vesicle_is_followed_in_both(cells: Cells, session: Session) -> None:
    session.set_twin("healthy")
    session.seek(30.0)
    first, second = cells.views
    second.follower.follow(7)
    assert first.follower.vesicle == 7
    assert first.follower.strip.text() != second.follower.strip.text()
    first.follower.stop()
    assert second.follower.vesicle is None
    assert not second.follower.strip.isVisible()


def test_a_new_twin_finds_camera_vesicle_and_manner_as_they_are(cells: Cells, session: Session) -> None:
    cells.set_reduced_motion(True)
    cells.views[0].follower.look_closely()
    session.set_twin("healthy")
    first, second = cells.views
    assert second.camera == first.camera != WHOLE
    assert second.follower.vesicle == first.follower.vesicle is not None
    assert second.scene().fades
    session.set_twin("")
    cells.views[0].steering.whole()
    assert cells.views[0].camera == WHOLE


def test_a_fast_film_calms_both(cells: Cells, session: Session) -> None:
    session.set_twin("healthy")
    session.set_speed(30.0)
    session.play()
    assert [view.scene().calm for view in cells.views] == [True, True]
    session.pause()
    assert [view.scene().calm for view in cells.views] == [False, False]
