"""What the cell sees in each experiment."""

import math

import pytest

from hormoneviz.simulation.protocol import Course, courses
from hormoneviz.simulation.scenario import Person, Protocol, Scenario


def course(protocol: Protocol, person: Person | None = None) -> Course:
    return courses(Scenario(protocol=protocol, person=person or Person()))


def peak(function: object, minutes: int = 480) -> tuple[float, int]:
    return max((function(float(t)), t) for t in range(minutes))  # type: ignore[operator]


def test_fasting_never_changes() -> None:
    fasting = course(Protocol("fasting"))
    for t in (0.0, 60.0, 1e4):
        assert fasting.insulin(t) == fasting.resting_insulin == pytest.approx(0.018)
        assert fasting.glucose(t) == fasting.resting_glucose == 5.0


def test_a_bath_starts_at_once_and_ends_with_the_wash_out() -> None:
    bath = course(Protocol("bath", insulin="10 nM", washout_at="60 min", glucose="10 mM"))
    assert (bath.resting_insulin, bath.resting_glucose) == (0.0, 10.0)
    assert [bath.insulin(t) for t in (0.0, 59.99, 60.0, 100.0)] == [10.0, 10.0, 0.0, 0.0]
    assert bath.breaks == (60.0,)
    assert bath.glucose(30.0) == 10.0


def test_a_wash_out_between_grid_times_waits_for_the_next() -> None:
    bath = course(Protocol("bath", washout_at="100 s"))
    assert bath.breaks == (1.7,)
    assert bath.insulin(1.69) == 100.0
    assert bath.insulin(1.7) == 0.0


def test_a_normal_meal_follows_the_published_meal() -> None:
    meal = course(Protocol("meal", glucose="78 g"))
    top, minute = peak(meal.glucose)
    assert top - meal.resting_glucose == pytest.approx((158.4 - 94.7) / 18.016, rel=0.01)
    assert minute == pytest.approx(64, abs=1)
    top, minute = peak(meal.insulin)
    assert top == pytest.approx(0.6 * 0.229, rel=0.01)
    assert minute == pytest.approx(79, abs=1)
    assert meal.insulin(300.0) < 1.1 * meal.resting_insulin
    assert meal.glucose(300.0) < 1.02 * meal.resting_glucose


def test_a_meal_starts_from_rest() -> None:
    meal = course(Protocol("meal"))
    assert meal.insulin(0.0) == meal.resting_insulin
    assert meal.glucose(0.0) == meal.resting_glucose
    assert meal.breaks == ()


def test_twice_the_meal_is_twice_the_rise() -> None:
    small, large = course(Protocol("meal", glucose="40 g")), course(Protocol("meal", glucose="80 g"))
    for t in (30.0, 80.0, 200.0):
        assert large.insulin(t) - 0.018 == pytest.approx(2 * (small.insulin(t) - 0.018))


def test_in_type_2_diabetes_the_meal_is_higher_and_later() -> None:
    normal, diabetic = course(Protocol("meal")), course(Protocol("meal"), Person(diabetes="type 2"))
    for of in ("glucose", "insulin"):
        (top, minute), (reference, early) = peak(getattr(diabetic, of)), peak(getattr(normal, of))
        assert top > reference
        assert minute > early + 30


def test_insulin_laid_on_during_a_meal_replaces_the_meals_own() -> None:
    held = course(Protocol("meal", insulin="10 nM"))
    assert held.insulin(5.0) == held.insulin(200.0) == 10.0
    assert held.resting_insulin == pytest.approx(0.018)
    assert held.glucose(64.0) > 8.0


def test_every_course_is_finite_for_a_whole_day() -> None:
    for kind in ("fasting", "meal", "bath"):
        a = course(Protocol(kind))  # type: ignore[arg-type]
        assert all(math.isfinite(a.insulin(t) + a.glucose(t)) for t in (0.0, 1e-9, 720.0, 1440.0))
