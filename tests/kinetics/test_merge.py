"""The cell in the body: one network that contradicts nothing either of the two says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hormoneviz.kinetics.body import GAINS, body
from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.merge import cell_in_body, merged
from hormoneviz.kinetics.network import Input, NetworkError
from hormoneviz.kinetics.parameters import CELLS, sources

AROUND = {"eaten": 0.0, "TNF": 1.5, "IL6": 1.2}


@pytest.mark.parametrize("cell", CELLS)
def test_the_cells_inputs_are_rules_of_the_body(cell: str) -> None:
    both = cell_in_body(cell)
    rules, inputs = {r.name for r in both.rules}, [i.name for i in both.inputs]
    assert {"insulin", "glucose", "FFA"} <= rules
    assert "TNF" in inputs
    assert "IL6" in inputs
    assert not rules & set(inputs)
    assert both.discrete == network(cell).discrete


def test_the_body_runs_the_same_with_and_without_a_cell_in_it() -> None:
    alone, both = compiled(body()), compiled(cell_in_body("muscle"))
    given = {"eaten": 5000.0, "insulin_target": 300.0, **AROUND}

    def slopes(runner: object) -> dict[str, float]:
        net = runner.network  # type: ignore[attr-defined]
        parameters = runner.ordered({})  # type: ignore[attr-defined]
        state = runner.start(parameters) * 1.1  # type: ignore[attr-defined]
        inputs = tuple(given.get(i.name, 0.0) for i in net.inputs)
        rates = runner.rhs(0.0, state, parameters, lambda t: inputs)  # type: ignore[attr-defined]
        return dict(zip((s.name for s in net.species), rates, strict=True))

    together = slopes(both)
    assert {name: together[name] for name in slopes(alone)} == pytest.approx(slopes(alone))


def test_the_jacobian_of_both_is_the_numerical_one() -> None:
    runner = compiled(cell_in_body("muscle"))
    parameters = runner.ordered({})
    inputs = tuple(
        {"eaten": 900.0, "TNF": 9.0, "IL6": 4.0, "glucose_target": 99.0}.get(i.name, 0.0)
        for i in runner.network.inputs
    )
    state = runner.start(parameters) * 1.3 + 0.05
    exact = runner.jacobian(0.0, state, parameters, lambda t: inputs)
    for column, size in enumerate(np.maximum(np.abs(state), 1.0) * 1e-6):
        h = np.zeros(len(state))
        h[column] = size
        up, down = (np.array(runner.rhs(0.0, state + s * h, parameters, lambda t: inputs)) for s in (1, -1))
        assert exact[:, column] == pytest.approx((up - down) / (2 * size), rel=1e-4, abs=1e-5)


def test_gains_scale_a_parameter_wherever_the_cell_reads_it() -> None:
    both = cell_in_body("muscle")
    formulas = [*(r.rate for r in both.reactions), *(r.formula for r in both.rules)]
    for name, gain in GAINS.items():
        assert any(name in f.names for f in formulas)
        assert all(gain in f.names for f in formulas if name in f.names)


def test_one_name_in_two_units_is_refused() -> None:
    cell = network("fat")
    odd = replace(cell, inputs=(Input("insulin", "uU/mL"), *cell.inputs[1:]))
    with pytest.raises(NetworkError, match="insulin: uU/mL in the cell, nM in the body"):
        merged(odd, body())


def test_a_substituted_formula_keeps_its_brackets() -> None:
    assert Formula("a*b**2").substituted({"b": "(b + c)"}).text == "a * (b + c) ** 2"
    unchanged = Formula("a*b")
    assert unchanged.substituted({"c": "d"}) is unchanged


def test_every_parameter_of_the_body_says_where_it_comes_from() -> None:
    assert all(p.source in sources() for p in body().parameters if p.basis != "assumption")
    formulas = [*(r.rate for r in body().reactions), *(r.formula for r in body().rules)]
    formulas += [Formula(s.start) for s in body().species]
    assert {p.name for p in body().parameters} <= frozenset[str]().union(*(f.names for f in formulas)) | {
        "sepsis_ser"
    }
