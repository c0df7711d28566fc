"""What is known about weeks to years, and how each is read off the people on the calendar's bench.

The observations are rows of data/calendar_targets.toml (ids after the project's list of targets); the
functions here, by the same id, measure them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from benchmarks.body_bench import UNIT, Course
from benchmarks.body_fast_targets import FIVE
from benchmarks.calendar_bench import CalendarBench, State
from hormoneviz.simulation.scenario import Person
from hormoneviz.simulation.therapies import agent

FILE = Path(__file__).parent / "data" / "calendar_targets.toml"
Measure = Callable[[CalendarBench], float]
MG_DL = 18.016
DAYS_A_MONTH = 30.44


class CalendarTarget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One published observation."""

    id: str
    what: str
    published: float
    low: float
    high: float
    role: Literal["fitted", "held out", "put in"]
    """put in: the value is a parameter, so that meeting it proves nothing"""
    source: str
    """citation key"""

    def held(self, value: float) -> bool:
        return self.low <= value <= self.high

    def sign_is_right(self, value: float) -> bool:
        """Whether a change goes the published way; where the published change is none, any small one does."""
        return self.held(value) or value * self.published > 0

    def measure(self, bench: CalendarBench) -> float:
        return float(MEASURES[self.id](bench))


def change(after: State, before: State, name: str) -> float:
    """In per cent."""
    return 100 * (after[name] / before[name] - 1)


def early(drink: Course) -> float:
    """How far insulin has risen in half an hour for the rise of glucose (the insulinogenic index)."""
    insulin, glucose = drink["plasma_insulin"], drink["plasma_glucose"]
    return float((insulin[30] - insulin[0]) / (glucose[30] - glucose[0]))


def matsuda(drink: Course) -> float:
    """Matsuda's index of a drink read at 0, 30, 60, 90 and 120 min; mg/dL and uU/mL."""
    glucose = drink["plasma_glucose"][FIVE]
    insulin = drink["plasma_insulin"][FIVE] / UNIT
    product = glucose[0] * insulin[0] * glucose.mean() * insulin.mean()
    return float(10_000 / product**0.5)


def _trt(name: str) -> Measure:
    return lambda b: b.trt[1][name] - b.trt[0][name]


def _clamp(stance: Literal["sceptical", "middle", "optimistic"]) -> Measure:
    def measure(b: CalendarBench) -> float:
        before, after = b.replaced(stance)
        return change(after, before, "M_value")

    return measure


def _anastrozole(name: str) -> Measure:
    return lambda b: change(b.anastrozole[1], b.anastrozole[0], name)


def _tesamorelin(name: str) -> Measure:
    return lambda b: change(b.tesamorelin[1], b.tesamorelin[0], name)


def _deprived(name: str, week: float) -> Measure:
    return lambda b: change(b.deprived.at(week), b.life(Person(age=60)).at(0.0), name)


def _deprived_index(b: CalendarBench) -> float:
    before, after = b.life(Person(age=60)).at(0.0), b.deprived.at(12)
    return 100 * (matsuda(b.drink(after)) / matsuda(b.drink(before)) - 1)


def _mk677(name: str, week: float) -> Measure:
    return lambda b: b.mk677[1].at(week)[name] - b.mk677[0][name]


def _mk677_igf(week: float) -> Measure:
    return lambda b: change(b.mk677[1].at(week), b.mk677[0], "IGF1")


MEASURES: Mapping[str, Measure] = {
    "V01": lambda b: b.man["HOMA_IR"],
    "V02": lambda b: b.obese["HOMA_IR"],
    "V03b": lambda b: change(b.obese, b.man, "M_value"),
    "V03c": lambda b: change(b.diabetic, b.man, "M_value"),
    "V03d": lambda b: change(b.obese_diabetic, b.man, "M_value"),
    "V07a": lambda b: b.diabetic["fasting_glucose"],
    "V07b": lambda b: b.obese_diabetic["fasting_glucose"],
    "V07c": lambda b: b.drink(b.diabetic)["plasma_glucose"][120],
    "V07d": lambda b: 100 * (early(b.drink(b.diabetic)) / early(b.drink(b.man)) - 1),
    "V04": lambda b: b.man["M_value"],
    "V09": lambda b: change(b.withdrawn, b.man, "HOMA_IR"),
    "V10": lambda b: 100 * (matsuda(b.drink(b.withdrawn)) / matsuda(b.drink(b.man)) - 1),
    "V11": lambda b: b.withdrawn["IL6"] / b.man["IL6"],
    "V12": _deprived("fasting_insulin", 12),
    "V12b": _deprived_index,
    "V13a": _deprived("lean_mass", 52),
    "V13b": _deprived("SAT", 52),
    "V13c": _deprived("VAT", 52),
    "V15a": _clamp("optimistic"),
    "V15b": _clamp("sceptical"),
    "V15c": _clamp("middle"),
    "V16": _trt("lean_mass"),
    "V17": lambda b: change(b.trt[1], b.trt[0], "VAT"),
    "V17b": _trt("SAT"),
    "V18": _trt("HOMA_IR"),
    "V19": _trt("adiponectin"),
    "V20a": lambda b: b.nadir(25),
    "V20b": lambda b: b.nadir(50),
    "V20c": lambda b: b.nadir(125),
    "V20d": lambda b: b.nadir(300),
    "V20e": lambda b: b.nadir(600),
    "V21a": lambda b: b.single.max(),
    "V21b": lambda b: b.single.argmax() / 4,
    "V21c": lambda b: b.single[-1],
    "V21d": lambda b: b.trt[1]["LH"] / b.trt[0]["LH"],
    "V22": lambda b: 1 / agent("testosterone pellets").release / DAYS_A_MONTH,
    "V23a": _anastrozole("testosterone"),
    "V23b": _anastrozole("estradiol"),
    "V23c": _anastrozole("LH"),
    "V24a": lambda b: change(b.letrozole, b.man, "testosterone"),
    "V24b": lambda b: change(b.letrozole, b.man, "estradiol"),
    "V24c": lambda b: b.letrozole["LH"] / b.man["LH"],
    "V26": lambda b: b.blocked["LH"] / b.man["LH"],
    "V27": lambda b: b.enclomiphene["testosterone"] / 0.0347,
    "V28": lambda b: 100 * (b.poisoned - 1),
    "V30": lambda b: change(b.obese, b.man, "testosterone"),
    "V36a": lambda b: b.obese["IL6"] / b.man["IL6"],
    "V36b": lambda b: b.obese["adiponectin"],
    "V37a": _tesamorelin("VAT"),
    "V37b": _tesamorelin("IGF1"),
    "V37c": lambda b: b.tesamorelin[1]["fasting_glucose"] - b.tesamorelin[0]["fasting_glucose"],
    "V37d": lambda b: change(b.tesamorelin_2_weeks, b.tesamorelin[0], "M_value"),
    "V38a": _mk677_igf(2),
    "V38b": _mk677_igf(4),
    "V38c": lambda b: _mk677("fasting_glucose", 4)(b) / MG_DL,
    "V38d": lambda b: change(b.mk677[1].at(4), b.mk677[0], "GH"),
    "V39a": _mk677("lean_mass", 52),
    "V39b": lambda b: change(b.mk677[1].at(52), b.mk677[0], "VAT"),
    "V39c": _mk677("fasting_glucose", 52),
    "V40": lambda b: b.cjc["IGF1"] / b.man["IGF1"],
    "V42": lambda b: change(b.menopause, b.woman, "VAT"),
    "V43a": lambda b: change(b.oral, b.menopause, "HOMA_IR"),
    "V43b": lambda b: change(b.oral, b.menopause, "VAT"),
    "V44": lambda b: change(b.oral_and_progestin, b.menopause, "HOMA_IR"),
    "V45a": lambda b: (b.patch["estradiol"] - b.menopause["estradiol"]) / 3.671,
    "V45b": lambda b: change(b.patch, b.menopause, "M_value"),
    "V45c": lambda b: change(b.patch, b.menopause, "HOMA_IR"),
    "V46": lambda b: change(b.androgen_in_women, b.menopause, "M_value"),
    "V47": lambda b: 100 * (b.oral["CRP"] / b.patch["CRP"] - 1),
    "V51": lambda b: change(b.pcos_before, b.woman, "M_value"),
    "V52": lambda b: change(b.pcos.at(12), b.pcos_before, "M_value"),
}


def _targets() -> tuple[CalendarTarget, ...]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(msgspec.convert({"id": name, **row}, CalendarTarget) for name, row in rows.items())


CALENDAR_TARGETS = _targets()
