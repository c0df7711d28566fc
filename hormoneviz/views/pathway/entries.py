"""Where hormones and inflammation enter the cascade: what each switch off normal changes, and how much.

Each is asked for alone (the same person, everything else normal), so that its badge tells its own share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from hormoneviz.simulation.body import Settled, settled
from hormoneviz.simulation.scenario import Hormones, Scenario
from hormoneviz.views.pathway.layout import Layout

Direction = Literal["up", "down"]

_VISIBLE = 0.005
"""a change of less than half a per cent gets no badge"""
_NO_LOAD = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One switch acting on one node."""

    switch: str
    node: str
    factor: float
    """by which it multiplies the quantity behind the node"""

    @property
    def direction(self) -> Direction:
        return "up" if self.factor > 1.0 else "down"


def entries(layout: Layout, standing: Scenario) -> tuple[Entry, ...]:
    """The badges of a scenario as it stands at one moment (no events left in it)."""
    rest = _alone(standing, Hormones(), _NO_LOAD)
    found = []
    for switch in layout.switch:
        changed = _with_only(standing, switch)
        for cause, node in layout.enters.items():
            factor = _of(changed, cause) / _of(rest, cause)
            if abs(factor - 1.0) > _VISIBLE:
                found.append(Entry(switch, node, factor))
    return tuple(found)


def _with_only(standing: Scenario, switch: str) -> Settled:
    if switch == "load":
        return _alone(standing, Hormones(), standing.inflammation.load)
    level: str = getattr(standing.hormones, switch)
    return _alone(standing, replace(Hormones(), **{switch: level}), _NO_LOAD)


def _alone(standing: Scenario, hormones: Hormones, load: float) -> Settled:
    return settled(
        standing.person,
        hormones,
        load,
        standing.evidence.stance,
        tissue=standing.tissue,
        therapies=standing.therapy,
        week=standing.week,
    )


def _of(settled_: Settled, cause: str) -> float:
    """A multiplier of a parameter, or the level of an input."""
    return settled_.inputs.get(cause, settled_.parameters.get(cause, 1.0))
