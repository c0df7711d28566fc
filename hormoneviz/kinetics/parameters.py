"""The parameters of the cell as declared in resources/parameters: value for each kind of cell, unit, basis,
source.

They are data, not code, because the fit (benchmarks/fit_cell.py) writes the fitted ones and a reader of the
table should not have to read Python.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

from hormoneviz import resources
from hormoneviz.kinetics.network import Basis, NetworkError, Parameter

CELLS = ("fat", "muscle", "t2d_fat", "t2d_muscle")
_INHERITS = {"fat": ("fat",), "muscle": ("muscle", "fat"), "t2d_fat": ("t2d_fat", "fat")}
_INHERITS["t2d_muscle"] = ("t2d_muscle", "muscle", "fat")


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of cell.toml; a kind of cell that is not named takes the value of the one it inherits
    from."""

    fat: float
    unit: str
    basis: Basis
    note: str
    source: str = ""
    muscle: float | None = None
    t2d_fat: float | None = None
    t2d_muscle: float | None = None
    low: float = 0.0
    high: float = float("inf")

    def value(self, cell: str) -> float:
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
    table = msgspec.convert(tomllib.loads(resources.text("parameters/cell.toml")), dict[str, _Row])
    for name, row in table.items():
        if row.source and row.source not in sources():
            raise NetworkError(f"{name}: unknown source {row.source!r}")
    return tuple(
        Parameter(name, row.value(cell), row.unit, row.basis, row.source, row.note, row.low, row.high)
        for name, row in table.items()
    )
