"""What a person can do with the camera and with one vesicle, as rows for menus and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.session.commands import Command

if TYPE_CHECKING:
    from hormoneviz.look.words import Words
    from hormoneviz.views.cell.view import CellView


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
    )
