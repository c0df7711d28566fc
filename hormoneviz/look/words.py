"""What things are called and what they do, in plain words, read from resources/words.

The program's code holds no text for people to read beyond error messages of the command line; a translation
is one more file beside en.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache

import msgspec

from hormoneviz import resources
from hormoneviz.look.nearest import unknown


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


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    thing: dict[str, Word]
    phrase: dict[str, str] = field(default_factory=dict)
    """sentences with {named} gaps"""

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
def words(language: str = "en") -> Words:
    """The words of a language."""
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
