"""Fits the cell to measured human fat cells and to targets of traffic, muscle, lipids and diabetes together.

    python -m benchmarks.fit_cell [--restarts 0] [--seed 1] [--write]

Three stages: first everything a fat cell has, healthy and diabetic; then what muscle has of its own, with the
signalling of the first stage; then what fatty acids do to muscle.  Each is a bounded least-squares fit of the
logarithms of the parameters in fitted_parameters.py, from the fixed start there and from seeded restarts
around it; the best is kept.  No fitted value of the present cell.toml enters, so the same command gives the
same numbers again.  --write puts them into cell.toml, layout and comments untouched.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

import numpy as np
from scipy.optimize import OptimizeResult, least_squares

from benchmarks import measured
from benchmarks.bench import Bench
from benchmarks.cell_targets import TARGETS, Target
from benchmarks.experiment import TABLE, Array, SolverError
from benchmarks.fitted_parameters import STAGES, Fitted
from hormoneviz.kinetics.parameters import CELLS

Columns = dict[tuple[str, str], float]

LATER_STAGES = (
    {"M1", "M2", "M3", "M4", "M5", "M10", "M11", "M12", "D1", "D5", "D6"},
    {"L1", "L2", "L3", "L6"},
)
"""targets that need what muscle has of its own (the signalling above AS160 is the same in both tissues), and
those of fatty acids; all others belong to the first stage"""
TOLERANCE = 1e-6
"""of LSODA while fitting; the report uses the bench's finer one"""
STEP = 3e-3
"""of the finite differences, on the logarithm; well above the solver's noise"""
DATA_UNIT = 0.01
"""normalised error of a readout that counts as one unit of misfit"""
AWAY = 0.5
"""spread of the other starts about the fixed one, as a share of each parameter's reach"""
SAFE = 0.65
"""share of a target's range (half of it, about its middle) that costs nothing"""
BEYOND, TO_VALUE, TO_PRIOR = 5.0, (0.3, 1.0, 1.0), 0.5
"""weights: beyond the safe share; towards the published value, by stage (with and without blots); towards
the prior. The blots lead, ranges bind, values and priors only lean."""


def target_residuals(target: Target, bench: Bench, stage: int) -> tuple[float, float]:
    """How far a target is beyond the safe part of its range, and how far from the published value."""
    logarithmic = target.low > 0
    low, high = np.log([target.low, target.high]) if logarithmic else (target.low, target.high)
    value = target.measure(bench)
    if not np.isfinite(value):
        return 10.0, 0.0
    place = float(np.log(max(value, 1e-9))) if logarithmic else value
    half = (high - low) / 2
    beyond = max(0.0, abs(place - (low + high) / 2) / half - SAFE)
    if target.published is None:
        return BEYOND * beyond, 0.0
    wanted = np.log(target.published) if logarithmic else target.published
    return BEYOND * beyond, TO_VALUE[stage] * (place - wanted) / half


def stage_of(target: Target) -> int:
    """The stage of the fit that looks at it."""
    return next((i for i, later in enumerate(LATER_STAGES, 1) if target.id in later), 0)


class Problem:
    """One stage of the fit as a function from log-parameters to residuals."""

    def __init__(self, stage: int, known: Columns) -> None:
        self.stage = stage
        self.known = known
        self.parameters: Sequence[Fitted] = STAGES[stage]
        self.targets = [t for t in TARGETS if t.role == "fitted" and stage_of(t) == stage]
        self.low = np.log([p.low for p in self.parameters])
        self.high = np.log([p.high for p in self.parameters])
        self.prior = np.log([p.prior for p in self.parameters])
        self.start = np.log([p.start for p in self.parameters])
        self.reach = np.log([p.factor for p in self.parameters])

    def columns(self, x: Array) -> Columns:
        """The entries of the parameter table that these log-parameters mean."""
        mine = {(p.name, p.column): float(np.exp(v)) for p, v in zip(self.parameters, x, strict=True)}
        return {**self.known, **mine}

    def data_and_targets(self, x: Array) -> Array:
        """Residuals without the pull to the priors."""
        bench = Bench.of(self.columns(x), TOLERANCE)
        parts = [np.array([target_residuals(t, bench, self.stage) for t in self.targets]).ravel()]
        if self.stage == 0:
            parts += [left / DATA_UNIT for left in measured.residuals(bench.fat)]
        found: Array = np.clip(np.concatenate(parts), -100.0, 100.0)
        return found

    def residuals(self, x: Array) -> Array:
        """Everything the fit makes small."""
        return np.concatenate([self.data_and_targets(x), TO_PRIOR * (x - self.prior) / self.reach])

    def jacobian(self, x: Array) -> Array:
        """Forward differences (backward at an upper bound)."""
        here = self.residuals(x)
        columns = []
        for i in range(len(x)):
            step = STEP if x[i] + STEP < self.high[i] else -STEP
            moved = x.copy()
            moved[i] += step
            columns.append((self.residuals(moved) - here) / step)
        return np.array(columns).T

    def fit(self, start: Array) -> OptimizeResult:
        """Least squares from one start."""
        inside = np.clip(start, self.low + 1e-3, self.high - 1e-3)
        bounds = (self.low, self.high)
        return least_squares(
            self.residuals, inside, self.jacobian, bounds=bounds, ftol=5e-4, xtol=1e-4, max_nfev=60
        )

    def best(self, restarts: int, seed: int) -> OptimizeResult:
        """The best fit from the fixed start and from `restarts` seeded starts around them."""
        random = np.random.default_rng(seed)
        found = []
        for number in range(restarts + 1):
            away = random.standard_normal(len(self.prior)) if number else 0.0
            said = f"stage {self.stage + 1}, start {number}:"
            try:
                fit = self.fit(self.start + AWAY * self.reach * away)
            except SolverError as error:
                print(said, error, flush=True)
                continue
            print(said, f"cost {fit.cost:.2f} after {fit.nfev} steps", flush=True)
            found.append(fit)
        return min(found, key=lambda fit: float(fit.cost))


def report(problem: Problem, x: Array) -> None:
    """Each parameter with its prior, what the data alone say about it, and what they cannot say."""
    bare = problem.jacobian(x)[: -len(x)]
    strength = np.linalg.norm(bare, axis=0)
    print(f"\n{'parameter':24s}{'prior':>10s}{'fitted':>10s}   misfit per e-fold")
    for p, v, s, low, high in zip(problem.parameters, x, strength, problem.low, problem.high, strict=True):
        edge = "  at its lower bound" if v - low < 0.02 else "  at its upper bound" if high - v < 0.02 else ""
        print(f"{p.name + ' ' + p.column:24s}{p.prior:10.4g}{np.exp(v):10.4g}{s:12.2f}{edge}")
    singular = np.linalg.svd(bare * problem.reach, compute_uv=False)
    firm = int(np.sum(singular > TO_PRIOR))
    print(f"singular values {singular[0]:.3g} .. {singular[-1]:.3g}")
    print(f"{firm} of {len(x)} directions are set by data and targets, the others by the pull to the prior\n")


def starts() -> Columns:
    """Where all stages begin.

    A later stage's entries must not come from the present table: they change nothing that an earlier stage
    looks at but the solver's steps, and so, in a flat valley, where the fit stops.
    """
    return {(p.name, p.column): p.start for stage in STAGES for p in stage}


def rounded(columns: Columns) -> Columns:
    """Three significant digits: more would claim what no blot can say."""
    return {key: float(f"{value:.3g}") for key, value in columns.items()}


def rewritten(text: str, columns: Columns) -> str:
    """The parameter table with these entries replaced; a missing column is added after the others."""
    columns_of_table = "|".join(CELLS)
    for (name, column), value in columns.items():
        section = re.compile(rf"(?ms)^\[{name}\]\n.*?(?=^\[|\Z)")
        found = section.search(text)
        if not found:
            raise KeyError(name)
        line = f"{column} = {value!r}"
        body, count = re.subn(rf"(?m)^{column} = .*$", line, found[0])
        if not count:
            body = re.sub(rf"(?m)^((?:(?:{columns_of_table}) = .*\n)+)", rf"\1{line}\n", body, count=1)
        text = text[: found.start()] + body + text[found.end() :]
    return text


def main() -> None:
    """Fit all stages, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--restarts", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the fitted values into cell.toml")
    asked = parser.parse_args()
    columns = starts()
    for stage in range(len(STAGES)):
        problem = Problem(stage, columns)
        fit = problem.best(asked.restarts, asked.seed)
        report(problem, fit.x)
        columns = rounded(problem.columns(fit.x))
    bench = Bench.of(columns)
    missed = [t.id for t in TARGETS if not t.held(t.measure(bench))]
    print(f"error / Brannmark 2013's: {measured.ratio(bench.fat):.3f}; missed: {' '.join(missed) or 'none'}")
    if asked.write:
        TABLE.write_text(rewritten(TABLE.read_text(encoding="utf-8"), columns), encoding="utf-8")


if __name__ == "__main__":
    main()
