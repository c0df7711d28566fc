"""What a lecturer can do, as rows: for menus, keys, a clicker, and the buttons of desk and bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from hormoneviz.look.words import Words
from hormoneviz.session.board import Board, Call
from hormoneviz.session.commands import Command
from hormoneviz.session.lesson import Lesson

_CALLS: tuple[tuple[Call, str], ...] = (("up", "Up"), ("same", "="), ("down", "Down"))


class Windows(Protocol):
    """What is asked of the two windows."""

    def zoom(self) -> None: ...
    def toggle_hall(self) -> None: ...
    def show_desk(self) -> None: ...
    def swap_screens(self) -> None: ...
    def toggle_bar(self) -> None: ...
    def check_back_row(self) -> None: ...
    def save_hall(self) -> None: ...
    def end(self) -> None: ...


def lecture_commands(lesson: Lesson, board: Board, windows: Windows, words: Words) -> tuple[Command, ...]:
    """All rows, the most used first."""
    say = words.say

    def row(name: str, keys: tuple[str, ...], run: Callable[[], None], **when: Callable[[], bool]) -> Command:
        return Command(name, say(f"lecture_{name}"), keys, "Lecture", run, **when)

    def covered() -> bool:
        return board.may_guess

    return (
        row("beat_next", ("PgDown", "Right"), lesson.forward, enabled=lambda: lesson.following is not None),
        row("beat_back", ("PgUp", "Left"), lesson.back, enabled=lambda: lesson.number > 0),
        row("again", ("R",), lesson.again),
        row("blank", ("B", "."), board.cover_all, checked=lambda: board.blank),
        row("answer", ("A",), lesson.answer, enabled=lambda: _asks(lesson)),
        *(
            row(f"call_{call}", (key,), partial(board.call_it, call),
                enabled=covered, checked=partial(_called, board, call))
            for call, key in _CALLS
        ),
        row("pen", ("D",), partial(board.take, "pen"), checked=lambda: board.tool == "pen"),
        row("spot", ("S",), partial(board.take, "spot"), checked=lambda: board.tool == "spot"),
        row("unstroke", ("U",), board.undo, enabled=lambda: bool(board.ink or board.guess)),
        row("wipe", ("E",), board.wipe, enabled=lambda: bool(board.ink or board.guess or board.call)),
        row("zoom", ("Z",), windows.zoom),
        row("hall", ("F5",), windows.toggle_hall),
        row("to_desk", ("Esc",), windows.show_desk),
        row("swap_screens", ("X",), windows.swap_screens),
        row("bar", ("H",), windows.toggle_bar),
        row("hall_picture", (), windows.save_hall),
        row("end", (), windows.end),
        row("hall_back_row", ("Ctrl+Shift+B",), windows.check_back_row),
    )  # fmt: skip


def _asks(lesson: Lesson) -> bool:
    question = lesson.stage.beat.question
    return question is not None and bool(question.choices) and not lesson.answer_shown


def _called(board: Board, call: Call) -> bool:
    return board.call == call and board.may_guess
