"""How much parameters differ between people: every one has a spread or a reason for none."""

from __future__ import annotations

import math

import pytest

from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.presets import all_parameters
from hormoneviz.kinetics.spread import named, spread

KNOWN = all_parameters()


def a_parameter(**changes: object) -> Parameter:
    """A fitted rate constant that the file does not name."""
    given: dict[str, object] = {
        "name": "k_new",
        "value": 2.0,
        "unit": "1/min",
        "basis": "fitted",
        "source": "x",
    }
    return Parameter(**{**given, **changes})  # type: ignore[arg-type]


def test_all_that_is_fitted_or_assumed_varies_or_says_why_not() -> None:
    for parameter in KNOWN.values():
        found = spread(parameter)
        assert found.note, parameter.name
        assert 0.0 <= found.cv <= 0.5, parameter.name
        if parameter.basis != "measured" and parameter.value and parameter.name not in named():
            assert found.cv > 0.0, parameter.name


def test_what_is_measured_varies_only_where_a_source_says_so() -> None:
    for parameter in KNOWN.values():
        if parameter.basis == "measured":
            assert spread(parameter).cv == 0.0 or spread(parameter).source, parameter.name


def test_the_file_names_only_parameters_that_there_are() -> None:
    of_the_scenario = {"belief", "load", "testosterone_own"}
    assert named() <= KNOWN.keys() | of_the_scenario


@pytest.mark.parametrize(
    ("changes", "cv"),
    [
        ({}, 0.10),
        ({"basis": "assumption"}, 0.15),
        ({"basis": "measured"}, 0.0),
        ({"value": 0.0}, 0.0),
        ({"unit": "1", "high": 1.0, "value": 0.5}, 0.05),
        ({"name": "n_feedback"}, 0.05),
        ({"name": "G_clamp"}, 0.0),
        ({"name": "Gb"}, 0.05),
    ],
)
def test_the_single_entry_goes_before_the_kind_and_the_kind_before_the_basis(
    changes: dict[str, object], cv: float
) -> None:
    assert spread(a_parameter(**changes)).cv == cv


def test_sigma_is_that_of_the_logarithm() -> None:
    found = spread(KNOWN["Ib"])
    assert math.sqrt(math.exp(found.sigma**2) - 1.0) == pytest.approx(found.cv)
