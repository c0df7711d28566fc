"""Published models put to the measurements of neighbour_data.py: their own SBML files, run by libRoadRunner.

Each gives, by key, its answer to the series that it speaks of. Nothing in them is changed but what the
experiment sets (insulin, the meal, insulin sensitivity), and where a file holds something that is not in the
paper: BIOMD0000000137 has a wash-out after 15 min and a reaction declared fast, BIOMD0000000379 hands a fifth
of uptake (`part`) to a fat cell that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.body_bench import CLAMP, UNIT
from benchmarks.body_fast_targets import FOUR_HOURS, LITTLE, LOW_DOSE, STEADY
from benchmarks.experiment import Array, half_time
from benchmarks.neighbour_data import blots, series

Answers = Mapping[str, Array]
TOLERANCES = (1e-9, 1e-12)
BATH, WASHED = 60.0, 120.0
"""min of 100 nM, and then without"""
SEDAGHAT = {
    "IRp": ("x4", "x5", "x7", "x8"),
    "IRS1_Y": ("x10", "x12"),
    "Akt_T308": ("x17",),
    "Akt_S473": ("x17",),
    "glucose_uptake": ("x21",),
    "GLUT4_surface": ("x21",),
}
"""what a blot would see of that model: receptors with phosphate on the surface and inside, IRS-1 with and
without PI3K, one active Akt for both sites; uptake is taken to follow surface GLUT4"""
BRANNMARK = {
    "IRp": ("measuredIRp",),
    "IRS1_Y": ("measuredIRS1p",),
    "Akt_T308": ("measuredPKB308p",),
    "Akt_S473": ("measuredPKB473p",),
    "AS160_p": ("measuredAS160p",),
    "S6K": ("measuredS6Kp",),
    "glucose_uptake": ("glucoseuptake",),
    "GLUT4_surface": ("GLUT4m",),
}
WEEKS = (("withdrawn", 7.5 / 11.0, 14.0), ("deprived", 1 - 0.129, 84.0))
"""trial, insulin sensitivity left as it was measured there, days"""


@dataclass(frozen=True)
class Neighbour:
    """One model with what it says and what it was made from."""

    name: str
    species: str
    made_from: str
    answers: Callable[[], Answers]


def runner(text: str) -> Any:
    """libRoadRunner with a model.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    import roadrunner

    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
    found = roadrunner.RoadRunner(text)
    found.integrator.relative_tolerance, found.integrator.absolute_tolerance = TOLERANCES
    found.integrator.maximum_num_steps = 100_000
    return found


class Dish:
    """A cell model in a bath; every course begins at its rest without insulin."""

    def __init__(
        self, text: str, insulin: str, per_nM: float, readouts: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._runner, self._insulin, self._per_nM = runner(text), insulin, per_nM
        self.readouts = readouts

    def course(self, dose: float, times: Sequence[float] | Array, washed: bool = False) -> dict[str, Array]:
        """Every readout at ascending times (min) that begin at 0, in `dose` nM, or after an hour of it."""
        r = self._runner
        r.resetAll()
        r[self._insulin] = 0.0
        r.simulate(0.0, 3000.0, 2)
        r[self._insulin] = dose * self._per_nM
        if washed:
            r.simulate(0.0, BATH, 2)
            r[self._insulin] = 0.0
        columns = sorted({c for parts in self.readouts.values() for c in parts})
        found = np.array(r.simulate(times=list(times), selections=["time", *columns]))
        place = {c: found[:, i + 1] for i, c in enumerate(columns)}
        return {name: sum(place[c] for c in parts) for name, parts in self.readouts.items()}


def cell_answers(dish: Any, group: str) -> dict[str, Array]:
    """What a dish says of the blots of one group; `dish` has course() and readouts, as Dish."""
    known = {key: one for key, one in blots(group).items() if one.readout in dish.readouts}
    found: dict[str, Array] = {}
    doses = sorted({float(x) for one in known.values() if one.scale == "dose_response" for x in one.at})
    ends = {dose: dish.course(dose, [0.0, 10.0]) for dose in doses}
    rest = dish.course(0.0, [0.0, 10.0])
    times = sorted({float(x) for one in known.values() if one.scale == "time_course" for x in one.at})
    course = dish.course(100.0, times)
    for key, one in known.items():
        if one.scale == "dose_response":
            found[key] = np.array([ends[float(x)][one.readout][-1] - rest[one.readout][-1] for x in one.at])
        else:
            found[key] = np.interp(one.at, times, course[one.readout])
    return found


def traffic_answers(dish: Any, whole: float) -> dict[str, Array]:
    """Surface GLUT4 in 100 nM and after it is washed out; `whole` is what all of it counts."""
    minutes, after = np.linspace(0.0, BATH, 481), np.linspace(0.0, WASHED, 961)
    up = dish.course(100.0, minutes)["GLUT4_surface"] / whole
    down = dish.course(100.0, after, washed=True)["GLUT4_surface"] / whole
    times = np.array([half_time(minutes, up), half_time(after, down)])
    return {"surface": up[[0, -1]], "half_times": times}


def brannmark(folder: Path) -> Answers:
    normal, t2d = (
        Dish((folder / f"BIOMD0000000{number}.xml").read_text(), "insulin", 1.0, BRANNMARK)
        for number in (448, 449)
    )
    return {**cell_answers(normal, "cell"), **cell_answers(t2d, "t2d"), **traffic_answers(normal, 100.0)}


def sedaghat(folder: Path) -> Answers:
    text = (folder / "BIOMD0000000137.xml").read_text().replace('fast="true"', 'fast="false"')
    text = re.sub(r'<event id="event_0000001".*?</event>', "", text, flags=re.DOTALL)
    dish = Dish(text, "[x1]", 1e6, SEDAGHAT)
    return {**cell_answers(dish, "cell"), **traffic_answers(dish, 100.0)}


class Meals:
    """Dalla Man 2007, from its rest, and the same with plasma glucose and insulin held."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "BIOMD0000000379.xml").read_text()
        self._free, self._held = runner(text), runner(_without_rules(text, "G_p", "I_p"))
        for r in (self._free, self._held):
            r["part"] = 0.0
        self._held["K"] = 0.0  # glucose is held, so there is no rise for secretion to answer
        self._free["Q_sto1"] = 0.0
        self._free.simulate(0.0, 5000.0, 2)
        names = self._free.model.getFloatingSpeciesIds()
        self._rest = {name: float(self._free[name]) for name in names}

    @property
    def at_rest(self) -> tuple[float, float, float]:
        """Glucose (mg/dL), insulin (pM), the liver's output (mg/kg/min)."""
        r = self._from_rest(self._free)
        return r["G"], r["I"], r["EGP"]

    def drink(self, grams: float, times: Sequence[float] | Array) -> Array:
        """Glucose, mg/dL."""
        r = self._from_rest(self._free)
        r["D"] = r["Q_sto1"] = 1000.0 * grams
        return np.array(r.simulate(times=list(times), selections=["time", "G"]))[:, 1]

    def clamp(self, insulin: float, minutes: float, glucose: float = 92.0) -> tuple[float, float]:
        """(glucose that must be infused, the liver's output) at its end, mg/kg/min."""
        r = self._from_rest(self._held)
        r["G_p"], r["I_p"] = glucose * r["V_G"], insulin * r["V_I"]
        r.simulate(0.0, minutes, 2)
        goes = r["U_ii"] + r["E"] + r["k_1"] * r["G_p"]
        return float(goes - r["EGP"] - r["Ra"] - r["k_2"] * r["G_t"]), float(r["EGP"])

    def _from_rest(self, r: Any) -> Any:
        r.model.setTime(0.0)
        for name, value in self._rest.items():
            r[name] = value
        return r


def _without_rules(text: str, *names: str) -> str:
    """The file with some quantities held where they are put."""
    for name in names:
        text = re.sub(rf'<rateRule[^>]*variable="{name}".*?</rateRule>', "", text, flags=re.DOTALL)
    return text


def dalla_man(folder: Path) -> Answers:
    meals = Meals(folder)
    glucose, insulin, output = meals.at_rest
    drink = next(one for one in series() if one.key == "drink")
    return {
        "fasting_glucose": np.array([glucose]),
        "fasting_insulin": np.array([insulin / UNIT]),
        "drink": meals.drink(50.0, drink.at) / 18.016,
        "clamp": np.array([meals.clamp(CLAMP, 180.0)[0]]),
        "low_clamp": np.array([output - meals.clamp(LOW_DOSE, 120.0)[1]]),
        "little_insulin": np.array([meals.clamp(insulin + LITTLE, STEADY + FOUR_HOURS)[0]]),
    }


def topp(folder: Path) -> Answers:
    r = runner((folder / "BIOMD0000000341.xml").read_text())
    healthy = {"G": 100.0, "I": 10.0, "B": 300.0}
    found = {"fasting_glucose": np.array([100.0]), "fasting_insulin": np.array([10.0])}
    for trial, left, days in WEEKS:
        r.resetAll()
        for name, value in healthy.items():
            r[name] = value
        r["si"] = left * 0.72
        glucose, insulin = np.array(r.simulate(times=[0.0, days], selections=["G", "I"]))[-1]
        found[f"{trial}_insulin"] = np.array([insulin / healthy["I"]])
        found[f"{trial}_HOMA"] = np.array([insulin * glucose / (healthy["I"] * healthy["G"])])
    return found


MADE_FROM = {
    "Brännmark 2013": "fitted to these very fat cells, healthy and diabetic",
    "Sedaghat 2002": "constants from the literature; fitted to nothing here but surface GLUT4 (4 and 40 %)",
    "Dalla Man 2007": "fitted to mixed meals of 204 healthy people; not to anything here",
    "Topp 2000": "constants from the literature; not fitted to anything here",
}


def neighbours(folder: Path) -> tuple[Neighbour, ...]:
    """The four, from the cell to weeks; `answers` runs them."""
    models = (("27", brannmark), ("21", sedaghat), ("12", dalla_man), ("3", topp))
    return tuple(
        Neighbour(name, species, made_from, partial(answers, folder))
        for (name, made_from), (species, answers) in zip(MADE_FROM.items(), models, strict=True)
    )
