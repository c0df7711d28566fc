"""Fits the calendar to its targets.

    python -m benchmarks.fit_calendar [--write]

One bounded least-squares fit of the logarithms of the parameters below, from the fixed start that stands
here. No fitted value of the present table enters, so the same command gives the same numbers again. --write
puts them into calendar.toml, layout and comments untouched.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from benchmarks.body_targets import as_text, counts, rows, slow_lines
from benchmarks.calendar_bench import CalendarBench, Sexes
from benchmarks.calendar_targets import CALENDAR_TARGETS, CalendarTarget

Array = NDArray[np.float64]

TABLE = Path(__file__).parent.parent / "resources" / "parameters" / "calendar.toml"
STEP = 0.02
"""of the finite differences, on the logarithm; well above the solver's noise"""
SAFE = 0.75
"""share of a target's range (half of it, about its middle) that costs nothing"""
BEYOND, TO_VALUE, TO_PRIOR = 4.0, 0.5, 0.15
"""weights: ranges bind, published values and priors only lean"""


@dataclass(frozen=True)
class Fitted:
    """A parameter that the fit may move."""

    name: str
    prior: float
    low: float
    high: float
    sexes: Sexes = "both"


FITTED = (
    Fitted("CL_T", 1500.0, 1000.0, 2200.0, "male"),
    Fitted("K_ai", 0.5, 0.2, 1.2),
    Fitted("letrozole_potency", 2.4, 0.5, 6.0),
    Fitted("serm_most", 0.75, 0.4, 0.95),
    Fitted("w_estrogen", 0.9, 0.6, 0.99),
    Fitted("n_feedback", 2.5, 1.0, 5.0),
    Fitted("call_most", 3.0, 1.5, 5.0),
    Fitted("reserve_power", 0.5, 0.05, 1.5),
    Fitted("k_reserve", 0.05, 0.02, 0.2),
    Fitted("K_ley", 5.0, 2.0, 40.0),
    Fitted("ley_inf", 0.55, 0.3, 0.8),
    Fitted("tesa_gh", 0.87, 0.4, 2.0),
    Fitted("K_igf", 12.0, 3.0, 60.0),
    Fitted("k_IGF1", 0.08, 0.04, 0.2),
    Fitted("vat_androgen", 0.01, 0.001, 0.05, "male"),
    Fitted("vat_estrogen", 0.22, 0.05, 0.4, "female"),
    Fitted("vat_menopause", 0.2, 0.05, 0.4, "female"),
    Fitted("vat_gh", 0.22, 0.05, 0.5),
    Fitted("sat_androgen", 0.06, 0.01, 0.15, "male"),
    Fitted("lean_androgen", 0.035, 0.01, 0.07, "male"),
    Fitted("lean_gh", 0.02, 0.005, 0.05),
    Fitted("w_inf", 0.95, 0.5, 3.0),
    Fitted("hep_inf", 1.5, 0.5, 4.0),
    Fitted("w_androgen", 0.22, 0.05, 0.5, "male"),
    Fitted("hep_androgen", 0.6, 0.2, 2.5),
    Fitted("w_estradiol", 0.03, 0.002, 0.1),
    Fitted("hep_oral", 0.06, 0.01, 0.3),
    Fitted("gh_trough", 0.15, 0.02, 0.5),
    Fitted("mk_liver", 0.1, 0.01, 0.8),
)
TARGETS = tuple(target for target in CALENDAR_TARGETS if target.role == "fitted")


def residuals_of(target: CalendarTarget, value: float) -> tuple[float, float]:
    """How far a value is beyond the safe part of the range, and how far from the published one."""
    half = (target.high - target.low) / 2
    beyond = max(0.0, abs(value - (target.high + target.low) / 2) / half - SAFE)
    return BEYOND * beyond, TO_VALUE * (value - target.published) / half


def bench_of(x: Array) -> CalendarBench:
    """The people who live by these log-parameters."""
    return CalendarBench({(p.name, p.sexes): float(np.exp(v)) for p, v in zip(FITTED, x, strict=True)})


def residuals(x: Array) -> Array:
    """Everything the fit makes small."""
    bench = bench_of(x)
    found = [r for t in TARGETS for r in residuals_of(t, t.measure(bench))]
    reach = np.log([p.high / p.low for p in FITTED]) / 4
    away = TO_PRIOR * (x - np.log([p.prior for p in FITTED])) / reach
    return np.concatenate([np.clip(found, -50.0, 50.0), away])


def jacobian(x: Array) -> Array:
    """Differences to the side that has room."""
    here = residuals(x)
    columns = []
    for i, p in enumerate(FITTED):
        step = STEP if x[i] + STEP < np.log(p.high) else -STEP
        moved = x.copy()
        moved[i] += step
        columns.append((residuals(moved) - here) / step)
    return np.array(columns).T


def rewritten(text: str, values: dict[tuple[str, Sexes], float]) -> str:
    """The table with these numbers in their places, three significant digits."""
    for (name, sexes), value in values.items():
        key = "women" if sexes == "female" else "value"
        pattern = re.compile(rf"(?m)^({name} = \{{.*?\b{key} = )[^,]+")
        text, count = pattern.subn(rf"\g<1>{float(f'{value:.3g}')!r}", text)
        if count != 1:
            raise KeyError(name)
    return text


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the fitted values into calendar.toml")
    asked = parser.parse_args()
    bounds = (np.log([p.low for p in FITTED]), np.log([p.high for p in FITTED]))
    start = np.log([p.prior for p in FITTED])
    fit = least_squares(residuals, start, jacobian, bounds=bounds, xtol=3e-3, ftol=3e-3, max_nfev=12)
    values = {(p.name, p.sexes): float(np.exp(v)) for p, v in zip(FITTED, fit.x, strict=True)}
    for p in FITTED:
        print(f"{p.name:20s}{p.sexes:8s}{p.prior:10.4g} ->{values[p.name, p.sexes]:10.4g}")
    found = slow_lines(rows(CalendarBench(values)))
    print(f"cost {fit.cost:.3f} after {fit.nfev} steps\n{as_text(found)}\n{counts(found)}")
    if asked.write:
        TABLE.write_text(rewritten(TABLE.read_text(encoding="utf-8"), values), encoding="utf-8")


if __name__ == "__main__":
    main()
