"""Every parameter with value, unit, basis and source: docs/parameters.md; and how many rest on what.

Written by `python -m benchmarks.model_doc --write` from resources/parameters, as the program reads them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hormoneviz.kinetics import fasting
from hormoneviz.kinetics.calendar_parameters import calendar_parameters
from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.parameters import CELLS, body_parameters, parameters, sources

BASES = ("measured", "fitted", "assumption")
Columns = Mapping[str, Sequence[Parameter]]
"""by heading: the same parameters for different kinds of cell or both sexes"""
_CELL_HEADS = ("fat", "muscle", "fat, type 2", "muscle, type 2")
_HEAD = """# The parameters

Written by `python -m benchmarks.model_doc --write` from `resources/parameters`; a test keeps it current.
`hormoneviz parameters` prints the same. *Measured*: a source states the value. *Fitted*: chosen so that the
model follows the data that its source names; many other choices would fit as well. *Assumption*: no data
behind the size; the note says why this value. Where they stand: [equations.md](equations.md).
A column after the first says only what differs from the first.
"""


def tables() -> Mapping[str, Columns]:
    """Every parameter once: cell, body, and what the calendar has of its own."""
    borrowed = {p.name for p in fasting.parameters()}
    calendar = {
        head: [p for p in calendar_parameters(sex) if p.name not in borrowed]
        for head, sex in (("men", "male"), ("women", "female"))
    }
    return {
        "The cell": dict(zip(_CELL_HEADS, map(parameters, CELLS), strict=True)),
        "The body of the hours": {"value": body_parameters()},
        "The calendar": calendar,
    }


def document() -> str:
    """docs/parameters.md."""
    found = tables()
    parts = [f"## {title}\n\n{_table(columns)}" for title, columns in found.items()]
    cited = sorted({p.source for columns in found.values() for p in next(iter(columns.values())) if p.source})
    references = "\n".join(f"- `{key}`: {sources()[key]}" for key in cited)
    return "\n\n".join([_HEAD.rstrip(), *parts, f"## Sources\n\n{references}"]) + "\n"


def _table(columns: Columns) -> str:
    """A column for each kind; a value that is that of the first is left out."""
    heads = ("name", *columns, "unit", "basis", "source", "what it is, and why")
    lines = [heads, ["---"] * len(heads)]
    for same in zip(*columns.values(), strict=True):
        p = same[0]
        values = [f"{q.value:.4g}" if i == 0 or q.value != p.value else "" for i, q in enumerate(same)]
        lines.append((f"`{p.name}`", *values, p.unit, p.basis, p.source, p.note.replace("|", "/")))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def basis_counts() -> str:
    """How many parameters rest on what."""
    lines = [("", *BASES, "all"), ["---"] + ["--:"] * (len(BASES) + 1)]
    for title, columns in tables().items():
        count = Counter(p.basis for p in next(iter(columns.values())))
        lines.append((title, *(str(count[basis]) for basis in BASES), str(count.total())))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
