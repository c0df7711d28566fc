"""Everything in the window can be reached and named: by the Tab key, by a finger, by a screen reader."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTabBar,
    QWidget,
)

import hormoneviz.shell
import hormoneviz.views
from hormoneviz.exchange.find import find_scenario
from hormoneviz.session.session import Session
from hormoneviz.shell.palette import Palette
from hormoneviz.shell.preferences import Preferences
from hormoneviz.shell.taste import Taste
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.body.item import Item
from hormoneviz.views.cells import Cells
from hormoneviz.views.people.matters import Matters
from hormoneviz.views.people.panel import PeoplePanel
from hormoneviz.views.popover import Popover

FINGER = 44
"""px (WCAG 2.2, 2.5.5)"""
MOST = 400
"""presses of Tab; far more than there are stops"""
ROOM = {
    "wide": (QSize(1400, 850), 1.0),
    "small": (QSize(820, 600), 1.0),
    "large text": (QSize(1024, 768), 2.0),
}
"""size of window, of text; all but the first are compact"""
PRESSED = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, Item)


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


def walked(window: MainWindow, stage: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What Tab (or Shift and Tab) reaches, one after the other, from the stage until it comes round."""
    window.activateWindow()
    stage.setFocus()
    order: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        now = QApplication.focusWidget()
        if now is None or (now in order and now is not order[-1]):
            break
        if not order or now is not order[-1]:  # the cell has stops of its own
            order.append(now)
    return order


@pytest.fixture(params=ROOM)
def arranged(window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    size, scale = ROOM[request.param]
    window.set_look("light", scale)
    window.resize(size)
    settle()
    return window


def test_tab_reaches_everything_and_comes_round(arranged: MainWindow) -> None:
    for stage in each_tab(arranged):
        order = walked(arranged, stage)
        missed = {part for part in waiting(stage) if part not in order}
        assert not missed


def test_shift_and_tab_lead_back_over_the_same_stops(large: MainWindow) -> None:
    stage = large.centralWidget()
    there, back = walked(large, stage), walked(large, stage, Qt.Key.Key_Backtab)
    assert set(there) == set(back)
    start = back.index(there[0])
    assert [*back[start:], *back[:start]] == [there[0], *reversed(there[1:])]


def test_whatever_takes_the_focus_says_its_name(arranged: MainWindow, session: Session) -> None:
    session.select("IRS1_S")
    for stage in each_tab(arranged):
        for part in waiting(stage):
            heard = QAccessible.queryAccessibleInterface(part)
            assert heard.text(QAccessible.Text.Name), (type(part), part.parent())


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


LECTURE = (
    "hormoneviz.views.hall", "hormoneviz.views.presenter", "hormoneviz.views.cell.shown",
    "hormoneviz.views.backrow",
)  # fmt: skip


def what_matters(qtbot, window: MainWindow) -> Matters:
    """The bars of the People tab, worked out."""
    people = window.findChild(PeoplePanel)
    people.head.show_view("matters")
    window.centralWidget().show_tab("tab_people")
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in people.matters.bars), timeout=50_000)
    return people.matters


def painters() -> set[type[QWidget]]:
    """Every class of our own that paints itself; the lecture's have their own test
    (test_lecture_window.py)."""
    found = set()
    for package in (hormoneviz.views, hormoneviz.shell):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                own = kind.__module__ == module.name and issubclass(kind, QWidget)
                if own and "paintEvent" in vars(kind) and not kind.__module__.startswith(LECTURE):
                    found.add(kind)
    return found


def test_every_class_that_paints_itself_is_shown_named_and_no_two_beside_each_other_alike(
    qtbot, large: MainWindow, session: Session
) -> None:
    session.load(find_scenario("02-meal-inflamed"))  # there is a body
    session.select("IRS1_S")
    session.set_twin("healthy")
    unseen = painters()
    large.show_tour()
    for level in ("mechanism", "basics"):
        large.set_look("light", 1.0, level)
        for stage in each_tab(large):
            named = Counter()
            for part in large.findChildren(QWidget):
                if not part.isVisible():
                    continue
                unseen -= {kind for kind in unseen if isinstance(part, kind)}
                if type(part).__module__.startswith("hormoneviz") and part.accessibleName():
                    named[part.parent(), part.accessibleName()] += 1
            twice = {name for (_, name), number in named.items() if number > 1}
            assert not twice, stage
    bars = [bar for bar in what_matters(qtbot, large).bars if bar.isVisible()]
    assert all(bar.accessibleName() for bar in bars)
    unseen -= {type(bar) for bar in bars}
    assert {kind.__name__ for kind in unseen} == set()


def too_small(root: QWidget) -> list[tuple[str, str, QSize]]:
    """Whatever can be pressed there and is smaller than a finger: kind, name, size."""
    found = []
    for part in (part for part in root.findChildren(QWidget) if part.isVisible()):
        size = part.size()
        if isinstance(part, QLineEdit) and isinstance(part.parent(), QAbstractSpinBox):
            continue  # part of one thing
        if isinstance(part, QTabBar):
            rects = [part.tabRect(i) for i in range(part.count())]
            size = QSize(min(r.width() for r in rects), min(r.height() for r in rects))
        elif not isinstance(part, PRESSED):
            continue
        if min(size.width(), size.height()) < FINGER:
            found.append((type(part).__name__, part.accessibleName(), size))
    return found


@pytest.mark.parametrize("size", [QSize(1400, 850), QSize(1024, 768)])
def test_in_the_touch_layout_everything_pressed_fits_a_finger(
    window: MainWindow, session: Session, size: QSize
) -> None:
    session.load(find_scenario("02-meal-inflamed"))  # there is a body
    session.select("IRS1_S")
    window.wardrobe.wear(Taste("light", touch=True))
    window.resize(size)
    follower = window.findChild(Cells).views[0].follower
    follower.follow_one()  # its life is told in a strip
    window.show_tour()
    settle()
    assert follower.strip.isVisible()
    assert window.tour.card.isVisible()
    assert any(item.isVisible() for item in window.findChildren(Item))
    for _ in each_tab(window):
        assert too_small(window) == []


def test_in_the_touch_layout_menus_fit_a_finger(large: MainWindow) -> None:
    large.wardrobe.wear(Taste("light", touch=True))
    settle()
    for title in large.menuBar().actions():
        assert large.menuBar().actionGeometry(title).height() >= FINGER
        menu = title.menu()
        menu.popup(large.mapToGlobal(large.rect().center()))
        lines = [action for action in menu.actions() if not action.isSeparator()]
        assert min(menu.actionGeometry(action).height() for action in lines) >= FINGER
        menu.close()


def test_in_the_touch_layout_forms_and_dialogs_fit_a_finger(large: MainWindow, session: Session) -> None:
    large.wardrobe.wear(Taste("light", touch=True))
    settle()
    opened: list[QWidget] = []
    for popover in large.findChildren(Popover):
        popover.open()
        opened.append(popover)
    for dialog in (Preferences(session, large.wardrobe, large), Palette(large.palette_rows(), "Find", large)):
        dialog.show()
        opened.append(dialog)
    settle()
    assert len(opened) > 5
    for each in opened:
        assert too_small(each) == [], each
        each.reject() if isinstance(each, QDialog) else each.close()
