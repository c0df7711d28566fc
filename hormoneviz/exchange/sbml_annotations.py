"""What the names of an SBML file stand for: registries' identifiers (MIRIAM) and terms of the Systems Biology
Ontology, from resources/annotations.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element, SubElement

import msgspec

from hormoneviz import resources

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BQBIOL: Final = "http://biomodels.net/biology-qualifiers/"
_QUALIFIERS: Final = {"is": "is", "version_of": "isVersionOf", "part_of": "isPartOf"}

PARAMETER, PROCESS = 2, 375
"""SBO: quantitative systems description parameter, process"""
COMPARTMENT, REACTANT, PRODUCT, MODIFIER = 290, 10, 11, 19
"""SBO: physical compartment, reactant, product, modifier"""


class Meaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a name stands for."""

    is_: tuple[str, ...] = msgspec.field(default=(), name="is")
    version_of: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    sbo: int = 0
    """number of its term in the Systems Biology Ontology; 0 for none"""
    none: str = ""
    """why no registry has it"""


class Meanings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    species: Mapping[str, Meaning]
    input: Mapping[str, Meaning]
    reaction: Mapping[str, Meaning]


@cache
def meanings() -> Meanings:
    """All annotations.

    Raises:
        msgspec.ValidationError: the file has a key or value it must not have.
    """
    return msgspec.toml.decode(resources.text("annotations.toml"), type=Meanings)


def annotate(element: Element, meaning: Meaning, kind: int = 0) -> None:
    """Give an element its term (`kind` where the meaning has none) and, after notes, its identifiers."""
    set_term(element, meaning.sbo or kind)
    given = {"is": meaning.is_, "version_of": meaning.version_of, "part_of": meaning.part_of}
    if not any(given.values()):
        return
    meta = f"meta_{element.get('id')}"
    element.set("metaid", meta)
    root = Element("annotation")
    description = SubElement(
        SubElement(root, "rdf:RDF", {"xmlns:rdf": RDF, "xmlns:bqbiol": BQBIOL}),
        "rdf:Description",
        {"rdf:about": f"#{meta}"},
    )
    for key, names in given.items():
        if names:
            bag = SubElement(SubElement(description, f"bqbiol:{_QUALIFIERS[key]}"), "rdf:Bag")
            for name in names:
                SubElement(bag, "rdf:li", {"rdf:resource": f"https://identifiers.org/{name}"})
    element.insert(1 if len(element) and element[0].tag == "notes" else 0, root)


def set_term(element: Element, number: int) -> None:
    """Say what kind of thing an element is, by its number in the Systems Biology Ontology; 0 says nothing."""
    if number:
        element.set("sboTerm", f"SBO:{number:07d}")
