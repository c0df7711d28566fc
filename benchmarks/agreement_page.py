"""What came of the comparison of engines (agreement.py), in words and as the page docs/engines.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "engines.md"
WANTED = 1e-5
EMPTY = 1e-9
"""in a species' own unit: one that never has more is an empty depot, and counts as that large"""
SMALL = 1e-3
"""of a species' own largest value: where it has less, a difference is relative to this share"""
WITHOUT, GAVE_UP = "not installed", "gave up"


@dataclass(frozen=True)
class Difference:
    """How far two programs are apart, at most."""

    of_largest: float
    """relative to the species' own largest value"""
    species: str
    """whose that is"""
    of_moment: float
    """relative to what there is at that moment, or to SMALL of the largest value"""


Found = Difference | str
"""a difference, or why there is none"""


@dataclass(frozen=True)
class Row:
    """What came out of a case."""

    name: str
    engines: tuple[Found, ...]
    everyday: Difference
    complaints: int
    """of libSBML, errors and warnings; -1 where it is not installed"""

    @property
    def agrees(self) -> bool:
        """Whether every engine that is installed ran it and agrees."""
        asked = [found for found in self.engines if found != WITHOUT]
        return bool(asked) and all(
            isinstance(found, Difference) and found.of_largest <= WANTED for found in asked
        )


def cells(row: Row) -> list[str]:
    """The row of the table."""
    said = str(row.complaints) if row.complaints >= 0 else WITHOUT
    return [row.name, *(_cell(found) for found in (*row.engines, row.everyday)), said]


def _cell(found: Found) -> str:
    return found if isinstance(found, str) else f"{found.of_largest:.1e} {found.species}"


def verdict(rows: Sequence[Row]) -> list[str]:
    """What it comes to, in sentences."""
    found = [d for row in rows for d in row.engines if isinstance(d, Difference)]
    largest = max((d.of_largest for d in found), default=0.0)
    momentary = max((d.of_moment for d in found), default=0.0)
    agree = sum(row.agrees for row in rows)
    near = sum(row.everyday.of_largest <= WANTED for row in rows)
    lost = max(rows, key=lambda row: row.everyday.of_largest)
    judged = [row.complaints for row in rows if row.complaints >= 0]
    return [
        f"{agree} of {len(rows)} runs agree to {WANTED:g} on every species, with every engine installed.",
        f"The largest difference is {largest:.1e} of a species' largest value, and {momentary:.1e} of what"
        " there is at the moment.",
        f"At our tolerances of everyday {near} of {len(rows)} runs are as near as that to the tight ones; the"
        f" furthest is {_cell(lost.everyday)} ({lost.name}).",
        f"libSBML has {sum(judged)} errors and warnings for {len(judged)} files, units checked.",
    ]


def page(rows: Sequence[Row], facts: Mapping[str, object]) -> str:
    """The page; `facts` are the versions and tolerances that TEXT names."""
    head = ["Run", "libRoadRunner", "COPASI", "ours, as in the window", "libSBML"]
    table = [head, ["---"] * len(head), *(cells(row) for row in rows)]
    return TEXT.format(
        **facts,
        date=date.today().isoformat(),
        empty=EMPTY,
        small=SMALL,
        verdict="\n".join(f"- {line}" for line in verdict(rows)),
        table="\n".join(f"| {' | '.join(line)} |" for line in table),
    )


TEXT = """# Three engines, one model

Written by `python -m benchmarks.agreement --write` on {date}, with HormoneViz {ours},
libRoadRunner {roadrunner}, COPASI {copasi} and libSBML {libsbml}; do not edit. It tells of that day: no test
runs all of it again (tests/exchange/test_engines.py takes three scenarios, where the engines are installed).
The last digits differ from machine to machine.

Every shipped scenario is written as SBML, as `hormoneviz export` does, and solved by libRoadRunner (CVODE),
by COPASI (LSODA) and by us: its experiment at every minute, and 52 weeks of its calendar on every day.

- **Tolerances**: relative {relative:g} and absolute {absolute:g}, the same for all three. So what is left
  would be a difference of meaning and not of accuracy.
- **A cell** is the largest difference of any species at any moment, relative to that species' own largest
  value in the run, and which species it is. So a species near zero is not asked for digits that nobody could
  see. One that never exceeds {empty:g} of its unit is an empty depot and counts as that large. "Of what there
  is at the moment", below, is the stricter measure: relative to the value at that very minute or day, or to
  {small:g} of the largest value where there is less.
- **As in the window** is what our own curves lose to speed: at our tolerances of everyday ({minutes:g}
  relative in an experiment, {days:g} a step in the weeks) beside ourselves at the tight ones. Curves that the
  window draws or `simulate` writes are that far from any engine, and no nearer.
- **libSBML**: errors and warnings of its consistency check, of units too.

{verdict}

{table}
"""
