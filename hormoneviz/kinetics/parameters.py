"""The parameters of cell and body as declared in resources/parameters: value (for each kind of cell), unit,
basis, source.

They are data, not code, because the fits (benchmarks/fit_cell.py, fit_body.py) write the fitted ones and a
reader of the table should not have to read Python.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

import msgspec

from hormoneviz import resources
from hormoneviz.kinetics.network import Basis, NetworkError, Parameter

CELLS = ("fat", "muscle", "t2d_fat", "t2d_muscle")
_INHERITS = {"fat": ("fat",), "muscle": ("muscle", "fat"), "t2d_fat": ("t2d_fat", "fat")}
_INHERITS["t2d_muscle"] = ("t2d_muscle", "muscle", "fat")


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every table of a parameter file says."""

    unit: str
    basis: Basis
    note: str
    source: str = ""
    low: float = 0.0
    high: float = float("inf")


class _BodyRow(_Table, frozen=True, kw_only=True):
    """One table of body.toml."""

    value: float


class _Row(_Table, frozen=True, kw_only=True):
    """One table of cell.toml; a kind of cell that is not named takes the value of the one it inherits
    from."""

    fat: float
    muscle: float | None = None
    t2d_fat: float | None = None
    t2d_muscle: float | None = None

    def value_in(self, cell: str) -> float:
        """The value in that kind of cell."""
        given = (getattr(self, kind) for kind in _INHERITS[cell])
        return float(next(v for v in given if v is not None))


@cache
def sources() -> Mapping[str, str]:
    """Full reference by citation key."""
    files = ("sources", "calendar_sources")
    return {
        key: text
        for f in files
        for key, text in tomllib.loads(resources.text(f"parameters/{f}.toml")).items()
    }


@cache
def parameters(cell: str = "fat") -> tuple[Parameter, ...]:
    """Every parameter with its value in that kind of cell: 'fat', 'muscle', 't2d_fat' or 't2d_muscle'.

    Raises:
        NetworkError: a parameter cites a source that sources.toml does not know.
        msgspec.ValidationError: the file has a key or value it must not have.
    """
    rows = _rows("cell", _Row)
    return tuple(_parameter(name, row, row.value_in(cell)) for name, row in rows.items())


@cache
def body_parameters() -> tuple[Parameter, ...]:
    """Every parameter of the body.

    Raises:
        NetworkError, msgspec.ValidationError: as for `parameters`.
    """
    return tuple(_parameter(name, row, row.value) for name, row in _rows("body", _BodyRow).items())


_AnyRow = TypeVar("_AnyRow", bound=_Table)


def _rows(file: str, kind: type[_AnyRow]) -> dict[str, _AnyRow]:
    tables = msgspec.convert(tomllib.loads(resources.text(f"parameters/{file}.toml")), dict[str, object])
    found = {name: msgspec.convert(table, kind) for name, table in tables.items()}
    for name, row in found.items():
        if row.source and row.source not in sources():
            raise NetworkError(f"{name}: unknown source {row.source!r}")
    return found


def _parameter(name: str, row: _Table, value: float) -> Parameter:
    return Parameter(name, value, row.unit, row.basis, row.source, row.note, row.low, row.high)
