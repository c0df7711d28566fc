"""Where hormones and inflammation enter the cascade: what each of them, as it stands in the blood now (drugs
and all), changes there, and by how much against health."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hormoneviz.simulation.body import settled
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.evidence import GradedEffect, arrow
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.pathway.layout import Layout

Direction = Literal["up", "down"]

_VISIBLE = 0.005
"""a change of less than half a per cent gets no badge"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One switch acting on one node."""

    switch: str
    node: str
    factor: float
    """by which it multiplies the quantity behind the node"""
    known: GradedEffect
    """how sure that is, and where it was seen"""

    @property
    def direction(self) -> Direction:
        return "up" if self.factor > 1.0 else "down"


def entries(layout: Layout, standing: Scenario) -> tuple[Entry, ...]:
    """The badges of a scenario as it stands at one moment (no events left in it)."""
    state = calendar_of_scenario(standing).at(standing.week)
    body = settled(state, standing.person, standing.evidence.stance, tissue=standing.tissue)
    return tuple(
        Entry(effect.cause, layout.enters[changed], factor, arrow(effect.cause, changed))
        for effect in body.effects
        if effect.cause in layout.switch
        for changed, factor in {**effect.multipliers, **effect.inputs}.items()
        if changed in layout.enters and abs(factor - 1.0) > _VISIBLE
    )
