"""Random clicks, drags, wheels and keys on the whole window: nothing raises, hangs, or leaves the film."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hormoneviz.session.session import Session
from hormoneviz.shell.window import MainWindow

KEYS = [
    *(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F9, Qt.Key.Key_F11, Qt.Key.Key_F1),
    *(
        Qt.Key.Key_Z,
        Qt.Key.Key_Y,
        Qt.Key.Key_1,
        Qt.Key.Key_2,
        Qt.Key.Key_T,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
    ),
]
MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 4,
    *(
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier,
    ),
]
STEPS = 150


class Monkey:
    """Does to a window whatever comes to its mind, the same again for the same seed."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)

    def act(self) -> None:
        action = self._random.choices([self._click, self._drag, self._key, self._resize], [4, 2, 4, 0.2])[0]
        action()

    def _target(self) -> tuple[QWidget, QPoint]:
        """A place in a popup if one is open, else anywhere."""
        top = QApplication.activePopupWidget() or self._window
        place = QPoint(self._random.randrange(top.width()), self._random.randrange(top.height()))
        widget = top.childAt(place) or top
        return widget, widget.mapFrom(top, place) if widget is not top else place

    def _click(self) -> None:
        widget, place = self._target()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _drag(self) -> None:
        widget, place = self._target()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        for _ in range(3):
            place += QPoint(self._random.randint(-60, 60), self._random.randint(-20, 20))
            QTest.mouseMove(widget, place)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _key(self) -> None:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
        QTest.keyClick(widget, self._random.choice(KEYS), self._random.choice(MODIFIERS))

    def _resize(self) -> None:
        self._window.resize(self._random.randint(800, 1600), self._random.randint(560, 1000))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_clicked_and_pressed_the_window_lives(
    window: MainWindow, session: Session, seed: int
) -> None:
    monkey = Monkey(window, seed)
    for _ in range(STEPS):
        monkey.act()
        session.advance(0.016)
        QApplication.processEvents()
        assert 0.0 <= session.time <= session.film.duration
        assert window.isVisible()
    while popup := QApplication.activePopupWidget():
        popup.close()
    assert session.frame.time == session.time
    assert not any("could not be opened" in note.text() for note in window.findChildren(QLabel))
