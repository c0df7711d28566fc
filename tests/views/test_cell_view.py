"""The cell scene as a widget: it follows the session, answers mouse and keyboard, and can be heard."""

import pytest
from PySide6.QtCore import QPoint, Qt

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.view import CellView


@pytest.fixture
def session() -> Session:
    return Session(Scenario(protocol=Protocol(kind="bath", insulin="100 nM")))


@pytest.fixture
def view(qtbot, session: Session) -> CellView:
    made = CellView(session, Look.load())
    qtbot.addWidget(made)
    made.resize(760, 430)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle_of(view: CellView, label: str) -> QPoint:
    return view.scene().label_box(label).center().toPoint()


def test_the_picture_follows_the_play_head(view: CellView, session: Session) -> None:
    before = view.grab().toImage()
    session.seek(10.0)
    assert view.grab().toImage() != before


def test_the_window_shows_what_the_painter_paints(view: CellView, session: Session) -> None:
    session.seek(10.0)
    first = view.grab().toImage()
    session.seek(3.0)
    session.seek(10.0)
    assert view.grab().toImage() == first


def test_another_tissue_makes_another_scene(view: CellView, session: Session) -> None:
    muscle = view.scene()
    session.set_tissue("fat")
    assert view.scene() is not muscle
    assert view.scene().places.tissue == "fat"


def test_a_change_of_hormone_keeps_the_scene(view: CellView, session: Session) -> None:
    scene = view.scene()
    session.set_state("load", 0.8)
    assert view.scene() is scene


def test_the_card_of_glucose_tells_it_in_the_unit_that_was_chosen(qtbot, view: CellView) -> None:
    qtbot.mouseMove(view, middle_of(view, "glucose"))
    assert "5.00 mmol/L" in view.card_text()
    view.set_look(Look.load(glucose_unit="mg/dL"))
    qtbot.mouseMove(view, QPoint(1, 1))
    qtbot.mouseMove(view, middle_of(view, "glucose"))
    assert "90.1 mg/dL" in view.card_text()


def test_hovering_a_label_shows_a_card_with_its_value(qtbot, view: CellView) -> None:
    qtbot.mouseMove(view, middle_of(view, "IRS1"))
    assert view.card_text().startswith("IRS-1")
    assert "%" in view.card_text()
    qtbot.mouseMove(view, middle_of(view, "nucleus"))
    assert view.card_text().startswith("Nucleus")


def test_a_tap_selects_the_quantity_behind_the_thing(qtbot, view: CellView, session: Session) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, "AS160"))
    assert session.selection == "AS160_p"


def test_a_tap_on_a_mere_place_selects_nothing(qtbot, view: CellView, session: Session) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, "nucleus"))
    assert session.selection == ""


def test_tab_walks_through_the_labels_and_enter_selects(qtbot, view: CellView, session: Session) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.card_text().startswith("Insulin")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert session.selection == "insulin"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.card_text().startswith("Glucose")
    qtbot.keyClick(view, Qt.Key.Key_Backtab)
    assert view.card_text().startswith("Insulin")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.card_text() == ""


def test_what_is_selected_elsewhere_is_ringed_here(view: CellView, session: Session) -> None:
    before = view.grab().toImage()
    session.select("IRS1_S")
    assert view.grab().toImage() != before


def test_what_the_scene_shows_can_be_heard_and_gives_way_to_what_is_pointed_at(qtbot, view: CellView) -> None:
    assert view.accessibleName() == "The cell"
    view.tell("Insulin is high.")
    assert view.accessibleDescription().startswith("Insulin is high. A slice of the cell.")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    view.tell("Insulin is low.")
    assert view.accessibleDescription().startswith("Insulin. Now: ")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.accessibleDescription().startswith("Insulin is low.")


def test_another_look_repaints_in_its_colours(view: CellView) -> None:
    light = view.grab().toImage()
    view.set_look(Look.load("dark"))
    assert view.grab().toImage() != light
