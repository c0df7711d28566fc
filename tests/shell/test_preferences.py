"""The dialog of preferences: all at once, and back with Cancel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from hormoneviz.look.theme import themes
from hormoneviz.session.session import Session
from hormoneviz.shell.preferences import Preferences
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.taste import SYSTEM, Taste
from hormoneviz.shell.window import MainWindow


@pytest.fixture
def dialog(qtbot, window: MainWindow, session: Session) -> Iterator[Preferences]:
    made = Preferences(session, window.wardrobe, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def choose_everything(dialog: Preferences) -> None:
    """As a person would, control by control."""
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    dialog.text.setCurrentIndex(dialog.text.findData(1.5))
    dialog.text.activated.emit(dialog.text.currentIndex())
    dialog.level.button("basics").click()
    dialog.motion.button("reduced").click()
    dialog.ways["low_graphics"].button("yes").click()
    dialog.unit.button("mg/dL").click()
    dialog.vesicles.setValue(3)
    dialog.vesicles.setValue(4)


CHOSEN = Taste("contrast", 1.5, "basics", "mg/dL", True, low_graphics=True)


def test_it_takes_effect_at_once(dialog: Preferences, window: MainWindow, session: Session) -> None:
    choose_everything(dialog)
    assert window.wardrobe.taste == CHOSEN
    assert (window.look.theme.name, window.look.level, window.look.glucose_unit) == (
        *("contrast", "basics", "mg/dL"),
    )
    assert session.scenario.vesicles == 400


def test_ok_keeps_it_for_the_next_start(dialog: Preferences) -> None:
    choose_everything(dialog)
    dialog.accept()
    assert Remembered().taste(1.0) == CHOSEN


def test_cancel_takes_all_of_it_back_and_remembers_nothing(
    dialog: Preferences, window: MainWindow, session: Session
) -> None:
    before, scenario = window.wardrobe.taste, session.scenario
    choose_everything(dialog)
    dialog.reject()
    assert (window.wardrobe.taste, session.scenario) == (before, scenario)
    assert Remembered().taste(1.0) == Taste()
    assert session.history.undo_name == ""


def test_vesicles_are_one_step_of_undo(dialog: Preferences, session: Session) -> None:
    choose_everything(dialog)
    dialog.accept()
    assert session.history.undo_name == "vesicles 300"
    session.undo()
    assert session.scenario.vesicles == 100


def test_it_shows_what_is_the_case(dialog: Preferences, window: MainWindow) -> None:
    assert [dialog.theme.itemData(row) for row in range(dialog.theme.count())] == [SYSTEM, *themes()]
    window.wardrobe.wear(CHOSEN)
    assert dialog.theme.currentData() == "contrast"
    assert dialog.level.button("basics").isChecked()
    assert dialog.motion.button("reduced").isChecked()
    assert dialog.ways["low_graphics"].button("yes").isChecked()
    assert dialog.unit.button("mg/dL").isChecked()


def test_motion_reaches_the_panels_that_move(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.setattr(window.centralWidget().main, "set_reduced_motion", told.append, raising=False)
    window.wardrobe.wear(Taste("light", reduced_motion=True))
    assert told == [True]


def test_every_control_is_named_and_reached_by_tab(dialog: Preferences) -> None:
    for control in (dialog.theme, dialog.text, dialog.vesicles):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    for segments in (dialog.level, dialog.motion, dialog.unit):
        assert segments.accessibleName()
        assert all(button.accessibleDescription() for button in segments.buttons())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_it_is_clipped(dialog: Preferences, window: MainWindow, scale: float) -> None:
    window.wardrobe.wear(Taste("contrast", scale))
    QApplication.processEvents()
    controls = (dialog.theme, dialog.text, dialog.level, dialog.motion, dialog.unit)
    for part in (*controls, *filter(QLabel.isVisible, dialog.findChildren(QLabel))):
        wraps, least = part.hasHeightForWidth(), part.minimumSizeHint().height()
        assert part.height() >= (part.heightForWidth(part.width()) if wraps else least), part


def test_the_command_opens_it(window: MainWindow, dialogs) -> None:
    window.desk.show_preferences()
    assert dialogs.shown == ["Preferences"]
    assert issubclass(Preferences, QDialog)
