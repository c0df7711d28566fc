"""What each experiment gives to the cell or to the body."""

from __future__ import annotations

import math

import pytest

from hormoneviz.simulation.protocol import EATING, Course, courses
from hormoneviz.simulation.scenario import Protocol

MILIEU = {"TNF": 1.0, "IL6": 1.2}
IN_BODY = ("fasting", "meal", "ogtt", "clamp", "gh_infusion", "lipid_infusion", "endotoxin")


def course(protocol: Protocol) -> Course:
    milieu = {**MILIEU, "FFA": 0.44} if protocol.kind == "bath" else MILIEU
    return courses(protocol, milieu)


def given(of: Course, name: str, time: float) -> float:
    value = of.given.get(name, 0.0)
    return value(time) if callable(value) else value


def test_fasting_gives_nothing_but_the_milieu() -> None:
    fasting = course(Protocol("fasting"))
    assert fasting.given == fasting.resting == MILIEU


def test_a_bath_starts_at_once_and_ends_with_the_wash_out() -> None:
    bath = course(Protocol("bath", insulin="10 nM", washout_at="60 min", glucose="10 mM"))
    assert (bath.resting["insulin"], bath.resting["glucose"]) == (0.0, 10.0)
    assert [given(bath, "insulin", t) for t in (0.0, 59.99, 60.0, 100.0)] == [10.0, 10.0, 0.0, 0.0]
    assert bath.breaks == (60.0,)
    assert given(bath, "glucose", 30.0) == 10.0


def test_a_wash_out_between_grid_times_waits_for_the_next() -> None:
    bath = course(Protocol("bath", washout_at="100 s"))
    assert bath.breaks == (1.7,)
    assert given(bath, "insulin", 1.69) == 100.0
    assert given(bath, "insulin", 1.7) == 0.0


@pytest.mark.parametrize("kind", ["meal", "ogtt"])
def test_all_that_is_eaten_is_eaten_by_its_end(kind: str) -> None:
    eaten = course(Protocol(kind, glucose="60 g"))  # type: ignore[arg-type]
    end = EATING[kind]
    assert eaten.breaks == (end,)
    assert given(eaten, "eaten", 0.0) * end == pytest.approx(60_000.0)
    assert given(eaten, "eaten", end) == 0.0
    assert eaten.resting == MILIEU


def test_a_clamp_holds_what_it_names() -> None:
    clamp = course(Protocol("clamp", insulin="100 uU/mL", glucose="5 mM"))
    assert given(clamp, "insulin_target", 9.0) == pytest.approx(600.0)
    assert given(clamp, "glucose_target", 9.0) == pytest.approx(90.08)
    assert "insulin_target" not in clamp.resting
    assert given(course(Protocol("clamp")), "insulin_target", 0.0) == pytest.approx(420.0)


def test_a_clamp_by_rate_leaves_the_level_to_the_body() -> None:
    clamp = course(Protocol("clamp", rate="1 mU/kg/min"))
    assert given(clamp, "insulin_infusion", 5.0) == pytest.approx(6.0)
    assert given(clamp, "insulin_target", 5.0) == 0.0
    assert given(clamp, "glucose_target", 5.0) == pytest.approx(92.0)


def test_infusions_end_when_they_should() -> None:
    pulse = course(Protocol("gh_infusion", gh="10 ug/L", until="90 min"))
    assert given(pulse, "GH_infusion", 89.9) > 0.0 == given(pulse, "GH_infusion", 90.0)
    assert pulse.breaks == (90.0,)
    lipids = course(Protocol("lipid_infusion"))
    assert given(lipids, "FFA_target", 1000.0) == 1.8
    assert "FFA_target" not in lipids.resting


def test_fatty_acids_of_a_meal_have_long_been_there() -> None:
    fat = course(Protocol("meal", fatty_acids="1.2 mM"))
    assert given(fat, "FFA_target", 50.0) == fat.resting["FFA_target"] == 1.2


def test_endotoxin_brings_tnf_first_and_il6_after_it() -> None:
    ill = course(Protocol("endotoxin", tnf="30 pg/mL"))
    times = range(0, 600)
    peaks = {name: max(times, key=lambda t, n=name: given(ill, n, t)) for name in ("TNF", "IL6")}
    assert peaks == {"TNF": 90, "IL6": 120}
    assert given(ill, "TNF", 90.0) == pytest.approx(30.0)
    assert given(ill, "TNF", 0.0) == ill.resting["TNF"] == 1.0


@pytest.mark.parametrize("kind", [*IN_BODY, "bath"])
def test_every_course_is_finite_for_a_whole_day(kind: str) -> None:
    found = course(Protocol(kind))  # type: ignore[arg-type]
    for name in found.given:
        assert all(math.isfinite(given(found, name, t)) for t in (0.0, 1e-9, 720.0, 1440.0))
