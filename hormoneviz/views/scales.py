"""The scales of the controls: slider steps to model quantities and back, and the words for them."""

from __future__ import annotations

from hormoneviz.simulation import units

DOSE_STEPS = 50
"""a tenth of a power of ten each, from 0.001 nM"""
_LOWEST_DOSE = 1e-3

_LOADS = (
    (0.02, "load_none"),
    (0.12, "load_lean"),
    (0.35, "load_overweight"),
    (0.6, "load_obese"),
    (0.9, "load_severe"),
)
"""up to which load which phrase holds; above, endotoxin"""


def dose_at(step: int) -> str:
    """The insulin concentration at a step of the dose slider."""
    return f"{_LOWEST_DOSE * 10 ** (step / 10):.3g} nM"


def step_of(dose: str | None) -> int:
    """The step nearest to a dose; the lowest for none at all."""
    amount = units.read(dose, "insulin") if dose else 0.0
    steps = [_LOWEST_DOSE * 10 ** (step / 10) for step in range(DOSE_STEPS + 1)]
    return min(range(len(steps)), key=lambda i: abs(steps[i] - amount))


def load_phrase(load: float) -> str:
    """The phrase that says what an inflammatory load of 0 to 1 is like."""
    return next((phrase for limit, phrase in _LOADS if load <= limit), "load_endotoxin")
