"""Code for many lanes: the same numbers as the scalar code and as linear algebra, for every network."""

from __future__ import annotations

import numpy as np
import pytest

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.elimination import factors, jacobian, order_of, solved
from hormoneviz.kinetics.expressions import Graph
from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.lanes import lanes
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.kinetics.network import Network

NETWORKS = (network("fat"), cell_in_body("muscle"), calendar("male"), calendar("female"))
N = 5


def drawn(found: Network) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Parameters [P, N], inputs [I, N] and states [S, N] around the usual ones."""
    random = np.random.default_rng(4)
    usual = np.array(compiled(found).ordered({}))[:, None]
    parameters = usual * random.uniform(0.7, 1.4, (len(usual), N))
    inputs = random.uniform(0.0, 2.0, (len(found.inputs), N))
    return parameters, inputs, random.uniform(0.1, 2.0, (len(found.species), N))


@pytest.mark.parametrize("found", NETWORKS, ids=[found.name for found in NETWORKS])
def test_lanes_agree_with_the_scalar_code(found: Network) -> None:
    code, scalar, size = lanes(found), compiled(found), len(found.species)
    parameters, inputs, states = drawn(found)
    right = np.random.default_rng(5).normal(size=(size, N))
    constants = code.constants(parameters)
    given = code.inputs(constants, inputs)
    slopes = np.array(code.slopes(states, constants, given))
    rows = code.linear(states, constants, given, 0.7)
    solutions = np.array(code.solve(rows[size:], right))
    assert np.array(rows[:size]) == pytest.approx(slopes, rel=1e-14)
    for lane in range(N):
        values, seen = parameters[:, lane].tolist(), tuple(inputs[:, lane].tolist())
        arguments = (0.0, states[:, lane], values, lambda _t, seen=seen: seen)
        assert slopes[:, lane] == pytest.approx(scalar.rhs(*arguments), rel=1e-11, abs=1e-11)
        matrix = 0.7 * np.eye(size) - scalar.jacobian(*arguments)
        expected = np.linalg.solve(matrix, right[:, lane])
        assert solutions[:, lane] == pytest.approx(expected, rel=1e-8, abs=1e-10)


def test_a_held_species_stays() -> None:
    found = calendar("male")
    code = lanes(found, ("testosterone", "estradiol"))
    parameters, inputs, states = drawn(found)
    free = np.ones((2, N))
    free[0, 2] = 0.0
    constants = code.constants(np.vstack([parameters, free]))
    slopes = np.array(code.slopes(states, constants, code.inputs(constants, inputs)))
    place = [s.name for s in found.species].index("testosterone")
    assert slopes[place, 2] == 0.0
    assert np.all(slopes[place, [0, 1, 3, 4]] != 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "a*b/(a + c)",
        "saturation(a**2, b) - positive(b - c)*a",
        "power(a, c)*exp(-b)/log(a + 2)",
        "maximum(a, b*c) + minimum(a*a, b)",
        "(a + b)**3 - (a*c)**0.5",
        "a - (b - a) - (-c)*b",
    ],
)
def test_derivatives_are_those_of_the_formula(text: str) -> None:
    graph, formula, values = Graph(), Formula(text), {"a": 1.3, "b": 0.6, "c": 2.1}
    known = {name: graph.name(name) for name in values}
    output = graph.formula(formula.tree, known)
    found = jacobian(graph, [output], ["a", "b"])
    for place, name in enumerate(("a", "b")):
        expected = formula.derivative(name)
        scope = {"np": np}
        node = found.get((0, place), graph.zero)
        assert _value(graph, node, values) == pytest.approx(
            _value(graph, graph.formula(expected.tree, known), values), rel=1e-12
        ), (name, scope)


def _value(graph: Graph, node: int, values: dict[str, float]) -> float:
    done: dict[int, float] = {}
    for part in graph.needed([node]):
        leaf = graph.leaf(part)
        if leaf is not None:
            done[part] = values[leaf] if isinstance(leaf, str) else leaf
        else:
            code = graph.code(part, [f"({done[p]!r})" for p in graph.parts(part)])
            done[part] = float(eval(code, {"np": np}))
    return done[node]


def test_equal_expressions_are_one() -> None:
    graph = Graph()
    known = {name: graph.name(name) for name in "ab"}
    one, other = (graph.formula(Formula(text).tree, known) for text in ("a*b + 1", "1 + b*a"))
    assert one == other
    assert graph.formula(Formula("a - a + 0*b").tree, known) == graph.zero


def test_elimination_begins_where_it_fills_least() -> None:
    size = 6
    arrow = {(0, i) for i in range(size)} | {(i, 0) for i in range(size)}
    assert order_of(arrow, size)[:-2] == (1, 2, 3, 4)  # the hub last, or beside the last
    graph = Graph()
    matrix = {place: graph.number(5.0 if place[0] == place[1] else 1.0) for place in arrow}
    matrix |= {(i, i): graph.number(5.0 + i) for i in range(size)}
    found = factors(graph, matrix, size)
    assert len(found.lower) == len(found.upper) == size - 1
    dense = np.array(
        [
            [_value(graph, matrix[i, j], {}) if (i, j) in matrix else 0.0 for j in range(size)]
            for i in range(size)
        ]
    )
    right = np.arange(1.0, size + 1)
    unknowns = solved(graph, found, [graph.number(b) for b in right.tolist()])
    assert [_value(graph, u, {}) for u in unknowns] == pytest.approx(np.linalg.solve(dense, right), rel=1e-12)
