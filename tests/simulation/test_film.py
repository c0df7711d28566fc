"""A film is a pure function of scenario and time: to the last bit, whatever was asked or toggled before."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.simulation.film import LOOK_AHEAD, Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Event, Inflammation, Person, Protocol, Scenario

BATH = Scenario(
    tissue="fat", seed=7, vesicles=120, protocol=Protocol("bath", insulin="100 nM", washout_at="20 min")
)
MEAL = Scenario(seed=3, vesicles=120)
TIMES = (0.0, 0.01, 3.0, 7.475, 19.99, 20.0, 29.0, 29.999, 30.0, 31.3, 59.95, 61.0)


def same(a: Frame, b: Frame) -> bool:
    """To the last bit."""
    arrays = all(
        np.array_equal(getattr(a.vesicles, f.name), getattr(b.vesicles, f.name)) for f in fields(a.vesicles)
    )
    plain = (a.time, a.tissue, a.present, a.glucose_taken, dict(a.values))
    return arrays and plain == (b.time, b.tissue, b.present, b.glucose_taken, dict(b.values))


def assert_same(film: Film, other: Film, times: tuple[float, ...] | list[float] = TIMES) -> None:
    different = [t for t in times if not same(film.at(t), other.at(t))]
    assert not different


@pytest.fixture(scope="module")
def forwards() -> Film:
    """A film that was asked for every moment in order."""
    film = Film(BATH)
    for time in np.arange(0.0, 65.0, 0.7):
        film.at(float(time))
    return film


moments = st.floats(0.0, 64.0) | st.sampled_from(TIMES)


@settings(max_examples=8, deadline=None)
@given(asked=st.lists(moments, min_size=1, max_size=6))
def test_the_order_of_questions_changes_nothing(forwards: Film, asked: list[float]) -> None:
    film = Film(BATH)
    assert_same(film, forwards, asked)
    assert_same(film, forwards, asked[::-1])


def test_far_ahead_and_back_shows_the_very_same(forwards: Film) -> None:
    film = Film(BATH)
    film.at(64.0)
    assert_same(film, forwards, TIMES[::-1])


def test_courses_and_counts_asked_before_change_nothing(forwards: Film) -> None:
    film = Film(BATH)
    film.series(["IRp"], [50.0])
    film.counts([3.0])
    assert_same(film, forwards)


def test_a_course_is_what_the_frames_say() -> None:
    film = Film(BATH)
    names = ["PIP3", "GLUT4_surface", "insulin", "k_ex"]
    course = film.series(names, TIMES)
    for i, time in enumerate(TIMES):
        assert [course[name][i] for name in names] == [film.at(time).values[name] for name in names]


def test_counts_are_what_the_frames_say() -> None:
    film = Film(MEAL.with_event("12 min", {"G4tot": 0.6}))
    times = [t for t in TIMES if t < 40]
    for time, counted in zip(times, film.counts(times), strict=True):
        frame = film.at(time)
        assert np.array_equal(counted, np.bincount(frame.vesicles.state[: frame.present], minlength=10))


def events(*pairs: tuple[str, dict[str, float | str]]) -> tuple[Event, ...]:
    return tuple(Event(at, settings) for at, settings in pairs)


TOGGLES = [
    events(("7.5 min", {"load": 0.8})),
    events(("30 min", {"load": 0.8})),  # the end of a chunk
    events(("20 min", {"testosterone": "low"})),  # with the wash-out
    events(("25 min", {"insulin": "3 nM"})),  # after it
    events(("0.05 min", {"k_endo": 0.2})),
    events(("10 min", {"G4tot": 0.7}), ("15 min", {"IRtot": 0.5}), ("33.35 min", {"G4tot": 1.0})),
    events(("12 min", {"insulin": "1 nM"}), ("29.95 min", {"fatty_acids": "1.2 mM"})),
]


@pytest.mark.parametrize("toggles", TOGGLES)
@pytest.mark.parametrize("asked", [0.0, 9.0, 45.0])
def test_a_film_made_from_the_one_before_is_the_film_made_afresh(
    toggles: tuple[Event, ...], asked: float
) -> None:
    before = Film(BATH)
    before.at(asked)
    after = replace(BATH, event=toggles)
    assert_same(Film(after, before=before), Film(after))


@pytest.mark.parametrize("toggles", TOGGLES)
def test_a_toggle_leaves_the_past_as_it_was(toggles: tuple[Event, ...]) -> None:
    plain, toggled = Film(BATH), Film(replace(BATH, event=toggles))
    first = toggled.events[0][0]
    past = [t for t in (*TIMES, first - LOOK_AHEAD, first - 0.001) if 0 <= t < first]
    for time in past:
        a, b = plain.at(time), toggled.at(time)
        assert dict(a.values) == dict(b.values)
        assert a.glucose_taken == b.glucose_taken
        for name in ("state", "previous", "since", "jumps"):
            assert np.array_equal(getattr(a.vesicles, name), getattr(b.vesicles, name))
        # Only a departure after the toggle may be another one.
        early = a.vesicles.until < first
        assert np.array_equal(a.vesicles.until[early], b.vesicles.until[early])


def test_undo_returns_the_very_same_film() -> None:
    first = Film(BATH)
    first.at(40.0)
    toggled = Film(BATH.with_event("7.5 min", {"load": 0.8}), before=first)
    toggled.at(40.0)
    assert_same(Film(BATH, before=toggled), first)


def test_a_chain_of_toggles_is_the_film_made_afresh() -> None:
    scenario, film = MEAL, Film(MEAL)
    for at, load in (("5 min", 0.3), ("12 min", 0.9), ("12 min", 0.4), ("3 min", 0.2), ("31 min", 0.0)):
        scenario = scenario.with_event(at, {"load": load})
        film = Film(scenario, before=film)
        film.at(20.0)
    assert_same(film, Film(scenario))


changes = st.sampled_from(
    [{"load": 0.9}, {"load": 0.1}, {"insulin": "2 nM"}, {"G4tot": 0.5}, {"IRtot": 0.7}, {"k_endo": 0.1}]
)
cells = st.integers(1, 1300) | st.sampled_from([399, 400, 401, 599, 600, 601])


@st.composite
def some_events(draw: st.DrawFn) -> tuple[Event, ...]:
    return events(*((f"{draw(cells) * 0.05:g} min", draw(changes)) for _ in range(draw(st.integers(0, 3)))))


@settings(max_examples=25, deadline=None)
@given(kept=some_events(), old=some_events(), new=some_events(), asked=moments)
def test_sharing_never_shows(
    kept: tuple[Event, ...], old: tuple[Event, ...], new: tuple[Event, ...], asked: float
) -> None:
    before = Film(replace(BATH, event=(*kept, *old)))
    before.at(asked)
    scenario = replace(BATH, event=(*kept, *new))
    film, afresh = Film(scenario, before=before), Film(scenario)
    starts = [start for start, _ in (*film.events, *before.events)]
    assert_same(film, afresh, [*starts, asked, 20.0, 64.0])
    assert_same(Film(before.scenario, before=film), before, [*starts, asked])


@pytest.mark.parametrize(
    "change",
    [
        *({"duration": "50 min"}, {"name": "another"}, {"note": "remark"}, {"seed": 8}, {"vesicles": 130}),
        *({"tissue": "muscle"}, {"person": Person(sex="female")}, {"inflammation": Inflammation(0.4)}),
    ],
)
def test_whatever_else_differs_sharing_does_not_show(change: dict[str, object]) -> None:
    before = Film(replace(BATH, duration="40 min"))
    before.at(39.0)
    after = replace(BATH, **change)
    assert_same(Film(after, before=before), Film(after), [0.0, 25.0, 39.5, 41.0])


def test_a_vesicle_leaves_when_it_was_said_to() -> None:
    film = Film(BATH)
    for time in (0.0, 5.0, 29.5):
        now = film.at(time).vesicles
        leaving = np.isfinite(now.until)
        assert leaving.any()
        assert (now.until[leaving] > time).all()
        assert (now.until[leaving] <= time + LOOK_AHEAD).all()
        for i in np.flatnonzero(leaving)[:10]:
            then = film.at(float(now.until[i])).vesicles
            assert then.since[i] == now.until[i]
            assert then.previous[i] == now.state[i]
            assert then.jumps[i] == now.jumps[i] + 1
        staying = ~leaving
        later = film.at(time + LOOK_AHEAD).vesicles
        assert np.array_equal(later.jumps[staying], now.jumps[staying])


def test_fewer_vesicles_are_the_first_of_more() -> None:
    few, many = Film(BATH), Film(replace(BATH, vesicles=777))
    for time in TIMES:
        a, b = few.at(time).vesicles, many.at(time).vesicles
        for field in fields(a):
            assert np.array_equal(getattr(a, field.name), getattr(b, field.name)[:120])


def test_another_seed_moves_the_vesicles_and_not_the_curve() -> None:
    one, two = Film(BATH).at(10.0), Film(replace(BATH, seed=8)).at(10.0)
    assert dict(one.values) == dict(two.values)
    assert not np.array_equal(one.vesicles.since, two.vesicles.since)


def test_a_frame_cannot_be_written_to() -> None:
    frame = Film(BATH).at(1.0)
    with pytest.raises(ValueError, match="read-only"):
        frame.vesicles.state[0] = 3


def test_glucose_taken_is_the_integral_of_uptake() -> None:
    film = Film(BATH)
    times = np.linspace(0.0, 40.0, 4001)
    uptake = film.series(["glucose_uptake"], times)["glucose_uptake"]
    assert film.at(0.0).glucose_taken == 0.0
    assert film.at(40.0).glucose_taken == pytest.approx(np.trapezoid(uptake, times), rel=1e-4)


def test_a_cell_with_less_glut4_owns_fewer_vesicles_from_the_event_on() -> None:
    film = Film(BATH.with_event("10 min", {"G4tot": 0.5}))
    assert film.at(9.99).present == 120
    assert film.at(10.0).present == 60


def test_a_quantity_that_no_frame_has_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Film(BATH).series(["caffeine"], [0.0])


def test_every_quantity_has_a_unit() -> None:
    film = Film(MEAL)
    assert film.units_of_series.keys() == film.at(0.0).values.keys()
    assert all(film.units_of_series.values())


def test_lives_are_what_the_counts_say() -> None:
    film = Film(BATH)
    times = (0.0, 0.01, 7.475, 20.0, 30.0, 59.95)
    lives = [film.life(k, times[-1]) for k in range(120)]
    for time, counted in zip(times, film.counts(times), strict=True):
        here = [
            COMPARTMENTS.index(stay.compartment)
            for life in lives
            for stay in life
            if stay.start <= time < stay.end
        ]
        assert np.array_equal(counted, np.bincount(here, minlength=10))


def test_a_life_has_no_gaps_and_knows_nothing_of_later() -> None:
    film, whole = Film(BATH), Film(BATH)
    whole.at(64.0)
    for vesicle in (0, 57, 119):
        early, late = film.life(vesicle, 12.0), whole.life(vesicle, 60.0)
        assert early[0].start == 0.0
        assert early[-1].end == float("inf")
        assert all(a.end == b.start for a, b in pairwise(late))
        assert all(a.compartment != b.compartment for a, b in pairwise(late))
        assert early[:-1] == late[: len(early) - 1]
        assert early[-1].start == late[len(early) - 1].start
        assert whole.life(vesicle, 12.0) == early


@pytest.mark.parametrize("vesicle", [-1, 120])
def test_a_vesicle_that_is_not_there_has_no_life(vesicle: int) -> None:
    with pytest.raises(IndexError, match="numbered 0 to 119"):
        Film(BATH).life(vesicle, 1.0)


def test_a_life_that_was_told_changes_nothing(forwards: Film) -> None:
    film = Film(BATH)
    film.life(3, 50.0)
    assert_same(film, forwards)
