"""Transport: play, step, reset, speed and a timeline that scrubs both ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.timeline import Timeline
from hormoneviz.views.transport import TransportBar


@pytest.fixture
def bar(qtbot, session: Session, dressed: Look) -> TransportBar:
    bar = TransportBar(session, dressed)
    qtbot.addWidget(bar)
    bar.resize(1024, bar.sizeHint().height())
    bar.show()
    return bar


def press(qtbot, bar: TransportBar, name: str) -> None:
    button = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(bar: TransportBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel)]


def test_one_button_plays_and_pauses(qtbot, bar: TransportBar, session: Session) -> None:
    press(qtbot, bar, "Play")
    assert session.is_playing
    press(qtbot, bar, "Pause")
    assert not session.is_playing


def test_steps_go_both_ways_and_reset_goes_back_to_rest(qtbot, bar: TransportBar, session: Session) -> None:
    press(qtbot, bar, "Step forward")
    press(qtbot, bar, "Step forward")
    press(qtbot, bar, "Step back")
    assert session.time == pytest.approx(0.25)
    press(qtbot, bar, "Back to rest")
    assert session.time == 0.0


def test_the_clock_and_the_timeline_follow_the_play_head(bar: TransportBar, session: Session) -> None:
    session.seek(12.5)
    assert "12 min 30 s" in texts(bar)
    timeline = bar.findChild(Timeline)
    assert timeline is not None
    assert timeline.value() / timeline.maximum() == pytest.approx(12.5 / session.film.duration)


def test_a_press_on_the_timeline_goes_there(qtbot, bar: TransportBar, session: Session) -> None:
    timeline = bar.findChild(Timeline)
    qtbot.mouseClick(
        timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() // 2, timeline.height() // 2)
    )
    assert session.time == pytest.approx(session.film.duration / 2, rel=0.02)


def test_the_timeline_scrubs_by_keyboard(qtbot, bar: TransportBar, session: Session) -> None:
    timeline = bar.findChild(Timeline)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert session.time == pytest.approx(1.0)
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert session.time == 0.0


def test_showing_a_frame_does_not_seek(qtbot, bar: TransportBar, session: Session) -> None:
    session.seek(1.2345)
    assert session.time == 1.2345


@pytest.mark.parametrize(
    ("speed", "words"), [(0.25, "1 s = 15 s"), (1.0, "1 s = 1 min"), (60.0, "1 s = 1 h")]
)
def test_speed_is_said_in_words(bar: TransportBar, session: Session, speed: float, words: str) -> None:
    session.set_speed(2.0)
    session.set_speed(speed)
    assert any(words in text for text in texts(bar))


def test_the_speed_slider_has_a_stop_at_one(qtbot, bar: TransportBar, session: Session) -> None:
    slider = next(s for s in bar.findChildren(QSlider) if s.accessibleName() == "Speed")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert session.speed == 0.25
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert session.speed == 60.0
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert session.speed == 1.0


def test_an_event_marks_the_timeline(bar: TransportBar, session: Session) -> None:
    before = bar.grab().toImage()
    session.seek(40)
    session.set_state("load", 0.6)
    session.seek(0)
    assert bar.grab().toImage() != before


def test_buttons_are_named_and_large_enough(bar: TransportBar) -> None:
    for button in bar.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 32


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_one_line_or_two_depends_on_the_width_alone(
    qtbot, session: Session, dressed: Look, scale: float
) -> None:
    """Else the bar would answer its own layout with another one, for ever."""
    bar = TransportBar(session, Look.load("light", scale))
    qtbot.addWidget(bar)
    bar.show()
    found = [lines(bar, width, turn) for width in range(400, 1700, 9) for turn in (0, 1)]
    assert found == sorted(found, reverse=True)
    assert set(found) == {1, 2}


def lines(bar: TransportBar, width: int, turn: int) -> int:
    bar.resize(width, 90 + turn)
    QApplication.processEvents()
    button, line = bar.where("play"), bar.findChild(Timeline).geometry()
    return 1 if line.bottom() > button.top() else 2
