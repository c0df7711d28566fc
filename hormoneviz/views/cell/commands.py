"""What a person can do with the camera and with one vesicle, as rows for menus and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hormoneviz.session.commands import Command

if TYPE_CHECKING:
    from hormoneviz.look.words import Words
    from hormoneviz.views.cell.view import CellView


_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def camera_commands(view: CellView, words: Words) -> tuple[Command, ...]:
    """The rows of the cell scene; plain keys act only where nobody else wants them."""
    steering, follower, say = view.steering, view.follower, words.say
    return (
        Command("zoom_in", say("zoom_in"), ("+", "="), "View", steering.zoom_in),
        Command("zoom_out", say("zoom_out"), ("-",), "View", steering.zoom_out),
        Command("zoom_whole", say("zoom_whole"), ("0", "1"), "View", steering.whole),
        Command("zoom_membrane", say("zoom_membrane"), ("2",), "View", follower.look_at_membrane),
        Command("zoom_vesicle", say("zoom_vesicle"), ("3",), "View", follower.look_closely),
        Command("follow_one", say("follow_one"), ("F",), "View", follower.follow_one),
        Command("follow_next", say("follow_next"), ("Shift+F",), "View", follower.follow_next),
        Command("follow_stop", say("follow_stop"), ("Esc",), "View", follower.stop, follower.is_following),
        *(_look_row(view, words, way) for way in _WAYS),
    )


def _look_row(view: CellView, words: Words, way: str) -> Command:
    keys = (f"Alt+Shift+{way.capitalize()}",)
    place, run = f"View/{words.say('look_name')}", partial(_look, view, *_WAYS[way])
    return Command(f"look_{way}", words.say(f"look_{way}"), keys, place, run, view.steering.is_near)


def _look(view: CellView, right: int, down: int) -> None:
    """What the arrow keys do, for those who have none and do not drag."""
    view.follower.let_camera_be()
    view.steering.look(right, down)
