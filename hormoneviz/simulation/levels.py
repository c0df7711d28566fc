"""Hormone levels: what "low", "normal" and "high" mean for a person, as plasma concentrations.

Sources are named beside the numbers. "Assumption" marks a working point that no source gives; it lies inside
the reference range of that person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from hormoneviz.simulation.scenario import Hormones, Person
from hormoneviz.simulation.units import Dimension, read

Hormone = Literal["testosterone", "estradiol", "progesterone", "growth_hormone"]
HORMONES: Final[tuple[Hormone, ...]] = ("testosterone", "estradiol", "progesterone", "growth_hormone")

_DIMENSIONS: Final[Mapping[Hormone, Dimension]] = {
    "testosterone": "testosterone",
    "estradiol": "estradiol",
    "progesterone": "progesterone",
    "growth_hormone": "growth hormone",
}

_Words = Mapping[str, str]

_MEN: Final[Mapping[Hormone, _Words]] = {
    # Median and 97.5th percentile of non-obese men aged 19-39 (Travison 2017). Low: the mild deficiency that
    # trials of replacement enrolled, 247-343 ng/dL (Leder 2004, Snyder 2016).
    "testosterone": {"low": "250 ng/dL", "normal": "531 ng/dL", "high": "916 ng/dL"},
    # Reference range 12-136 pmol/L (Verdonk 2019); low is what anastrozole for a year left (Burnett-Bowie
    # 2009).
    "estradiol": {"low": "42 pmol/L", "normal": "25 pg/mL", "high": "136 pmol/L"},
    # Assumption for men; high is the mid-luteal level of women (Maxson 1985).
    "progesterone": {"low": "0.1 ng/mL", "normal": "0.5 ng/mL", "high": "14.1 ng/mL"},
    # Mean over the day: assumption. High: the plateau of a 4-h infusion (Moller 1989), as in acromegaly.
    "growth_hormone": {"low": "0.2 ug/L", "normal": "1 ug/L", "high": "10 ug/L"},
}
_WOMEN: Final[Mapping[Hormone, _Words]] = {
    # Range about 2-50, mean 32 ng/dL. High: the top of what low-dose testosterone reached (Zang 2006). Low:
    # assumption.
    "testosterone": {"low": "10 ng/dL", "normal": "32 ng/dL", "high": "46 ng/dL"},
    # Below 26 pmol/L after menopause, 151-1941 in the mid-luteal phase (Verdonk 2019); the cycle mean is an
    # assumption.
    "estradiol": {"low": "18 pmol/L", "normal": "100 pg/mL", "high": "1000 pmol/L"},
    # Mid-luteal 14.1 ng/mL (Maxson 1985), otherwise below 1.
    "progesterone": {"low": "0.1 ng/mL", "normal": "0.5 ng/mL", "high": "14.1 ng/mL"},
    "growth_hormone": _MEN["growth_hormone"],
}
# What is normal for a stage of life, where a source gives a number. Perimenopause swings too much for one.
_STAGES: Final[Mapping[str, Mapping[str, Mapping[Hormone, str]]]] = {
    # Middle of the 247-343 ng/dL that trials in older men with low testosterone enrolled.
    "male": {"andropause": {"testosterone": "295 ng/dL"}},
    # Below 26 pmol/L (Verdonk 2019).
    "female": {"menopause": {"estradiol": "18 pmol/L"}},
}


@dataclass(frozen=True, slots=True)
class Levels:
    """Plasma concentrations of one person at one time."""

    testosterone: float
    """nmol/L"""
    estradiol: float
    """pmol/L"""
    progesterone: float
    """nmol/L"""
    growth_hormone: float
    """ug/L, mean over the day"""


def levels(person: Person, hormones: Hormones) -> Levels:
    """The concentrations that the words and quantities in `hormones` mean for this person.

    Raises:
        UnitError: a level is neither a known word nor a concentration.
    """
    return Levels(**{name: _level(person, name, getattr(hormones, name)) for name in HORMONES})


def reference(person: Person) -> Levels:
    """The levels of a healthy young adult of the same sex, against which effects are measured."""
    return levels(Person(sex=person.sex), Hormones())


def _level(person: Person, hormone: Hormone, text: str) -> float:
    words = (_MEN if person.sex == "male" else _WOMEN)[hormone]
    if text == "normal":
        text = _STAGES[person.sex].get(person.stage, {}).get(hormone, words["normal"])
    return read(words.get(text, text), _DIMENSIONS[hormone])
