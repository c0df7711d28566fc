"""Spread: how much each parameter differs from person to person, as declared in parameters/spread.toml.

By the parameter's own entry, else by its kind, else by its basis; a parameter of zero has none.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from hormoneviz import resources
from hormoneviz.kinetics.network import Basis, NetworkError, Parameter
from hormoneviz.kinetics.parameters import sources


@dataclass(frozen=True, slots=True)
class Spread:
    """How much one parameter varies, and why we say so."""

    cv: float
    """coefficient of variation of the log-normal distribution between people"""
    note: str
    source: str = ""
    """key of sources(); empty: a size of ours"""

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm."""
        return math.sqrt(math.log1p(self.cv**2))


class _Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cv: float
    note: str
    names: tuple[str, ...] = ()
    shares: bool = False
    """whether it is the kind of all parameters that end at 1"""


class _One(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cv: float
    note: str
    source: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    basis: dict[Basis, float]
    kind: dict[str, _Kind]
    one: dict[str, _One]


NONE = Spread(0.0, "zero is zero in everybody")


def spread(parameter: Parameter) -> Spread:
    """How much a parameter varies.

    Raises:
        NetworkError: the file names a source that sources.toml does not know, or a name twice.
        msgspec.ValidationError: the file has a key or value it must not have.
    """
    if parameter.value == 0.0:
        return NONE
    if (named := _named().get(parameter.name)) is not None:
        return named
    if parameter.basis != "measured" and parameter.high == 1.0 and parameter.unit == "1":
        share = next(kind for kind in _file().kind.values() if kind.shares)
        return Spread(share.cv, share.note)
    cv = _file().basis[parameter.basis]
    return Spread(cv, f"as all that are {parameter.basis}" if cv else "measured, without a spread")


@cache
def _file() -> _File:
    return msgspec.convert(tomllib.loads(resources.text("parameters/spread.toml")), _File)


@cache
def _named() -> Mapping[str, Spread]:
    found: dict[str, Spread] = {}
    for kind in _file().kind.values():
        for name in kind.names:
            if name in found:
                raise NetworkError(f"{name}: two kinds of spread")
            found[name] = Spread(kind.cv, kind.note)
    for name, one in _file().one.items():
        if one.source and one.source not in sources():
            raise NetworkError(f"spread of {name}: unknown source {one.source!r}")
        found[name] = Spread(one.cv, one.note, one.source)
    return found


def named() -> frozenset[str]:
    """The parameters that the file names."""
    return frozenset(_named())
