"""Which screen gets the hall and which the presenter: a function of what screens there are, nothing of Qt.

Lecturers fear that their notes are projected.  So the presenter's window never goes onto the hall's screen
while there are two, a window keeps its screen while that is there, and screens that show the same are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Rect = tuple[int, int, int, int]
"""left, top, width, height, px"""
Front = Literal["both", "hall", "desk"]
"""what can be seen: both windows on a screen each, or one of them before the other on the only screen"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One screen as it stands now."""

    key: str
    """the same at the next start, if it is the same device"""
    rect: Rect
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """The screens that a person chose, or that were given first; "" where nobody has."""

    hall: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """The keys of the two screens, and what is seen."""

    hall: str
    desk: str
    front: Front


def distinct(screens: Sequence[Seen]) -> tuple[Seen, ...]:
    """The screens without those that show what another one shows: X11 tells a mirrored projector as a second
    screen over the first.  The primary one stays."""
    kept: list[Seen] = []
    for screen in sorted(screens, key=_not_primary):
        if not any(_mirrored(screen.rect, other.rect) for other in kept):
            kept.append(screen)
    return tuple(screen for screen in screens if screen in kept)


def placing(screens: Sequence[Seen], wish: Wish, before: Placing | None = None) -> Placing | None:
    """Where the windows belong on screens that are `distinct`; None without a screen.

    With two or more: the hall as wished, else not on the primary screen; the desk as wished, else on the
    primary screen, never on the hall's.  With one: what was seen `before` stays in front, and after
    unplugging the window whose screen is left: a projector keeps the picture, a laptop the notes.  At first
    the hall is in front.
    """
    keys = [screen.key for screen in screens]
    if not keys:
        return None
    if len(keys) == 1:
        return Placing(keys[0], keys[0], _front(keys[0], before))
    first = sorted(screens, key=_not_primary)
    desk_at = wish.desk if wish.desk in keys else first[0].key
    others = [screen.key for screen in (*first[1:], first[0]) if screen.key != desk_at]
    hall = wish.hall if wish.hall in keys else others[0]
    desk = desk_at if desk_at != hall else next(screen.key for screen in first if screen.key != hall)
    return Placing(hall, desk, "both")


def exchanged(now: Placing, hall: str) -> Wish:
    """The wish for the hall on that screen; a desk that stood there takes the screen that becomes free."""
    return Wish(hall, now.hall if now.desk == hall else now.desk)


def _front(key: str, before: Placing | None) -> Front:
    if before is None:
        return "hall"
    if before.front == "both":
        return "hall" if key == before.hall else "desk"
    return before.front


def _not_primary(screen: Seen) -> bool:
    return not screen.primary


def _mirrored(a: Rect, b: Rect) -> bool:
    """Whether most of the smaller one lies on the other; rounding may let neighbours overlap a little."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    smaller = min(a[2] * a[3], b[2] * b[3])
    return width > 0 and height > 0 and 2 * width * height > smaller
