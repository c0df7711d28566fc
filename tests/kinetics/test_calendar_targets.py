"""The calendar against what is known: targets with their known misses, signs, and a fit that can be made
again."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.body_targets import KNOWN_MISSES
from benchmarks.calendar_bench import CalendarBench
from benchmarks.calendar_targets import CALENDAR_TARGETS, CalendarTarget
from benchmarks.fit_calendar import FITTED, TABLE, bench_of, residuals, rewritten
from hormoneviz.kinetics.calendar_parameters import calendar_parameters
from hormoneviz.kinetics.parameters import sources


@pytest.fixture(scope="module")
def bench() -> CalendarBench:
    """The project's people; their lives are shared by the tests of this file."""
    return CalendarBench()


@pytest.mark.parametrize("target", CALENDAR_TARGETS, ids=lambda target: target.id)
def test_a_target_is_held_unless_it_is_a_known_miss(target: CalendarTarget, bench: CalendarBench) -> None:
    value = target.measure(bench)
    assert target.sign_is_right(value), f"{target.what}: {value:.3g} has the wrong sign"
    if target.id in KNOWN_MISSES:
        assert not target.held(value), f"{target.id} is met now: take it off the list of known misses"
    else:
        assert target.held(value), f"{target.what}: {value:.3g} is not in {target.low} .. {target.high}"


def test_known_misses_are_targets_with_a_reason() -> None:
    assert set(KNOWN_MISSES) <= {target.id for target in CALENDAR_TARGETS}
    assert all(KNOWN_MISSES.values())


def test_every_target_cites_a_known_source_and_accepts_what_was_published() -> None:
    assert {target.source for target in CALENDAR_TARGETS} <= set(sources())
    assert all(target.held(target.published) for target in CALENDAR_TARGETS)


def test_some_targets_are_kept_out_of_the_fit() -> None:
    assert sum(target.role == "held out" for target in CALENDAR_TARGETS) >= 20


def test_oral_estrogen_does_better_alone_than_with_a_progestin(bench: CalendarBench) -> None:
    assert bench.oral["HOMA_IR"] < bench.oral_and_progestin["HOMA_IR"] < bench.menopause["HOMA_IR"]


def test_fitted_values_are_within_their_bounds_and_marked_as_fitted() -> None:
    tables = {sex: {p.name: p for p in calendar_parameters(sex)} for sex in ("male", "female")}
    for fitted in FITTED:
        for sex in ("male", "female") if fitted.sexes == "both" else (fitted.sexes,):
            parameter = tables[sex][fitted.name]
            assert fitted.low * 0.99 <= parameter.value <= fitted.high * 1.01, fitted.name
            assert parameter.basis == "fitted", fitted.name


def test_the_fit_starts_from_its_list_alone() -> None:
    start = np.log([p.prior for p in FITTED])
    assert len(bench_of(start).changes) == len(FITTED)
    assert np.all(np.isfinite(residuals(start)))


def test_writing_changes_numbers_only() -> None:
    text = TABLE.read_text(encoding="utf-8")
    after = rewritten(text, {("vat_estrogen", "female"): 0.321, ("k_IGF1", "both"): 0.0777})
    pairs = zip(text.splitlines(), after.splitlines(), strict=True)
    changed = [new for old, new in pairs if old != new]
    assert len(changed) == 2
    assert "women = 0.321" in changed[-1]
    assert "value = 0.0777" in changed[0]
