"""The two windows on real QScreens: the only one of this process, and two in a process with two."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hormoneviz.shell.screens import Screens
from hormoneviz.shell.settings import Remembered

ROOT = Path(__file__).resolve().parents[2]
TWO = [
    {"name": "DESK", "x": 0, "y": 0, "width": 1280, "height": 800},
    {"name": "HALL", "x": 1280, "y": 0, "width": 1920, "height": 1080},
]
BESIDE = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from hormoneviz.shell import screens as module
from hormoneviz.shell.screens import Screens
from hormoneviz.shell.settings import Remembered

application = QApplication([])
hall, desk = QWidget(), QWidget()
desk.resize(900, 600)
all_screens = QGuiApplication.screens()
screens = Screens(hall, desk, Remembered())
told = []
screens.changed.connect(lambda: told.append(screens.front))

def plug(*names):
    left = [screen for screen in all_screens if screen.name() in names]
    QGuiApplication.screens = staticmethod(lambda: left)
    QGuiApplication.primaryScreen = staticmethod(lambda: left[0])
    application.screenRemoved.emit(all_screens[-1])
    application.processEvents()

def now():
    return hall.screen().name(), desk.screen().name(), screens.front

def whole():
    return hall.isFullScreen() and hall.geometry() == hall.screen().geometry()
"""


@pytest.fixture
def windows(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    pair = QWidget(), QWidget()
    for window in pair:
        qtbot.addWidget(window)
    return pair


def run(tmp_path: Path, *lines: str, screens: list[dict[str, object]] = TWO) -> None:
    """Run lines in a process with those screens; an assertion that fails there fails here."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"windowFrameMargins": False, "screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", BESIDE + "\n".join(lines)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_with_one_screen_the_hall_fills_it_and_a_key_brings_the_desk(
    windows: tuple[QWidget, QWidget], qtbot: QtBot
) -> None:
    hall, desk = windows
    screens = Screens(hall, desk, Remembered(), parent=hall)
    screens.place()
    assert screens.front == "hall"
    assert hall.isFullScreen()
    assert all(window.isVisible() for window in windows)
    with qtbot.waitSignal(screens.changed):
        screens.toggle()
    assert screens.front == "desk"
    assert hall.isVisible()
    screens.swap()
    assert screens.front == "hall"
    screens.stop()


def test_the_desk_lies_wholly_on_the_screen(windows: tuple[QWidget, QWidget]) -> None:
    hall, desk = windows
    desk.resize(4000, 3000)
    Screens(hall, desk, Remembered(), parent=hall).place()
    assert desk.screen().availableGeometry().contains(desk.geometry())


def test_a_screen_is_told_by_number_name_and_size(tmp_path: Path) -> None:
    run(
        tmp_path,
        "screens.place()",
        "assert [(c.title, c.chosen) for c in screens.choices()] == ["
        "('1: DESK (1280 × 800)', False), ('2: HALL (1920 × 1080)', True)]",
    )


def test_hall_and_desk_get_a_screen_each_and_change_them(tmp_path: Path) -> None:
    run(
        tmp_path,
        "screens.place()",
        "assert now() == ('HALL', 'DESK', 'both') and whole()",
        "assert desk.screen().geometry().contains(desk.geometry())",
        "screens.swap()",
        "assert now() == ('DESK', 'HALL', 'both') and whole()",
        "assert desk.screen().geometry().contains(desk.geometry())",
        "screens.choose('nothing like this')",
        "assert now() == ('DESK', 'HALL', 'both')",
        "screens.choose(screens.choices()[1].key)",
        "assert now() == ('HALL', 'DESK', 'both') and whole()",
    )


def test_a_choice_is_remembered_for_as_many_screens(tmp_path: Path) -> None:
    run(tmp_path, "screens.place()", "screens.swap()")
    run(tmp_path, "screens.place()", "assert now() == ('DESK', 'HALL', 'both')")
    third = {"name": "WALL", "x": 3200, "y": 0, "width": 1920, "height": 1080}
    run(tmp_path, "screens.place()", "assert now() == ('HALL', 'DESK', 'both')", screens=[*TWO, third])


def test_other_screens_are_placed_by_the_rule(tmp_path: Path) -> None:
    run(tmp_path, "screens.place()", "screens.swap()")
    other = [TWO[0], {**TWO[1], "name": "OTHER"}]
    run(tmp_path, "screens.place()", "assert now() == ('OTHER', 'DESK', 'both')", screens=other)


def test_unplugged_and_plugged_in_again(tmp_path: Path) -> None:
    run(
        tmp_path,
        "screens.place()",
        "plug('DESK')",
        "assert now() == ('DESK', 'DESK', 'desk') and told[-1] == 'desk'",
        "screens.show_hall()",
        "assert screens.front == 'hall' and whole()",
        "plug('DESK', 'HALL')",
        "assert now() == ('HALL', 'DESK', 'both') and whole()",
        "plug('HALL')",
        "assert now() == ('HALL', 'HALL', 'hall') and whole()",
        "plug('HALL', 'DESK')",
        "assert now() == ('HALL', 'DESK', 'both'), now()",
        "plug()",
        "assert now() == ('HALL', 'DESK', 'both')",
    )


def test_a_projector_plugged_in_late_takes_the_hall_whatever_the_system_calls_primary(
    tmp_path: Path,
) -> None:
    run(
        tmp_path,
        "plug('DESK')",
        "screens.place()",
        "assert now() == ('DESK', 'DESK', 'hall')",
        "all_screens.reverse()",
        "plug('HALL', 'DESK')",
        "assert now() == ('HALL', 'DESK', 'both') and whole()",
    )


def test_once_stopped_nothing_is_moved(tmp_path: Path) -> None:
    run(
        tmp_path,
        "screens.place()",
        "screens.stop()",
        "hall.close(); desk.close()",
        "plug('DESK')",
        "assert not hall.isVisible() and not desk.isVisible()",
    )
