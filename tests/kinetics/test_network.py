"""A network refuses to contradict itself; the shipped ones go through every reader."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.insulin import NETWORK, network
from hormoneviz.kinetics.network import (
    Conserved,
    Input,
    Network,
    NetworkError,
    Parameter,
    Reaction,
    Rule,
    Species,
    evaluate,
)
from hormoneviz.kinetics.parameters import CELLS, sources
from hormoneviz.kinetics.traffic import COMPARTMENTS

K = Parameter("k", 2.0, "1/min", "measured", source="somebody2000")
TOTAL = Parameter("total", 1.0, "1", "assumption", note="a unit")
THERE = Reaction("there", ("A",), ("B",), Formula("k * A"))
BACK = Reaction("back", ("B",), ("A",), Formula("dose * B"))
GOOD: dict[str, Any] = {
    "name": "two boxes",
    "species": (Species("A", "1", start="total"), Species("B", "1")),
    "inputs": (Input("dose", "1/min"),),
    "parameters": (K, TOTAL),
    "rules": (Rule("ratio", Formula("A / total"), "1"), Rule("twice", Formula("2 * ratio"), "1")),
    "reactions": (THERE, BACK),
    "conserved": (Conserved("total", ("A", "B")),),
    "discrete": ("there", "back"),
}


def rate(text: str) -> tuple[Reaction, ...]:
    return (replace(THERE, rate=Formula(text)), BACK)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"species": (*GOOD["species"], Species("A", "1"))}, "A: declared twice"),
    ({"inputs": (Input("A", "1"),)}, "A: declared twice"),
    ({"parameters": (K, K, TOTAL)}, "k: declared twice"),
    ({"rules": (Rule("k", Formula("A"), "1"),)}, "k: declared twice"),
    ({"reactions": (THERE, BACK, BACK)}, "back: declared twice"),
    ({"rules": (Rule("odd", Formula("A * nobody"), "1"),)}, "rule odd: nobody is not declared"),
    ({"rules": GOOD["rules"][::-1]}, r"rule twice: ratio is not declared \(or comes later\)"),
    ({"rules": (Rule("loop", Formula("loop"), "1"),)}, "rule loop: loop is not declared"),
    ({"reactions": rate("nobody * A")}, "reaction there: nobody is not declared"),
    ({"reactions": (replace(THERE, produces=("C",)), BACK)}, "reaction there: C is no species"),
    ({"reactions": (replace(THERE, consumes=("k",)), BACK)}, "reaction there: k is no species"),
    ({"species": (Species("A", "1", start="B"), Species("B", "1"))}, "start of A: B is not declared"),
    ({"parameters": (replace(K, unit=""), TOTAL)}, "k: no unit"),
    ({"parameters": (replace(K, source=""), TOTAL)}, "k: measured, but no source"),
    ({"parameters": (replace(K, basis="fitted", source=""), TOTAL)}, "k: fitted, but no source"),
    ({"parameters": (K, replace(TOTAL, note=""))}, "total: an assumption needs a note"),
    ({"parameters": (replace(K, value=-1.0), TOTAL)}, r"k: -1.0 is outside 0.0 \.\. inf"),
    ({"parameters": (replace(K, value=float("nan")), TOTAL)}, "k: nan is outside"),
    ({"reactions": (replace(THERE, produces=("B", "B")), BACK)}, "there: does not conserve total"),
    ({"reactions": (replace(THERE, produces=()), BACK)}, "there: does not conserve total"),
    ({"conserved": (Conserved("nobody", ("A", "B")),)}, "nobody: .* no parameter"),
    ({"conserved": (Conserved("total", ("A", "B", "C")),)}, "total: C is no species"),
    ({"reactions": rate("k * A * A")}, r"there: .* is not first order in A"),
    ({"reactions": rate("k * A + dose")}, r"there: .* is not first order in A"),
    ({"reactions": rate("saturation(A, k)")}, r"there: .* is not first order in A"),
    ({"reactions": (replace(THERE, consumes=("A", "A"), produces=("B", "B")), BACK)}, "there: a discrete"),
    ({"discrete": ("there", "nowhere")}, "nowhere: no such reaction"),
]


def test_what_does_not_contradict_itself_is_accepted() -> None:
    assert Network(**GOOD).units == {
        **{"A": "1", "B": "1", "dose": "1/min", "k": "1/min", "total": "1"},
        **{"ratio": "1", "twice": "1"},
    }


@pytest.mark.parametrize(("change", "message"), BAD, ids=[message for _, message in BAD])
def test_a_contradiction_is_refused_by_its_name(change: dict[str, Any], message: str) -> None:
    with pytest.raises(NetworkError, match=f"^{message}"):
        Network(**GOOD | change)


def test_the_effect_of_a_reaction_is_net() -> None:
    assert Reaction("catalysis", ("A", "E"), ("B", "E"), Formula("A*E")).effect == {"A": -1, "B": 1}


@pytest.mark.parametrize("cell", CELLS)
def test_every_shipped_network_goes_through_every_reader(cell: str) -> None:
    net = network(cell)
    runner = compiled(net)
    parameters = runner.ordered({})
    state = runner.start(parameters) + 0.01
    dose = (100.0, 5.0, 1.0, 1.2, 0.44)
    inputs = np.array([dose, dose]).T
    courses = np.array([state, state]).T
    assert np.isfinite(runner.rhs(0.0, state, parameters, lambda t: dose)).all()
    assert np.isfinite(runner.jacobian(0.0, state, parameters, lambda t: dose)).all()
    assert (runner.propensities(courses, parameters, inputs) >= 0).all()
    read = runner.read(courses, parameters, inputs)
    assert set(read) == {part.name for part in (*net.species, *net.inputs, *net.rules)}
    assert all(np.isfinite(values).all() for values in read.values())
    assert set(read) < set(net.units)


@pytest.mark.parametrize("cell", CELLS)
def test_every_parameter_says_where_it_comes_from(cell: str) -> None:
    for parameter in network(cell).parameters:
        assert parameter.unit
        if parameter.basis == "assumption":
            assert parameter.note, parameter.name
        else:
            assert parameter.source in sources(), parameter.name


def test_the_kinds_of_cell_differ_in_their_numbers_only() -> None:
    for cell in CELLS:
        net = network(cell)
        assert (net.species, net.rules, net.reactions) == (NETWORK.species, NETWORK.rules, NETWORK.reactions)
        assert [p.name for p in net.parameters] == [p.name for p in NETWORK.parameters]
    assert len({network(cell).parameters for cell in CELLS}) == len(CELLS)


def test_the_cell_has_27_states_and_16_traffic_events() -> None:
    assert len(NETWORK.species) == 27
    assert len(NETWORK.discrete) == 16
    assert [s.name for s in NETWORK.species if s.part_of == "traffic"] == list(COMPARTMENTS)
    assert {s.part_of for s in NETWORK.species} == {"signalling", "inflammation", "traffic"}


def test_every_parameter_is_read_by_something() -> None:
    formulas = [*(r.rate for r in NETWORK.reactions), *(r.formula for r in NETWORK.rules)]
    read = frozenset[str]().union(
        *(f.names for f in formulas), *(Formula(s.start).names for s in NETWORK.species)
    )
    assert {p.name for p in NETWORK.parameters} <= read


def test_insulin_reaches_the_traffic_through_two_numbers_alone() -> None:
    signalling = {s.name for s in NETWORK.species if s.part_of != "traffic"}
    names = {rule.name: rule.formula.names for rule in NETWORK.rules}
    for event in NETWORK.discrete:
        behind = set(NETWORK.by_reaction[event].rate.names)
        while more := {n for name in behind - {"r", "q"} for n in names.get(name, ())} - behind:
            behind |= more
        assert not behind & signalling, event


def test_a_formula_needs_a_number_for_each_name() -> None:
    with pytest.raises(KeyError):
        evaluate(Formula("a * b"), {"a": 1.0})
