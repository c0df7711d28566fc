"""The ledger panel: when it works and when it leaves the machine alone, what it shows and says."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.attribution import Accounting, ledger
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views import slices
from hormoneviz.views.ledger import bookkeeper
from hormoneviz.views.ledger.panel import LedgerPanel


class Counted(Accounting):
    """The real work, counted."""

    begun: ClassVar[list[Counted]] = []
    slow = False

    def __init__(self, scenario: Scenario, time: float) -> None:
        super().__init__(scenario, time)
        self.begun.append(self)

    def advance(self) -> bool:
        return False if self.slow else super().advance()


class Failing(Accounting):
    def advance(self) -> bool:
        raise SolverFailed("gave up at 3 min")


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Counted]:
    """The works begun; changes settle faster than a person needs."""
    monkeypatch.setattr(Counted, "begun", [])
    monkeypatch.setattr(bookkeeper, "Accounting", Counted)
    monkeypatch.setattr(bookkeeper, "CALM", 20)
    return Counted.begun


@pytest.fixture
def session(qapp) -> Session:
    """A man with belly fat and inflammation, an hour into a meal."""
    session = Session(find_scenario("02-meal-inflamed"))
    session.seek(60)
    return session


@pytest.fixture
def panel(qtbot, begun: list[Counted], session: Session, look: Look) -> LedgerPanel:
    """Not yet shown."""
    panel = LedgerPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(510, 300)
    return panel


@pytest.fixture
def ready(qtbot, panel: LedgerPanel) -> LedgerPanel:
    """Shown, with its ledger."""
    panel.show()
    qtbot.waitUntil(lambda: panel.books.ledger is not None)
    return panel


def rest() -> None:
    """Long enough for anything that is going to begin to have begun."""
    QTest.qWait(120)


def test_hidden_it_does_nothing(panel: LedgerPanel, session: Session, begun: list[Counted]) -> None:
    session.set_state("load", 0.3)
    session.seek(30)
    rest()
    assert begun == []
    assert not panel.books.pending


def test_shown_it_makes_the_ledger_of_now(ready: LedgerPanel, session: Session) -> None:
    expected = ledger(session.scenario, 60.0)
    assert ready.books.fresh
    shown = ready.chart.pages[0]
    assert shown.total == pytest.approx(100 * (expected.present[0] - expected.healthy[0]))
    assert "60 min" in ready.chart.when
    assert {row.label for row in shown.rows} == {"Obese", "Inflammation 0.7"}


def test_hiding_drops_the_work(
    qtbot, panel: LedgerPanel, begun: list[Counted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Counted, "slow", True)
    panel.show()
    qtbot.waitUntil(lambda: len(begun) == 1)
    panel.hide()
    assert not panel.books.pending
    assert panel.books.ledger is None


def test_of_many_changes_only_the_last_is_worked_out(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted]
) -> None:
    for load in (0.2, 0.3, 0.4):
        session.set_state("load", load)
    assert "of before" in ready.chart.when
    assert len(begun) == 1
    qtbot.waitUntil(lambda: ready.books.fresh)
    assert len(begun) == 2
    assert begun[-1].scenario.inflammation.load == 0.4
    assert "of before" not in ready.chart.when


def test_a_change_while_it_works_starts_anew(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = ready.books.ledger
    monkeypatch.setattr(Counted, "slow", True)
    session.set_state("load", 0.2)
    qtbot.waitUntil(lambda: len(begun) == 2)
    session.set_state("load", 0.3)
    assert ready.books.ledger is old
    monkeypatch.setattr(Counted, "slow", False)
    qtbot.waitUntil(lambda: ready.books.fresh)
    assert [work.scenario.inflammation.load for work in begun[1:]] == [0.2, 0.3]
    assert begun[1].result is None
    assert ready.books.ledger is begun[2].result


@pytest.mark.parametrize("by", ["key", "button"])
def test_work_can_be_cancelled_and_asked_for_again(
    qtbot,
    ready: LedgerPanel,
    session: Session,
    begun: list[Counted],
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    old = ready.books.ledger
    monkeypatch.setattr(Counted, "slow", True)
    monkeypatch.setattr(slices, "LONG", 0.0)
    session.set_state("load", 0.2)
    qtbot.waitUntil(lambda: ready.button.isVisible() and ready.chart.faded)
    if by == "key":
        qtbot.keyClick(ready.chart, Qt.Key.Key_Escape)
    else:
        ready.button.click()
    assert not ready.books.pending
    assert not ready.chart.faded
    assert ready.books.ledger is old
    assert "of before" in ready.chart.when
    rest()
    assert len(begun) == 2
    monkeypatch.setattr(Counted, "slow", False)
    ready.button.click()
    qtbot.waitUntil(lambda: ready.books.fresh)
    assert not ready.button.isVisible()


def test_playing_makes_no_ledger_of_each_frame(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted]
) -> None:
    session.play()
    for _ in range(30):
        session.advance(0.05)
    rest()
    assert len(begun) == 1
    assert "at 60 min" in ready.chart.when
    assert "of before" not in ready.chart.when
    session.pause()
    qtbot.waitUntil(lambda: ready.books.fresh)
    assert len(begun) == 2
    assert begun[-1].time == session.time > 60


def test_a_switch_thrown_while_playing_makes_one(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted]
) -> None:
    session.play()
    session.set_state("load", 0.9)
    qtbot.waitUntil(lambda: len(begun) == 2)
    qtbot.waitUntil(lambda: not ready.books.pending)
    assert "Inflammation 0.9" in {row.label for row in ready.chart.pages[0].rows}


def test_the_same_moment_needs_no_new_work(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted]
) -> None:
    session.seek(30)
    session.seek(60)
    rest()
    assert len(begun) == 1
    assert ready.books.fresh


def test_the_healthy_twin_has_nothing_to_share_out(
    qtbot, ready: LedgerPanel, session: Session, begun: list[Counted]
) -> None:
    session.load(Scenario())
    qtbot.waitUntil(lambda: ready.books.fresh)
    assert ready.chart.pages == ()
    assert ready.chart.sentence.startswith("This is the healthy twin")
    assert ready.accessibleDescription() == ready.chart.sentence
    assert len(begun) == 1


def test_what_cannot_be_solved_is_said(qtbot, panel: LedgerPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookkeeper, "Accounting", Failing)
    panel.show()
    qtbot.waitUntil(lambda: panel.books.problem != "")
    assert "gave up at 3 min" in panel.chart.sentence
    assert not panel.books.pending


def test_a_choice_of_quantity_turns_the_page(ready: LedgerPanel) -> None:
    ready.show_quantity("HOMA_IR")
    assert [page.quantity for page in ready.chart.pages] == ["HOMA_IR"]
    assert "week 0" in ready.chart.when


def test_a_wide_panel_shows_all_and_its_text_fits(ready: LedgerPanel) -> None:
    ready.resize(1100, 600)
    ready.grab()
    assert len(ready.chart.pages) == 3
    plan = ready.chart.plan()
    for column in plan.columns:
        low, high = column.page.extent
        assert column.box.left() - 1 <= column.x(low) <= column.x(high) <= column.box.right() + 1
        assert column.values.right() < column.box.left()
    assert plan.height <= ready.chart.height() + 1


def test_it_scrolls_rather_than_crush_its_rows(ready: LedgerPanel, look: Look) -> None:
    ready.set_look(Look(look.theme, look.words, 2.0, look.family))
    ready.resize(510, 245)
    ready.grab()
    rows = ready.chart.plan().rows
    assert ready.chart.height() > 245
    assert all(row.height() >= 2 * 13 for row in rows)


def test_its_rows_fit_a_finger_in_the_touch_layout(ready: LedgerPanel, look: Look) -> None:
    ready.resize(510, 150)
    ready.set_look(replace(look, touch=True))
    ready.grab()
    assert all(row.height() >= 44 for row in ready.chart.plan().rows)
    assert ready.chart.height() >= ready.chart.plan().height


def test_rows_are_walked_by_keys_and_select_what_they_are_about(
    qtbot, ready: LedgerPanel, session: Session
) -> None:
    ready.chart.setFocus()
    qtbot.keyClick(ready.chart, Qt.Key.Key_Down)
    shown = ready.chart.pages[0].rows
    assert shown[0].spoken in ready.chart.accessibleDescription()
    qtbot.keyClick(ready.chart, Qt.Key.Key_Return)
    assert session.selection == "load"
    qtbot.keyClick(ready.chart, Qt.Key.Key_Down)
    qtbot.keyClick(ready.chart, Qt.Key.Key_Return)
    assert session.selection == shown[1].switch.name


def test_a_screen_reader_hears_the_whole_ledger(ready: LedgerPanel) -> None:
    heard = ready.accessibleDescription()
    page = ready.chart.pages[0]
    assert page.course in heard
    assert all(row.spoken in heard for row in page.rows)
