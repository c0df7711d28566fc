"""Fits the body to what is known about its course within hours.

    python -m benchmarks.fit_body [--write]

A bounded least-squares fit of the logarithms of the parameters below, from the fixed start there, in three
stages: the gut; glucose, insulin and clamps; then growth hormone, lipids and inflammation on top of them.
No fitted value of the present body.toml enters, so the same command gives the same numbers again.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from scipy.optimize import least_squares

from benchmarks.body_bench import UNIT, Array, Body
from benchmarks.body_fast_targets import FIVE, OGTT_GLUCOSE, OGTT_INSULIN, TARGETS, measured, reference
from benchmarks.cell_targets import Target

TABLE = Path(__file__).parents[1] / "resources" / "parameters" / "body.toml"
Bounds = tuple[float, float, float]

GUT: Mapping[str, Bounds] = {  # start, least, most
    "k_st": (0.01, 0.003, 0.05),
    "kab": (0.057, 0.02, 0.3),
}
METABOLISM: Mapping[str, Bounds] = {
    "k1": (0.16, 0.03, 0.5),
    "k2": (0.195, 0.03, 0.6),
    "Km0": (100.0, 40.0, 250.0),
    "Vmx": (15.0, 3.0, 80.0),
    "p2U": (0.02, 0.01, 0.06),
    "K_X": (100.0, 20.0, 1000.0),
    "kp3": (3.0, 1.5, 8.0),
    "K_hep": (40.0, 15.0, 150.0),
    "ki": (0.05, 0.01, 0.2),
    "k_cr": (0.05, 0.005, 0.2),
    "al": (0.06, 0.015, 0.3),
    "be": (0.3, 0.02, 1.5),
    "Kd": (5.0, 1.0, 20.0),
    "inc": (1.0, 0.2, 4.0),
}
HORMONES_AND_LIPIDS: Mapping[str, Bounds] = {
    "k_ghx": (0.01, 0.006, 0.03),
    "K_GH": (3.0, 0.3, 10.0),
    "K_ghf": (0.7, 0.1, 10.0),
    "gh_hep": (0.5, 0.05, 0.95),
    "gh_per": (0.6, 0.1, 0.95),
    "gh_fat": (1.8, 0.5, 4.0),
    "k_lip": (0.01, 0.003, 0.05),
    "l_per": (0.9, 0.3, 1.0),
    "K_L": (0.5, 0.15, 0.8),
    "w_sepsis": (0.8, 0.1, 3.0),
}
STAGES = (GUT, METABOLISM, HORMONES_AND_LIPIDS)
METABOLIC = "FOCT"
"""first letters of the targets that the second stage looks at; the third looks at the others"""
CURVES = ("O1", "O2", "O5", "O6")
"""targets that say how far a whole curve is off; the fit takes its points instead"""
GLUCOSE_UNIT, LATE_UNIT, INSULIN_UNIT, RA_UNIT = 6.0, 7.0, 3.0, 0.7
"""mg/dL (to 2 h; after), uU/mL, mg/kg/min that count as one unit of misfit"""
SAFE = 0.6
"""share of a target's range, about its middle, that costs nothing"""
BEYOND, TO_VALUE, TO_START = 5.0, 0.4, 0.15
"""weights: beyond the safe share, towards the published value, towards the start (per e-fold)"""
STEP = 3e-3


def target_residuals(target: Target, bench: Body) -> tuple[float, float]:
    """How far a target is beyond the safe part of its range, and how far from the published value."""
    value = measured(target, bench)
    if not np.isfinite(value):
        return 10.0, 0.0
    half = (target.high - target.low) / 2
    beyond = max(0.0, abs(value - (target.low + target.high) / 2) / half - SAFE)
    near = 0.0 if target.published is None else (value - target.published) / half
    return BEYOND * beyond, TO_VALUE * near


def appearance(bench: Body) -> Array:
    """The appearance of glucose after the published meal, point by point."""
    missed: Array = (bench.ogtt(78.0, 300)["Ra"][::10] - reference()["Ra"][::2]) / RA_UNIT
    return missed


def curves(bench: Body) -> Array:
    """The drink of 75 g, and the late glucose of the published meal, point by point."""
    drink, meal = bench.ogtt(), bench.ogtt(78.0, 300)
    return np.concatenate(
        [
            (drink["plasma_glucose"][FIVE] - OGTT_GLUCOSE) / GLUCOSE_UNIT,
            (drink["plasma_insulin"][FIVE] / UNIT - OGTT_INSULIN) / INSULIN_UNIT,
            (meal["plasma_glucose"][150::30] - reference()["plasma_glucose"][30::6]) / LATE_UNIT,
        ]
    )


class Problem:
    """One stage of the fit as a function from log-parameters to residuals."""

    def __init__(self, stage: int, known: Mapping[str, float]) -> None:
        self.stage = stage
        self.known = dict(known)
        self.names = list(STAGES[stage])
        start, low, high = np.log(np.array(list(STAGES[stage].values())).T)
        self.start, self.low, self.high = start, low, high
        fitted = [t for t in TARGETS if t.role == "fitted" and t.id not in CURVES]
        self.targets = [t for t in fitted if stage and (t.id[0] in METABOLIC) == (stage == 1)]

    def values(self, x: Array) -> dict[str, float]:
        """The parameters that these logarithms mean."""
        return {**self.known, **dict(zip(self.names, np.exp(x).tolist(), strict=True))}

    def residuals(self, x: Array) -> Array:
        """Everything the fit makes small."""
        bench = Body(self.values(x))
        parts = [np.array([target_residuals(t, bench) for t in self.targets]).ravel()]
        parts += [points(bench) for points in (appearance, curves)[self.stage : self.stage + 1]]
        return np.concatenate([*parts, TO_START * (x - self.start)])

    def fit(self) -> dict[str, float]:
        """The best parameters from the fixed start, with three significant digits."""
        fit = least_squares(
            self.residuals, self.start, bounds=(self.low, self.high), diff_step=STEP, max_nfev=80
        )
        print(f"stage {self.stage + 1}: cost {fit.cost:.2f} after {fit.nfev} steps")
        for name, v, low, high in zip(self.names, fit.x, self.low, self.high, strict=True):
            edge = "  at its bound" if min(v - low, high - v) < 0.02 else ""
            print(f"  {name:10s}{np.exp(v):10.3g}{edge}")
        return {name: float(f"{value:.3g}") for name, value in self.values(fit.x).items()}


def starts() -> dict[str, float]:
    """Where all stages begin."""
    return {name: bounds[0] for stage in STAGES for name, bounds in stage.items()}


def rewritten(text: str, values: Mapping[str, float]) -> str:
    """The parameter table with these values replaced, layout and comments untouched."""
    for name, value in values.items():
        text, count = re.subn(rf"(?m)^(\[{name}\]\nvalue = ).*$", rf"\g<1>{value!r}", text)
        if count != 1:
            raise KeyError(name)
    return text


def main() -> None:
    """Fit both stages, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the fitted values into body.toml")
    asked = parser.parse_args()
    values = starts()
    for stage in range(len(STAGES)):
        values = Problem(stage, values).fit()
    bench = Body(values)
    missed = [f"{t.id} {measured(t, bench):.3g}" for t in TARGETS if not t.held(measured(t, bench))]
    print(f"missed: {', '.join(missed) or 'none'}")
    if asked.write:
        TABLE.write_text(rewritten(TABLE.read_text(encoding="utf-8"), values), encoding="utf-8")


if __name__ == "__main__":
    main()
