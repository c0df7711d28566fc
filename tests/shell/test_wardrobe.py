"""What is worn: themes, sizes, levels, live and remembered; the system's theme where none is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hormoneviz.look.theme import themes
from hormoneviz.look.words import LEVELS
from hormoneviz.shell import taste as tastes
from hormoneviz.shell.menus import CommandAction
from hormoneviz.shell.settings import TEXT_SCALES, Remembered
from hormoneviz.shell.taste import SYSTEM, Taste
from hormoneviz.shell.wardrobe import Wardrobe
from hormoneviz.shell.window import MainWindow


@pytest.fixture
def wardrobe(qapp: QApplication):
    yield Wardrobe(Taste(theme="light"))
    qapp.setStyleSheet("")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch):
    """Sets what the system asks for, and tells whoever listens, as Qt does."""

    def ask_for(name: str) -> None:
        monkeypatch.setattr(tastes, "system_theme", lambda: name)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)

    return ask_for


def test_themes_go_round(wardrobe: Wardrobe) -> None:
    worn = []
    for _ in themes():
        wardrobe.next_theme()
        worn.append(wardrobe.look.theme.name)
    assert sorted(worn) == sorted(themes())


def test_text_grows_and_shrinks_by_its_stops(wardrobe: Wardrobe) -> None:
    for _ in range(9):
        wardrobe.larger_text()
    assert wardrobe.look.text_scale == TEXT_SCALES[-1]
    for _ in range(9):
        wardrobe.smaller_text()
    assert wardrobe.look.text_scale == TEXT_SCALES[0]


def test_levels_go_round_and_change_the_words(wardrobe: Wardrobe) -> None:
    said = {}
    for _ in LEVELS:
        wardrobe.next_level()
        said[wardrobe.taste.level] = wardrobe.look.words.label("GLUT4")
    assert set(said) == set(LEVELS)
    assert said["basics"] != said["mechanism"]


def test_what_is_worn_is_remembered_and_what_is_only_tried_is_not(wardrobe: Wardrobe) -> None:
    wardrobe.read_at("basics")
    wardrobe.wear(Taste(theme="dark", level="basics", reduced_motion=True), for_good=False)
    assert wardrobe.look.theme.name == "dark"
    assert Remembered().taste(1.0) == Taste(level="basics")


def test_the_command_lines_wish_is_not_remembered_with_another_choice(qapp: QApplication) -> None:
    wardrobe = Wardrobe(Taste(theme="contrast"))  # as --theme contrast asked for, this once
    wardrobe.next_level()
    assert Remembered().theme == SYSTEM
    qapp.setStyleSheet("")


def test_a_theme_that_nobody_chose_follows_the_system_live(wardrobe: Wardrobe, system) -> None:
    system("dark")
    assert wardrobe.look.theme.name == "light"
    wardrobe.wear_theme(SYSTEM)
    assert wardrobe.look.theme.name == "dark"
    system("contrast")
    assert wardrobe.look.theme.name == "contrast"
    system("light")
    assert wardrobe.look.theme.name == "light"
    wardrobe.wear_theme("projector")
    system("dark")
    assert wardrobe.look.theme.name == "projector"


@pytest.mark.usefixtures("qapp")
def test_a_system_that_does_not_tell_is_light() -> None:
    assert QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    assert tastes.system_theme() == "light"


def test_the_letter_l_goes_through_the_levels_in_the_window(qtbot, window: MainWindow) -> None:
    seen = [window.look.level]
    for _ in LEVELS:
        qtbot.keyClick(window, Qt.Key.Key_L)
        seen.append(window.look.level)
    assert seen == ["mechanism", "molecular", "basics", "mechanism"]
    assert "door" in window.look.words.at("basics").label("GLUT4").lower()


def test_the_menu_ticks_what_is_worn(window: MainWindow) -> None:
    window.set_look("projector", 1.25, "molecular")
    window._menus.menu("View").aboutToShow.emit()
    rows = {action.command.id: action for action in window.findChildren(CommandAction)}
    ticked = {name for name, action in rows.items() if action.isChecked()}
    assert ticked == {"theme_projector", "level_molecular"}


def test_a_window_that_is_gone_hears_nothing_of_the_system(qapp: QApplication, system) -> None:
    wardrobe = Wardrobe(Taste())
    worn: list[str] = []
    wardrobe.changed.connect(lambda: worn.append(wardrobe.look.theme.name))
    QMetaObject.invokeMethod(wardrobe, "deleteLater", Qt.ConnectionType.DirectConnection)
    QTest.qWait(10)
    system("dark")
    assert worn == []
