"""Command: what a person can do, as a row of data. Menus, buttons, key help and tests are generated from the
rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hormoneviz.session.session import Session


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do, by menu, key or button."""

    id: str
    text: str
    keys: tuple[str, ...]
    """in Qt's portable spelling, the first one shown in menus"""
    menu: str
    run: Callable[[], None]
    enabled: Callable[[], bool] | None = None
    """None: always"""


TWINS = (
    ("healthy", "Beside the healthy twin", ("Ctrl+6",)),
    ("untreated", "Beside the same person untreated", ("Ctrl+7",)),
    ("week 0", "Beside the same person in week 0", ("Ctrl+8",)),
    ("unchanged", "Beside the same without later changes", ("Ctrl+9",)),
    ("", "No twin", ("Ctrl+0",)),
)
"""kind of twin, what the menu calls it, keys"""


def session_commands(session: Session) -> tuple[Command, ...]:
    """The commands that need nothing but the session."""

    def when(named: str) -> Callable[[], bool]:
        return lambda: bool(getattr(session.history, named))

    return (
        Command("play", "Play or pause", ("Space", "Alt+K"), "Run", session.toggle_play),
        Command("forward", "Step forward", (".", "Alt+Right"), "Run", lambda: session.step(1)),
        Command("back", "Step back", (",", "Alt+Left"), "Run", lambda: session.step(-1)),
        Command("reset", "Back to rest", ("Alt+R",), "Run", session.reset),
        Command("start", "To the start", ("Home",), "Run", lambda: session.seek(0.0)),
        Command("end", "To the end", ("End",), "Run", lambda: session.seek(session.film.duration)),
        Command("faster", "Faster", ("Ctrl+Up", "]"), "Run", lambda: session.change_speed(1)),
        Command("slower", "Slower", ("Ctrl+Down", "["), "Run", lambda: session.change_speed(-1)),
        Command("undo", "Undo", ("Ctrl+Z",), "Edit", session.undo, when("undo_name")),
        Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Edit", session.redo, when("redo_name")),
        Command("muscle", "Muscle cell", ("Ctrl+1",), "Cell", lambda: session.set_tissue("muscle")),
        Command("fat", "Fat cell", ("Ctrl+2",), "Cell", lambda: session.set_tissue("fat")),
        Command(
            "sceptical", "Sceptical evidence", ("Ctrl+3",), "Cell", lambda: session.set_stance("sceptical")
        ),
        Command("middle", "Middle evidence", ("Ctrl+4",), "Cell", lambda: session.set_stance("middle")),
        Command(
            "optimistic", "Optimistic evidence", ("Ctrl+5",), "Cell", lambda: session.set_stance("optimistic")
        ),
        *(
            Command(f"twin {kind}", text, keys, "Twin", partial(session.set_twin, kind))
            for kind, text, keys in TWINS
        ),
        Command("swap", "Swap the twins", ("T",), "Twin", session.swap_twins, lambda: bool(session.twin)),
        Command("inflame", "More inflammation", ("Ctrl+Right",), "Cell", lambda: _more_load(session, 0.1)),
        Command("soothe", "Less inflammation", ("Ctrl+Left",), "Cell", lambda: _more_load(session, -0.1)),
    )


def _more_load(session: Session, change: float) -> None:
    present = session.state("load")
    assert isinstance(present, float | int)
    session.set_state("load", round(min(max(present + change, 0.0), 1.0), 2))
