"""Dividers: what can be done by dragging the lines between panels, as commands, for those who do not drag."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QSplitter

from hormoneviz.look.words import Words
from hormoneviz.session.commands import Command

_STEP = 0.08
"""of the length that is divided"""


def divider_commands(row: QSplitter, column: QSplitter, words: Words) -> tuple[Command, ...]:
    """More room for what stands at the left, right, top or bottom."""
    sides = {
        "left": (row, 1, "Right"), "right": (row, -1, "Left"),
        "top": (column, 1, "Down"), "bottom": (column, -1, "Up"),
    }  # fmt: skip
    return tuple(
        Command(
            id=f"room_{name}",
            text=words.say(f"room_{name}"),
            keys=(f"Ctrl+Shift+{key}",),
            menu=f"View/{words.say('room_name')}",
            run=partial(move, line, way),
            enabled=partial(divides, line),
        )
        for name, (line, way, key) in sides.items()
    )


def divides(line: QSplitter) -> bool:
    """Whether there are panels on both of its sides."""
    return line.isVisible() and sum(size > 0 for size in line.sizes()) > 1


def move(line: QSplitter, steps: int) -> None:
    """Move the first divider forward or, with less than 0 steps, back; Qt keeps what panels need at least."""
    sizes = line.sizes()
    by = round(steps * _STEP * sum(sizes))
    line.setSizes([sizes[0] + by, sizes[1] - by, *sizes[2:]])
