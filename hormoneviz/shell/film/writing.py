"""What every way of writing a film has in common: it takes pictures, and hears when nobody wants them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

Add = Callable[[QImage], None]
"""take the next frame, which is the taker's from then on"""


class GivenUp(Exception):
    """Nobody wants the film any more."""


class Wanted:
    """Whether a film is still wanted; the writer may be at work in another thread than who gives it up."""

    def __init__(self) -> None:
        self._given_up = False
        self._at_once: Callable[[], object] | None = None

    def when_given_up(self, end: Callable[[], object]) -> None:
        """What ends a long piece of work that does not ask."""
        self._at_once = end

    def give_up(self) -> None:
        """From now on, `check` raises."""
        self._given_up = True
        if self._at_once is not None:
            self._at_once()

    def check(self) -> None:
        """Raises GivenUp where nobody wants the film: for long work to ask, bit by bit."""
        if self._given_up:
            raise GivenUp
