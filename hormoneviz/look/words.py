"""What things are called and what they do, in plain words, read from resources/words.

The program's code holds no text for people to read beyond error messages of the command line; a translation
is one more file beside en.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, get_args

import msgspec

from hormoneviz import resources
from hormoneviz.look.nearest import unknown

Level = Literal["basics", "mechanism", "molecular"]
"""how deep the words go: keys, locks and doors; receptor, cascade, transporter; sites, rates, units"""
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that can be shown, pointed at or plotted."""

    label: str
    """the standard term of the field, as on a figure"""
    what: str
    """what it is"""
    does: str
    """what it does here"""
    short: str = ""
    """a shorter label for crowded places; `label` where left out"""
    basics: dict[str, str] = field(default_factory=dict)
    """what is said otherwise at that level: label, what, does or short"""
    molecular: dict[str, str] = field(default_factory=dict)

    def at(self, level: Level) -> Word:
        """The word as it is said at a level; what a level does not say is that of the mechanism."""
        own = {"basics": self.basics, "molecular": self.molecular}.get(level)
        if not own:
            return self
        short = own.get("short", "" if "label" in own else self.short)
        named = (own.get("label", self.label), own.get("what", self.what), own.get("does", self.does))
        return Word(*named, short)


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    thing: dict[str, Word]
    phrase: dict[str, str] = field(default_factory=dict)
    """sentences with {named} gaps"""
    phrase_basics: dict[str, str] = field(default_factory=dict)
    """those said otherwise at that level"""
    phrase_molecular: dict[str, str] = field(default_factory=dict)
    note_basics: dict[str, str] = field(default_factory=dict)
    """a plain sentence about a shipped scenario, by its name, for that level"""
    level: Level = "mechanism"

    def at(self, level: Level) -> Words:
        """The words as they are said at a level; what a level does not say is that of the mechanism."""
        own = {"basics": self.phrase_basics, "molecular": self.phrase_molecular}.get(level, {})
        thing = {name: word.at(level) for name, word in self.thing.items()}
        return replace(self, thing=thing, phrase={**self.phrase, **own}, level=level)

    def __contains__(self, name: str) -> bool:
        return name in self.thing

    def word(self, name: str) -> Word:
        try:
            return self.thing[name]
        except KeyError:
            raise unknown("word", name, self.thing) from None

    def label(self, name: str) -> str:
        return self.word(name).label

    def short(self, name: str) -> str:
        return self.word(name).short or self.word(name).label

    def what(self, name: str) -> str:
        return self.word(name).what

    def does(self, name: str) -> str:
        return self.word(name).does

    def say(self, phrase: str, **gaps: object) -> str:
        """A phrase with its gaps filled."""
        try:
            return self.phrase[phrase].format(**gaps)
        except KeyError:
            raise unknown("phrase or gap", phrase, self.phrase) from None


@cache
def words(language: str = "en", level: Level = "mechanism") -> Words:
    """The words of a language at a reading level."""
    return _read(language).at(level)


@cache
def _read(language: str) -> Words:
    return msgspec.convert(tomllib.loads(resources.text(f"words/{language}.toml")), Words)


def format_value(value: float, unit: str) -> str:
    """A read-out: three significant digits, and a share (unit "1") as a percentage."""
    if unit == "1":
        return f"{_three_digits(100 * value)} %"
    return f"{_three_digits(value)} {unit.replace('1/', '/')}".strip()


def _three_digits(value: float) -> str:
    if value != value:
        return "–"
    size = abs(value)
    if size < 5e-4:
        return "0"
    if size >= 1e6:
        return f"{value:.2e}"
    decimals = next((d for limit, d in ((100, 0), (10, 1), (1, 2)) if size >= limit), 3)
    return f"{value:.{decimals}f}"
