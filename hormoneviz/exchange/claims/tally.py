"""What the model makes of every claim: a verdict for each, counts by grade and verdict, and the numbers in
words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.claims.measure import Bench, Finding
from hormoneviz.simulation.evidence import Grade

Verdict = Literal["hit", "known miss", "MISS", "met now", "not modelled", "card"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
_TIMES: Final = ((525960.0, "y"), (10080.0, "wk"), (1440.0, "d"), (60.0, "h"), (1.0, "min"))


@dataclass(frozen=True, slots=True)
class Result:
    """One claim with everything that was measured for it; nothing was, where it is not modelled."""

    claim: Claim
    findings: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """MISS: something does not hold that is not on file; known miss: all that does not hold is; met now:
        something that is on file as missed holds."""
        if self.claim.kind != "modelled":
            return self.claim.kind
        if any(set(f.problems) - set(f.expectation.fails) for f in self.findings):
            return "MISS"
        if not all(f.as_filed for f in self.findings):
            return "met now"
        return "hit" if all(f.hit for f in self.findings) else "known miss"


def measured(claims: Iterable[Claim]) -> Iterator[Result]:
    """Each claim with what the model does; scenarios that several claims share are run once."""
    bench = Bench()
    for claim in claims:
        yield Result(claim, bench.findings(claim) if claim.kind == "modelled" else ())


def counts(results: Sequence[Result]) -> Mapping[Grade, Mapping[Verdict, int]]:
    """How many claims of each grade have each verdict."""
    found = Counter((r.claim.grade, r.verdict) for r in results)
    return {grade: {verdict: found[grade, verdict] for verdict in VERDICTS} for grade in GRADES}


def expectation_counts(results: Sequence[Result]) -> tuple[int, int]:
    """(held, all) single expectations."""
    findings = [f for r in results for f in r.findings]
    return sum(f.hit for f in findings), len(findings)


def what(finding: Finding) -> str:
    """What is compared, such as "HOMA_IR at 84 d, %"."""
    e = finding.expectation
    unit = {"percent": "change in %", "ratio": "fold"}.get(e.compare, e.unit)
    taken = "" if e.take == "at" else f"{e.take} to "
    return f"{e.series}, {taken}{e.at}" + (f", {unit}" if unit else "")


def wanted(finding: Finding) -> str:
    """What is accepted: a range, a sign, or both."""
    sign = {"+": "up", "-": "down", "0": "no change", "": ""}[finding.expectation.sign]
    low, high = finding.low, finding.high
    if math.isinf(low) and math.isinf(high):
        return sign
    if math.isinf(high):
        ranged = f"{low:.3g} or more"
    else:
        ranged = f"{high:.3g} or less" if math.isinf(low) else f"{low:.3g} to {high:.3g}"
    return f"{sign}, {ranged}" if sign else ranged


def ours(finding: Finding) -> str:
    """What the model gives; beyond a hundredfold, or from nothing, only that it is so."""
    value = finding.found
    if finding.expectation.compare == "percent" and value > 10_000:
        return "from next to nothing"
    return f"{value:.3g}"


def when(finding: Finding) -> str:
    """When half to nine tenths of the effect are there, against when they are expected; empty where no time
    is measured."""
    if finding.half is None or finding.most is None:
        return ""
    early, late = finding.span
    return f"{_time(finding.half)} to {_time(finding.most)} ({_time(early)} to {_time(late)})"


def _time(minutes: float) -> str:
    size, unit = next(((s, u) for s, u in _TIMES if minutes >= 2 * s), (1.0, "min"))
    number = minutes / size
    return f"{number:.0f} {unit}" if number >= 10 else f"{number:.2g} {unit}"
