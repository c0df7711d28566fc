"""Runs every modelled claim with its cause and without and prints what came out, hits and misses alike, then
what is not modelled, what is only a card, and what the source texts got wrong.

python -m benchmarks.claims_table [--write]

--write puts the same into docs/claims.md. `hormoneviz claims --check` prints the measured part.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from hormoneviz.exchange.claims.library import claims
from hormoneviz.exchange.claims.measure import Finding
from hormoneviz.exchange.claims.tally import (
    VERDICTS,
    Result,
    counts,
    expectation_counts,
    measured,
    ours,
    wanted,
    what,
    when,
)

DOCUMENT = Path(__file__).parents[1] / "docs" / "claims.md"
HEAD = ("id", "claim", "evidence", "what", "wanted", "ours", "when (expected)", "")
OURS, WHEN = HEAD.index("ours"), HEAD.index("when (expected)")
"""the columns which the last digit of a solver may move"""


def found() -> list[Result]:
    """Every claim, measured where it is modelled."""
    return list(measured(claims().values()))


def rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """One for each expectation; id, title and grade stand in a claim's first."""
    return [row for result in results for row in _of_claim(result)]


def _of_claim(result: Result) -> Iterator[tuple[str, ...]]:
    claim = result.claim
    told = (claim.id, claim.title, f"{claim.grade} ({', '.join(claim.species)})")
    for place, f in enumerate(result.findings):
        verdict = "hit" if f.hit else f"**miss** ({', '.join(f.problems)})"
        head = told if place == 0 else ("", "", "")
        yield (*head, what(f), wanted(f), ours(f), when(f), verdict)


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Markdown."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def count_table(results: Sequence[Result]) -> str:
    """Claims by grade and verdict."""
    by_grade = counts(results)
    body = [[grade, *(str(by[v]) for v in VERDICTS), str(sum(by.values()))] for grade, by in by_grade.items()]
    total = [sum(by[v] for by in by_grade.values()) for v in VERDICTS]
    return table(("evidence", *VERDICTS, "all"), [*body, ["all", *map(str, total), str(len(results))]])


def misses(results: Sequence[Result]) -> Iterator[tuple[Result, Finding]]:
    """Every expectation that does not hold, with its claim."""
    for result in results:
        for finding in result.findings:
            if not finding.hit:
                yield result, finding


def document(results: Sequence[Result]) -> str:
    """docs/claims.md."""
    held, every = expectation_counts(results)
    reasons = "\n".join(
        f"- {r.claim.id}, {what(f)} ({', '.join(f.problems)}): {f.expectation.miss or 'no reason on file'}"
        for r, f in misses(results)
    )
    plain = [r.claim for r in results if r.claim.kind == "not modelled"]
    cards = [r.claim for r in results if r.claim.kind == "card"]
    wrong = [r.claim for r in results if r.claim.wrong]
    return f"""# The claims, and what the model makes of them

Written by `python -m benchmarks.claims_table --write`; a test keeps it current. The {len(results)} claims are
what the texts that this program grew from say, restated (`resources/claims`; `hormoneviz claims` lists them).
Every modelled one is run with its cause and without. *Wanted* is the sign and, where a size was published,
the range of the trials or of the target with the same number ([body-targets.md](body-targets.md),
[cell-fit.md](cell-fit.md)), else a third of the change either way. *When*: from half of the effect to nine
tenths of it, and in brackets when it is said to come. The stretch must overlap; a change under a hundredth is
none. Of a claim that better evidence contradicts, what that evidence shows is tested. A hit says that the
model does as was said, not that it is so: many of these numbers were fitted or put in, as those tables tell.

{held} of {every} expectations hold. A claim is a hit if all of its expectations are; a miss has its reason.

{count_table(results)}

## Modelled
{table(HEAD, rows(results))}

## Missed, and why
{reasons}

## Not modelled
{table(("id", "claim", "evidence", "why not"), [(c.id, c.title, c.grade, c.reason) for c in plain])}

## Cards of information
{table(("id", "claim", "why not modelled"), [(c.id, c.title, c.reason) for c in cards])}

## What the source texts got wrong
{table(("id", "claim", "what is wrong"), [(c.id, c.title, c.wrong) for c in wrong])}
"""


def main() -> None:
    """Print the document; misses are news, not a failure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put it into docs/claims.md too")
    asked = parser.parse_args()
    text = document(found())
    print(text)
    if asked.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
