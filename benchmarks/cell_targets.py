"""What is known about insulin, GLUT4, fat and muscle, and how each is read off the cells on the bench.

The observations are rows of data/targets.toml; the functions here, by the same id, measure them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from benchmarks.bench import HALF, HIGH, HOUR, MINUTES, Bench, ec50
from benchmarks.experiment import Array, half_time, onset

FILE = Path(__file__).parent / "data" / "targets.toml"
SURFACE, UPTAKE = "GLUT4_surface", "glucose_uptake"
Measure = Callable[[Bench], float]


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One published observation."""

    id: str
    what: str
    low: float
    high: float
    role: Literal["fitted", "held out"]
    source: str
    """citation key of sources.toml"""
    published: float | None = None
    """None where only a direction or a bound is known"""

    def held(self, value: float) -> bool:
        """Whether a value lies in the accepted range."""
        return self.low <= value <= self.high

    def measure(self, bench: Bench) -> float:
        """What our cells give."""
        return float(MEASURES[self.id](bench))


def _share(name: str, minute: int) -> Measure:
    """A quantity of the fat cell in 100 nM at that minute, as a share of its peak."""
    return lambda b: b.fat_course[name][minute * 4] / b.fat_course[name].max()


def _half(name: str, to_peak: bool) -> Measure:
    """Half-time of a quantity of the fat cell in 100 nM, to its peak or to its value at 60 min."""

    def measure(b: Bench) -> float:
        series = b.fat_course[name]
        end = series.max() if to_peak else series[HOUR]
        return half_time(MINUTES[: HOUR + 1], series[: HOUR + 1], float(end))

    return measure


def _after_an_hour(name: str) -> Measure:
    """A quantity of the fat cell after 60 min of 100 nM."""
    return lambda b: b.fat_course[name][HOUR]


def _fold(course: dict[str, Array], name: str) -> float:
    """A quantity after 60 min of a course over its start."""
    return float(course[name][HOUR] / course[name][0])


def _ordered(b: Bench) -> float:
    """1 if the doses fall down the cascade as measured: IR > IRS-1, T308 (these within 2x) > S473 > AS160."""
    names = ("IRp", "IRS1_Y", "Akt_T308", "Akt_S473", "AS160_p")
    ir, irs, t308, s473, as160 = (ec50(b.fat, name) for name in names)
    return float(ir > max(irs, t308) and 0.5 < irs / t308 < 2 and min(irs, t308) > s473 > as160)


def _diabetic_ec50(name: str, minutes: int = 10) -> Measure:
    return lambda b: ec50(b.t2d_fat, name, minutes) / ec50(b.fat, name, minutes)


def _diabetic_top(name: str, row: int = 0) -> Measure:
    return lambda b: b.t2d_fat.doses[name][row].max() / b.fat.doses[name][row].max()


def _uptake_fold(kind: Literal["fat", "t2d_fat"]) -> Measure:
    """Uptake after 30 min of the highest dose over uptake without insulin."""

    def measure(b: Bench) -> float:
        uptake = getattr(b, kind).doses[UPTAKE][1]
        return float(uptake[-1] / uptake[0])

    return measure


def _loss(b: Bench) -> float:
    return half_time(np.linspace(0.0, 120.0, 481), b.washout[SURFACE], b.fat.at_rest()[SURFACE])


def _escape_fold(b: Bench) -> float:
    rates = 1 + b.fat.value["f_dis"] * b.fat_course["q"]
    return float(rates[HOUR] / rates[0])


def _burst(series: Array) -> float:
    """The highest value in the first 20 min over the first."""
    return float(series[:80].max() / series[0])


def _after(b: Bench, name: str, **changes: float) -> float:
    """A quantity after 60 min of 100 nM in a changed fat cell."""
    return float(b.fat.with_changes(**changes).course([0.0, 60.0], insulin=HIGH)[name][-1])


def _blocked_rise(b: Bench) -> float:
    """How much of the rise in k_ex is left when Akt cannot phosphorylate AS160 (the 4P mutant)."""
    changed = b.fat.with_changes(k_a=0.0).course([0.0, 60.0], insulin=HIGH)["k_ex"]
    usual = b.fat_course["k_ex"]
    return float((changed[-1] - changed[0]) / (usual[HOUR] - usual[0]))


def _share_of_rise(b: Bench) -> float:
    """How much of insulin's whole effect on muscle's uptake is there after an hour of 0.2 nM."""
    rest, full = b.muscle_course[UPTAKE][[0, HOUR]]
    half = b.muscle.course([0.0, 60.0], insulin=HALF)[UPTAKE][-1]
    return float((half - rest) / (full - rest))


CASCADE: dict[str, Measure] = {
    "S1": lambda b: ec50(b.fat, "IRp"),
    "S2": _share("IRp", 30),
    "S3": lambda b: ec50(b.fat, "IRS1_Y"),
    "S4": lambda b: MINUTES[b.fat_course["IRS1_Y"].argmax()],
    "S5": _share("IRS1_Y", 10),
    "S6": _share("IRS1_Y", 180),
    "S7": lambda b: ec50(b.fat, "Akt_T308"),
    "S8": lambda b: ec50(b.fat, "Akt_S473"),
    "S9": _half("Akt_S473", to_peak=True),
    "S10": _share("Akt_S473", 60),
    "S11": lambda b: ec50(b.fat, "AS160_p"),
    "S12": _half("AS160_p", to_peak=True),
    "S13": _half("S6K", to_peak=False),
    "S14": lambda b: ec50(b.fat, "IRp") / ec50(b.fat, SURFACE, 30),
    "S15": _ordered,
    "S16": lambda b: ec50(b.fat, "S6K", 30),
}
TRAFFIC: dict[str, Measure] = {
    "T1": lambda b: b.fat.at_rest()[SURFACE],
    "T2": _after_an_hour(SURFACE),
    "T3": lambda b: b.arrival(HIGH),
    "T4": _loss,
    "T5": lambda b: b.fat.at_rest()["k_ex"],
    "T6": _after_an_hour("k_ex"),
    "T7": lambda b: _fold(b.fat_course, "k_ex"),
    "T8": lambda b: _fold(b.fat_course, "k_en"),
    "T9": lambda b: b.fat.at_rest()["GSVret"],
    "T10": lambda b: _burst(b.dispersing),
    "T11": lambda b: ec50(b.fat, SURFACE, 30),
    "T12": _uptake_fold("fat"),
    "T13": lambda b: b.arrival(0.03) / b.arrival(HIGH),
    "T14": lambda b: _burst(b.fat_course["Vdock"]),
    "T15": _escape_fold,
}
MUSCLE: dict[str, Measure] = {
    "M1": lambda b: b.muscle.at_rest()["k_ex"],
    "M2": lambda b: b.muscle_course["k_ex"][HOUR],
    "M3": lambda b: _fold(b.muscle_course, "k_ex"),
    "M4": lambda b: _fold(b.muscle_course, UPTAKE),
    "M5": lambda b: ec50(b.muscle, SURFACE, 30),
    "M6": lambda b: b.muscle_fold(b.muscle, "AS160_p"),
    "M7": lambda b: b.fasting(b.muscle)["IRS1_S"],
    "M8": lambda b: b.fasting(b.muscle)["mTORC1"],
    "M9": lambda b: b.after_meal["IRS1_S"],
    "M10": lambda b: b.fasting(b.muscle)[SURFACE] / b.muscle.at_rest()[SURFACE],
    "M11": _share_of_rise,
    "M12": lambda b: b.after_meal["AS160_p"],
    "L1": lambda b: b.drop(UPTAKE, FFA=0.695),
    "L2": lambda b: b.drop(UPTAKE, FFA=1.251),
    "L3": lambda b: b.drop(UPTAKE, FFA=1.688),
    "L4": lambda b: b.drop("IRS1_Y", TNF=20.0),
    "L5": lambda b: b.drop("AS160_p", TNF=20.0),
    "L6": lambda b: onset(b.with_lipids) / 60.0,
    "L7": lambda b: -100.0 * b.with_lipids[120],
}
DIABETES: dict[str, Measure] = {
    "D1": lambda b: b.diabetic_share("AS160_p"),
    "D2": lambda b: b.diabetic_share("Akt_T308"),
    "D3": lambda b: b.diabetic_share("Akt_S473"),
    "D4": lambda b: b.fasting(b.t2d_muscle)["IRS1_S"] / b.fasting(b.muscle)["IRS1_S"],
    "D5": lambda b: b.muscle_fold(b.muscle, SURFACE),
    "D6": lambda b: b.muscle_fold(b.t2d_muscle, SURFACE),
    "D7": _diabetic_top("IRS1_Y"),
    "D8": _diabetic_ec50("Akt_S473"),
    "D9": _diabetic_ec50("AS160_p"),
    "D10": _diabetic_ec50(UPTAKE, 30),
    "D11": _diabetic_top(UPTAKE, 1),
    "D12": _uptake_fold("t2d_fat"),
    "D13": _diabetic_ec50("IRS1_Y"),
    "D14": _diabetic_top("Akt_S473"),
}
INTERVENTIONS: dict[str, Measure] = {
    "X1": lambda b: _after(b, SURFACE, k_p3=0.0) / b.fat_course[SURFACE][HOUR],
    "X2": _blocked_rise,
}
MEASURES = CASCADE | TRAFFIC | MUSCLE | DIABETES | INTERVENTIONS


def _targets() -> tuple[Target, ...]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(msgspec.convert({"id": name, **row}, Target) for name, row in rows.items())


TARGETS = _targets()
