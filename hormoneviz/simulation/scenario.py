"""Scenario: the frozen value that holds all a run depends on.

It is the save file, the undo history and the replay.
The shapes here are those of the scenario file (docs/model.md, "Scenario files").  Quantities stay text with a
unit ("100 nM") as the user wrote them; `units.read` turns them into numbers where they are used.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Tissue = Literal["muscle", "fat"]
Level = Literal["low", "normal", "high"]
Stance = Literal["sceptical", "middle", "optimistic"]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Week = Annotated[float, Meta(ge=0.0, le=520.0)]
Settings = dict[str, float | str]


class _Value(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all parts: frozen, and a key nobody knows is an error."""


class Person(_Value, frozen=True):
    """Whose cell it is."""

    sex: Literal["male", "female"] = "male"
    age: Annotated[int, Meta(ge=18, le=100)] = 30
    stage: Literal["young adult", "andropause", "perimenopause", "menopause", "PCOS"] = "young adult"
    body: Literal["lean", "overweight", "obese"] = "lean"
    diabetes: Literal["none", "type 2"] = "none"


class Hormones(_Value, frozen=True):
    """Hormonal states; a level is a word, or a plasma concentration with its unit ("300 ng/dL")."""

    testosterone: str = "normal"
    estradiol: str = "normal"
    progesterone: str = "normal"
    growth_hormone: str = "normal"


class Inflammation(_Value, frozen=True):
    """The inflammatory load, ordinal: 0.05 lean and healthy, 0.5 obese and resistant, 1 endotoxin."""

    load: Share = 0.05


class Evidence(_Value, frozen=True):
    """Which trials to believe where they disagree."""

    stance: Stance = "middle"


class Protocol(_Value, frozen=True):
    """The experiment on the clock, starting at time 0 from rest.

    A bath is a cell in a dish; every other kind has the body around the cell. `glucose` is an amount that is
    eaten (meal, ogtt), or a concentration (of the bath, or held by a clamp). `insulin` is the concentration
    in the bath, or at which plasma is held.
    """

    kind: Literal[
        "fasting", "bath", "meal", "ogtt", "clamp", "gh_infusion", "lipid_infusion", "endotoxin"
    ] = "meal"
    insulin: str | None = None
    washout_at: str | None = None
    glucose: str | None = None
    fatty_acids: str | None = None
    rate: str | None = None
    """of an insulin infusion, on top of the body's own"""
    gh: str | None = None
    """by how much an infusion of growth hormone would in the end raise its level"""
    until: str | None = None
    """when the infusion of growth hormone or lipids ends"""
    tnf: str | None = None
    """peak of TNF after endotoxin"""


class Event(_Value, frozen=True):
    """From `at` on, `set` holds: hormone levels, load, insulin, or parameters by name."""

    at: str
    set: Settings


class Therapy(_Value, frozen=True):
    """A drug over some weeks of the calendar; agents are those of resources/therapies."""

    agent: str
    dose: str
    every: str | None = None
    """time from dose to dose; without it, what is injected or implanted is given once, all else daily"""
    from_week: Week = 0.0
    to_week: Week | None = None
    route: str | None = None


class Scenario(_Value, frozen=True):
    """Everything a run depends on: equal scenarios make equal films."""

    format: Literal[1] = 1
    name: str = "Untitled"
    seed: Annotated[int, Meta(ge=0, le=2**53)] = 1
    tissue: Tissue = "muscle"
    vesicles: Annotated[int, Meta(ge=100, le=5000)] = 500
    duration: str = "180 min"
    note: str = ""
    person: Person = Person()
    hormones: Hormones = Hormones()
    inflammation: Inflammation = Inflammation()
    evidence: Evidence = Evidence()
    protocol: Protocol = Protocol()
    event: tuple[Event, ...] = ()
    week: Week = 0.0
    """the day of the calendar on which the experiment is run"""
    therapy: tuple[Therapy, ...] = ()
    parameters: dict[str, float] = {}

    def with_event(self, at: str, settings: Settings) -> Scenario:
        """The same scenario with one more event; one at the very same time takes the new settings in."""
        same = next((e for e in self.event if e.at == at), None)
        rest = tuple(e for e in self.event if e is not same)
        merged = Event(at, {**(same.set if same else {}), **settings})
        return msgspec.structs.replace(self, event=(*rest, merged))
