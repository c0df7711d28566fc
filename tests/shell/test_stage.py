"""The stage: wide where there is room for the text, compact where there is not, and nothing lost between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton, QTabBar, QWidget

from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.shell.disclaimer import TEXTS, Disclaimer
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.stage import Stage
from hormoneviz.views.calendar.panel import CalendarPanel
from hormoneviz.views.claims.panel import ClaimsPanel
from hormoneviz.views.controls.bar import ControlsBar
from hormoneviz.views.inspector.panel import InspectorPanel
from hormoneviz.views.pathway.panel import PathwayPanel
from hormoneviz.views.plots.panel import PlotsPanel
from hormoneviz.views.transport import TransportBar

WIDE, SMALL = QSize(1280, 680), QSize(800, 560)


@pytest.fixture
def dressed(qapp: QApplication) -> Look:
    look = Look.load()
    dress(qapp, look)
    return look


@pytest.fixture
def stage(qtbot, session: Session, dressed: Look) -> Stage:
    stage = Stage(EXPLORE, session, dressed)
    qtbot.addWidget(stage)
    resize(stage, WIDE)
    stage.show()
    QApplication.processEvents()
    return stage


def resize(stage: Stage, size: QSize) -> None:
    stage.resize(size)
    for _ in range(3):
        QApplication.processEvents()


def choose(stage: Stage, title: str) -> None:
    """Take a panel from the menu of the one button that chooses."""
    button = next(b for b in stage.findChildren(QPushButton) if b.accessibleName() == "Shown here")
    button.menu().aboutToShow.emit()
    next(action for action in button.menu().actions() if action.text() == title).trigger()


def panel(stage: Stage, kind: type) -> ControlsBar | PathwayPanel | PlotsPanel | TransportBar:
    return next(found for found in stage.panels if isinstance(found, kind))


def test_wide_shows_pathway_plots_and_switches_at_once(stage: Stage) -> None:
    assert all(panel(stage, kind).isVisible() for kind in (PathwayPanel, PlotsPanel, ControlsBar))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [QSize(1024, 728), WIDE, SMALL], ids=str)
def test_the_first_picture_is_laid_out_as_all_later_ones(
    qtbot, session: Session, dressed: Look, size: QSize, scale: float
) -> None:
    stage = Stage(EXPLORE, session, Look.load("light", scale))
    qtbot.addWidget(stage)
    stage.resize(size)
    stage.show()
    first = [(type(p), p.geometry()) for p in stage.panels if p.isVisible()]
    resize(stage, stage.size())
    assert [(type(p), p.geometry()) for p in stage.panels if p.isVisible()] == first


ROUNDS = 8
"""of events, within which a layout has to come to rest"""


class Resized(QObject):
    """Counts what changes its size."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and watched.isVisible():
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.timeout(180)
@pytest.mark.parametrize("tab", range(7))
def test_at_no_size_the_layout_swings(stage: Stage, qapp: QApplication, tab: int) -> None:
    """A bar once answered its own layout with another one, for ever."""
    stage.commands()[tab].run()
    restless = {}
    for width, height in [(700 + 61 * i, 520 + 97 * i % 400) for i in range(14)]:
        resize(stage, QSize(width, height))
        watch = Resized()
        qapp.installEventFilter(watch)
        for _ in range(ROUNDS):  # what was worked out meanwhile may move something once
            watch.names.clear()
            resize(stage, stage.size())
            if not watch.names:
                break
        qapp.removeEventFilter(watch)
        if watch.names:
            restless[width, height] = watch.names
    assert not restless


def test_compact_shows_one_of_them_and_the_switches_first(stage: Stage) -> None:
    resize(stage, SMALL)
    seen = [kind for kind in (PathwayPanel, PlotsPanel, ControlsBar) if panel(stage, kind).isVisible()]
    assert seen == [ControlsBar]
    assert panel(stage, TransportBar).isVisible()
    assert stage.main.height() > 0.7 * SMALL.height()  # the cell keeps what the switches took below it


@pytest.mark.parametrize(("title", "kind"), [("Pathway", PathwayPanel), ("Minutes", PlotsPanel)])
def test_compact_brings_each_to_the_front(stage: Stage, title: str, kind: type) -> None:
    resize(stage, SMALL)
    choose(stage, title)
    assert panel(stage, kind).isVisible()
    assert not panel(stage, ControlsBar).isVisible()


@pytest.mark.parametrize("size", [WIDE, SMALL])
def test_who_wants_to_read_about_a_thing_has_its_card_in_front(
    stage: Stage, session: Session, size: QSize
) -> None:
    resize(stage, size)
    details = next(found for found in stage.panels if isinstance(found, InspectorPanel))
    assert not details.isVisible()
    session.select("k_endo")
    stage.show_tab("tab_details", "k_endo")
    assert details.isVisible()
    assert session.selection == "k_endo"


def test_large_text_makes_the_same_window_compact_and_back(stage: Stage, dressed: Look) -> None:
    stage.set_look(Look.load("light", 2.0))
    assert not panel(stage, PathwayPanel).isVisible()
    stage.set_look(dressed)
    assert panel(stage, PathwayPanel).isVisible()
    assert panel(stage, ControlsBar).isVisible()


def test_there_and_back_leaves_everything_where_it_was(stage: Stage) -> None:
    stage.commands()[1].run()  # Weeks
    before = [(type(p), p.geometry()) for p in stage.panels if p.isVisible()]
    for size in (SMALL, WIDE, SMALL, WIDE):
        resize(stage, size)
    assert [(type(p), p.geometry()) for p in stage.panels if p.isVisible()] == before
    assert [bar.isVisible() for bar in stage.findChildren(QTabBar)] == [True]


def test_the_cell_alone_stays_alone_when_the_window_grows(stage: Stage) -> None:
    resize(stage, SMALL)
    stage.set_bare(True)
    resize(stage, WIDE)
    assert [p for p in stage.panels if p.isVisible()] == [stage.main]
    stage.set_bare(False)
    assert panel(stage, ControlsBar).isVisible()


def test_what_was_in_front_is_so_at_the_next_start(
    stage: Stage, session: Session, dressed: Look, qtbot
) -> None:
    stage.commands()[2].run()
    resize(stage, SMALL)
    choose(stage, "Pathway")
    stage.remember(Remembered())
    again = Stage(EXPLORE, session, dressed)
    qtbot.addWidget(again)
    again.restore(Remembered())
    again.show()
    resize(again, SMALL)
    assert panel(again, PathwayPanel).isVisible()
    resize(again, WIDE)
    assert again.panels.index(next(p for p in again.panels[3:] if p.isVisible())) == 5  # the third tab


@pytest.mark.parametrize(("width", "text"), [(1200, TEXTS[0]), (560, TEXTS[1]), (450, TEXTS[2])])
def test_the_disclaimer_leaves_the_menus_their_room(qtbot, dressed: Look, width: int, text: str) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    for name in ("File", "Edit", "Run", "Cell", "Twin", "View", "Help"):
        bar.addMenu(name)
    button = Disclaimer(bar)
    bar.resize(width, 36)
    bar.show()
    QApplication.processEvents()
    assert button.text() == text
    assert button.accessibleName() == TEXTS[0]
    assert bar.actionGeometry(bar.actions()[-1]).right() <= button.x()


def test_a_place_to_look_at_comes_to_the_front_and_shows_what_is_meant(stage: Stage) -> None:
    claims, weeks, minutes = (
        next(p for p in stage.panels if isinstance(p, kind))
        for kind in (ClaimsPanel, CalendarPanel, PlotsPanel)
    )
    assert "lean_mass" not in weeks.shown
    claims.asked.emit("tab_weeks", "lean_mass")
    assert weeks.isVisible()
    assert "lean_mass" in weeks.shown
    claims.asked.emit("tab_minutes", "cascade")
    assert minutes.isVisible()
    assert "cascade" in {plot.name for plot in minutes.shown}
    claims.asked.emit("tab_minutes", "GIR")  # a meal has no clamp
    assert "GIR" not in {plot.name for plot in minutes.shown}
