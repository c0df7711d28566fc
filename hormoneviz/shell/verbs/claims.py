"""`hormoneviz claims`: what the source texts say, how sure it is, and whether the model does so."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec

from hormoneviz.exchange.claims.claim import Claim, Hormone, Span, Tissue
from hormoneviz.exchange.claims.library import claims as all_claims
from hormoneviz.exchange.claims.reference import reference
from hormoneviz.exchange.claims.tally import (
    GRADES,
    VERDICTS,
    Result,
    Verdict,
    counts,
    expectation_counts,
    measured,
    ours,
    wanted,
    what,
    when,
)
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.table import Cell, Row, json_text, table_text
from hormoneviz.simulation.errors import nearest

LEVELS = ("basics", "mechanism", "molecular")
"""as look/words.py has them, which would bring Qt; a test compares"""


def claims(options: Namespace) -> int:
    """List the claims asked for, or run them; 1 if one does not hold and nobody said why."""
    chosen = _chosen(options)
    if options.check:
        return _check(chosen, as_json=options.json)
    if options.json:
        sys.stdout.write(json_text([_full(claim) for claim in chosen]))
    elif options.id and len(chosen) == 1:
        sys.stdout.write(_card(chosen[0], options.level))
    else:
        sys.stdout.write(table_text([_row(claim) for claim in chosen]))
        print(f"\n{len(chosen)} claims" if chosen else "no claim is like that")
    return 0


def _chosen(options: Namespace) -> list[Claim]:
    """The claims that pass every filter.

    Raises:
        BadInput: a filter asks for something that no claim can be.
    """
    known = all_claims()
    allowed = {
        "hormone": ("hormones", get_args(Hormone)),
        "grade": ("grade", GRADES),
        "tissue": ("tissue", get_args(Tissue)),
        "time": ("time", get_args(Span)),
        "id": ("id", tuple(known)),
    }
    if options.level not in LEVELS:
        raise BadInput(f'--level: there is no "{options.level}"', nearest=nearest(options.level, LEVELS))
    found = list(known.values())
    for name, (field, values) in allowed.items():
        asked = getattr(options, name)
        if asked is None:
            continue
        if asked not in values:
            raise BadInput(f'--{name}: no claim has "{asked}"', nearest=nearest(asked, values))
        found = [claim for claim in found if asked in _values(claim, field)]
    return found


def _values(claim: Claim, field: str) -> Sequence[str]:
    value: Any = getattr(claim, field)
    return (value,) if isinstance(value, str) else tuple(value)


def _row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "grade": claim.grade,
        "kind": claim.kind,
        "species": ", ".join(claim.species),
        "tissue": ", ".join(claim.tissue),
        "claim": claim.title,
    }


def _full(claim: Claim) -> Row:
    """Everything on file, as JSON; references in full."""
    plain: dict[str, Any] = msgspec.to_builtins(claim)
    return {**plain, "references": {key: reference(key).text for key in claim.source}}


def _card(claim: Claim, level: str) -> str:
    """All of one claim for a reader."""
    lines = [f"{claim.id}  {claim.title}", f"evidence: {claim.grade} ({', '.join(claim.species)})"]
    lines += ["", claim.said(level)]
    if claim.kind != "modelled":
        lines.append(f"{claim.kind}: {claim.reason}")
    told = (("conditions", claim.conditions), ("against it", claim.counter.text), ("source", claim.wrong))
    lines += [f"{name}: {text}" for name, text in told if text]
    if claim.shows.scenario:
        lines.append(f"shown by: {claim.shows.scenario}")
    lines += ["", *(f"- {reference(key).text}" for key in claim.source)]
    return "\n".join(lines).rstrip() + "\n"


def _check(chosen: Sequence[Claim], *, as_json: bool) -> int:
    """Run every modelled claim with its cause and without, and tell what came out."""
    results = []
    rows: list[Row] = []
    for result in measured(chosen):
        results.append(result)
        rows += _rows(result)
    if as_json:
        sys.stdout.write(json_text(rows))
    else:
        sys.stdout.write(table_text(rows))
        print(f"\n{told(results)}")
    return int(any(result.verdict == "MISS" for result in results))


def _rows(result: Result) -> list[Row]:
    return [
        {
            "id": result.claim.id,
            "grade": result.claim.grade,
            "what": what(finding),
            "wanted": wanted(finding),
            "ours": ours(finding),
            "when (expected)": when(finding),
            "verdict": "hit" if finding.hit else f"miss: {', '.join(finding.problems)}",
        }
        for finding in result.findings
    ]


def told(results: Sequence[Result]) -> str:
    """The counts by grade and verdict, and every miss with its reason."""
    table: list[Row] = [_counted(grade, by) for grade, by in counts(results).items()]
    total = {v: sum(by[v] for by in counts(results).values()) for v in VERDICTS}
    table.append(_counted("all", total))
    held, every = expectation_counts(results)
    missed = [
        f"{r.claim.id} {what(f)}: {f.expectation.miss or 'no reason on file'}"
        for r in results
        for f in r.findings
        if not f.hit
    ]
    stale = [
        f"{r.claim.id} is met now: take its miss off the list" for r in results if r.verdict == "met now"
    ]
    held_line = f"{held} of {every} expectations held"
    return "\n".join([table_text(table), held_line, *(["", "Missed:", *missed] if missed else []), *stale])


def _counted(grade: str, by: Mapping[Verdict, int]) -> Row:
    """One line of the table of counts."""
    numbers: dict[str, Cell] = {verdict: by[verdict] for verdict in VERDICTS}
    return {"grade": grade, **numbers, "all": sum(by.values())}
