"""libRoadRunner and COPASI, where they are installed, find the courses that we find: docs/engines.md.

pip install --group engines (pip 25.1 or newer)
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks import other_engines
from benchmarks.agreement import Case, apart, cases, tight, with_copasi, with_roadrunner
from benchmarks.agreement_page import PAGE, WANTED, Difference
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.library import library
from hormoneviz.exchange.omex import archive
from hormoneviz.exchange.sbml_run import experiment
from hormoneviz.simulation import ode, steady
from hormoneviz.simulation.film import Film

CHOSEN = ("03", "16", "22")
"""a wash-out, an input that follows a course, weekly injections"""
CASES = [case for entry in library() if entry.path.stem[:2] in CHOSEN for case in cases(entry)]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_libroadrunner_finds_our_courses(case: Case) -> None:
    pytest.importorskip("roadrunner")
    found = with_roadrunner(case, case.tight())
    assert isinstance(found, Difference), found
    assert found.of_largest <= WANTED, found


@every_case
def test_copasi_finds_our_courses(case: Case) -> None:
    pytest.importorskip("COPASI")
    found = with_copasi(case, case.tight())
    assert isinstance(found, Difference), found
    assert found.of_largest <= WANTED, found


def test_copasi_opens_the_archive_and_its_experiment_gives_our_curves(tmp_path: Path) -> None:
    """As a user would: nothing is set; length, points and tolerances are those of the archive."""
    copasi = pytest.importorskip("COPASI")
    scenario = find_scenario("13-ogtt-healthy")
    run, film, file = experiment(scenario), Film(scenario), tmp_path / "a.omex"
    file.write_bytes(archive(run, scenario))
    model = copasi.CRootContainer.addDatamodel()
    assert model.openCombineArchive(str(file))
    names = other_engines.species_of(run)
    theirs = other_engines.copasi_courses(model.getTask("Time-Course"), names, 181)
    copasi.CRootContainer.removeDatamodel(model)
    with tight():
        ours = film.series(names, np.arange(181.0))
    assert apart(theirs, ours).of_largest <= WANTED


def test_differences_are_of_the_largest_value_and_of_the_moment() -> None:
    ours = {"a": np.array([0.0, 1.0, 100.0]), "empty": np.zeros(3)}
    theirs = {"a": np.array([0.0, 1.01, 100.0]), "empty": np.full(3, 1e-15)}
    found = apart(theirs, ours)
    assert (found.species, found.of_largest) == ("a", pytest.approx(1e-4))
    assert found.of_moment == pytest.approx(1e-2)


def test_a_course_that_is_no_number_is_no_agreement() -> None:
    with pytest.raises(AssertionError):
        apart({"a": np.array([np.nan])}, {"a": np.ones(1)})


def test_our_tolerances_of_everyday_come_back() -> None:
    before = ode.RELATIVE, ode.ABSOLUTE, steady.RELATIVE
    with tight():
        within = ode.RELATIVE, ode.ABSOLUTE, steady.RELATIVE
    assert within == (1e-10, 1e-12, 1e-10)
    assert before == (ode.RELATIVE, ode.ABSOLUTE, steady.RELATIVE)


def test_the_page_has_every_shipped_scenario() -> None:
    """What the numbers were on its day is not tried again here; that none is left out is."""
    lines = [line.split("|")[1].strip() for line in PAGE.read_text("utf-8").splitlines() if line[:1] == "|"]
    wanted = [f"{e.path.stem}, {what}" for e in library() for what in ("experiment", "52 weeks")]
    assert lines[2:] == wanted
