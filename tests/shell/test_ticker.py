"""The one timer runs while something plays and can be seen, and sleeps otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from hormoneviz.session.clock import LONGEST_TICK
from hormoneviz.session.session import Session
from hormoneviz.shell.window import MainWindow


def active(window: MainWindow) -> list[QTimer]:
    return [timer for timer in window.findChildren(QTimer) if timer.isActive()]


@pytest.fixture(autouse=True)
def worked_out(qtbot, window: MainWindow) -> None:
    """What a new film leaves to work out in the background, such as the healthy twin's course, is done."""
    qtbot.waitUntil(lambda: not active(window), timeout=5000)


def test_a_paused_window_has_no_timer_running(qtbot, window: MainWindow) -> None:
    qtbot.wait(100)
    assert active(window) == []


def test_playing_starts_the_one_timer_and_pausing_ends_it(window: MainWindow, session: Session) -> None:
    session.play()
    assert len(active(window)) == 1
    session.pause()
    assert active(window) == []


def test_a_window_that_nobody_sees_costs_nothing(window: MainWindow, session: Session) -> None:
    session.play()
    window.hide()
    assert active(window) == []
    window.show()
    assert len(active(window)) == 1
    window.showMinimized()
    assert active(window) == []
    window.showNormal()
    assert len(active(window)) == 1


def test_time_goes_on_while_it_plays(qtbot, window: MainWindow, session: Session) -> None:
    session.play()
    qtbot.waitUntil(lambda: session.time > 0.05, timeout=5000)


def test_the_time_it_slept_is_not_made_up_for(qtbot, window: MainWindow, session: Session) -> None:
    session.play()
    window.hide()
    hidden_at = session.time
    qtbot.wait(300)
    window.show()
    qtbot.waitUntil(lambda: session.time > hidden_at, timeout=5000)
    assert session.time - hidden_at < 0.25


def test_the_end_of_the_film_lets_it_sleep(qtbot, window: MainWindow, session: Session) -> None:
    session.seek(39.99)
    session.play()
    qtbot.waitUntil(lambda: not session.is_playing, timeout=5000)
    assert [timer for timer in active(window) if not timer.isSingleShot()] == []
    qtbot.waitUntil(
        lambda: active(window) == [], timeout=5000
    )  # what changed last may still be told in words


def test_low_graphics_ask_for_fewer_pictures_of_the_same_film(window: MainWindow, session: Session) -> None:
    session.play()
    (often,) = active(window)
    before = often.interval()
    window.wardrobe.wear(replace(window.wardrobe.taste, low_graphics=True))
    assert often.interval() >= 2 * before
    assert often.interval() < 1000 * LONGEST_TICK  # so that no time is lost
    window.wardrobe.wear(replace(window.wardrobe.taste, low_graphics=False))
    assert often.interval() == before
