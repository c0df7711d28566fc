"""What can go wrong (a text that is no quantity, a system that cannot be solved), and the nearest name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class SolverFailed(RuntimeError):
    """The solver gave up; the message says when, and in which condition."""


class UnitError(ValueError):
    """A text that is no quantity of the wanted kind; the message says what was expected.

    `nearest` is the known unit that the person may have meant.
    """

    def __init__(self, problem: str, nearest: str | None = None) -> None:
        self.problem = problem
        self.nearest = nearest
        super().__init__(problem + did_you_mean(nearest))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, whatever its case; None where nothing is like it."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.5)
    return by_lower[close[0]] if close else None


def did_you_mean(name: str | None) -> str:
    """The end of a message that offers the nearest name."""
    return f'; did you mean "{name}"?' if name else ""
