"""How far a long run is, for the person at the terminal; and the exit status of one that was cancelled."""

from __future__ import annotations

import sys

CANCELLED = 130
"""exit status after Ctrl+C, as shells have it"""


class Progress:
    """Per cent on standard error: one line that counts up on a terminal, every tenth in a log."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._terminal = sys.stderr.isatty()
        self._last = -1

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._terminal and self._last >= 0:
            print(file=sys.stderr)

    def show(self, progress: float) -> None:
        """Tell how far it is (0 to 1), where that is news."""
        percent = int(100 * progress)
        if not self._terminal:
            percent -= percent % 10
        if percent > self._last:
            self._last = percent
            start, end = ("\r", "") if self._terminal else ("", "\n")
            print(f"{start}{self._what}: {percent} %", end=end, file=sys.stderr, flush=True)
