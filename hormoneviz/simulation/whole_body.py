"""What the week of the calendar sets in the body's minute-to-minute model, as multipliers on its
parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hormoneviz.kinetics.parameters import body_parameters
from hormoneviz.simulation.calendar import MULTIPLIERS

_TAKEN_OVER: Final = {"TNF_b": "TNF", "GH_b": "GH"}
"""resting levels of the body that are those of the calendar"""
TAKEN_OVER: Final = frozenset({*MULTIPLIERS, *_TAKEN_OVER})
"""parameters of the body whose value is the calendar's, not their own"""


def whole_body(state: Mapping[str, float]) -> dict[str, float]:
    """Multipliers by name of the parameter, from every quantity of the calendar at one week."""
    healthy = {p.name: p.value for p in body_parameters()}
    resting = {name: state[of] / healthy[name] for name, of in _TAKEN_OVER.items()}
    return {name: state[name] for name in MULTIPLIERS} | resting
