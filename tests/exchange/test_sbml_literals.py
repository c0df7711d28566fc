"""Every number in a formula has the unit that it needs, and a formula that cannot agree is refused."""

from __future__ import annotations

import ast

import pytest

from hormoneviz.exchange.sbml_literals import Literals, unit

SPELT = ("1", "min/d", "d", "pM", "mg/dL per mM", "pM per uU/mL", "mM per mL/uU")


def literals(text: str, expected: str, **names: str) -> dict[float, str]:
    """The numbers of a formula, and which of the spelt units each has."""
    tree = ast.parse(text, mode="eval").body
    found = Literals(tree, unit(expected), {name: unit(u) for name, u in names.items()}).found
    numbers = {node: u for node, u in found.items() if isinstance(node, ast.Constant)}
    return {node.value: next(s for s in SPELT if unit(s).agrees(u)) for node, u in numbers.items()}


def test_a_factor_has_what_is_missing() -> None:
    assert literals("1440*x/V", "mg/dL/d", x="mg/kg/min", V="dL/kg") == {1440: "min/d"}
    homa = literals("g/18.016*i/22.5", "1", g="mg/dL", i="uU/mL")
    assert homa == {18.016: "mg/dL per mM", 22.5: "mM per mL/uU"}


def test_a_number_beside_a_quantity_has_its_unit() -> None:
    assert literals("x + 3*y**2/K", "pM", x="pM", y="pM", K="pM") == {3: "1", 2: "1"}
    assert literals("time >= 5.0", "1", time="d") == {5.0: "d"}
    assert literals("maximum(x, 7)", "pM", x="pM") == {7: "pM"}


def test_the_argument_of_a_function_is_a_pure_number() -> None:
    assert literals("sin(t*6.3/43.0)", "1", t="d") == {6.3: "1", 43.0: "d"}
    assert literals("1 - exp(-x/5)", "1", x="pM") == {1: "1", 5: "pM"}


def test_a_zero_has_the_unit_of_what_it_is_compared_with() -> None:
    tree = ast.parse("step(x - y)", mode="eval").body
    found = Literals(tree, unit("1"), dict.fromkeys("xy", unit("pM"))).found
    assert found[tree].agrees(unit("pM"))


@pytest.mark.parametrize("text", ["x + t", "x*t", "exp(x)", "saturation(x, t)", "maximum(x, t) - x"])
def test_units_that_cannot_agree_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="do not agree"):
        literals(text, "pM", x="pM", t="d")
