"""The four kinds of cell side by side, and the standard experiments on them that the targets read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from benchmarks.experiment import DOSES, Array, Cell, half_dose, half_time, values

HIGH, CLAMP, HYPERINSULINAEMIA = 100.0, 0.42, 0.6
"""insulin at the cell, nM: in a dish, Belfort 2005, Karlsson 2005 with Garvey 1998"""
CLAMP_BODY = 0.252
"""nM at the cell: the 70 uU/mL in plasma that 1 mU/kg/min reaches"""
FASTING, MEAL, HALF = 0.018, 0.13, 0.2
"""the same in life: 5 uU/mL in plasma; the peak after a meal (224 pM); half of the effect, 55 uU/mL (Rizza
1981). The cell sees 0.6 of plasma"""
MINUTES = np.linspace(0.0, 180.0, 721)
HOUR = 240
"""where 60 min are in MINUTES"""


@dataclass(frozen=True)
class Bench:
    """Cells of the four kinds."""

    fat: Cell
    muscle: Cell
    t2d_fat: Cell
    t2d_muscle: Cell

    @classmethod
    def of(cls, columns: Mapping[tuple[str, str], float] | None = None, tolerance: float = 1e-8) -> Bench:
        """The project's cells, with some entries (name, column) of the parameter table replaced."""
        kinds = ("fat", "muscle", "t2d_fat", "t2d_muscle")
        return cls(*(Cell(kind, values(kind, columns or {}), tolerance) for kind in kinds))

    @cached_property
    def fat_course(self) -> dict[str, Array]:
        """The fat cell in 100 nM, at MINUTES."""
        return self.fat.course(MINUTES, insulin=HIGH)

    @cached_property
    def muscle_course(self) -> dict[str, Array]:
        """The muscle cell in 100 nM, at MINUTES."""
        return self.muscle.course(MINUTES, insulin=HIGH)

    @cached_property
    def after_meal(self) -> dict[str, float]:
        """Muscle that has fasted, after an hour at the peak of a meal's insulin."""
        return self._last(
            self.muscle.course([0.0, 60.0], start=self.muscle.rest(insulin=FASTING), insulin=MEAL)
        )

    def fasting(self, cell: Cell) -> dict[str, float]:
        """Every named quantity of a cell that has settled in fasting insulin."""
        return self._last(cell.read(cell.rest(insulin=FASTING)[:, None], insulin=FASTING))

    @cached_property
    def washout(self) -> dict[str, Array]:
        """The fat cell after 60 min of 100 nM, washed, for 120 min."""
        loaded = self.fat.run(self.fat.rest(), MINUTES[[0, HOUR]], insulin=HIGH)[:, -1]
        return self.fat.course(np.linspace(0.0, 120.0, 481), start=loaded)

    @cached_property
    def dispersing(self) -> Array:
        """Fusions with dispersal along the fat cell's course, 1/min."""
        course = self.fat_course
        found: Array = self.fat.value["k_fu"] * course["Vdock"] * course["p_dis"]
        return found

    def arrival(self, insulin: float) -> float:
        """Half-time of GLUT4's arrival at the surface of the fat cell within 60 min, min."""
        course = self.fat.course(MINUTES[: HOUR + 1], insulin=insulin)
        return half_time(MINUTES[: HOUR + 1], course["GLUT4_surface"])

    def exposed(self, **outside: float) -> dict[str, float]:
        """Muscle after 4 h of fatty acids or cytokines at fasting insulin and 2 h more in the clamp."""
        before = self.muscle.run(self.muscle.rest(), [0.0, 240.0], insulin=0.03, **outside)
        return self._last(self.muscle.course([0.0, 120.0], start=before[:, -1], insulin=CLAMP, **outside))

    @cached_property
    def with_lipids(self) -> Array:
        """Change of muscle's uptake, as a share, for each minute of six hours in a clamp with 1.8 mM fatty
        acids from its start (Boden 1998)."""
        rested, minutes = self.muscle.rest(insulin=FASTING), np.arange(361.0)
        control, given = (
            self.muscle.course(minutes, start=rested, insulin=CLAMP_BODY, FFA=level)["glucose_uptake"]
            for level in (0.44, 1.8)
        )
        found: Array = given / control - 1.0
        return found

    @cached_property
    def clamp(self) -> dict[str, float]:
        """Muscle in the clamp, nothing else given."""
        return self.exposed()

    def drop(self, name: str, **outside: float) -> float:
        """How much of a quantity is lost in the clamp under these conditions, %."""
        return 100.0 * (1.0 - self.exposed(**outside)[name] / self.clamp[name])

    def hyperinsulinaemic(self, cell: Cell) -> dict[str, float]:
        """A muscle cell after 2 h of high physiological insulin."""
        return self._last(cell.course([0.0, 120.0], insulin=HYPERINSULINAEMIA))

    def diabetic_share(self, name: str) -> float:
        """A quantity of diabetic muscle in hyperinsulinaemia, as a share of normal muscle's."""
        return self.hyperinsulinaemic(self.t2d_muscle)[name] / self.hyperinsulinaemic(self.muscle)[name]

    def muscle_fold(self, cell: Cell, name: str) -> float:
        """How many times its value at rest a quantity of a muscle cell reaches in hyperinsulinaemia."""
        return self.hyperinsulinaemic(cell)[name] / cell.at_rest()[name]

    @staticmethod
    def _last(course: dict[str, Array]) -> dict[str, float]:
        return {name: float(series[-1]) for name, series in course.items()}


def ec50(cell: Cell, name: str, minutes: int = 10) -> float:
    """Half-maximal dose of a quantity after 10 or 30 min, nM."""
    return half_dose(DOSES, cell.doses[name][(10, 30).index(minutes)])
