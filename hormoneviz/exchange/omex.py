"""COMBINE archive of a run: the model (SBML), what to do with it (SED-ML), the scenario as our own program
reads it, and who made it. The same run gives the same bytes."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from hormoneviz import __version__
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_annotations import RDF
from hormoneviz.exchange.sbml_run import Run
from hormoneviz.exchange.scenario_file import format_scenario, parse_scenario
from hormoneviz.exchange.sedml import sedml
from hormoneviz.simulation.scenario import Scenario

_SPECIFICATION: Final = "http://identifiers.org/combine.specifications/"
MANIFEST: Final = "http://identifiers.org/combine.specifications/omex-manifest"
_FORMATS: Final = {
    ".": f"{_SPECIFICATION}omex",
    "./manifest.xml": MANIFEST,
    "./model.xml": f"{_SPECIFICATION}sbml.level-3.version-2",
    "./simulation.sedml": f"{_SPECIFICATION}sed-ml",  # with level and version COPASI passes it over
    "./scenario.toml": "http://purl.org/NET/mediatypes/application/toml",
    "./metadata.rdf": f"{_SPECIFICATION}omex-metadata",
}
_DAY: Final = (2020, 1, 1, 0, 0, 0)
"""of every file inside: when it was written is no part of a run"""


def archive(run: Run, scenario: Scenario) -> bytes:
    """The archive, as a file's bytes.

    Raises:
        ValueError: a name that SBML needs is taken by the network, or a unit is unknown.
    """
    texts = {
        "manifest.xml": _manifest(),
        "model.xml": sbml(run),
        "simulation.sedml": sedml(run, "model.xml"),
        "scenario.toml": format_scenario(scenario),
        "metadata.rdf": _metadata(run),
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, text in texts.items():
            packed.writestr(ZipInfo(name, _DAY), text, ZIP_DEFLATED)
    return made.getvalue()


def scenario_of_archive(path: Path) -> Scenario:
    """The scenario that an archive of ours carries.

    Raises:
        BadInput: the file cannot be read, is no such archive, or its scenario is wrong.
    """
    try:
        with ZipFile(path) as packed:
            text = packed.read("scenario.toml").decode()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror or error}", file=str(path)) from None
    except (BadZipFile, KeyError, ValueError, zlib.error):
        raise BadInput("this archive carries no scenario", file=str(path)) from None
    return parse_scenario(text, str(path))


def _manifest() -> str:
    root = Element("omexManifest", xmlns=MANIFEST)
    for location, form in _FORMATS.items():
        element = SubElement(root, "content", location=location, format=form)
        if location.endswith(".sedml"):
            element.set("master", "true")
    return _written(root)


def _metadata(run: Run) -> str:
    root = Element("rdf:RDF", {"xmlns:rdf": RDF, "xmlns:dc": "http://purl.org/dc/terms/"})
    about = SubElement(root, "rdf:Description", {"rdf:about": "."})
    SubElement(about, "dc:title").text = run.name
    SubElement(about, "dc:description").text = " ".join(run.note.split()) or run.name
    SubElement(about, "dc:creator").text = f"HormoneViz {__version__}"
    return _written(root)


def _written(root: Element) -> str:
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
