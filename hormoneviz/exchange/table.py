"""Tables out: curves as CSV for a spreadsheet, listings as aligned text for a person or JSON for a script."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hormoneviz.exchange.files import write_whole

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One series of a CSV file; the header reads `name [unit]`."""

    name: str
    unit: str
    values: Sequence[float]


def write_csv(columns: Sequence[Column], out: Path | str, grades: str = "") -> None:
    """Write the columns, all of one length and the first one time, to the file `out`, or to standard output
    for "-". `grades` says how sure the switches are that the numbers hang on (exchange.grades).

    Raises:
        OutputFailed: the file cannot be written.
    """
    data = csv_text(columns, grades)
    if str(out) == "-":
        # Bytes, because a text stream would turn the line ends into those of the system.
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        write_whole(out, data)


def csv_text(columns: Sequence[Column], grades: str = "") -> str:
    """The CSV itself; numbers carry ten significant digits, more than the solver's own accuracy. Grades, if
    there are any, are a last column, the same in each row: the head stays the first line for every reader."""
    last = [grades] if grades else []
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([*(f"{column.name} [{column.unit}]" for column in columns), *(last and ["evidence"])])
    for numbers in zip(*(column.values for column in columns), strict=True):
        writer.writerow([*(f"{number:.10g}" for number in numbers), *last])
    return buffer.getvalue()


def table_text(rows: Sequence[Row]) -> str:
    """The rows under one heading, columns aligned; the first row says which columns there are."""
    if not rows:
        return ""
    heads = list(rows[0])
    lines = [heads, *([_plain(row.get(head)) for head in heads] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "".join("  ".join(cells).rstrip() + "\n" for cells in padded)


def json_text(rows: Sequence[Row]) -> str:
    """The rows as a JSON list of objects."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
