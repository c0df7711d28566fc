"""Lecture: a lecturer at her desk, with a hall before her that sees another window."""

from __future__ import annotations

from dataclasses import replace

from hormoneviz.modes.explore import EXPLORE
from hormoneviz.modes.mode import Mode, Panel
from hormoneviz.session.commands import Command


def lecture(desk: Panel, commands: tuple[Command, ...]) -> Mode:
    """The desk where explore has the cell; all that explore has besides, for questions from the floor.  The
    lecture's own keys go before."""
    return replace(
        EXPLORE,
        title="Lecture",
        main=desk,
        under=(),
        above=(),
        tabs=(*EXPLORE.tabs[:1], *EXPLORE.above, *EXPLORE.tabs[1:]),
        plays_at_start=False,
        kept_as="lecture",
        commands=commands,
    )
