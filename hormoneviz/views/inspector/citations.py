"""Citations: the full references of what a text names in passing, as "Rajan 2016" or "Reactome 1445148"."""

from __future__ import annotations

import re
import unicodedata

from hormoneviz.kinetics.parameters import sources

CITED = re.compile(r"([A-Z][^\W\d_]+(?:[- ][A-Z][^\W\d_]+)?)(?: & [A-Z][^\W\d_]+)? ((?:19|20)\d\d)\b")
"""first author (or journal) and year"""


def key_of(author: str, year: str) -> str:
    """The key of a reference in resources/parameters: letters of the first author, and the year."""
    plain = unicodedata.normalize("NFKD", author)
    return "".join(c for c in plain if c.isascii() and c.isalpha()).lower() + year


def references(text: str) -> list[str]:
    """What the text cites, in full, each once; KeyError for one that no source file knows."""
    keys = dict.fromkeys(key_of(*found) for found in CITED.findall(text))
    return [sources()[key] for key in keys]
