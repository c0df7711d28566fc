"""Annotations, SED-ML and COMBINE archives: complete, consistent, the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.omex import archive
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_annotations import meanings
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.exchange.scenario_file import parse_scenario
from hormoneviz.exchange.sedml import NAMESPACE, sedml
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.shell.commandline import run as command

SCENARIO = find_scenario("13-ogtt-healthy")
RUN = experiment(SCENARIO)
SED = {"d": NAMESPACE}
SBML = {"sbml": "http://www.sbml.org/sbml/level3/version2/core"}
NETWORKS = [
    RUN.network,
    experiment(find_scenario("03-fat-cell-dish-washout")).network,
    *(calendar(sex) for sex in ("male", "female")),
]


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.name)
def test_every_species_says_what_it_is_or_why_it_is_in_no_registry(network) -> None:
    known = meanings().species
    for species in network.species:
        meaning = known[species.name]
        assert bool(meaning.is_ or meaning.version_of) != bool(meaning.none), species.name


def test_nothing_is_annotated_that_no_network_has() -> None:
    species = {s.name for network in NETWORKS for s in network.species}
    inputs = {i.name for network in NETWORKS for i in network.inputs}
    reactions = {r.name for network in NETWORKS for r in network.reactions}
    assert set(meanings().species) <= species
    assert set(meanings().input) <= inputs
    assert set(meanings().reaction) <= reactions


def test_libsbml_reads_the_annotations_as_they_were_meant() -> None:
    libsbml = pytest.importorskip("libsbml")
    model = libsbml.readSBMLFromString(sbml(RUN)).getModel()
    for species in (model.getSpecies(i) for i in range(model.getNumSpecies())):
        meaning = meanings().species[species.getId()]
        terms = [species.getCVTerm(i) for i in range(species.getNumCVTerms())]
        found = {t.getResourceURI(k) for t in terms for k in range(t.getNumResources())}
        wanted = (*meaning.is_, *meaning.version_of, *meaning.part_of)
        assert found == {f"https://identifiers.org/{name}" for name in wanted}, species.getId()
        assert species.getSBOTerm() == (meaning.sbo or -1)


@pytest.mark.parametrize("run", [RUN, weeks(find_scenario("22-trt-week-26"), 28.0)], ids=lambda run: run.name)
def test_sedml_asks_for_what_the_sbml_has_at_our_times(run: Run) -> None:
    made, model = ET.fromstring(sedml(run, "model.xml")), ET.fromstring(sbml(run))
    course = made.find(".//d:uniformTimeCourse", SED)
    assert course is not None
    assert float(course.get("outputEndTime", "")) == run.until
    assert int(course.get("numberOfSteps", "")) == round(run.until)
    for variable in made.iterfind(".//d:variable", SED):
        target = variable.get("target")
        if target is None:
            assert variable.get("symbol") == "urn:sedml:symbol:time"
        else:  # the XPath, from the root that it names
            inside = target.removeprefix("/sbml:sbml/")
            assert len(model.findall(inside, SBML)) == 1, target
    shown = {data.get("label") for data in made.iterfind(".//d:dataSet", SED)}
    assert {"time", *(s.name for s in run.network.species), *(r.name for r in run.network.rules)} <= shown


@pytest.mark.parametrize("run", [RUN, weeks(find_scenario("22-trt-week-26"), 28.0)], ids=lambda run: run.name)
def test_libsedml_finds_no_fault(run: Run) -> None:
    document = pytest.importorskip("libsedml").readSedMLFromString(sedml(run, "model.xml"))
    assert [document.getError(i).getMessage() for i in range(document.getNumErrors())] == []
    assert document.getNumTasks() == 1
    assert document.getSimulation(0).getOutputEndTime() == run.until


def test_libcombine_opens_the_archive(tmp_path: Path) -> None:
    file = tmp_path / "a.omex"
    file.write_bytes(archive(RUN, SCENARIO))
    opened = pytest.importorskip("libcombine").CombineArchive()
    assert opened.initializeFromArchive(str(file))
    assert opened.getMasterFile().getLocation() == "./simulation.sedml"
    assert opened.extractEntryToString("./model.xml") == sbml(RUN)
    assert opened.getMetadataForLocation(".").getDescription() == " ".join(SCENARIO.note.split())


def test_an_archive_holds_what_its_manifest_says_and_the_scenario_itself() -> None:
    with ZipFile(BytesIO(archive(RUN, SCENARIO))) as packed:
        files = {f"./{name}": packed.read(name).decode() for name in packed.namelist()}
    listed = ET.fromstring(files["./manifest.xml"])
    assert {content.get("location") for content in listed} == {".", *files}
    assert [c.get("location") for c in listed if c.get("master")] == ["./simulation.sedml"]
    assert files["./model.xml"] == sbml(RUN)
    assert parse_scenario(files["./scenario.toml"], "scenario.toml") == SCENARIO


def test_the_same_run_is_the_same_file(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.omex", "b.omex")]
    for path in paths:
        assert command(["export", "02-meal-inflamed", "--out", str(path)]) == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()
