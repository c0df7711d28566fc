"""How sure something is, in words: grade, species and tissue in which it was seen.  No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from hormoneviz.look.words import Words
from hormoneviz.simulation.evidence import Grade


def grounds(grade: Grade, species: Iterable[str], tissue: Iterable[str], words: Words) -> str:
    """As "strong evidence · human · muscle"."""
    parts = (words.say(f"grade_{grade}"), ", ".join(species), ", ".join(tissue))
    return " · ".join(filter(None, parts))
