"""The body against what is known about its hours, and the fit that can be made again."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.body_bench import Body
from benchmarks.body_fast_targets import KNOWN_MISSES, TARGETS, diabetic, measured
from benchmarks.cell_targets import Target
from benchmarks.fit_body import STAGES, TABLE, Problem, rewritten, starts
from hormoneviz.kinetics.body import body
from hormoneviz.kinetics.parameters import sources


@pytest.fixture(scope="module")
def bench() -> Body:
    """The healthy body; its runs are shared by the tests of this file."""
    return Body()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
def test_a_target_is_held_unless_it_is_a_known_miss(target: Target, bench: Body) -> None:
    value = measured(target, bench)
    if target.id in KNOWN_MISSES:
        assert not target.held(value), f"{target.id} is met now: take it off the list of known misses"
    else:
        assert target.held(value), f"{target.what}: {value:.3g} is not in {target.low} .. {target.high}"


def test_known_misses_are_targets() -> None:
    assert set(KNOWN_MISSES) <= {target.id for target in TARGETS}


def test_every_target_cites_a_known_source() -> None:
    assert {target.source for target in TARGETS} <= set(sources())


SIGNS = {  # what is done -> a quantity, and whether it goes up
    "s_per": ("clamp", "M_value", False),
    "s_hep": ("ogtt", "plasma_glucose", True),
    "bf": ("ogtt", "plasma_insulin", False),
    "Fset": ("ogtt", "FFA", False),
}


@pytest.mark.parametrize("name", SIGNS)
def test_no_sign_is_wrong(name: str, bench: Body) -> None:
    protocol, quantity, rises = SIGNS[name]
    usual = getattr(bench, protocol)()[quantity].mean()
    changed = getattr(bench.with_changes(**{name: 0.7}), protocol)()[quantity].mean()
    assert (changed > usual) == rises


def test_the_diabetic_sees_more_glucose_at_every_minute_of_a_drink(bench: Body) -> None:
    assert (diabetic(bench).ogtt()["plasma_glucose"] > bench.ogtt()["plasma_glucose"]).all()


def test_what_was_drunk_is_absorbed_or_still_there(bench: Body) -> None:
    course = bench.ogtt(75.0, 300)
    minutes = np.arange(301.0)
    weight, reaches = bench.value["BW"], bench.value["f"]
    steps = (course["Ra"][1:] + course["Ra"][:-1]) / 2
    absorbed = np.append(0.0, np.cumsum(steps)) * weight / reaches
    left = course["stomach"] + course["gut"]
    assert (absorbed + left)[minutes >= 10] == pytest.approx(75_000.0, rel=2e-3)


def test_the_healthy_body_rests_where_it_is_declared_to(bench: Body) -> None:
    start = bench.code.start(bench.parameters)
    assert bench.rest == pytest.approx(start, rel=1e-6, abs=1e-9)


def test_fitted_values_are_within_their_bounds_and_are_the_tables(bench: Body) -> None:
    for name, (_, low, high) in ((n, b) for stage in STAGES for n, b in stage.items()):
        assert low * 0.99 <= bench.value[name] <= high * 1.01, name
    said = {p.name for p in body().parameters if p.basis == "fitted"}
    assert {name for stage in STAGES for name in stage} == said


def test_the_fit_starts_from_its_list_alone() -> None:
    problem = Problem(1, starts())
    entries = problem.values(problem.start)
    assert entries == pytest.approx(starts())
    assert np.isfinite(problem.residuals(problem.start)).all()


def test_writing_changes_numbers_only() -> None:
    text = TABLE.read_text(encoding="utf-8")
    after = rewritten(text, {"k_st": 0.5, "be": 3.0})
    pairs = zip(text.splitlines(), after.splitlines(), strict=True)
    assert [new for old, new in pairs if old != new] == ["value = 0.5", "value = 3.0"]
    with pytest.raises(KeyError):
        rewritten(text, {"caffeine": 1.0})
