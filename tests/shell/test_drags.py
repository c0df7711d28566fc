"""Nothing has to be dragged, pinched or wheeled: whatever can be, a tap or a menu does too (WCAG 2.5.7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollBar, QSplitter

from hormoneviz.session.session import Session
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Inflammation, Scenario
from hormoneviz.views.calendar.weeks import WeeksPlot
from hormoneviz.views.cells import Cells
from hormoneviz.views.plots.curves import CurvesView
from hormoneviz.views.slider import DragSlider, handle_of
from hormoneviz.views.timeline import Timeline

LEFT = Qt.MouseButton.LeftButton


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def session() -> Session:
    """A person, and a load that is neither end of its slider."""
    return Session(Scenario(name="A meal", vesicles=100, inflammation=Inflammation(load=0.3)))


@pytest.fixture
def large(window: MainWindow) -> MainWindow:
    window.resize(1400, 850)
    settle()
    return window


@pytest.fixture
def command(large: MainWindow) -> Callable[[str], None]:
    """Runs a command as a tap in its menu does; one that is greyed out fails the test."""
    rows = {row.id: row for row in large._commands}

    def run(name: str) -> None:
        row = rows[name]
        assert row.enabled is None or row.enabled(), name
        row.run()
        settle()

    return run


def named(window: MainWindow, name: str) -> DragSlider:
    return next(part for part in window.findChildren(DragSlider) if part.accessibleName() == name)


@pytest.mark.parametrize("share", [0.05, 0.6, 0.95])
def test_a_tap_brings_a_sliders_handle_there(
    qtbot, large: MainWindow, session: Session, share: float
) -> None:
    slider = named(large, "Inflammatory load")
    at = QPoint(round(share * slider.width()), slider.height() // 2)
    qtbot.mouseClick(slider, LEFT, pos=at)
    handle = handle_of(slider)
    assert handle.left() <= at.x() <= handle.right()
    assert session.scenario.inflammation.load == slider.value() / slider.maximum()


def test_a_finger_that_tapped_drags_on_from_there(qtbot, large: MainWindow, session: Session) -> None:
    slider = named(large, "Inflammatory load")
    middle = slider.height() // 2
    first, last = (QPoint(round(share * slider.width()), middle) for share in (0.6, 0.8))
    qtbot.mousePress(slider, LEFT, pos=first)
    qtbot.mouseMove(slider, last)
    qtbot.mouseRelease(slider, LEFT, pos=last)
    assert handle_of(slider).left() <= last.x() <= handle_of(slider).right()
    assert session.scenario.inflammation.load == slider.value() / slider.maximum()


def test_a_press_on_a_handle_moves_nothing(qtbot, large: MainWindow, session: Session) -> None:
    slider = named(large, "Inflammatory load")
    qtbot.mouseClick(slider, LEFT, pos=handle_of(slider).center() + QPoint(4, 0))
    assert session.scenario.inflammation.load == 0.3
    assert not session.history.undo_name


def test_a_tap_on_the_timeline_goes_there(qtbot, large: MainWindow, session: Session) -> None:
    timeline = large.findChild(Timeline)
    qtbot.mouseClick(timeline, LEFT, pos=QPoint(timeline.width() // 2, timeline.height() // 2))
    assert session.time == pytest.approx(session.film.duration / 2, rel=0.01)


def test_a_tap_on_the_weeks_goes_there(
    qtbot, large: MainWindow, session: Session, command: Callable[[str], None]
) -> None:
    command("tab1")
    weeks = large.findChild(WeeksPlot)
    area = weeks.board.area
    qtbot.mouseClick(weeks, LEFT, pos=QPoint(round(area.center().x()), round(area.center().y())))
    assert session.scenario.week == pytest.approx(weeks.board.week_at(area.center().x()), abs=1.0)
    assert session.scenario.week > 0.0


def test_a_tap_on_a_plot_goes_there(qtbot, large: MainWindow, session: Session) -> None:
    plots = large.findChild(CurvesView)
    x = round(plots.artwork.x_of(100.0))
    qtbot.mouseClick(plots, LEFT, pos=QPoint(x, plots.height() - 4))
    assert session.time == pytest.approx(100.0, abs=2.0)


def test_the_plots_come_nearer_without_wheel_and_pinch(
    large: MainWindow, session: Session, command: Callable[[str], None]
) -> None:
    gestures = large.findChild(CurvesView).gestures
    session.seek(60.0)
    command("plots_nearer")
    near = gestures.window
    assert near[1] - near[0] < session.film.duration
    assert near[0] <= 60.0 <= near[1]
    command("plots_nearer")
    nearer = gestures.window
    command("plots_farther")
    assert nearer[1] - nearer[0] < gestures.window[1] - gestures.window[0] < session.film.duration
    command("plots_whole")
    assert gestures.window == (0.0, session.film.duration)


def test_the_camera_comes_nearer_and_looks_around_without_a_drag(
    large: MainWindow, command: Callable[[str], None]
) -> None:
    large.wardrobe.turn("reduced_motion")  # so that the camera is there at once
    drive = large.findChild(Cells).views[0].drive
    assert not next(row for row in large._commands if row.id == "look_left").enabled()  # type: ignore[misc]
    command("zoom_in")
    command("zoom_in")
    before = drive.camera
    for way in ("left", "up"):
        command(f"look_{way}")
    assert (drive.camera.x, drive.camera.y) < (before.x, before.y)
    for way in ("right", "down"):
        command(f"look_{way}")
    assert drive.camera == before
    command("zoom_whole")


@pytest.mark.parametrize(("more", "less", "horizontal"), [("left", "right", True), ("top", "bottom", False)])
def test_dividers_move_without_a_drag(
    large: MainWindow, command: Callable[[str], None], more: str, less: str, horizontal: bool
) -> None:
    along = Qt.Orientation.Horizontal if horizontal else Qt.Orientation.Vertical
    line = next(part for part in large.findChildren(QSplitter) if part.orientation() == along)
    before = line.sizes()
    command(f"room_{more}")
    assert line.sizes()[0] > before[0]
    command(f"room_{less}")
    assert line.sizes() == pytest.approx(before, abs=2)


def test_every_splitter_and_slider_of_the_window_is_one_of_these(large: MainWindow) -> None:
    sliders = {type(part) for part in large.findChildren(QAbstractSlider)} - {QScrollBar}
    assert sliders == {DragSlider, Timeline}
    assert len(large.findChildren(QSplitter)) == 2
