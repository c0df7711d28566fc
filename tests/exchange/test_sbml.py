"""SBML says what the network says: the same names, numbers, units and slopes, each switch at its time."""

from __future__ import annotations

import math as numbers
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_literals import ONE
from hormoneviz.exchange.sbml_math import Formulas
from hormoneviz.exchange.sbml_run import Run, experiment, weeks
from hormoneviz.exchange.sbml_units import Factor, factors, split, unit_id
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.parameters import sources
from hormoneviz.shell.commandline import run as command
from hormoneviz.simulation.calendar import swing
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Person, Protocol, Scenario, Therapy

SBML = {"s": "http://www.sbml.org/sbml/level3/version2/core"}
PERIMENOPAUSE = Scenario(person=Person(sex="female", age=48, stage="perimenopause"))
WEEKLY = Scenario(
    therapy=(
        Therapy("testosterone cypionate", "100 mg", "7 d", to_week=4),
        Therapy("anastrozole", "1 mg", from_week=1, to_week=3),
    )
)
RUNS = {
    "ogtt": experiment(Scenario(protocol=Protocol("ogtt"))),
    "clamp": experiment(Scenario(protocol=Protocol("clamp"))),
    "endotoxin": experiment(Scenario(protocol=Protocol("endotoxin"))),
    "dish": experiment(
        Scenario(tissue="fat", protocol=Protocol("bath", insulin="10 nM", washout_at="60 min"))
    ),
    "diabetes": experiment(Scenario(person=Person(diabetes="type 2")).with_event("40 min", {"load": 0.9})),
    "a swinging ovary": weeks(PERIMENOPAUSE, 28.0),
    "weekly injections": weeks(WEEKLY, 35.0),
}
every_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS.keys())


def model(run: Run) -> ET.Element:
    found = ET.fromstring(sbml(run)).find("s:model", SBML)
    assert found is not None
    return found


def ids(inside: ET.Element, tag: str) -> dict[str, ET.Element]:
    return {element.get("id", ""): element for element in inside.iterfind(f".//s:{tag}", SBML)}


@every_run
def test_species_parameters_and_rules_carry_the_names_and_units_of_the_csv(run: Run) -> None:
    made = model(run)
    species, parameters = ids(made, "species"), ids(made, "parameter")
    assert list(species) == [s.name for s in run.network.species]
    for name, unit in run.network.units.items():
        if name not in species:
            assert parameters[name].get("units") == unit_id(unit), name
    targets = {rule.get("variable") for rule in made.iterfind(".//s:assignmentRule", SBML)}
    assert targets == {rule.name for rule in run.network.rules} | set(run.formulas)
    assert len(ids(made, "reaction")) == len(run.network.reactions)


@every_run
def test_every_parameter_says_unit_basis_and_source(run: Run) -> None:
    parameters = ids(model(run), "parameter")
    for p in run.network.parameters:
        said = " ".join(parameters[p.name].itertext())
        assert f"{p.unit}; {p.basis}" in said
        assert not p.source or sources()[p.source] in said
        assert " ".join(p.note.split()) in " ".join(said.split())


@every_run
def test_it_starts_where_our_own_run_starts(run: Run) -> None:
    found = {
        name: float(s.get("initialConcentration", "nan")) for name, s in ids(model(run), "species").items()
    }
    assert found == dict(run.start)


def test_an_experiment_starts_from_rest_in_its_body() -> None:
    start = Film(Scenario(protocol=Protocol("ogtt"))).at(0.0).values
    assert {name: start[name] for name in RUNS["ogtt"].start} == RUNS["ogtt"].start


def test_what_is_switched_is_an_event_at_its_time() -> None:
    times = {name: [jump.time for jump in run.jumps] for name, run in RUNS.items()}
    assert times["ogtt"] == [5.0]
    assert times["clamp"] == []
    assert times["dish"] == [60.0]
    assert times["diabetes"] == [15.0, 40.0]
    assert times["weekly injections"] == [7.0, 14.0, 21.0]
    assert RUNS["ogtt"].jumps[0].set == {"eaten": 0.0}
    assert {"k_ser", "TNF", "IL6", "s_per"} <= RUNS["diabetes"].jumps[1].set.keys()
    assert len(list(model(RUNS["weekly injections"]).iterfind(".//s:event", SBML))) == 3


def test_doses_are_added_and_what_is_daily_begins_and_ends() -> None:
    share = 0.7
    first, second, third = RUNS["weekly injections"].jumps
    assert RUNS["weekly injections"].start["testosterone_ester"] == pytest.approx(100 * share)
    assert [jump.add for jump in (first, second, third)] == [
        {"testosterone_ester": pytest.approx(100 * share)}
    ] * 3
    assert [jump.set for jump in (first, second, third)] == [
        {"anastrozole_taken": 1.0},
        {},
        {"anastrozole_taken": 0.0},
    ]


def test_a_total_that_changes_takes_its_members_along() -> None:
    run = experiment(Scenario().with_event("20 min", {"IRtot": 0.5}))
    jump = next(jump for jump in run.jumps if jump.time == 20.0)
    assert jump.scale == dict.fromkeys(("IR", "IRp_pm", "IRp_in", "IR_in"), 0.5)
    assert jump.set == {"IRtot": 0.5}


def test_an_override_stands_in_the_file_and_the_note_says_what_is_usual() -> None:
    run = experiment(Scenario(parameters={"k_endo": 0.25}))
    (element,) = (p for name, p in ids(model(run), "parameter").items() if name == "k_endo")
    assert element.get("value") == "0.25"
    assert "the value is that of this scenario" in " ".join(element.itertext())


def test_units_are_taken_apart() -> None:
    assert factors("1") == factors("a.u.") == ()
    assert factors("mg/kg/min") == (
        Factor("gram", 1, -3, 1.0),
        Factor("gram", -1, 3, 1.0),
        Factor("second", -1, 0, 60.0),
    )
    assert factors("pM/min per mg/dL")[-2:] == (Factor("gram", -1, -3, 1.0), Factor("litre", 1, -1, 1.0))
    assert factors("dL2/mg2/d2")[0] == Factor("litre", 2, -1, 1.0)
    assert [split(unit) for unit in ("pM", "mg/kg", "1", "mg")] == [
        ("pmol", "L"),
        ("mg", "kg"),
        ("1", "1"),
        ("mg", "1"),
    ]
    with pytest.raises(ValueError, match="unknown unit"):
        factors("furlong")


def test_units_keep_apart_in_their_names() -> None:
    runs = [RUNS["ogtt"], RUNS["dish"], RUNS["weekly injections"], RUNS["a swinging ovary"]]
    units = {unit for run in runs for unit in run.network.units.values() if factors(unit)}
    assert len({unit_id(unit) for unit in units}) == len(units)


def test_a_formula_outside_the_grammar_is_refused() -> None:
    formulas = Formulas({"x": ONE, "y": ONE, "z": ONE}, str)
    with pytest.raises(SyntaxError):
        formulas.math("x if y else z", ONE)
    with pytest.raises(KeyError):
        formulas.math("eval(x)", ONE)


def test_a_name_with_signs_of_xml_and_control_characters_is_still_a_document() -> None:
    made = model(experiment(Scenario(name='<&"\x07>', note="a\x00b")))
    assert made.get("name") == '<&">'


# What libSBML makes of it: its own reading, its own judgement.


def judged(run: Run) -> Any:
    return pytest.importorskip("libsbml").readSBMLFromString(sbml(run))


def faults(document: Any) -> list[str]:
    """All that libSBML finds in every category it has, units and good practice among them."""
    import libsbml

    for name in dir(libsbml):
        if name.startswith("LIBSBML_CAT_") and name.endswith(("CONSISTENCY", "MODEL", "PRACTICE")):
            document.setConsistencyChecks(getattr(libsbml, name), True)
    document.checkConsistency()
    return [document.getError(i).getMessage() for i in range(document.getNumErrors())]


@every_run
def test_libsbml_finds_no_fault_and_no_unit_that_disagrees(run: Run) -> None:
    assert faults(judged(run)) == []


def test_libsbml_is_really_asked_about_units() -> None:
    libsbml = pytest.importorskip("libsbml")
    wrong = sbml(RUNS["ogtt"]).replace('sbml:units="mg_per_dL_for_mM"', 'sbml:units="kg"')
    assert any("unit" in fault for fault in faults(libsbml.readSBMLFromString(wrong)))


@every_run
def test_the_slopes_that_libsbml_reads_are_ours(run: Run) -> None:
    """Everything is read back from the file, at the start and at a state that nobody rests in."""
    document = judged(run)
    runner = compiled(run.network)
    parameters = runner.ordered(run.parameters)
    for factor, time in ((1.0, 0.0), (1.3, 11.0)):
        state = {name: value * factor + 0.01 * (factor - 1) for name, value in run.start.items()}
        read = _slopes(document.getModel(), state, time)
        given = tuple(_input(run, i.name, time) for i in run.network.inputs)
        ours = runner.rhs(time, np.array(list(state.values())), parameters, lambda _t, given=given: given)
        assert list(read.values()) == pytest.approx(ours, rel=1e-9, abs=1e-12)


def _input(run: Run, name: str, time: float) -> float:
    """What an input is at a time before the first jump, by our own functions."""
    if name == "ovary_swing" and run.formulas:
        return next(e.value for e in run.extras) * swing(time)
    if name in run.formulas:
        base, rise, peak = (
            next(e.value for e in run.extras if e.name == f"{name}_{p}") for p in ("base", "rise", "peak")
        )
        return base + rise * (time / peak) * numbers.exp(1 - time / peak)
    return run.inputs[name]


def _slopes(read: Any, state: dict[str, float], time: float) -> dict[str, float]:
    """Slopes of all species by the file's own parameters, rules, laws and function definitions."""
    scope: dict[str, Any] = {"exp": numbers.exp, "ln": numbers.log, "sin": numbers.sin, "time": time}
    scope |= {"max": max, "min": min, "piecewise": _piecewise}
    for function in read.getListOfFunctionDefinitions():
        arguments = ", ".join(function.getArgument(i).getName() for i in range(function.getNumArguments()))
        scope[function.getId()] = eval(f"lambda {arguments}: {_python(function.getBody())}", scope)
    scope |= {c.getId(): c.getSize() for c in read.getListOfCompartments()}
    scope |= {p.getId(): p.getValue() for p in read.getListOfParameters() if p.isSetValue()}
    scope |= state
    for rule in read.getListOfRules():
        scope[rule.getVariable()] = eval(_python(rule.getMath()), scope)
    slopes = dict.fromkeys(state, 0.0)
    for reaction in read.getListOfReactions():
        law = eval(_python(reaction.getKineticLaw().getMath()), scope)
        for sign, references in ((-1, reaction.getListOfReactants()), (1, reaction.getListOfProducts())):
            for reference in references:
                slopes[reference.getSpecies()] += sign * reference.getStoichiometry() * law
    return slopes


def _piecewise(value: float, holds: bool, otherwise: float) -> float:
    return value if holds else otherwise


def _python(node: Any) -> str:
    """libSBML's tree of a formula as Python, by way of its own words: the kinds of nodes are no numbers any
    more once libSEDML is loaded beside it."""
    import libsbml

    settings = libsbml.L3ParserSettings()
    settings.setParseUnits(False)
    return str(libsbml.formulaToL3StringWithSettings(node, settings)).replace("^", "**")


# The verb.


@pytest.mark.parametrize("entry", library(), ids=lambda entry: entry.path.stem)
def test_every_shipped_scenario_is_exported(entry: ScenarioEntry, tmp_path: Path) -> None:
    out = tmp_path / "model.xml"
    assert command(["export", entry.path.stem, "--out", str(out)]) == 0
    made = ET.parse(out).getroot().find("s:model", SBML)
    assert made is not None
    assert made.get("name") == entry.scenario.name
    film = Film(entry.scenario)
    assert set(ids(made, "species")) <= set(film.units_of_series)


def test_a_calendar_is_exported_for_as_long_as_asked(tmp_path: Path) -> None:
    out = tmp_path / "model.xml"
    assert command(["export", "TRT, week 26", "--calendar", "--until", "4 wk", "--out", str(out)]) == 0
    made = ET.parse(out).getroot().find("s:model", SBML)
    assert made is not None
    assert list(ids(made, "species")) == [s.name for s in calendar("male").species]
    assert len(ids(made, "event")) == 3


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--out", "a.zip"], "expected a file ending in .xml (SBML), .omex (COMBINE archive) or .csv"),
        (["--out", "a.txt"], "expected a file ending in .xml"),
        (["--out", "a.xml", "--until", "4 wk"], "--until goes with --calendar"),
        (["--out", "a.xml", "--calendar", "--until", "900 wk"], "expected at most 3650 d"),
        (["--out", "a.xml", "--set", "k_endu=1"], 'did you mean "k_endo"?'),
    ],
)
def test_a_bad_export_is_told_and_writes_nothing(
    arguments: list[str], part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command(["export", "13-ogtt-healthy", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert part in line
    assert list(tmp_path.iterdir()) == []


def test_an_export_without_a_place_is_refused() -> None:
    with pytest.raises(SystemExit) as ended:
        command(["export", "13-ogtt-healthy"])
    assert ended.value.code == 2
