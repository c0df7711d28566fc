"""A lecture in its two windows: a clicker, the mirror, hot reload, and nothing but pictures in the hall."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget

from hormoneviz.exchange.library import library
from hormoneviz.exchange.stories.library import story_path
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.shell.lecture.chooser import Chooser
from hormoneviz.shell.lecture.holder import Holder
from hormoneviz.shell.lecture.lecture import Lecture
from hormoneviz.shell.menus import CommandAction
from hormoneviz.shell.picture import scenario_in
from hormoneviz.shell.taste import Taste
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.backrow.dialog import BackRow
from hormoneviz.views.hall.view import HallView
from hormoneviz.views.presenter.panel import PresenterPanel
from hormoneviz.views.slider import DragSlider

Key = Qt.Key
COVERED = 4
"""the beat of the story that covers a plot"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(story_path("01-the-door").read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def lecture(qapp: QApplication, qtbot, dialogs, story: Path) -> Iterator[Lecture]:
    taste = Taste("light")
    dress(qapp, taste.look())
    held = Lecture(story, taste, "projector", library())
    held.open()
    qtbot.waitExposed(held.desk)
    yield held
    if shiboken6.isValid(held.desk):
        held.desk.close()
    held.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture(params=["hall", "desk"])
def window(lecture: Lecture, request: pytest.FixtureRequest) -> QWidget:
    found = lecture.hall if request.param == "hall" else lecture.desk
    found.activateWindow()
    found.setFocus()
    return found


def panel(lecture: Lecture) -> PresenterPanel:
    found = lecture.desk.findChild(PresenterPanel)
    assert found is not None
    return found


def shown(part: QWidget) -> bytes:
    return part.grab().toImage().bits().tobytes()


@pytest.mark.parametrize(("on", "back"), [(Key.Key_PageDown, Key.Key_PageUp), (Key.Key_Right, Key.Key_Left)])
def test_a_clicker_goes_on_and_back(lecture: Lecture, window: QWidget, on: Key, back: Key) -> None:
    QTest.keyClick(window, on)
    QTest.keyClick(window, on)
    assert lecture.lesson.number == 2
    QTest.keyClick(window, back)
    assert lecture.lesson.number == 1
    assert not lecture.session.is_playing


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_a_clicker_blanks_the_hall(lecture: Lecture, window: QWidget, key: Key) -> None:
    QTest.keyClick(window, key)
    image = lecture.hall.grab().toImage()
    middle = QPoint(image.width() // 2, image.height() // 2)
    assert image.pixelColor(middle).lightness() == 0
    QTest.keyClick(window, key)
    assert lecture.hall.grab().toImage().pixelColor(middle).lightness() > 0


def test_a_number_and_enter_go_to_that_beat(lecture: Lecture, window: QWidget) -> None:
    for key in (Key.Key_1, Key.Key_0, Key.Key_Return):
        QTest.keyClick(window, key)
    assert lecture.lesson.number == 9
    for key in (Key.Key_9, Key.Key_9, Key.Key_Enter):
        QTest.keyClick(window, key)
    assert lecture.lesson.number == 9, "there is no such beat"
    QTest.keyClick(window, Key.Key_3)
    QTest.keyClick(window, Key.Key_Escape)
    QTest.keyClick(window, Key.Key_Return)
    assert lecture.lesson.number == 9


def test_a_lecture_begins_at_rest_with_its_keys_before_all_others(lecture: Lecture) -> None:
    assert not lecture.session.is_playing
    keys = {key: a.command.id for a in lecture.desk.findChildren(CommandAction) for key in a.command.keys}
    assert keys["."] == "blank"
    assert keys["F5"] == "hall"
    assert {a.command.id for a in lecture.desk.findChildren(CommandAction)} >= {"forward", "tab0", "play"}


def test_there_is_no_control_in_the_hall_until_it_is_called(lecture: Lecture) -> None:
    def controls() -> list[QAbstractButton]:
        return [button for button in lecture.hall.findChildren(QAbstractButton) if button.isVisible()]

    for number in range(len(lecture.lesson.stages)):
        lecture.lesson.jump(number)
        QApplication.processEvents()
        assert controls() == []
    QTest.keyClick(lecture.hall, Key.Key_H)
    assert {"Next", "Back", "Blank"} <= {button.text() for button in controls()}
    QTest.keyClick(lecture.hall, Key.Key_H)
    assert controls() == []
    view = lecture.hall.view
    QTest.mouseMove(view.band, QPoint(40, view.band.height() - 40))
    assert controls() == []
    QTest.mouseMove(view.band, QPoint(40, view.band.height() - 2))
    assert controls() != []


def test_buttons_of_bar_and_desk_do_what_keys_do(lecture: Lecture) -> None:
    buttons = panel(lecture).buttons
    assert not buttons.button("beat_back").isEnabled()
    buttons.button("beat_next").click()
    assert lecture.lesson.number == 1
    assert buttons.button("beat_back").isEnabled()
    assert not buttons.button("call_up").isEnabled()
    lecture.lesson.jump(COVERED)
    buttons.button("call_up").click()
    assert (lecture.board.call, buttons.button("call_up").isChecked()) == ("up", True)
    buttons.button("answer").click()
    assert lecture.lesson.answer_shown
    assert not buttons.button("answer").isEnabled()


def test_notes_say_what_only_the_presenter_should_read(lecture: Lecture) -> None:
    lecture.lesson.jump(COVERED)
    beat, after = lecture.lesson.stage.beat, lecture.lesson.following
    assert beat.question is not None
    assert after is not None
    text = panel(lecture).notes.text()
    for part in (
        beat.notes,
        beat.question.right("mechanism"),
        beat.question.why,
        after.beat.title,
    ):
        assert part in text
    lecture.lesson.jump(len(lecture.lesson.stages) - 1)
    assert lecture.lesson.story.teacher.explore in panel(lecture).notes.text()


def test_what_is_drawn_on_the_mirror_stands_at_the_same_place_in_the_hall(lecture: Lecture, qtbot) -> None:
    mirror = panel(lecture).mirror
    lecture.board.take("pen")
    place = mirror.place()
    at = [QPointF(place.left() + x * place.width(), place.top() + y * place.height()) for x, y in
          ((0.25, 0.5), (0.5, 0.25))]  # fmt: skip
    before = shown(lecture.hall.view)
    QTest.mousePress(mirror, Qt.MouseButton.LeftButton, pos=at[0].toPoint())
    QTest.mouseMove(mirror, at[1].toPoint())
    QTest.mouseRelease(mirror, Qt.MouseButton.LeftButton, pos=at[1].toPoint())
    (stroke,) = lecture.board.ink
    assert stroke[0] == pytest.approx((0.25, 0.5), abs=0.01)
    assert stroke[-1] == pytest.approx((0.5, 0.25), abs=0.01)
    assert shown(lecture.hall.view) != before


def test_a_guess_drawn_on_the_mirror_is_one_drawn_on_the_plot(lecture: Lecture) -> None:
    lecture.lesson.jump(COVERED)
    QApplication.processEvents()
    mirror, view = panel(lecture).mirror, lecture.hall.view
    plot = next(plot for plot in view.plots if plot.isVisible())
    in_hall = plot.mapTo(view, plot.area.center().toPoint())
    place = mirror.place()
    at = QPointF(place.left() + in_hall.x() / view.width() * place.width(),
                 place.top() + in_hall.y() / view.height() * place.height())  # fmt: skip
    QTest.mouseClick(mirror, Qt.MouseButton.LeftButton, pos=at.toPoint())
    (stroke,) = lecture.board.guess
    assert stroke[0] == pytest.approx((0.5, 0.5), abs=0.04)
    assert lecture.board.ink == ()


def test_the_mirror_shows_what_the_hall_shows(lecture: Lecture, qtbot) -> None:
    mirror = panel(lecture).mirror
    mirror.take()
    before = shown(mirror)
    lecture.lesson.jump(COVERED)
    qtbot.waitUntil(lambda: shown(mirror) != before, timeout=5000)


def test_a_story_is_taken_up_when_it_is_saved_and_what_is_wrong_is_told_the_presenter(
    lecture: Lecture, story: Path, qtbot
) -> None:
    lecture.lesson.jump(1)
    text, told = story.read_text(encoding="utf-8"), panel(lecture).told
    old, new = f'title = "{lecture.lesson.stage.beat.title}"', 'title = "Written anew"'
    assert old in text
    story.write_text(text.replace(old, new), encoding="utf-8")
    qtbot.waitUntil(lambda: lecture.lesson.stage.beat.title == "Written anew", timeout=5000)
    assert lecture.lesson.number == 1
    story.write_text(text.replace(old, 'titel = "No such key"'), encoding="utf-8")
    qtbot.waitUntil(told.isVisible, timeout=5000)
    assert "line" in told.text()
    assert 'did you mean "title"?' in told.text()
    assert lecture.lesson.stage.beat.title == "Written anew"
    lecture.lesson.again()
    assert told.isVisible(), "the file is wrong still"
    other = story.with_suffix(".new")  # as editors save: another file takes the name
    other.write_text(text, encoding="utf-8")
    other.replace(story)
    qtbot.waitUntil(lambda: lecture.lesson.stage.beat.title != "Written anew", timeout=5000)
    assert not told.isVisible()


def test_a_bad_beat_is_skipped_in_the_hall_and_told_the_presenter(
    lecture: Lecture, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, set_twin = lecture.session, lecture.session.set_twin

    def fail(kind: str) -> None:
        set_twin(kind)
        if not failed:
            failed.append(True)
            session.problem.emit("no twin today")

    failed: list[bool] = []
    monkeypatch.setattr(session, "set_twin", fail)
    QTest.keyClick(lecture.hall, Key.Key_PageDown)
    assert lecture.lesson.number == 2
    told = panel(lecture).told
    qtbot.waitUntil(told.isVisible, timeout=5000)
    assert "Beat 2 was skipped: no twin today" in told.text()
    lecture.lesson.forward()
    assert not told.isVisible()


def test_the_zoom_key_goes_near_and_back(lecture: Lecture) -> None:
    lecture.lesson.jump(2)
    drive = lecture.hall.view.cells.cell.drive
    drive.reduced = True
    before = drive.goal
    QTest.keyClick(lecture.hall, Key.Key_Z)
    assert drive.goal.zoom > before.zoom
    QTest.keyClick(lecture.hall, Key.Key_Z)
    assert drive.goal == before


def test_the_hall_reads_at_the_presenters_level_in_its_own_theme(lecture: Lecture) -> None:
    lecture.desk.set_look("dark", 1.5, "basics")
    beat = lecture.lesson.stage.beat
    caption = lecture.hall.view.band.findChildren(QWidget)
    assert any(part.text() == beat.say.at("basics") for part in caption if hasattr(part, "text"))
    corner = lecture.hall.grab().toImage().pixelColor(4, lecture.hall.height() - 4)
    assert corner.lightness() > 200


def test_with_the_desk_the_hall_is_closed(lecture: Lecture, qtbot) -> None:
    ended: list[bool] = []
    lecture.ended.connect(lambda: ended.append(lecture.hall.isVisible()))
    lecture.desk.close()
    assert ended == [False]
    assert not lecture.session.is_playing


def test_the_film_plays_on_while_the_desk_is_minimised(lecture: Lecture) -> None:
    lecture.lesson.jump(1)
    lecture.desk.showMinimized()
    QApplication.processEvents()
    assert lecture.session.is_playing
    assert lecture.desk.ticker._timer.isActive()
    lecture.hall.hide()
    assert not lecture.desk.ticker._timer.isActive()


def test_all_that_paints_itself_says_what_it_is(lecture: Lecture) -> None:
    lecture.lesson.jump(COVERED)
    QApplication.processEvents()
    for window in (lecture.hall, lecture.desk):
        for part in window.findChildren(QWidget):
            own = type(part).__module__.startswith(("hormoneviz.views.hall", "hormoneviz.views.presenter"))
            if own and "paintEvent" in vars(type(part)) and part.isVisible():
                assert part.accessibleName(), type(part)


def test_the_back_row_check_looks_at_the_hall_and_is_shown_to_the_presenter(lecture: Lecture) -> None:
    lecture.lesson.jump(COVERED)
    QApplication.processEvents()
    panel(lecture).buttons.button("hall_back_row").click()
    (check,) = lecture.desk.findChildren(BackRow)
    assert check.isVisible()
    assert check.picture.accessibleName()
    assert check.failings == ()
    assert lecture.hall.findChildren(BackRow) == []
    check.close()


@pytest.mark.parametrize("part", ["agenda", "notes", "mirror", "slider", "button"])
def test_the_keys_act_whatever_was_clicked_last(lecture: Lecture, part: str) -> None:
    desk, left = panel(lecture), Qt.MouseButton.LeftButton
    slider = next(s for s in lecture.desk.findChildren(DragSlider) if s.isVisible())
    parts = {"agenda": desk.agenda.viewport(), "notes": desk.notes.viewport(), "mirror": desk.mirror,
             "slider": slider, "button": desk.buttons.button("zoom")}  # fmt: skip
    clicked = parts[part]
    lecture.desk.activateWindow()
    QTest.mouseClick(clicked, left, pos=QPoint(20, 10))
    clicked.setFocus(Qt.FocusReason.MouseFocusReason)
    scenario, number = lecture.session.scenario, lecture.lesson.number
    hears = QApplication.focusWidget() or lecture.desk
    QTest.keyClick(hears, Key.Key_B)
    assert lecture.board.blank
    QTest.keyClick(hears, Key.Key_Right)
    assert lecture.lesson.number == number + 1
    QTest.keyClick(hears, Key.Key_Left)
    assert lecture.lesson.number == number
    assert lecture.session.scenario == scenario
    lecture.lesson.jump(COVERED)
    QTest.keyClick(hears, Key.Key_Up)
    assert lecture.board.call == "up"
    QTest.keyClick(hears, Key.Key_D)
    lecture.board.begin((0.1, 0.1))
    QTest.keyClick(hears, Key.Key_U)
    assert lecture.board.ink == ()


def test_who_walks_to_a_control_by_tab_works_it_by_its_keys(lecture: Lecture) -> None:
    slider = next(s for s in lecture.desk.findChildren(DragSlider) if s.isVisible())
    lecture.desk.activateWindow()
    QApplication.sendEvent(slider, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    before = slider.value()
    QTest.keyClick(slider, Key.Key_Right)
    assert (lecture.lesson.number, slider.value() != before) == (0, True)
    QTest.keyClick(slider, Key.Key_B)
    assert lecture.board.blank


def test_a_menu_that_was_open_takes_no_key_away(lecture: Lecture) -> None:
    menu = lecture.desk._menus.menu("Lecture")
    menu.aboutToShow.emit()
    actions = {a.command.id: a for a in lecture.desk.findChildren(CommandAction)}
    assert not actions["unstroke"].isEnabled()
    menu.aboutToHide.emit()
    assert actions["unstroke"].isEnabled()


def test_a_lecture_does_not_end_by_a_slip_of_the_hand(lecture: Lecture, dialogs) -> None:
    lecture.lesson.jump(3)
    dialogs.answer = QMessageBox.StandardButton.No
    panel(lecture).window().close()
    assert lecture.desk.isVisible()
    assert lecture.hall.isVisible()
    dialogs.answer = QMessageBox.StandardButton.Yes
    lecture.end()
    assert not lecture.desk.isVisible()


def test_the_first_beat_waits_until_somebody_looks(lecture: Lecture, story: Path, qtbot) -> None:
    assert not lecture.session.is_playing
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace('scenario = "01-meal-healthy-muscle"\n',
                                  'scenario = "01-meal-healthy-muscle"\nuntil = "5 min"\n', 1))  # fmt: skip
    qtbot.waitUntil(lambda: lecture.lesson.stage.end == 5.0, timeout=5000)
    lecture.lesson.begin()
    assert (lecture.session.is_playing, lecture.session.time) == (False, 0.0)
    lecture.lesson.again()
    assert lecture.session.is_playing


def test_the_hall_is_saved_as_it_is_seen_with_its_scenario(lecture: Lecture, dialogs, tmp_path: Path) -> None:
    lecture.lesson.jump(COVERED)
    dialogs.file = tmp_path / "hall"
    lecture.save_hall()
    scenario, time = scenario_in(tmp_path / "hall.png")
    assert (scenario, time) == (lecture.session.scenario, lecture.session.time)
    assert QImage(str(tmp_path / "hall.png")).size() == lecture.hall.view.size()


def test_a_covered_plot_stays_covered_wherever_the_film_is_taken(lecture: Lecture) -> None:
    lecture.lesson.jump(COVERED)
    QApplication.processEvents()
    plot = next(plot for plot in lecture.hall.view.plots if plot.isVisible())
    before = plot.grab().toImage()
    lecture.session.seek(lecture.lesson.stage.horizon)
    assert plot.grab().toImage() == before


def test_no_card_pops_up_in_the_hall(lecture: Lecture) -> None:
    cell = lecture.hall.view.cells.cell
    box = next(iter(cell.labels_seen().values())).center().toPoint()
    assert lecture.hall.childAt(cell.mapTo(lecture.hall, box)) is not cell
    QTest.mouseMove(lecture.hall, cell.mapTo(lecture.hall, box))
    assert cell.card_text() == ""


def test_each_story_is_offered_and_a_bad_file_is_told(qapp: QApplication, tmp_path: Path) -> None:
    chooser = Chooser(Look.load())
    assert chooser.list.count() == 6
    bad = tmp_path / "bad.toml"
    bad.write_text('title = "Bad"\n', encoding="utf-8")
    chooser.take_file(bad)
    assert chooser.path is None
    chooser.list.setCurrentRow(2)
    chooser.accept()
    assert chooser.path == story_path("03-testosterone")


def test_a_lecture_is_held_from_the_window_in_which_one_explores(qapp: QApplication, qtbot, dialogs) -> None:
    from dataclasses import replace

    session, look = Session(story_scenario()), Look.load()
    holder = Holder(session, library())
    window = MainWindow(replace(EXPLORE, commands=holder.commands(look.words)), session, look, library())
    holder.hold_from(window)
    qtbot.addWidget(window)
    window.show()
    before = session.scenario
    action = next(
        a for a in window.findChildren(CommandAction) if a.objectName() == "lecture 02-the-rusty-lock"
    )
    action.trigger()
    assert holder.lecture is not None
    assert isinstance(holder.lecture.hall.view, HallView)
    action.trigger()
    assert (session.scenario, session.is_playing) == (before, False)
    gc.collect()
    windows = len(QApplication.topLevelWidgets())
    for _ in range(2):  # nothing of a lecture stays behind
        holder.lecture.desk.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert holder.lecture is None
        action.trigger()
    gc.collect()
    assert len(QApplication.topLevelWidgets()) <= windows
    window.close()
    assert holder.lecture is None


def story_scenario():  # type: ignore[no-untyped-def]
    from hormoneviz.exchange.find import find_scenario

    return find_scenario("01-meal-healthy-muscle")
