"""Claim: one statement of the texts that this program grew from, as data (resources/claims).

Its words are ours, at three reading levels. How sure it is, what speaks against it, where it is seen, which
scenario shows it, and what must then be measured, with the cause and without.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

from hormoneviz.simulation.evidence import Grade

Kind = Literal["modelled", "not modelled", "card"]
# fmt: off
Hormone = Literal[
    "insulin", "testosterone", "estradiol", "progesterone", "growth hormone", "IGF-1", "LH", "adiponectin",
    "leptin", "resistin", "TNF", "IL-6", "fatty acids",
]
Tissue = Literal[
    "muscle", "fat", "liver", "pancreas", "gut", "blood", "brain", "pituitary", "testis", "ovary", "uterus",
    "bone marrow", "whole body",
]
# fmt: on
Species = Literal["human", "monkey", "mouse", "rat", "human cells", "mouse cells", "rat cells"]
Span = Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]
Clock = Literal["minutes", "weeks"]
Take = Literal["at", "mean", "highest", "lowest", "swing"]
Compare = Literal["percent", "ratio", "difference", "value"]
Sign = Literal["+", "-", "0", ""]
Problem = Literal["sign", "effect", "size", "time"]
"""effect: there is one, though none was found in people"""


class _Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts: a key nobody knows is an error."""


class Size(_Part, frozen=True, kw_only=True):
    """A published number."""

    of: str
    unit: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    source: str


class Counter(_Part, frozen=True, kw_only=True):
    """Evidence that speaks against the claim, or that limits it."""

    text: str = ""
    source: tuple[str, ...] = ()


class Where(_Part, frozen=True, kw_only=True):
    """Where in the program it is seen, by names that exist there."""

    scene: tuple[str, ...] = ()
    """things of the cell picture"""
    pathway: tuple[str, ...] = ()
    """nodes of the pathway panel"""
    plot: tuple[str, ...] = ()
    """plots of the minutes"""
    calendar: tuple[str, ...] = ()
    """lanes of the weeks"""
    strip: tuple[str, ...] = ()
    """organs and read-outs of the body strip"""


class Shows(_Part, frozen=True, kw_only=True):
    """The experiment: a shipped scenario, and what is otherwise with the cause and without it.

    `with` and `without` are tables of a scenario file; each one given replaces the whole table of the shipped
    scenario. What both share, they both say.
    """

    scenario: str = ""
    """file name without its ending"""
    with_: dict[str, Any] = field(name="with", default_factory=dict)
    without: dict[str, Any] = field(default_factory=dict)


class Expectation(_Part, frozen=True, kw_only=True):
    """What is measured, with the cause against without it.

    Accepted is [low, high] where it is given: the published range, the spread of the trials named, or the
    range of the target named. Else it is `published` with a third of the change either way; and where
    nothing was published, the sign alone. A change by less than a hundredth is none.
    """

    series: str
    clock: Clock = "minutes"
    """of the experiment, or of the calendar"""
    at: str
    since: str = "0 min"
    """when the cause begins"""
    over: str = ""
    """how long before `at` is looked at; since the cause began, where left out"""
    take: Take = "at"
    """which moment of that stretch; swing: highest less lowest, as a share of the mean"""
    compare: Compare = "percent"
    """with against without; value: with the cause alone"""
    scale: float = 1.0
    """from the model's unit to the published one"""
    unit: str = ""
    """the published unit, where it is not the model's"""
    sign: Sign = ""
    """0: less than a twentieth either way"""
    published: float | None = None
    low: float | None = None
    high: float | None = None
    span: tuple[str, ...] = ()
    """(earliest, latest) for half to nine tenths of the effect; that of the claim where left out"""
    steady: bool = False
    """the cause was there long before the clock started, so that there is no time to measure"""
    source: str = ""
    """of the published number"""
    target: str = ""
    """the row of the tables of targets with the same number and range: cell, hours or weeks, and its id"""
    note: str = ""
    fails: tuple[Problem, ...] = ()
    """what is known not to hold; all else must"""
    miss: str = ""
    """why; empty where everything must hold"""


class Claim(_Part, frozen=True, kw_only=True):
    """One row; `id` and `theme` are its key and its file."""

    id: str = ""
    theme: str = ""
    title: str
    text: str
    """the plain statement, at the level of the mechanism"""
    basics: str = ""
    molecular: str = ""
    kind: Kind
    reason: str = ""
    """why it is not modelled"""
    hormones: tuple[Hormone, ...] = ()
    tissue: tuple[Tissue, ...] = ()
    species: tuple[Species, ...] = ("human",)
    time: tuple[Span, ...] = ()
    span: tuple[str, ...] = ()
    """(earliest, latest) where the reading of the literature gives numbers"""
    grade: Grade
    """unknown: rhetorical or regulatory, and not graded"""
    size: tuple[Size, ...] = ()
    conditions: str = ""
    counter: Counter = field(default_factory=Counter)
    wrong: str = ""
    """what the source text got wrong"""
    source: tuple[str, ...] = ()
    where: Where = field(default_factory=Where)
    shows: Shows = field(default_factory=Shows)
    expect: tuple[Expectation, ...] = ()

    def said(self, level: str) -> str:
        """The statement at a reading level; what a level does not say is that of the mechanism."""
        own = {"basics": self.basics, "molecular": self.molecular}.get(level, "")
        return own or self.text

    @property
    def known_miss(self) -> str:
        """Why it is known not to hold, all reasons in one; empty where it must hold."""
        return "; ".join(dict.fromkeys(e.miss for e in self.expect if e.miss))
