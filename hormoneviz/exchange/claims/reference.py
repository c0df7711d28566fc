"""References: what a citation key stands for, with the identifiers that its entry names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from hormoneviz import resources
from hormoneviz.exchange.errors import BadInput
from hormoneviz.kinetics.parameters import sources
from hormoneviz.simulation.errors import nearest

REFERENCES: Final = "claims/references.toml"
_PMID, _PMC = re.compile(r"PMID (\d+)"), re.compile(r"PMC\d+")
_DOI = re.compile(r"\b10\.\d{4,}/[^\s,;)]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the tables in resources; an identifier that nobody gave us is empty."""

    key: str
    text: str
    pmid: str
    pmc: str
    doi: str

    @property
    def link(self) -> str:
        """Where it can be read; empty where no identifier is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmc}/" if self.pmc else ""


@cache
def references() -> Mapping[str, str]:
    """Full reference by citation key: those of parameters and therapies, and those that only claims cite."""
    return {**sources(), **tomllib.loads(resources.text(REFERENCES))}


def reference(key: str) -> Reference:
    """The entry of that citation key.

    Raises:
        BadInput: there is none; it offers the nearest.
    """
    text = references().get(key)
    if text is None:
        raise BadInput(f'unknown source "{key}"', nearest=nearest(key, references()))
    pmid = _PMID.search(text)
    pmc, doi = _PMC.search(text), _DOI.search(text)
    return Reference(key, text, pmid[1] if pmid else "", pmc[0] if pmc else "", doi[0] if doi else "")
