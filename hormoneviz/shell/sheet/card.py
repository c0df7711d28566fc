"""Card: what a file says of itself, as Dublin Core with the scenario beside it, and reading that back.

The same few lines of RDF stand in the <metadata> of an SVG and in the XMP packet of a PDF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from hormoneviz import __version__
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.grades import grades_text
from hormoneviz.exchange.scenario_file import format_scenario, parse_scenario
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import UnitError
from hormoneviz.simulation.scenario import Scenario

PROGRAM: Final = f"HormoneViz {__version__}"
_OURS: Final = "urn:hormoneviz:picture:1"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PACKET: Final = re.compile(rb"<\?xpacket begin=.*?\?>(.*?)<\?xpacket end=", re.DOTALL)
_NO_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""what XML 1.0 cannot hold, or would not give back"""


@dataclass(frozen=True, slots=True)
class Card:
    """What a file shows, and under what terms."""

    title: str
    rights: str
    scenario: Scenario
    time: float
    """min"""


def rdf(card: Card) -> str:
    """The card as RDF/XML."""
    title, rights, evidence = (_line(t) for t in (card.title, card.rights, grades_text(card.scenario)))
    return f"""<rdf:RDF xmlns:rdf="{_RDF}"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:hormoneviz="{_OURS}">
<rdf:Description rdf:about="">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{PROGRAM}</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{evidence}</rdf:li></rdf:Alt></dc:description>
<hormoneviz:time>{card.time:.6g} min</hormoneviz:time>
<hormoneviz:scenario>{_toml(card.scenario)}</hormoneviz:scenario>
</rdf:Description>
</rdf:RDF>"""


def packet(card: Card) -> bytes:
    """The card as an XMP packet."""
    head = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f"""{head}
<x:xmpmeta xmlns:x="adobe:ns:meta/">
{rdf(card)}
</x:xmpmeta>
<?xpacket end="r"?>""".encode()


def scenario_of_svg(path: Path) -> tuple[Scenario, float]:
    """The scenario that an SVG of ours carries, and the moment it shows (min).

    Raises:
        BadInput: no SVG, none of ours, or one whose scenario cannot be read.
    """
    found = _read(_bytes(path), path)
    if found is None:
        raise BadInput("this is no picture", file=str(path))
    return found


def scenario_of_pdf(path: Path) -> tuple[Scenario, float]:
    """The same of a PDF, whose packet is found without reading the rest of it."""
    data = _bytes(path)
    if not data.startswith(b"%PDF"):
        raise BadInput("this is no PDF", file=str(path))
    packets = [part for part in _PACKET.findall(data) if _OURS.encode() in part]
    found = _read(packets[-1].strip(), path) if packets else None
    if found is None:
        raise BadInput("this PDF carries no scenario", file=str(path))
    return found


def moment(text: str, path: Path) -> float:
    """A time (min) that a file says; 0 where it says none."""
    try:
        return units.read(text, "time") if text else 0.0
    except UnitError as error:
        raise BadInput(f"the moment it shows cannot be read: {error}", file=str(path)) from None


def plain(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return " ".join(_NO_XML.sub(" ", text).split())


def _line(text: str) -> str:
    return escape(plain(text))


def _toml(scenario: Scenario) -> str:
    """The scenario's text; what XML cannot hold stands in it as TOML's own escapes, as it may inside the
    quotes of a string, and nowhere else can it be."""
    return escape(_NO_XML.sub(_escaped, format_scenario(scenario)))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror or error}", file=str(path)) from None


def _read(data: bytes, path: Path) -> tuple[Scenario, float] | None:
    """What is said in XML; None where it is none."""
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):  # the last two: an encoding nobody knows
        return None
    text, time = (root.findtext(f".//{{{_OURS}}}{name}", "") for name in ("scenario", "time"))
    if not text:
        raise BadInput("this picture carries no scenario", file=str(path))
    return parse_scenario(text, str(path)), moment(time, path)
