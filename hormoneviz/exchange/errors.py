"""The two ways exchange fails: an input that a person can correct, and an output that cannot be written.

Both read as one clear line; the program shows `str(error)` and no traceback.
"""

from __future__ import annotations

from hormoneviz.simulation.errors import did_you_mean

KeyPath = tuple[str | int, ...]
"""Where a value stands in a scenario file: ("inflammation", "load") or ("event", 0, "set", "load")."""


class BadInput(Exception):
    """An input that a person can correct.

    Reads like `my.toml, line 7, [inflammation] load: expected a number from 0 to 1, got 3`. What is not known
    is left out: a scenario made by the program has neither file nor line. `at` is the key whose line is
    shown, where that is not `key` itself (an unknown key is a complaint about its table).
    """

    def __init__(
        self,
        problem: str,
        key: KeyPath = (),
        *,
        nearest: str | None = None,
        at: KeyPath | None = None,
        file: str = "",
        line: int | None = None,
    ) -> None:
        self.problem = problem
        self.key = key
        self.nearest = nearest
        self.at = key if at is None else at
        self.file = file
        self.line = line
        super().__init__(problem, key)

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(part for part in (self.file, line, _spell(self.key, self.at)) if part)
        return f"{place}{': ' if place else ''}{self.problem}{did_you_mean(self.nearest)}"

    def located(self, file: str, line: int | None) -> BadInput:
        """The same complaint, with the place it was read from."""
        return BadInput(self.problem, self.key, nearest=self.nearest, at=self.at, file=file, line=line)


class OutputFailed(Exception):
    """A file could not be written; whatever stood there before is untouched."""


def _spell(key: KeyPath, at: KeyPath) -> str:
    """A key path as a reader of the file sees it; events are counted from 1."""
    if not key:
        return ""
    head, *rest = key
    if rest and isinstance(rest[0], int):
        return " ".join([f"[[{head}]] number {rest[0] + 1}", *_dotted(rest[1:])])
    is_table = rest or len(at) > 1
    return " ".join([f"[{head}]", *_dotted(rest)]) if is_table else str(head)


def _dotted(parts: list[str | int]) -> list[str]:
    return [".".join(str(part) for part in parts)] if parts else []
