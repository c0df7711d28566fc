"""Quantities as people write them become numbers in the model's units."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.simulation.errors import UnitError, nearest
from hormoneviz.simulation.units import Dimension, read


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("90 s", "time", 1.5),
        ("2h", "time", 120.0),
        ("1 d", "time", 1440.0),
        ("1 wk", "time", 10080.0),
        ("100 nM", "insulin", 100.0),
        ("60 pM", "insulin", 0.06),
        ("70 uU/mL", "insulin", 0.42),
        ("70 µU/mL", "insulin", 0.42),
        ("70 μU/mL", "insulin", 0.42),
        ("90.08 mg/dL", "glucose", 5.0),
        (".44 mmol/L", "fatty acids", 0.44),
        ("531 ng/dL", "testosterone", 18.43),
        ("35 pg/mL", "estradiol", 128.5),
        ("14.1 ng/mL", "progesterone", 44.8),
        ("5 ug/L", "growth hormone", 5.0),
        ("0.075 kg", "mass", 75.0),
        ("  1e1   min ", "time", 10.0),
    ],
)
def test_each_unit_is_read(text: str, dimension: Dimension, value: float) -> None:
    assert read(text, dimension) == pytest.approx(value, rel=1e-3)


def test_a_bare_number_needs_a_default_unit() -> None:
    assert read("30", "time", "min") == 30.0
    with pytest.raises(UnitError, match="without a unit"):
        read("30", "time")


@pytest.mark.parametrize(
    "text", ["nan min", "inf min", "-1 min", "1e999 min", "", "min", "1 2 min", "0x10 min", "1,5 h"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UnitError, match="expected a time such as"):
        read(text, "time")


def test_a_misspelt_unit_comes_with_the_nearest_one() -> None:
    with pytest.raises(UnitError, match=r'got "5 mn".*did you mean "min"\?') as caught:
        read("5 mn", "time")
    assert caught.value.nearest == "min"


def test_a_unit_of_another_quantity_is_refused() -> None:
    with pytest.raises(UnitError, match="must be one of nM, pM"):
        read("5 mg/dL", "insulin")


def test_case_matters_in_units_but_not_when_guessing() -> None:
    assert nearest("NM", ["nM", "pM"]) == "nM"
    with pytest.raises(UnitError, match='did you mean "nM"'):
        read("5 nm", "insulin")


@given(st.floats(0, 1e6))
def test_any_number_python_prints_is_read(x: float) -> None:
    assert read(f"{x!r} nM", "insulin") == x


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(UnitError):
        assert read(text, "insulin") >= 0


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [("100 mg", "dose", 100.0), ("25 ug", "dose", 0.025), ("50 µg/d", "daily dose", 0.05)],
)
def test_doses_are_read_in_mg(text: str, dimension: str, value: float) -> None:
    assert read(text, dimension) == pytest.approx(value)  # type: ignore[arg-type]
