"""Undo and redo: past and undone scenarios with the name of the step that led on from each."""

from __future__ import annotations

from dataclasses import dataclass, field

from hormoneviz.simulation.scenario import Scenario

LONGEST = 200
"""steps kept; a scenario is a few hundred bytes, the limit only bounds a kiosk that runs for weeks"""


@dataclass
class History:
    """Two stacks of (scenario, name of the step)."""

    _past: list[tuple[Scenario, str]] = field(default_factory=list)
    _future: list[tuple[Scenario, str]] = field(default_factory=list)

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._past[-1][1] if self._past else ""

    @property
    def redo_name(self) -> str:
        """What redo would bring back; empty where there is nothing."""
        return self._future[-1][1] if self._future else ""

    @property
    def before_last(self) -> Scenario | None:
        """The scenario before the last step."""
        return self._past[-1][0] if self._past else None

    def record(self, before: Scenario, step: str) -> None:
        """Remember the scenario that a step is about to replace; what was undone can no longer be redone."""
        self._past.append((before, step))
        del self._past[:-LONGEST]
        self._future.clear()

    def undo(self, present: Scenario) -> Scenario:
        """The scenario before the last step; IndexError where there is none."""
        before, step = self._past.pop()
        self._future.append((present, step))
        return before

    def redo(self, present: Scenario) -> Scenario:
        """The scenario after the step undone last; IndexError where there is none."""
        after, step = self._future.pop()
        self._past.append((present, step))
        return after
