"""The window: panels, title, messages, what it remembers, and pictures that are those of the command line."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hormoneviz.exchange.library import library
from hormoneviz.exchange.scenario_file import write_scenario
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.modes.mode import Tab
from hormoneviz.session.session import Session
from hormoneviz.shell.about import DISCLAIMER
from hormoneviz.shell.commandline import run
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.plots.panel import PlotsPanel


def texts(window: MainWindow) -> list[str]:
    """What the visible labels say."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def is_file(action: QAction) -> bool:
    """Whether an action opens a scenario file."""
    return str(action.data()).endswith(".toml")


def test_every_panel_of_the_mode_is_built(window: MainWindow) -> None:
    assert not any("could not be opened" in text for text in texts(window))
    assert isinstance(window.centralWidget().main, EXPLORE.main)  # type: ignore[attr-defined,arg-type]


def test_a_panel_that_cannot_be_built_leaves_a_note_and_not_a_dead_window(
    qapp: QApplication, qtbot, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(session: Session, look: Look) -> QLabel:
        raise ValueError("no such layout")

    window = MainWindow(replace(EXPLORE, above=(Tab("tab_pathway", broken),)), session, Look.load(), [])
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    assert "This panel could not be opened.\nno such layout" in texts(window)
    assert "no such layout" in caplog.text


def test_the_title_names_the_scenario(window: MainWindow, session: Session) -> None:
    assert window.windowTitle() == "A dish · HormoneViz"
    session.load(library()[0].scenario)
    assert window.windowTitle() == f"{library()[0].name} · HormoneViz"


def test_every_shipped_scenario_is_in_the_menu_and_opens(window: MainWindow, session: Session) -> None:
    menu = next(a.menu() for a in window.menuBar().actions() if a.text() == "&File")
    actions = {action.text(): action for action in menu.findChildren(QAction) if is_file(action)}
    assert actions.keys() == {entry.name for entry in library()}
    for entry in library():
        actions[entry.name].trigger()
        QApplication.processEvents()
        assert session.scenario == entry.scenario


def test_what_cannot_be_shown_is_told_in_passing(window: MainWindow, session: Session) -> None:
    session.set_state("tau_cer", 0.0)
    assert any(text.startswith("This cannot be shown") for text in texts(window))


def test_the_disclaimer_is_one_tap_away(qtbot, window: MainWindow, dialogs) -> None:
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == DISCLAIMER]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialogs.shown == ["About"]


def test_a_dropped_scenario_opens(window: MainWindow, session: Session, tmp_path: Path) -> None:
    entry = library()[1]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/readme.txt"), QUrl.fromLocalFile(str(entry.path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, left, none))
    assert session.scenario == entry.scenario


@pytest.mark.parametrize("kind", [".svg", ".pdf", ".csv"])
def test_what_was_taken_away_opens_when_it_is_dropped(
    window: MainWindow, session: Session, tmp_path: Path, kind: str
) -> None:
    scenario, path = session.scenario, tmp_path / f"taken{kind}"
    away = window.desk.takeaway
    (away.save_curves if kind == ".csv" else away.save_picture)(path)
    session.load(library()[1].scenario)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, left, none))
    assert session.scenario == scenario


def test_the_cell_alone_hides_the_rest_and_brings_it_back(window: MainWindow) -> None:
    stage = window.centralWidget()
    before = [panel for panel in stage.panels if panel.isVisible()]
    window.toggle_bare()
    assert [panel.isVisible() for panel in stage.panels] == [True] + [False] * (len(stage.panels) - 1)
    window.toggle_bare()
    assert [panel for panel in stage.panels if panel.isVisible()] == before


def test_full_screen_comes_and_goes_and_escape_ends_it(qtbot, window: MainWindow) -> None:
    window.toggle_full_screen()
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()


def test_closing_pauses_and_remembers(qtbot, window: MainWindow, session: Session) -> None:
    window.resize(800, 640)  # no larger than the offscreen screen
    window.set_look("dark", 1.5)
    session.play()
    window.close()
    assert not session.is_playing
    again = MainWindow(EXPLORE, session, window.look, [])
    qtbot.addWidget(again)
    assert again.size() == QSize(800, 640)
    assert (Remembered().theme, Remembered().text_scale) == ("dark", 1.5)


def test_chosen_plots_are_there_after_a_restart(qtbot, window: MainWindow, session: Session) -> None:
    plots = window.findChild(PlotsPanel)
    before = [plot.name for plot in plots.shown]
    plots.chips.action("uptake").trigger()
    window.close()
    again = MainWindow(EXPLORE, session, window.look, [])
    qtbot.addWidget(again)
    names = [plot.name for plot in again.findChild(PlotsPanel).shown]
    assert names == [name for name in before if name != "uptake"]
    Remembered().set_choice("PlotsPanel", "+nobody -uptake nonsense")
    third = MainWindow(EXPLORE, session, window.look, [])
    qtbot.addWidget(third)
    assert [plot.name for plot in third.findChild(PlotsPanel).shown] == names


@pytest.mark.parametrize("theme", ["light", "dark", "projector", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_look_can_be_worn_while_it_plays(
    window: MainWindow, session: Session, theme: str, scale: float
) -> None:
    session.play()
    window.set_look(theme, scale)
    session.advance(0.05)
    QApplication.processEvents()
    image = window.grab().toImage()
    assert colours(image) > 100


def colours(image: QImage) -> int:
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    return len(np.unique(np.frombuffer(rgb.constBits(), np.uint32)))


def test_the_saved_picture_is_the_one_of_the_command_line_after_any_scrubbing(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    scenario, from_window, from_here, from_afar = (
        tmp_path / name for name in ("s.toml", "window.png", "here.png", "afar.png")
    )
    session.seek(8.0)
    session.set_state("load", 0.6)
    session.seek(3.0)
    session.set_state("testosterone", "low")
    write_scenario(session.scenario, scenario)
    for time in np.random.default_rng(3).uniform(0, 40, 25):
        session.seek(float(time))
        QApplication.processEvents()
    session.undo()
    session.redo()
    session.seek(12.5)
    enlarge(window, QSize(1920, 1080))
    window.desk.takeaway.save_picture(from_window)
    saved = QImage(str(from_window))
    size = f"{saved.width()}x{saved.height()}"
    asked = ["render", str(scenario), "--at", "12.5 min", "--titled", "--size", size, "--out"]
    assert run([*asked, str(from_here)]) == 0
    subprocess.run([sys.executable, "-m", "hormoneviz", *asked, str(from_afar)], check=True, timeout=50)
    assert from_window.read_bytes() == from_here.read_bytes() == from_afar.read_bytes()
    assert saved.text("Time") == "12.5 min"
    assert saved.width() == 1920
    assert saved.height() > 1080


def enlarge(window: MainWindow, size: QSize) -> None:
    """Make the scene this large, alone in its window."""
    window.toggle_bare()
    for _ in range(2):
        window.resize(window.size() + size - window.scene_size())
        QApplication.processEvents()
    assert window.scene_size() == size
