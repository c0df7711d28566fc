"""Which claims a reader asks for: by hormone or topic, evidence, tissue, time scale, and by any word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Final, Literal, get_args

from hormoneviz.exchange.claims.claim import Claim, Hormone, Kind, Span, Tissue
from hormoneviz.look.words import LEVELS
from hormoneviz.simulation.evidence import Grade

Status = Literal["hit", "miss", "not_modelled", "card"]
HORMONES: Final[tuple[str, ...]] = get_args(Hormone)
GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
TISSUES: Final[tuple[str, ...]] = get_args(Tissue)
SPANS: Final[tuple[str, ...]] = get_args(Span)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; whatever is empty lets everything through."""

    topic: str = ""
    """a hormone, or the theme of a claim"""
    evidence: str = ""
    """a grade, or a status"""
    tissue: str = ""
    time: str = ""
    text: str = ""
    """words that all must occur, in whatever order"""

    @property
    def anything(self) -> bool:
        """Whether nothing is asked for."""
        return not any(getattr(self, field.name).strip() for field in fields(self))

    def fits(self, claim: Claim) -> bool:
        """Whether the claim is such a one."""
        return (
            self.topic in ("", claim.theme, *claim.hormones)
            and self.evidence in ("", claim.grade, status(claim))
            and self.tissue in ("", *claim.tissue)
            and self.time in ("", *claim.time)
            and all(word in _told(claim) for word in self.text.lower().split())
        )


def status(claim: Claim) -> Status:
    """What the model makes of it, as on file; tests/exchange/test_claims.py holds the file to it."""
    if claim.kind == "card":
        return "card"
    if claim.kind == "not modelled":
        return "not_modelled"
    return "miss" if claim.known_miss else "hit"


def found(claims: Iterable[Claim], wanted: Wanted) -> list[Claim]:
    """The claims that fit, in their order, with those first that can be shown, and the cards last."""
    return sorted(
        (claim for claim in claims if wanted.fits(claim)), key=lambda claim: KINDS.index(claim.kind)
    )


def _told(claim: Claim) -> str:
    """All that can be searched, in small letters; at every level, since a reader may know either word."""
    said = (claim.said(level) for level in LEVELS)
    return " ".join((claim.id, claim.title, *said, *claim.hormones, *claim.tissue)).lower()
