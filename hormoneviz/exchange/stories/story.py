"""Story: a lesson as data, beat by beat (resources/stories, or a lecturer's own file).

A beat may set or change the scenario, move time and camera, point at things, show a twin, cover a plot, ask.
What it does not mention stays as the beat before left it; captions alone do not stay.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from hormoneviz.simulation.scenario import Settings

Stop = Literal["", "whole", "membrane", "vesicle"]
TwinKind = Literal["", "none", "healthy", "untreated", "week 0", "unchanged"]
Clock = Literal["minutes", "weeks"]
Relation = Literal["higher", "lower", "same"]


class _Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts: a key nobody knows is an error."""


class Said(_Part, frozen=True, kw_only=True):
    """Text at three reading levels, as Markdown."""

    text: str
    """at the level of the mechanism"""
    basics: str = ""
    molecular: str = ""

    def at(self, level: str) -> str:
        """The text at a reading level; what a level does not say is that of the mechanism."""
        return {"basics": self.basics, "molecular": self.molecular}.get(level, "") or self.text


class Fact(_Part, frozen=True, kw_only=True):
    """What a caption states, as something that can be measured at the end of its beat."""

    of: str
    """a series of the film, or of the calendar"""
    clock: Clock = "minutes"
    at: str = ""
    """a time; that of the beat's end where left out"""
    is_: Relation | Literal[""] = field(name="is", default="")
    than: str = ""
    """a time of the same film ("0 min"), or a kind of twin ("healthy")"""
    by: Annotated[float, Meta(gt=0.0)] = 0.05
    """by what share of it, at least; for "same": at most"""
    low: float | None = None
    high: float | None = None
    """the value itself, in the model's unit"""


class Question(_Part, frozen=True, kw_only=True):
    """What the class is asked, and what is right."""

    ask: Said
    choices: tuple[str | Said, ...] = ()
    """each a text, or a table of its texts at the three levels"""
    answer: int = 0
    """which of the choices, counted from 1"""
    why: str = ""

    def offered(self, level: str) -> tuple[str, ...]:
        """The choices at a reading level."""
        return tuple(each if isinstance(each, str) else each.at(level) for each in self.choices)

    def right(self, level: str) -> str:
        """The right choice with its number; empty where there is none to choose from."""
        return f"{self.answer}. {self.offered(level)[self.answer - 1]}" if self.choices else ""


class Beat(_Part, frozen=True, kw_only=True):
    """One step of a lesson."""

    title: str
    say: Said
    notes: str = ""
    """for the presenter alone"""
    scenario: str = ""
    """a shipped one, by the name of its file without the ending; it begins anew"""
    change: dict[str, Any] = field(default_factory=dict)
    """tables and keys of the scenario file; each one given replaces the whole of it"""
    toggle: Settings = field(default_factory=dict)
    """switches and parameters from this moment of the film on"""
    at: str = ""
    """where the film stands; where the beat before left it, if left out"""
    until: str = ""
    """plays on to there; stands still where left out"""
    speed: Annotated[float, Meta(gt=0.0, le=600.0)] = 10.0
    """minutes of the film per second over one: 1 is a minute a second, as on the slider"""
    look: Stop = ""
    point: tuple[str, ...] = ()
    """things by their names in scene, pathway or plots"""
    tab: str = ""
    """the tab to bring to the front, by its name"""
    twin: TwinKind = ""
    cover: str = ""
    """the quantity whose future is covered, to be predicted"""
    question: Question | None = None
    facts: tuple[Fact, ...] = ()


class Teacher(_Part, frozen=True, kw_only=True):
    """The teacher's page."""

    minutes: Annotated[int, Meta(ge=1, le=180)]
    aims: tuple[str, ...]
    misconceptions: tuple[str, ...] = ()
    explore: str
    """the question at the end, for students alone"""
    answer: str
    """to it"""


class Story(_Part, frozen=True, kw_only=True):
    """A lesson."""

    title: str
    about: str
    """in a sentence"""
    source: tuple[str, ...] = ()
    """claims (by id) that it rests on"""
    teacher: Teacher
    beat: tuple[Beat, ...]
