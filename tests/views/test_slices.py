"""Slices: work that never holds up the window, replaced by other work, left when nobody wants it."""

from __future__ import annotations

import time
from functools import partial

import pytest
from PySide6.QtCore import QObject

from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.views.slices import Slices


class Counting:
    """Takes 2 ms a step."""

    def __init__(self, steps: int, name: str = "") -> None:
        self.name, self.steps, self.done = name, steps, 0
        self.progress = 0.0

    def advance(self) -> bool:
        time.sleep(0.002)
        self.done += 1
        self.progress = self.done / self.steps
        return self.done >= self.steps


def failing() -> Counting:
    raise SolverFailed("it cannot be solved")


@pytest.fixture
def slices(qapp) -> Slices:
    qapp.slices = QObject()
    yield Slices(qapp.slices)
    qapp.slices.deleteLater()


def test_the_window_has_its_turn_between_slices(qtbot, slices: Slices) -> None:
    told: list[float] = []
    slices.advanced.connect(lambda: told.append(slices.work.progress))
    with qtbot.waitSignal(slices.ended):
        slices.begin(partial(Counting, 20), 0)
    assert 3 <= len(told) <= 19
    assert told == sorted(told)
    assert slices.work.done == 20
    assert not slices.pending


def test_other_work_replaces_it(qtbot, slices: Slices) -> None:
    ended: list[str] = []
    slices.ended.connect(lambda: ended.append(slices.work.name))
    slices.begin(partial(Counting, 500, "old"), 0)
    qtbot.wait(20)
    slices.begin(partial(Counting, 3, "new"), 0)
    qtbot.waitUntil(lambda: not slices.pending)
    assert ended == ["new"]


def test_left_alone_it_is_never_heard_of_again(qtbot, slices: Slices) -> None:
    slices.begin(partial(Counting, 500), 0)
    qtbot.wait(20)
    slices.stop()
    done = slices.work.done
    qtbot.wait(20)
    assert slices.work.done == done
    assert not slices.pending


def test_work_that_cannot_be_done_says_why(qtbot, slices: Slices) -> None:
    with qtbot.waitSignal(slices.failed) as heard:
        slices.begin(failing, 0)
    assert heard.args == ["it cannot be solved"]
    assert not slices.pending


def test_what_it_needs_first_is_made_in_a_thread_that_is_waited_for(qtbot, slices: Slices) -> None:
    made: list[str] = []

    def prepare() -> None:
        time.sleep(0.05)
        made.append("code")

    with qtbot.waitSignal(slices.ended):
        slices.begin(partial(Counting, 2), 0, prepare)
        qtbot.wait(10)
        assert slices.work is None
    assert made == ["code"]
    slices.begin(partial(Counting, 2), 0, prepare)
    qtbot.wait(10)
    slices.rest()
    assert made == ["code", "code"]
    assert not slices.pending
