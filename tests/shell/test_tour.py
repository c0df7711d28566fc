"""The tour: five steps that point at what they speak of, at every size, and nothing locked meanwhile."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS
from hormoneviz.session.session import Session
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.tour import STEPS, Tour
from hormoneviz.shell.tour_card import Card, beside
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.controls.bar import ControlsBar


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    window.resize(1280, 720)
    settle()
    window.show_tour()
    settle()
    return window.centralWidget().findChild(Tour)


def test_five_steps_lead_to_the_end_and_are_not_offered_again(tour: Tour, window: MainWindow) -> None:
    seen = []
    for _ in STEPS:
        seen.append(tour.step.name)
        tour.card.next.click()
    assert seen == ["insulin", "signal", "doors", "switches", "time"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(tour)
    assert window.centralWidget().findChild(Card) is None
    assert Remembered().toured


@pytest.mark.parametrize(
    ("size", "scale"), [((800, 560), 1.5), ((1024, 768), 2.0), ((1280, 720), 1.0), ((1920, 1080), 1.5)]
)
def test_each_step_rings_its_place_and_its_card_stands_inside_and_beside(
    window: MainWindow, size: tuple[int, int], scale: float
) -> None:
    window.set_look("light", scale)
    window.resize(QSize(*size))
    settle()
    window.show_tour()
    settle()
    tour, stage = window.centralWidget().findChild(Tour), window.centralWidget()
    for step in STEPS:
        settle()
        places = [stage.bring(thing) for thing in step.things]
        assert not all(place.isEmpty() for place in places), step
        for place in places:
            assert tour.ring.geometry().contains(place.intersected(stage.rect())), step
        assert stage.rect().contains(tour.card.geometry()), step
        assert not tour.card.geometry().intersects(places[0].adjusted(2, 2, -2, -2)), step
        labels = [part for part in tour.card.findChildren(QLabel) if part.isVisible()]
        assert all(part.height() >= part.heightForWidth(part.width()) for part in labels), step
        for button in tour.card.findChildren(QPushButton):
            assert button.height() >= 44
            assert button.width() >= button.minimumSizeHint().width()
        tour.go_on()


def test_the_switch_it_speaks_of_can_be_moved_meanwhile(
    qtbot, tour: Tour, window: MainWindow, session: Session
) -> None:
    while tour.step.name != "switches":
        tour.go_on()
    settle()
    middle = tour.ring.geometry().center()
    bar = next(part for part in window.centralWidget().panels if isinstance(part, ControlsBar))
    at = bar.mapFrom(window.centralWidget(), middle)
    target = bar.childAt(at)
    assert target is not None
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(bar, at))
    assert tour.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_keys_go_on_back_and_out(qtbot, tour: Tour, window: MainWindow) -> None:
    qtbot.keyClick(tour.card, Qt.Key.Key_Right)
    qtbot.keyClick(tour.card, Qt.Key.Key_Return)
    assert tour.step.name == "doors"
    qtbot.keyClick(tour.card, Qt.Key.Key_Left)
    assert tour.step.name == "signal"
    card = tour.card
    qtbot.keyClick(tour.card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_keys_work_from_the_button_that_has_the_focus(qtbot, tour: Tour) -> None:
    card = tour.card
    assert card.next.hasFocus()
    qtbot.keyClick(card.next, Qt.Key.Key_Right)
    qtbot.keyClick(card.next, Qt.Key.Key_Right)
    assert tour.step.name == "doors"
    assert card.next.hasFocus()
    qtbot.keyClick(card.next, Qt.Key.Key_Left)
    assert tour.step.name == "signal"
    qtbot.keyClick(card.skip, Qt.Key.Key_Return)
    assert not card.isVisible()


def test_escape_ends_it_from_anywhere_in_the_window(qtbot, tour: Tour, window: MainWindow) -> None:
    window.centralWidget().setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.tour is None


def test_tab_leads_out_of_the_card_and_back(qtbot, tour: Tour) -> None:
    seen = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        seen.append(tour.card.isAncestorOf(focused))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert True in seen[seen.index(False) :]


def test_it_says_what_to_see_once_inflammation_was_pushed_up(tour: Tour, session: Session) -> None:
    while tour.step.name != "switches":
        tour.go_on()
    asked = tour.card.text.text()
    session.set_tissue("muscle")
    assert tour.card.text.text() == asked
    session.set_state("load", 0.0)  # that is the other way
    assert tour.card.text.text() == asked
    session.set_state("load", 0.8)
    assert tour.card.text.text().startswith("Now look: ")
    assert tour.card.accessibleDescription() == tour.card.text.text()
    assert tour.step.name == "switches"  # it waits: there is something to see
    tour.go_on()
    tour.go_back()
    assert tour.card.text.text() == asked


def test_it_notices_that_play_was_pressed(tour: Tour, session: Session) -> None:
    while tour.step.name != "time":
        tour.go_on()
    session.play()
    assert tour.card.text.text().startswith("So the film stops and runs.")
    session.pause()


def test_it_speaks_in_the_words_and_sizes_of_another_look(tour: Tour, window: MainWindow) -> None:
    wide = tour.card.width()
    window.set_look("dark", 1.5, "basics")
    settle()
    assert tour.card.text.text() == Look.load(level="basics").words.say("tour_insulin")
    assert tour.card.width() > wide


def test_a_fault_ends_the_tour_and_nothing_else(
    tour: Tour, window: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(thing: str) -> QRect:
        raise ValueError(f"where is {thing}?")

    monkeypatch.setattr(tour, "_bring", broken)
    window.resize(1200, 700)
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.tour is None
    assert "the tour ends" in caplog.text
    monkeypatch.setattr(window.centralWidget(), "bring", broken)
    window.show_tour()  # broken from the start
    window.show_tour()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.tour is None
    assert window.isVisible()


def test_another_size_of_window_moves_ring_and_card_along(tour: Tour, window: MainWindow) -> None:
    window.resize(1700, 950)
    settle()
    assert tour.ring.geometry().contains(window.centralWidget().bring("insulin"))


def test_it_can_be_started_again_while_it_runs(tour: Tour, window: MainWindow) -> None:
    tour.go_on()
    window.show_tour()
    settle()
    cards = [part for part in window.centralWidget().findChildren(type(tour.card)) if part.isVisible()]
    assert len(cards) == 1


def test_every_step_has_words_at_every_level(qapp: QApplication) -> None:
    for level in LEVELS:
        words = Look.load(level=level).words
        for step in STEPS:
            assert words.say(f"tour_{step.name}_title")
            assert not step.invites or len(words.say(f"tour_{step.name}_done")) > 40
            assert len(words.say(f"tour_{step.name}")) > 40


HOST = QRect(0, 0, 1000, 600)


@pytest.mark.parametrize(
    "place",
    [QRect(10, 10, 100, 60), QRect(850, 20, 140, 80), QRect(20, 540, 200, 50), QRect(400, 200, 200, 100)],
)
def test_a_card_stands_clear_of_its_place(place: QRect) -> None:
    card = beside(place, 300, 150, HOST, 10)
    assert HOST.contains(card)
    assert not card.intersects(place)


def test_where_nothing_is_free_it_takes_the_farthest_corner() -> None:
    assert beside(QRect(50, 50, 900, 500), 300, 150, HOST, 10).topLeft() in (
        *(QPoint(0, 0), QPoint(700, 0), QPoint(0, 450), QPoint(700, 450)),
    )
