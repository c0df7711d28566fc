"""The board over the hall's picture: ink lasts a beat, a guess until it is shown, a pen stops the film."""

from __future__ import annotations

import pytest

from hormoneviz.exchange.stories.library import stories
from hormoneviz.session.board import Board
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session

STORY = stories()["01-the-door"]
(COVERED,) = [i for i, beat in enumerate(STORY.beat) if beat.cover]
PLAYS = 1


@pytest.fixture
def lesson(qapp, session: Session) -> Lesson:
    found = Lesson(session, STORY, session)
    found.begin()
    return found


@pytest.fixture
def board(lesson: Lesson, session: Session) -> Board:
    return Board(lesson, session, lesson)


def drawn(board: Board, *places: tuple[float, float]) -> None:
    board.begin(places[0])
    for place in places[1:]:
        board.draw(place)


def test_a_pen_draws_and_the_next_beat_is_clean(board: Board, lesson: Lesson) -> None:
    drawn(board, (0.1, 0.2), (0.3, 0.4))
    assert board.ink == ()
    board.take("pen")
    drawn(board, (0.1, 0.2), (0.3, 0.4))
    drawn(board, (0.5, 0.5))
    assert board.ink == (((0.1, 0.2), (0.3, 0.4)), ((0.5, 0.5),))
    board.undo()
    assert board.ink == (((0.1, 0.2), (0.3, 0.4)),)
    lesson.forward()
    assert (board.ink, board.tool) == ((), "")


def test_a_pen_stops_the_film_and_put_away_lets_it_go_on(
    board: Board, lesson: Lesson, session: Session
) -> None:
    lesson.jump(PLAYS)
    assert session.is_playing
    board.take("pen")
    drawn(board, (0.1, 0.2), (0.3, 0.4))
    assert not session.is_playing
    board.take("pen")
    assert session.is_playing
    assert board.ink == (), "what was drawn on one picture means nothing on the next"
    session.pause()
    board.take("pen")
    drawn(board, (0.1, 0.2))
    board.take("spot")
    assert not session.is_playing, "it stood before the pen came"
    assert board.ink == (((0.1, 0.2),),)


def test_the_spot_is_where_the_hand_is_and_nowhere_without_it(board: Board) -> None:
    board.hover((0.5, 0.5))
    assert board.spot is None
    board.take("spot")
    board.hover((0.5, 0.6))
    assert board.spot == (0.5, 0.6)
    drawn(board, (0.7, 0.6), (0.8, 0.6))
    assert (board.spot, board.ink) == ((0.8, 0.6), ())
    board.hover(None)
    assert board.spot is None
    board.hover((0.5, 0.6))
    board.take("spot")
    assert (board.tool, board.spot) == ("", None)


def test_a_guess_is_taken_while_something_is_covered_and_stays_until_it_is_shown(
    board: Board, lesson: Lesson
) -> None:
    board.begin_guess((0.1, 0.1))
    board.call_it("up")
    assert (board.guess, board.call, board.may_guess) == ((), "", False)
    lesson.jump(COVERED)
    board.begin_guess((0.1, 0.1))
    board.draw_guess((0.9, 0.5))
    board.call_it("up")
    left = (((0.1, 0.1), (0.9, 0.5)),), "up"
    assert (board.guess, board.call) == left
    lesson.forward()
    assert (board.guess, board.call) == left
    board.begin_guess((0.2, 0.2))
    board.call_it("down")
    assert (board.guess, board.call) == left, "who has seen it guesses no more"
    lesson.again()
    assert (board.guess, board.call) == left
    lesson.back()
    assert (board.guess, board.call) == left
    board.call_it("up")
    assert board.call == ""
    lesson.jump(COVERED + 2)
    assert (board.guess, board.call) == ((), "")


def test_wiping_takes_everything(board: Board, lesson: Lesson) -> None:
    lesson.jump(COVERED)
    board.begin_guess((0.1, 0.1))
    board.call_it("same")
    board.take("pen")
    drawn(board, (0.1, 0.2))
    board.wipe()
    assert (board.ink, board.guess, board.call) == ((), (), "")


def test_a_curtain_falls_and_rises_with_the_next_beat(board: Board, lesson: Lesson) -> None:
    told: list[bool] = []
    board.changed.connect(lambda: told.append(board.blank))
    board.cover_all()
    assert told == [True]
    lesson.forward()
    assert not board.blank
    board.cover_all()
    board.cover_all()
    assert not board.blank
