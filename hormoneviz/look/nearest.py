"""One way to say "no such name, did you mean ...?"."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown(kind: str, name: str, known: Iterable[str]) -> KeyError:
    """The error to raise where `name` is none of `known`."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.0)
    hint = f", the nearest is {close[0]!r}" if close else ""
    return KeyError(f"there is no {kind} {name!r}{hint}")
