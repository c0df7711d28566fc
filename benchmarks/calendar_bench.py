"""The people and trials that the calendar's targets are read from, lived once and only when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from benchmarks.body_bench import Body, Course
from hormoneviz.simulation.calendar import MULTIPLIERS, Calendar
from hormoneviz.simulation.constitution import Constitution, constitution
from hormoneviz.simulation.scenario import Hormones, Person, Stance, Therapy
from hormoneviz.simulation.steady import runner, solve

TRT = Therapy("testosterone cypionate", "100 mg", "7 d")
CASTRATION = Therapy("GnRH agonist", "1 mg")
ORAL, PATCH = Therapy("oral estradiol", "1 mg"), Therapy("estradiol patch", "50 ug/d")
MPA = Therapy("medroxyprogesterone acetate", "2.5 mg")
MAN, WOMAN, OBESE = Person(), Person(sex="female"), Person(body="obese", age=45)
AGEING = Person(stage="andropause", age=65)
MENOPAUSE = Person(sex="female", stage="menopause", age=56)
DIABETIC = Person(body="obese", diabetes="type 2", age=55)
PCOS = Person(sex="female", stage="PCOS")
ENANTHATE = 0.72 / 0.70
"""mg of cypionate with the testosterone of a mg of enanthate"""

Sexes = Literal["both", "male", "female"]
State = Mapping[str, float]


@dataclass(frozen=True)
class CalendarBench:
    """One set of parameters (those of the table, some changed) and everybody who lives by it."""

    changes: Mapping[tuple[str, Sexes], float] = field(default_factory=dict)

    def who(self, person: Person, testosterone: str = "normal", stance: Stance = "middle") -> Constitution:
        """A person by these parameters."""
        changes = {
            name: value for (name, sexes), value in self.changes.items() if sexes in ("both", person.sex)
        }
        return constitution(person, Hormones(testosterone=testosterone), 0.05, stance).changed(**changes)

    def life(self, person: Person, *therapies: Therapy, testosterone: str = "normal") -> Calendar:
        """Their calendar."""
        return Calendar(self.who(person, testosterone), therapies)

    def struck(self, person: Person, **parameters: float) -> Calendar:
        """The life of someone at rest in whom an organ fails at once."""
        calendar = self.life(person)
        names = [p.name for p in runner(person.sex).network.parameters]
        values = dict(zip(names, calendar.parameters, strict=True)) | parameters
        calendar.parameters = tuple(values.values())
        return calendar

    @cached_property
    def man(self) -> State:
        return self.life(MAN).at(0.0)

    @cached_property
    def obese(self) -> State:
        return self.life(OBESE).at(0.0)

    @cached_property
    def diabetic(self) -> State:
        return self.life(Person(diabetes="type 2", age=55)).at(0.0)

    @cached_property
    def obese_diabetic(self) -> State:
        return self.life(DIABETIC).at(0.0)

    def drink(self, state: State) -> Course:
        """The body of the hours after 75 g, as the calendar hands it over."""
        return Body({name: state[name] for name in MULTIPLIERS}).ogtt()

    @cached_property
    def woman(self) -> State:
        return self.life(WOMAN).at(0.0)

    @cached_property
    def menopause(self) -> State:
        return self.life(MENOPAUSE).at(0.0)

    @cached_property
    def withdrawn(self) -> State:
        """Two weeks after GnRH was taken away (Yialamas 2007)."""
        return self.struck(MAN, hypothalamus=0.0).at(2.0)

    @cached_property
    def deprived(self) -> Calendar:
        return self.life(Person(age=60), CASTRATION)

    def replaced(self, stance: Stance) -> tuple[State, State]:
        """A man with diabetes and low testosterone, before and after 24 weeks of injections."""
        who = self.who(DIABETIC, "low", stance)
        return Calendar(who).at(0.0), Calendar(who, (TRT,)).at(24.0)

    @cached_property
    def trt(self) -> tuple[State, State]:
        return self.replaced("middle")

    @cached_property
    def anastrozole(self) -> tuple[State, State]:
        life = self.life(AGEING, Therapy("anastrozole", "1 mg"))
        return life.at(0.0), life.at(12.0)

    @cached_property
    def letrozole(self) -> State:
        return self.life(MAN, Therapy("letrozole", "2.5 mg")).at(4.0)

    @cached_property
    def enclomiphene(self) -> State:
        person = Person(body="overweight", age=45)
        return self.life(person, Therapy("enclomiphene", "25 mg"), testosterone="low").at(2.0)

    @cached_property
    def blocked(self) -> State:
        """A week without any steroid (ketoconazole, Pitteloud 2008)."""
        return self.struck(MAN, testis=0.0, adrenal=0.0).at(1.0)

    def nadir(self, enanthate: float) -> float:
        """ng/dL just before the twentieth weekly injection under a GnRH agonist (Bhasin 2001)."""
        dose = Therapy("testosterone cypionate", f"{enanthate * ENANTHATE} mg", "7 d")
        return self.life(MAN, CASTRATION, dose).at(20.0 - 1e-6)["testosterone"] / 0.0347

    @cached_property
    def single(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Testosterone on days 0 to 14 after 200 mg, over what it was (Nankin 1987)."""
        life = self.life(MAN, Therapy("testosterone cypionate", "200 mg"))
        course = life.series(["testosterone"], np.arange(0.0, 14.01, 0.25) / 7)["testosterone"]
        return course / self.man["testosterone"]

    @cached_property
    def poisoned(self) -> float:
        """Testosterone four hours into an acute inflammation, over what it was (van der Poll 1993)."""
        life = self.life(MAN)
        run, names = runner("male"), [s.name for s in runner("male").network.species]
        inputs = tuple(float(i.name == "acute_inflammation") for i in run.network.inputs)
        start = np.array([self.man[name] for name in names])
        end = solve(run, life.parameters, lambda _t: inputs, start, np.array([0.0, 4 / 24]))[-1]
        return float(end[names.index("testosterone")] / self.man["testosterone"])

    @cached_property
    def tesamorelin(self) -> tuple[State, State]:
        person = Person(body="obese", age=48)
        return self.life(person).at(0.0), self.life(person, Therapy("tesamorelin", "2 mg")).at(26.0)

    @cached_property
    def tesamorelin_2_weeks(self) -> State:
        return self.life(Person(body="obese", age=48), Therapy("tesamorelin", "2 mg")).at(2.0)

    @cached_property
    def mk677(self) -> tuple[State, Calendar]:
        """Older people: before, and their year with it."""
        person = Person(age=70, body="overweight")
        return self.life(person).at(0.0), self.life(person, Therapy("MK-677", "25 mg"))

    @cached_property
    def oral(self) -> State:
        return self.life(MENOPAUSE, ORAL).at(52.0)

    @cached_property
    def oral_and_progestin(self) -> State:
        return self.life(MENOPAUSE, ORAL, MPA).at(52.0)

    @cached_property
    def patch(self) -> State:
        return self.life(MENOPAUSE, PATCH).at(52.0)

    @cached_property
    def androgen_in_women(self) -> State:
        return self.life(MENOPAUSE, Therapy("testosterone patch", "140 ug/d")).at(12.0)

    @cached_property
    def pcos(self) -> Calendar:
        return self.life(PCOS, CASTRATION)

    @cached_property
    def pcos_before(self) -> State:
        return self.life(PCOS).at(0.0)

    @cached_property
    def cjc(self) -> State:
        return self.life(MAN, Therapy("CJC-1295", "2 mg")).at(9 / 7)
