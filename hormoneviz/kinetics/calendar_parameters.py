"""The parameters of the calendar as declared in resources/parameters: a value for men, one for women where it
differs, unit, basis, source. Those of the fasting balance are the body's own (body.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal

import msgspec

from hormoneviz import resources
from hormoneviz.kinetics import fasting
from hormoneviz.kinetics.network import Basis, NetworkError, Parameter
from hormoneviz.kinetics.parameters import sources

FILES = ("calendar", "person")
"""what is true of every body; what makes a person"""


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One table of the files."""

    value: float
    women: float | None = None
    unit: str
    basis: Basis
    note: str
    source: str = ""
    low: float = 0.0
    high: float = float("inf")


@cache
def calendar_parameters(sex: Literal["male", "female"]) -> tuple[Parameter, ...]:
    """Every parameter of the calendar with its value in that sex.

    Raises:
        NetworkError: a parameter cites a source that sources.toml does not know.
        msgspec.ValidationError: a file has a key or value it must not have.
    """
    found = []
    for file in FILES:
        rows = tomllib.loads(resources.text(f"parameters/{file}.toml"))
        for name, row in msgspec.convert(rows, dict[str, _Row]).items():
            if row.source and row.source not in sources():
                raise NetworkError(f"{name}: unknown source {row.source!r}")
            value = row.women if sex == "female" and row.women is not None else row.value
            found.append(Parameter(name, value, row.unit, row.basis, row.source, row.note, row.low, row.high))
    return (*found, *fasting.parameters())
