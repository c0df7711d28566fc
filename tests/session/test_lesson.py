"""A lesson: forwards, backwards and by leaps the same pictures, and no failure in front of the class."""

from __future__ import annotations

import pytest

from hormoneviz.exchange.stories.library import stories
from hormoneviz.session.clock import LONGEST_TICK
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session

STORY = stories()["01-the-door"]
Seen = tuple[object, ...]


@pytest.fixture
def lesson(qapp, session: Session) -> Lesson:
    found = Lesson(session, STORY, session)
    found.begin()
    return found


def played(lesson: Lesson, session: Session) -> None:
    for _ in range(10_000):
        if not session.is_playing:
            return
        session.advance(LONGEST_TICK)
    raise AssertionError("the beat does not end")


def seen(lesson: Lesson, session: Session) -> Seen:
    frame = session.frame
    return (
        lesson.number, session.scenario, frame.time, frame.values, session.selection,
        frame.vesicles.state.tobytes(), session.twin.kind if session.twin else "",
    )  # fmt: skip


def test_each_beat_ends_where_it_says_and_the_next_begins_there(lesson: Lesson, session: Session) -> None:
    for number, stage in enumerate(lesson.stages):
        assert lesson.number == number
        assert session.time == stage.start
        played(lesson, session)
        assert session.time == stage.end
        lesson.forward()
    assert lesson.number == len(lesson.stages) - 1


def test_back_is_exactly_back(lesson: Lesson, session: Session) -> None:
    left: list[Seen] = []
    for _ in lesson.stages:
        played(lesson, session)
        left.append(seen(lesson, session))
        lesson.forward()
    for before in reversed(left[:-1]):
        lesson.back()
        assert not session.is_playing
        assert seen(lesson, session) == before
    lesson.back()
    assert lesson.number == 0


def test_a_leap_shows_what_walking_there_shows(lesson: Lesson, session: Session) -> None:
    for _ in range(5):
        played(lesson, session)
        lesson.forward()
    walked = seen(lesson, session)
    lesson.jump(8)
    lesson.jump(5)
    assert seen(lesson, session) == walked
    lesson.jump(99)
    assert lesson.number == 5


def test_forward_does_not_wait_for_the_end(lesson: Lesson, session: Session) -> None:
    lesson.forward()
    session.advance(LONGEST_TICK)
    assert session.is_playing
    lesson.forward()
    assert session.time == lesson.stages[2].start
    assert not session.is_playing


def test_what_is_covered_is_shown_when_asked_and_covered_again_on_return(lesson: Lesson) -> None:
    (place,) = [i for i, beat in enumerate(STORY.beat) if beat.cover]
    lesson.jump(place)
    assert lesson.covered == "GLUT4_surface"
    lesson.reveal()
    assert lesson.covered == ""
    lesson.forward()
    lesson.back()
    assert lesson.covered == "GLUT4_surface"


def test_a_beat_that_fails_is_skipped_and_told(lesson: Lesson, session: Session, monkeypatch) -> None:
    told: list[tuple[int, str]] = []
    lesson.skipped.connect(lambda *what: told.append(what))
    set_twin = session.set_twin

    def fail(kind: str) -> None:
        set_twin(kind)
        if lesson.number == 0:
            session.problem.emit("no twin today")

    lesson.forward()
    lesson.back()
    monkeypatch.setattr(session, "set_twin", fail)
    lesson.forward()
    assert [number for number, _ in told] == [*range(1, len(lesson.stages))]
    assert {problem for _, problem in told} == {"no twin today"}
    assert lesson.number == 0
