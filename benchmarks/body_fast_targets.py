"""What is known about the body within hours, and how each is read off the body on the bench.

The observations are rows of data/body_fast_targets.toml; the functions here, by the same id, measure them.

    python -m benchmarks.body_fast_targets
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from benchmarks.body_bench import CLAMP, UNIT, Array, Body, Course, bottom, drop
from benchmarks.cell_targets import Target
from benchmarks.experiment import onset
from benchmarks.report import show

DATA = Path(__file__).parent / "data"
FIVE = [0, 30, 60, 90, 120]
OGTT_GLUCOSE = np.array([95.0, 140.0, 158.0, 153.0, 135.0])
"""mg/dL after 75 g: our run of the normal column of Dalla Man 2007"""
OGTT_INSULIN = np.array([4.0, 30.0, 33.0, 40.0, 36.0])
"""uU/mL, of the same run"""

# What the slow calendar hands over in the two states that the clamps of Diabetes 2001;50:1449 compare.
IMPAIRED = {"s_per": 0.60, "s_hep": 0.60, "B": 1.15}
DIABETIC = {"s_per": 0.55, "s_hep": 0.45, "bf": 0.45, "egp": 1.05}

FOUR_HOURS, SIX_HOURS = 240, 360
LITTLE = 11.0 * UNIT
"""pM above rest: the clamp of Moller 1989"""
MIDDLE = 216.0
"""pM, the clamp in which growth hormone was given for an hour [assumption: not stated in what we read]"""
STEADY = 120
"""min of clamp before growth hormone is given [assumption]"""
LOW_DOSE = 25.0 * UNIT
"""pM, a low-dose clamp [assumption: its dose is not stated in what we read]"""

Measure = Callable[[Body], float]


def impaired(b: Body) -> Body:
    """The same body with impaired glucose tolerance."""
    return b.with_changes(**IMPAIRED)


def diabetic(b: Body) -> Body:
    """The same body with mild type 2 diabetes."""
    return b.with_changes(**DIABETIC)


@cache
def reference() -> Course:
    """The published meal of 78 g, every 5 min to 5 h."""
    table = np.loadtxt(DATA / "dallaman2007_meal.csv", delimiter=",", skiprows=2)[:61]
    names = ("time", "plasma_glucose", "plasma_insulin", "EGP", "Ra")
    return {name: table[:, i] for i, name in enumerate(names)}


def _rms(difference: Array) -> float:
    return float(np.sqrt(np.mean(np.square(difference))))


def _against_meal(name: str, scale: float = 1.0) -> Measure:
    """RMSE of a quantity over the published meal."""
    return lambda b: _rms(b.ogtt(78.0, 300)[name][::5] - reference()[name]) / scale


def m_value(b: Body, insulin: float = CLAMP) -> float:
    """M over the last half hour of a three-hour clamp."""
    return float(b.clamp(insulin, 180)["M_value"][150:].mean())


def _suppressed(b: Body) -> float:
    return b.at_rest()["EGP"] - float(b.clamp(LOW_DOSE, 120)["EGP"][-1])


def with_gh(b: Body) -> tuple[Course, Course]:
    """(control, growth hormone of 10 ug/L for four hours), both in a clamp at little insulin."""
    held = {"insulin_target": b.value["Ib"] + LITTLE, "glucose_target": 92.0}
    control, with_it = (b.pulse(level, FOUR_HOURS, FOUR_HOURS, STEADY, **held) for level in (0.0, 10.0))
    return control, with_it


def _gh_onset(name: str, against: float | None = None) -> Measure:
    """When a quantity differs by a tenth from the control; of a fixed size where the control is small."""

    def measure(b: Body) -> float:
        control, with_it = with_gh(b)
        size = control[name] if against is None else against
        return onset((with_it[name] - control[name]) / size)

    return measure


def _gh_hour(b: Body) -> Array:
    """Change of GIR after one hour of growth hormone, for ten hours; it peaks near 40 ug/L."""
    held = {"insulin_target": MIDDLE, "glucose_target": 92.0}
    control, with_it = (b.pulse(level, 60, 600, STEADY, **held) for level in (0.0, 44.0))
    return drop(with_it, control)


def _lipids(b: Body) -> Array:
    """Change of GIR in a clamp with fatty acids held at 1.8 mM; nothing is infused in its first minutes."""
    control, with_it = b.clamp(minutes=SIX_HOURS), b.clamp(minutes=SIX_HOURS, FFA_target=1.8)
    return np.concatenate([np.zeros(30), drop(with_it, control)[30:]])


def _endotoxin(b: Body) -> float:
    ill = b.clamp(minutes=SIX_HOURS, TNF=25.0 * b.value["TNF_b"])["M_value"][-1]
    return float(ill / b.clamp(minutes=SIX_HOURS)["M_value"][-1]) - 1.0


def _homa(b: Body) -> float:
    rest = b.at_rest()
    return rest["glucose"] * rest["plasma_insulin"] / UNIT / 22.5


_DIP = (
    "the drink is of a man less sensitive than those who were clamped; insulin that does for both "
    "acts on after the drink: glucose dips for an hour where the published curve does not"
)
KNOWN_MISSES = {
    "O5": _DIP,
    "O7": "the same: the liver that the clamps ask for is nearly silent at the height of a drink",
    "C6": "just outside; the dose of that clamp is our assumption",
    "G4": "one chain of delays serves muscle and fat, and fat has to answer to a small bolus (G9)",
    "G8": "a chain of equal stages that waits two hours also takes long to fade",
}
"""targets that ours does not meet, and why"""

MEASURES: dict[str, Measure] = {
    "F1": _homa,
    "O1": lambda b: _rms(b.ogtt()["plasma_glucose"][FIVE] - OGTT_GLUCOSE),
    "O2": lambda b: _rms(b.ogtt()["plasma_insulin"][FIVE] / UNIT - OGTT_INSULIN),
    "O3": lambda b: b.ogtt()["plasma_insulin"].max() / UNIT,
    "O4": lambda b: b.ogtt()["plasma_glucose"][120],
    "O5": _against_meal("plasma_glucose"),
    "O6": _against_meal("Ra"),
    "O7": lambda b: b.ogtt(78.0, 300)["EGP"].min(),
    "O8": _against_meal("plasma_insulin", UNIT),
    "C1": m_value,
    "C2": lambda b: m_value(impaired(b)),
    "C3": lambda b: m_value(diabetic(b)),
    "C4": lambda b: with_gh(b)[0]["GIR"][-1],
    "C5": _suppressed,
    "C6": lambda b: _suppressed(impaired(b)),
    "C7": lambda b: _suppressed(diabetic(b)),
    "T1": lambda b: impaired(b).ogtt()["plasma_glucose"][120],
    "T2": lambda b: diabetic(b).at_rest()["plasma_glucose"],
    "T3": lambda b: diabetic(b).ogtt()["plasma_glucose"][120],
    "T4": lambda b: diabetic(b).ogtt()["plasma_insulin"].max() / UNIT,
    "G1": lambda b: with_gh(b)[1]["GIR"][-1],
    "G2": _gh_onset("EGP", against=2.0),
    "G3": _gh_onset("Uid"),
    "G4": _gh_onset("FFA", against=0.44),
    "G5": lambda b: _gh_hour(b).min(),
    "G6": lambda b: bottom(_gh_hour(b)) / 60.0,
    "G7": lambda b: onset(_gh_hour(b)) / 60.0,
    "G8": lambda b: _gh_hour(b)[480] / _gh_hour(b).min(),
    "G9": lambda b: b.pulse(17.0 / (1 - np.exp(-5.0 * b.value["k_gh"])), 5, 360)["FFA"].max(),
    "L1": lambda b: _lipids(b)[-1],
    "L2": lambda b: onset(_lipids(b)) / 60.0,
    "L3": lambda b: _lipids(b)[120],
    "E1": _endotoxin,
}


def _targets() -> tuple[Target, ...]:
    rows = tomllib.loads((DATA / "body_fast_targets.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert({"id": name, **row}, Target) for name, row in rows.items())


TARGETS = _targets()


def measured(target: Target, bench: Body) -> float:
    """What our body gives."""
    return float(MEASURES[target.id](bench))


def main() -> None:
    """Print every target: published, ours, role, hit or miss."""
    bench = Body()
    hits = 0
    for role in ("fitted", "held out"):
        rows = []
        for target in (t for t in TARGETS if t.role == role):
            value = measured(target, bench)
            hits += target.held(value)
            known = "" if target.published is None else f"{target.published:g} "
            verdict = "hit" if target.held(value) else "MISS"
            wanted = f"{known}[{target.low:g} .. {target.high:g}] {verdict}"
            rows.append((f"{target.id} {target.what}", f"{value:.3g}", wanted))
        show(f"Body within hours, {role}", rows)
    print(f"{hits} of {len(TARGETS)} hit")


if __name__ == "__main__":
    main()
