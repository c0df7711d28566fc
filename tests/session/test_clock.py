"""The clock scales wall time, caps a stall, and says its scale in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.session.clock import LONGEST_TICK, SPEEDS, Clock, scale_in_words


@given(speed=st.sampled_from(SPEEDS), time=st.floats(0, 180), wall=st.floats(-10, 1e6))
def test_time_never_goes_back_nor_past_the_end_nor_leaps(speed: float, time: float, wall: float) -> None:
    later = Clock(speed).advanced(time, wall)
    assert time <= later <= 180.0
    assert later - time <= speed * LONGEST_TICK + 1e-9


def test_at_speed_1_a_minute_of_the_cell_passes_in_a_second() -> None:
    time = 0.0
    for _ in range(100):
        time = Clock(1.0).advanced(time, 0.01)
    assert time == pytest.approx(1.0)


def test_the_stops_follow_each_other_and_end() -> None:
    assert [Clock(s).neighbour(1) for s in SPEEDS] == [*SPEEDS[1:], SPEEDS[-1]]
    assert [Clock(s).neighbour(-1) for s in SPEEDS] == [SPEEDS[0], *SPEEDS[:-1]]


def test_a_speed_between_two_stops_goes_to_the_next_either_way() -> None:
    assert (Clock(3.0).neighbour(1), Clock(3.0).neighbour(-1)) == (5.0, 2.0)


@pytest.mark.parametrize(
    ("speed", "words"),
    [
        (0.25, "1 s = 15 s"),
        (0.5, "1 s = 30 s"),
        (1.0, "1 s = 1 min"),
        (30.0, "1 s = 30 min"),
        (60.0, "1 s = 1 h"),
    ],
)
def test_the_scale_is_said_in_words(speed: float, words: str) -> None:
    assert scale_in_words(speed) == words
