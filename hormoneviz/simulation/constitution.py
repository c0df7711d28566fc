"""Constitution: a person as numbers of the calendar's network, before anything is asked of it.

A level that a scenario names ("low", "300 ng/dL") is what the untreated person shows; which organ is to blame
is decided here, and how weak it is follows from the level (steady.py). So a drug meets a person with a cause,
not a pinned number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from hormoneviz.kinetics.presets import calendar_parameters_known
from hormoneviz.simulation.hormone_effects import BELIEF
from hormoneviz.simulation.levels import levels
from hormoneviz.simulation.scenario import Hormones, Person, Scenario, Stance

Sex = Literal["male", "female"]
Numbers = tuple[tuple[str, float], ...]

VISCERAL_FAT: Final = {"lean": 1.0, "overweight": 5 / 3, "obese": 2.5}
"""multiples of a lean adult's; they bring the loads 0.05, 0.25 and 0.5"""
SUBCUTANEOUS_FAT: Final = {"lean": 1.0, "overweight": 1.4, "obese": 1.9}

# Assumptions, sized by what is known of the whole person; docs/model.md names the sources.
_STAGES: Final[dict[tuple[str, str], dict[str, float]]] = {
    ("female", "perimenopause"): {"ovary": 0.8, "luteal": 0.5, "after_menopause": 0.25},
    ("female", "menopause"): {"ovary_androgen": 0.2, "luteal": 0.3, "after_menopause": 1.0},
    ("female", "PCOS"): {"ovary_androgen": 2.0, "hypothalamus": 1.6, "insulin_action": 0.5},
}
_DIABETES: Final = {"beta_response": 0.1, "beta_most": 1.0}
"""The answer to a rise is all but lost (7 against 234 pmol/L/min, Pigon 1996), and no mass can be added."""
_DIABETES_BY_BODY: Final = {
    "lean": {"insulin_action": 0.43, "beta_function": 0.36},
    "overweight": {"insulin_action": 0.62, "beta_function": 0.41},
    "obese": {"insulin_action": 0.8, "beta_function": 0.45},
}
"""The same disease by different ways: the lean lack more insulin, and their insulin action is low without any
fat to blame; the obese lose theirs to fat, and diabetes adds little (clamps: -36 % in the lean, -50 % in the
obese with it, -37 % in the obese without it). Sizes: clamp M near 4.7 against 8.3 (Diabetes 2001;50:1449) and
8 to 9 mmol/L in the morning."""

_CAUSES: Final = {"testosterone": "testis", "estradiol": "aromatase", "progesterone": "luteal"}
_CAUSES_WOMEN: Final = {**_CAUSES, "testosterone": "ovary_androgen", "estradiol": "ovary"}
PERIMENOPAUSE_SWING: Final = 0.6
"""of the ovary, as a share of a young woman's cycle mean: estradiol swings between low and high (SWAN)"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A level that the untreated person is to show, and the organ that is to blame for it."""

    species: str
    level: float
    """in the network's unit"""
    cause: str
    """the parameter that is worked out from it"""


@dataclass(frozen=True, slots=True)
class Constitution:
    """What the calendar starts from."""

    sex: Sex
    parameters: Numbers = ()
    """those that differ from a healthy young adult's"""
    by_nature: tuple[Asked, ...] = ()
    """what the stage of life asks of a lean body; a real body may then lower it further"""
    by_word: tuple[Asked, ...] = ()
    """what the scenario asks of this very body"""
    swing: float = 0.0
    """size of the ovary's swings"""

    def changed(self, **parameters: float) -> Constitution:
        """The same person with some numbers changed."""
        numbers = tuple(sorted({**dict(self.parameters), **parameters}.items()))
        return Constitution(self.sex, numbers, self.by_nature, self.by_word, self.swing)


def constitution_of(scenario: Scenario) -> Constitution:
    """The person of a scenario as numbers, those among its parameters that the calendar knows included.

    Raises:
        UnitError: a hormone level cannot be read.
    """
    who = constitution(
        scenario.person, scenario.hormones, scenario.inflammation.load, scenario.evidence.stance
    )
    known = calendar_parameters_known()
    own = {name: value for name, value in scenario.parameters.items() if name in known}
    return who.changed(**own) if own else who


def constitution(person: Person, hormones: Hormones, load: float, stance: Stance) -> Constitution:
    """The person as numbers.

    Raises:
        UnitError: a hormone level cannot be read.
    """
    numbers = {
        "VAT_set": VISCERAL_FAT[person.body],
        "SAT_set": SUBCUTANEOUS_FAT[person.body],
        "load": load,
        "belief": BELIEF[stance],
        "beta_most": _beta_reserve(person.age),
        **_STAGES.get((person.sex, person.stage), {}),
        **(_diabetes(person) if person.diabetes == "type 2" else {}),
    }
    now = levels(person, hormones)
    if hormones.growth_hormone != "normal":
        numbers["somatotropes"] = now.growth_hormone
    causes = _CAUSES if person.sex == "male" else _CAUSES_WOMEN
    by_word = [
        Asked(name, getattr(now, name), _cause(name, cause, person))
        for name, cause in causes.items()
        if getattr(hormones, name) != "normal"
    ]
    swings = (person.sex, person.stage) == ("female", "perimenopause")
    return Constitution(
        person.sex,
        tuple(sorted(numbers.items())),
        _by_nature(person),
        tuple(by_word),
        PERIMENOPAUSE_SWING if swings else 0.0,
    )


def _diabetes(person: Person) -> dict[str, float]:
    return {**_DIABETES, **_DIABETES_BY_BODY[person.body]}


def _beta_reserve(age: int) -> float:
    """The largest mass of beta cells: three times the usual until 40, less than twice from 70 on
    [assumption]."""
    return 3.0 - 1.2 * min(1.0, max(0.0, (age - 40) / 30))


def _by_nature(person: Person) -> tuple[Asked, ...]:
    normal = levels(person, Hormones())
    if (person.sex, person.stage) == ("male", "andropause"):
        # Estradiol of ageing men is that of young ones, from less testosterone (Leder 2004: 26 pg/mL at 343
        # ng/dL), and so holds LH near normal.
        return (
            Asked("testosterone", normal.testosterone, "testis"),
            Asked("estradiol", normal.estradiol, "aromatase"),
        )
    if (person.sex, person.stage) == ("female", "menopause"):
        return (Asked("estradiol", normal.estradiol, "ovary"),)
    return ()


def _cause(hormone: str, cause: str, person: Person) -> str:
    """Low testosterone with belly fat is the hypothalamus', too easily held back (LH is low, and a blocker of
    estradiol wakes it: enclomiphene); in the lean it is the testis'."""
    heavy = person.sex == "male" and person.body != "lean"
    return "sensitivity" if hormone == "testosterone" and heavy else cause
