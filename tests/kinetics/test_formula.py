"""The closed grammar of rate laws: what it lets in, what it keeps out, and that its derivatives are exact."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hormoneviz.kinetics.formula import Formula, FormulaError
from hormoneviz.kinetics.functions import FUNCTIONS
from hormoneviz.kinetics.network import evaluate

VALUES = {"a": 0.7, "b": 1.3, "c": 2.1}

numbers = st.sampled_from(["0", "1", "2", "0.5", "1.25", "3e-1"])
leaves = numbers | st.sampled_from(["a", "b", "c"])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas made of smaller ones."""
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda p: f"({p[0]}) {p[1]} ({p[2]})"),
        st.tuples(inner, st.sampled_from(["2", "3", "0.5"])).map(lambda p: f"({p[0]})**{p[1]}"),
        inner.map(lambda p: f"-({p})"),
        inner.map(lambda p: f"positive({p})"),
        st.tuples(inner, inner).map(lambda p: f"saturation({p[0]}, {p[1]})"),
    )


formulas = st.recursive(leaves, grown, max_leaves=8)


def value(formula: Formula, **changes: float) -> float:
    """The formula at VALUES; examples that divide by zero or leave the reals are passed over."""
    try:
        found = evaluate(formula, VALUES | changes)
    except (ZeroDivisionError, OverflowError, TypeError):
        found = math.nan
    assume(math.isfinite(found))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "k",
        "a + b*c - d/e",
        "-a**2",
        "saturation(x, K)",
        "positive(x - x0)",
        "a_1 * (1 - b) / tau",
        "1e-3",
    ],
)
def test_rate_laws_are_let_in(text: str) -> None:
    assert Formula(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        *("a.b", "a.__class__", "().__class__", "a[0]", "[a]", "(a, b)", "{a}", "{a: b}", "*a"),
        *(
            "open(a)",
            "eval(a)",
            "__import__(a)",
            "abs(a)",
            "a(b)",
            "saturation.x(a, b)",
            "(saturation)(a)(b)",
        ),
        *("a < b", "a == b", "a and b", "not a", "a if b else c", "a // b", "a % b", "a @ b", "a << b", "~a"),
        *("lambda: a", "(a := 1)", "[a for a in b]", "(a for a in b)", "await a", "yield a"),
        *("'text'", "b'bytes'", "f'{a}'", "True", "None", "...", "1j"),
        *("saturation(a)", "saturation(a, b, c)", "saturation(x=a, K=b)", "saturation(*a)", "positive()"),
        *("", " ", "a b", "a +", "a = b", "import a", "a; b", "a\nb", ")"),
    ],
)
def test_everything_else_is_kept_out(text: str) -> None:
    with pytest.raises(FormulaError):
        Formula(text)


def test_the_message_names_the_part_that_is_wrong() -> None:
    with pytest.raises(FormulaError, match=r"'a \+ open\(b\)': 'open\(b\)' is not in the grammar"):
        Formula("a + open(b)")
    with pytest.raises(FormulaError, match="saturation takes x, K"):
        Formula("saturation(a)")


def test_a_builtin_that_slips_in_as_a_name_means_nothing() -> None:
    with pytest.raises(KeyError, match="__import__"):
        evaluate(Formula("a + __import__"), VALUES)


def test_the_names_are_what_it_reads_and_not_what_it_calls() -> None:
    assert Formula("k * saturation(x, K) + positive(k)").names == {"k", "x", "K"}


@settings(max_examples=150, deadline=None)
@given(text=formulas, name=st.sampled_from(["a", "b", "c"]))
def test_the_derivative_is_the_numerical_one(text: str, name: str) -> None:
    formula = Formula(text)
    exact = value(formula.derivative(name))
    assume(abs(value(formula)) < 1e4)
    slopes = []
    for h in (1e-4, 2e-4):
        high, low = (value(formula, **{name: VALUES[name] + sign * h}) for sign in (1, -1))
        slopes.append((high - low) / (2 * h))
    # Where two steps disagree, a kink or a pole is near, and no difference is a judge.
    assume(abs(slopes[0] - slopes[1]) < 1e-6 * (1 + abs(slopes[0])))
    assert exact == pytest.approx(slopes[0], rel=1e-5, abs=1e-5)


@settings(max_examples=100, deadline=None)
@given(text=formulas)
def test_a_derivative_by_a_name_that_is_not_read_is_zero(text: str) -> None:
    assert Formula(text).derivative("elsewhere").is_zero


@settings(max_examples=100, deadline=None)
@given(text=formulas)
def test_scalars_and_arrays_give_the_same_number(text: str) -> None:
    formula = Formula(text)
    expected = value(formula)
    arrays = {name: np.array([number]) for name, number in VALUES.items()}
    scope = {name: function.evaluate for name, function in FUNCTIONS.items()}
    found = eval(formula.python(scalar=False), scope, arrays)
    assert float(np.asarray(found).ravel()[0]) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_an_exponent_that_varies_has_no_derivative_here() -> None:
    with pytest.raises(FormulaError, match="an exponent must be a number"):
        Formula("a**b").derivative("a")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_is_written_three_times_alike(name: str) -> None:
    """As numpy, as Python source, and as derivatives."""
    function = FUNCTIONS[name]
    arguments = ", ".join(function.arguments)
    formula = Formula(f"{name}({arguments})")
    values = dict(zip(function.arguments, (0.8, 1.9), strict=False))
    assert float(function.evaluate(**values)) == evaluate(formula, values)
    for argument, text in zip(function.arguments, function.derivatives, strict=True):
        high, low = (evaluate(formula, values | {argument: values[argument] + d}) for d in (1e-6, -1e-6))
        assert evaluate(Formula(text), values) == pytest.approx((high - low) / 2e-6, abs=1e-6)
    assert function.words
