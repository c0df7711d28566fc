"""Following a vesicle: its life is that of the film's histories, told the same whenever it is asked."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.look.look import Look
from hormoneviz.look.words import words
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.simulation.vesicles import Stay
from hormoneviz.views.cell.camera import NEAREST, WHOLE
from hormoneviz.views.cell.follow import PLACES, liveliest, nearest, sentences, told
from hormoneviz.views.cell.strip import latest
from hormoneviz.views.cell.view import CellView

BATH = Protocol(kind="bath", insulin="100 nM")
INF = float("inf")


@pytest.fixture(params=["muscle", "fat"])
def session(request: pytest.FixtureRequest) -> Session:
    return Session(Scenario(tissue=request.param, vesicles=200, protocol=BATH))


@pytest.fixture
def view(qtbot, session: Session) -> CellView:
    made = CellView(session, Look.load())
    qtbot.addWidget(made)
    made.resize(760, 430)
    made.show()
    made.set_reduced_motion(True)
    qtbot.waitExposed(made)
    return made


def test_a_life_is_told_in_plain_words() -> None:
    stays = (
        *(Stay("GSVret", 0.0, 12.0), Stay("GSVmob", 12.0, 12.7), Stay("Vteth", 12.7, 12.8)),
        *(Stay("PMclu", 12.8, 14.0), Stay("PMdis", 14.0, 15.0), Stay("PMclu", 15.0, INF)),
    )
    assert sentences(words(), stays, 128.0) == [
        *("store 12 min", "microtubule 42 s", "tethered 6 s", "at the surface since 1 h 55 min")
    ]


def test_what_follows_in_one_place_is_one_stay() -> None:
    stays = (Stay("EE", 1.0, 2.0), Stay("ERC", 2.0, 5.0), Stay("PMdis", 5.0, INF))
    assert told(stays) == (Stay("endosome", 1.0, 5.0), Stay("surface", 5.0, INF))


def test_every_compartment_has_a_place_and_every_place_a_word() -> None:
    assert set(PLACES) == set(COMPARTMENTS)
    assert all(words().say(f"life_{place}") for place in PLACES.values())


def test_the_strip_tells_what_the_histories_hold(view: CellView, session: Session) -> None:
    session.seek(40.0)
    view.follower.follow(17)
    life = session.film.life(17, 40.0)
    assert view.follower.strip.text() == " · ".join(sentences(words(), life, 40.0))
    assert len(life) > 2
    state = COMPARTMENTS[session.frame.vesicles.state[17]]
    assert words().say(f"life_{PLACES[state]}") in sentences(words(), life, 40.0)[-1]
    assert view.follower.strip.accessibleName() == "Vesicle 18"


def test_scrubbing_back_tells_the_same(view: CellView, session: Session) -> None:
    session.seek(12.0)
    view.follower.follow(5)
    before, picture = view.follower.strip.text(), view.grab().toImage()
    session.seek(90.0)
    assert view.follower.strip.text() != before
    session.seek(12.0)
    assert view.follower.strip.text() == before
    assert view.grab().toImage() == picture


def test_following_changes_nothing_in_the_film(view: CellView, session: Session) -> None:
    alone = Session(session.scenario)
    view.follower.follow(3)
    view.follower.look_closely()
    for time in (8.0, 31.0, 2.0):
        session.seek(time)
        alone.seek(time)
        mine, theirs = session.frame, alone.frame
        assert mine.values == theirs.values
        for name in ("state", "previous", "since", "until", "jumps"):
            assert np.array_equal(getattr(mine.vesicles, name), getattr(theirs.vesicles, name))


def test_a_tap_on_a_vesicle_follows_it(qtbot, view: CellView, session: Session) -> None:
    session.seek(5.0)
    lens = view.lens()
    x, y = lens.vesicles_seen(session.frame, WHOLE)
    alone = [
        k
        for k in range(session.frame.present)
        if np.sort(np.hypot(x - x[k], y - y[k]))[1] > 10
        and lens.what_is_at(session.frame, QPointF(x[k], y[k]), WHOLE) in COMPARTMENTS
    ]
    k = alone[0]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(x[k], y[k]).toPoint())
    assert view.follower.vesicle == k
    assert view.follower.strip.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)  # the card first
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.follower.vesicle is None
    assert not view.follower.strip.isVisible()


def test_the_ring_is_seen(view: CellView, session: Session) -> None:
    session.seek(5.0)
    before = view.grab().toImage()
    view.follower.follow(0)
    assert view.grab().toImage() != before


def test_the_camera_keeps_it_in_sight_until_a_hand_moves_it(qtbot, view: CellView, session: Session) -> None:
    view.follower.look_closely()
    k = view.follower.vesicle
    assert k is not None
    assert view.camera.zoom == NEAREST
    for time in np.linspace(1.0, 60.0, 40):
        session.seek(float(time))
        x, y = view.lens().vesicles_seen(session.frame, view.camera)
        assert view.rect().contains(QPointF(x[k], y[k]).toPoint())
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    stays = view.camera
    session.seek(3.0)
    assert view.camera == stays


def test_next_goes_through_all_and_begins_again(view: CellView, session: Session) -> None:
    view.follower.follow(session.frame.present - 1)
    view.follower.follow_next()
    assert view.follower.vesicle == 0


def test_what_the_cell_does_not_own_cannot_be_followed(view: CellView, session: Session) -> None:
    few = Session(replace(session.scenario, parameters={"G4tot": 0.5}))
    assert few.frame.present == 100
    session.load(few.scenario)
    view.follower.follow(150)
    assert view.follower.vesicle is None
    view.follower.follow(99)
    assert view.follower.vesicle == 99


def test_it_is_let_go_where_the_cell_loses_it(view: CellView, session: Session) -> None:
    view.follower.follow(180)
    session.load(replace(session.scenario, parameters={"G4tot": 0.5}))
    assert view.follower.vesicle is None
    assert not view.follower.strip.isVisible()


def test_another_cells_vesicle_is_another(view: CellView, session: Session) -> None:
    view.follower.follow(4)
    session.set_tissue("fat" if session.scenario.tissue == "muscle" else "muscle")
    assert view.follower.vesicle is None


def test_the_one_next_to_a_point_is_meant_if_it_is_near_enough() -> None:
    x, y = np.array([0.0, 10.0, 13.0]), np.array([0.0, 0.0, 0.0])
    assert nearest(x, y, (11.0, 0.0), 5.0) == 1
    assert nearest(x, y, (100.0, 0.0), 5.0) is None
    assert nearest(x[:0], y[:0], (0.0, 0.0), 5.0) is None


def test_a_vesicle_on_its_way_is_preferred(session: Session) -> None:
    session.seek(8.0)
    frame = session.frame
    x, y = np.arange(frame.present, dtype=float), np.zeros(frame.present)
    found = liveliest(frame, x, y, (50.0, 0.0))
    assert found is not None
    assert 1 <= frame.vesicles.state[found] <= 4


def test_the_strip_shows_the_latest_where_there_is_little_room(view: CellView, session: Session) -> None:
    session.seek(170.0)
    view.follower.follow(17)
    strip = view.follower.strip
    for width in (900, 480):
        view.resize(width, 430)
        shown = strip._line.text().replace(" ·\n", " · ")
        assert shown
        assert strip.text().endswith(shown.removeprefix("… · "))
        assert view.rect().contains(strip.geometry())


@pytest.mark.parametrize(
    ("room", "lines", "shown"),
    [
        (99, 1, ["a 1 · b 2 · c 3"]), (9, 1, ["… · c 3"]), (12, 1, ["… · c 3"]), (13, 1, ["… · b 2 · c 3"]),
        (9, 2, ["… · b 2 ·", "c 3"]), (1, 1, ["… · c 3"]),
    ],
)  # fmt: skip
def test_stays_are_never_cut_in_two_to_fit(room: int, lines: int, shown: list[str]) -> None:
    def fits(text: str) -> bool:
        return len(text) <= room

    assert latest(["a 1", "b 2", "c 3"], fits, lines) == shown
