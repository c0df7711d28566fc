"""A lesson: forwards, backwards and by leaps the same pictures, and no failure in front of the class."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.stories.library import stories
from hormoneviz.exchange.stories.staging import staged
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


def test_what_is_covered_is_shown_by_the_next_beat_however_one_came_there(lesson: Lesson) -> None:
    (place,) = [i for i, beat in enumerate(STORY.beat) if beat.cover]
    lesson.jump(place)
    covered = lesson.stage
    assert (covered.covers, covered.reveals) == ("GLUT4_surface", False)
    lesson.forward()
    forward = lesson.stage
    assert (forward.covers, forward.reveals) == ("GLUT4_surface", True)
    assert covered.horizon == forward.horizon == forward.end > covered.end
    lesson.jump(0)
    lesson.jump(place + 1)
    assert lesson.stage == forward
    lesson.forward()
    assert (lesson.stage.covers, lesson.stage.reveals) == ("", False)


def test_the_answer_is_shown_when_asked_for_and_asked_anew_on_return(lesson: Lesson) -> None:
    shown: list[bool] = []
    lesson.answered.connect(lambda: shown.append(lesson.answer_shown))
    lesson.answer()
    assert not lesson.answer_shown, "the first beat asks nothing"
    (place, *_) = [i for i, beat in enumerate(STORY.beat) if beat.question]
    lesson.jump(place)
    lesson.answer()
    lesson.answer()
    assert shown == [True]
    lesson.forward()
    lesson.back()
    assert not lesson.answer_shown


def test_a_lesson_that_is_written_anew_stays_where_it_is(lesson: Lesson, session: Session) -> None:
    lesson.jump(5)
    other = replace(STORY.beat[5], title="Another title", until="50 min")
    lesson.renew(replace(STORY, beat=(*STORY.beat[:5], other)))
    assert (lesson.number, lesson.stage.beat.title, session.time) == (5, "Another title", 50.0)
    assert not session.is_playing
    with pytest.raises(BadInput):
        lesson.renew(replace(STORY, beat=(STORY.beat[4],)))
    assert (lesson.stage.beat.title, len(lesson.stages)) == ("Another title", 6)


def test_a_covered_plot_needs_a_beat_that_shows_it() -> None:
    (place,) = [i for i, beat in enumerate(STORY.beat) if beat.cover]
    still = replace(STORY.beat[place + 1], until="")
    with pytest.raises(BadInput) as raised:
        staged(replace(STORY, beat=(*STORY.beat[: place + 1], still)))
    assert raised.value.key == ("beat", place, "cover")
    with pytest.raises(BadInput):
        staged(replace(STORY, beat=STORY.beat[: place + 1]))


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


def test_whatever_happens_in_a_beat_the_lesson_goes_on(lesson: Lesson, session: Session, monkeypatch) -> None:
    select = session.select

    def fail(name: str) -> None:
        if name == STORY.beat[1].point[0]:
            raise RuntimeError("no such thing today")
        select(name)

    told: list[tuple[int, str]] = []
    lesson.skipped.connect(lambda *what: told.append(what))
    monkeypatch.setattr(session, "select", fail)
    lesson.forward()
    assert lesson.number == 2
    assert told == [(1, "RuntimeError: no such thing today")]
    last = len(lesson.stages) - 1
    lesson.jump(last - 1)
    before = session.scenario, session.time, lesson.stage
    monkeypatch.setattr(session, "seek", lambda _time: session.problem.emit("it cannot be shown"))
    lesson.forward()
    assert lesson.number == last - 1
    assert (session.scenario, lesson.stage) == (before[0], before[2])
