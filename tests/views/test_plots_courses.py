"""The numbers behind the plots: units, counted vesicles beside their curve, labels that keep apart."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from hormoneviz.look.words import words
from hormoneviz.session.session import Session
from hormoneviz.views.plots.artwork import apart
from hormoneviz.views.plots.courses import PLOTS, counted, counted_until, course, top
from hormoneviz.views.timetext import time_text


def test_shares_are_per_cent_and_uptake_is_a_multiple_of_rest(session: Session) -> None:
    now = course(session.film, 200)
    session.seek(10)
    assert now.at(10)["GLUT4_surface"] == pytest.approx(100 * session.frame.values["GLUT4_surface"], rel=0.02)
    assert now.at(0)["glucose_uptake"] == pytest.approx(1.0)


def test_a_ghost_is_measured_against_the_same_rest(session: Session) -> None:
    now = course(session.film, 50)
    assert course(session.film, 50, rest=2 * now.rest).at(0)["glucose_uptake"] == pytest.approx(0.5)


def test_counted_vesicles_follow_their_curve(session: Session) -> None:
    times, share = counted(session.film, 60.0)
    model = 100 * session.film.series(("GLUT4_surface",), times)["GLUT4_surface"]
    spread = 100 * np.sqrt(0.25 / session.film.vesicle_total)
    assert abs(float(np.mean(share - model))) < 3 * spread


def test_vesicles_are_counted_to_the_end_of_the_chunk_and_never_beyond_the_film(session: Session) -> None:
    assert counted_until(session.film, 0.0) == 30.0
    assert counted_until(session.film, 31.0) == 60.0
    assert counted_until(session.film, session.film.duration) == session.film.duration


def test_the_axis_holds_the_highest_curve(session: Session) -> None:
    now = course(session.film, 100)
    for plot in PLOTS:
        assert top(plot, now, None) > max(float(now.values[q.name].max()) for q in plot.curves)


def test_labels_are_pushed_apart_in_order_and_stay_inside() -> None:
    found = apart({"a": 10.0, "b": 11.0, "c": 12.0, "d": 99.0}, gap=15.0, top=0.0, bottom=100.0)
    places = list(found.values())
    assert list(found) == ["a", "b", "c", "d"]
    assert all(b - a >= 15.0 - 1e-9 for a, b in pairwise(places))
    assert places[0] >= 7.5
    assert places[-1] <= 92.5


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 s"), (12.5, "12 min 30 s"), (61, "1 h 01 min 00 s")])
def test_time_reads_like_a_clock(minutes: float, text: str) -> None:
    assert time_text(words(), minutes) == text
