"""Everything in the window can be reached and named: by the Tab key, by a finger, by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from hormoneviz.session.session import Session
from hormoneviz.shell.taste import Taste
from hormoneviz.shell.window import MainWindow

FINGER = 44
"""px (WCAG 2.2, 2.5.5)"""
MOST = 400
"""presses of Tab; far more than there are stops"""
PRESSED = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def large(window: MainWindow) -> MainWindow:
    window.resize(QSize(1400, 850))
    settle()
    return window


def each_tab(window: MainWindow) -> Iterator[QWidget]:
    """The stage with one tab after the other in front."""
    stage = window.centralWidget()
    for command in (c for c in stage.commands() if c.id.startswith("tab")):
        command.run()
        settle()
        yield stage


def waiting(stage: QWidget) -> set[QWidget]:
    """Everything visible that takes the focus by Tab."""
    found = stage.findChildren(QWidget)
    return {
        part
        for part in found
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
    }


def walked(window: MainWindow, stage: QWidget) -> list[QWidget]:
    """What Tab reaches, one after the other, from the stage until it comes round."""
    window.activateWindow()
    stage.setFocus()
    order: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or (now in order and now is not order[-1]):
            break
        if not order or now is not order[-1]:  # the cell has stops of its own
            order.append(now)
    return order


def test_tab_reaches_everything_and_comes_round(large: MainWindow) -> None:
    for stage in each_tab(large):
        order = walked(large, stage)
        missed = {part for part in waiting(stage) if part not in order}
        assert not missed


def test_tab_reaches_everything_in_a_small_window_too(large: MainWindow) -> None:
    large.resize(QSize(820, 600))
    settle()
    stage = large.centralWidget()
    order = walked(large, stage)
    assert not {part for part in waiting(stage) if part not in order}


def test_tab_goes_from_the_cell_over_the_side_to_what_is_below(large: MainWindow) -> None:
    stage = large.centralWidget()
    order = walked(large, stage)
    places = [next(i for i, p in enumerate(stage.panels) if p is w or p.isAncestorOf(w)) for w in order
              if any(p is w or p.isAncestorOf(w) for p in stage.panels)]  # fmt: skip
    first = places.index(0)
    turned = places[first:] + places[:first]
    assert turned == sorted(turned)


def test_whatever_paints_itself_has_a_name_and_a_description(large: MainWindow, session: Session) -> None:
    session.select("IRS1_S")  # so that its law is there
    for stage in each_tab(large):
        for part in stage.findChildren(QWidget):
            own = type(part).__module__.startswith("hormoneviz") and "paintEvent" in vars(type(part))
            if own and part.isVisible():
                assert part.accessibleName(), type(part)
                assert part.accessibleDescription(), type(part)


def test_in_the_touch_layout_everything_pressed_fits_a_finger(large: MainWindow) -> None:
    large.wardrobe.wear(Taste("light", touch=True))
    settle()
    for stage in each_tab(large):
        for part in [*large.findChildren(QWidget), *stage.findChildren(QWidget)]:
            if not isinstance(part, PRESSED) or isinstance(part, QScrollBar) or not part.isVisible():
                continue
            if isinstance(part, QAbstractSlider):
                assert part.height() >= FINGER, (type(part), part.accessibleName(), part.size())
                continue
            if isinstance(part, QLineEdit) and isinstance(part.parent(), QAbstractSpinBox):
                continue  # part of one thing
            least = min(part.width(), part.height())
            assert least >= FINGER, (type(part), part.accessibleName(), part.size())
        for bar in (bar for bar in large.findChildren(QTabBar) if bar.isVisible()):
            assert min(bar.tabRect(i).height() for i in range(bar.count())) >= FINGER
