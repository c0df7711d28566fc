"""The numbers behind the plots: units, which plots an experiment has, labels kept apart, words for bars."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QSize

from hormoneviz.look.look import Look
from hormoneviz.look.words import words
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Event, Hormones, Inflammation, Person, Protocol, Scenario, Therapy
from hormoneviz.views.plots import zoom
from hormoneviz.views.plots.amounts import compared
from hormoneviz.views.plots.catalogue import NAMES, offered, plots, shown, usual
from hormoneviz.views.plots.courses import counted, counted_until, course, difference, ends, grid, top
from hormoneviz.views.plots.layout import apart, fitting, rects
from hormoneviz.views.plots.readout import told
from hormoneviz.views.timetext import time_text

KINDS = ("fasting", "bath", "meal", "ogtt", "clamp", "gh_infusion", "lipid_infusion", "endotoxin")


def read(film: Film, points: int = 200, rest: float | None = None):
    return course(film, grid(film.duration, points), plots(), rest)


def test_shares_are_per_cent_and_uptake_is_a_multiple_of_rest(session: Session) -> None:
    now = read(session.film)
    session.seek(10)
    assert now.at(10)["GLUT4_surface"] == pytest.approx(100 * session.frame.values["GLUT4_surface"], rel=0.02)
    assert now.at(0)["glucose_uptake"] == pytest.approx(1.0)


def test_a_ghost_is_measured_against_the_same_rest(session: Session) -> None:
    now = read(session.film)
    assert read(session.film, rest=2 * now.rest).at(0)["glucose_uptake"] == pytest.approx(0.5)


def test_blood_is_told_in_the_unit_that_was_asked_for() -> None:
    film = Film(Scenario(protocol=Protocol("meal")))
    raw = film.series(("plasma_glucose", "plasma_insulin"), [60.0])
    mmol = course(film, grid(film.duration, 241), plots("mmol/L")).at(60.0)
    mg = course(film, grid(film.duration, 241), plots("mg/dL")).at(60.0)
    assert mg["plasma_glucose"] == pytest.approx(raw["plasma_glucose"][0])
    assert mmol["plasma_glucose"] == pytest.approx(raw["plasma_glucose"][0] / 18.016)
    assert mmol["plasma_insulin"] == pytest.approx(raw["plasma_insulin"][0])


@pytest.mark.parametrize("kind", KINDS)
def test_every_plot_that_is_offered_can_be_read_from_the_film(kind: str) -> None:
    protocol = Protocol(kind)  # type: ignore[arg-type]
    film = Film(Scenario(protocol=protocol))
    now = course(film, np.array([0.0, 20.0]), plots())
    curves = {q.name for name in offered(protocol) for q in plots()[name].curves}
    assert curves <= now.values.keys()
    assert set(usual(protocol)) <= set(offered(protocol)) <= set(NAMES)


def test_a_dish_has_no_blood_and_a_clamp_shows_what_runs_in() -> None:
    assert not {"glucose", "insulin", "FFA", "GIR"} & set(offered(Protocol("bath")))
    assert "GIR" in usual(Protocol("clamp"))
    assert "GIR" not in offered(Protocol("meal"))
    assert "FFA" in usual(Protocol("lipid_infusion"))


def test_what_was_switched_on_or_off_stays_so_in_another_experiment() -> None:
    chosen = {"uptake": False, "GIR": True, "cascade": True}
    assert shown(Protocol("meal"), chosen) == ("surface", "glucose", "insulin", "cascade")
    assert "uptake" not in shown(Protocol("clamp"), chosen)
    assert shown(Protocol("bath"), dict.fromkeys(NAMES, False)) == ("surface",)


def test_counted_vesicles_follow_their_curve(session: Session) -> None:
    times, share = counted(session.film, 60.0)
    model = 100 * session.film.series(("GLUT4_surface",), times)["GLUT4_surface"]
    spread = 100 * np.sqrt(0.25 / session.film.vesicle_total)
    assert abs(float(np.mean(share - model))) < 3 * spread


def test_vesicles_are_counted_to_the_end_of_the_chunk_and_never_beyond_the_film(session: Session) -> None:
    assert counted_until(session.film, 0.0) == 30.0
    assert counted_until(session.film, 31.0) == 60.0
    assert counted_until(session.film, session.film.duration) == session.film.duration


def test_the_axis_holds_the_highest_curve_of_all_runs() -> None:
    now = read(Film(Scenario(protocol=Protocol("bath", insulin="0.1 nM"))))
    high = read(Film(Scenario(protocol=Protocol("bath", insulin="100 nM"))))
    for name in offered(Protocol("bath")):
        plot = plots()[name]
        assert top(plot, (now, None, high)) > max(float(high.values[q.name].max()) for q in plot.curves)


def test_the_healthy_twin_has_the_same_day_without_what_ails_the_person() -> None:
    ill = Scenario(
        name="Ill",
        tissue="fat",
        person=Person(sex="female", age=60, stage="menopause", body="obese", diabetes="type 2"),
        hormones=Hormones(growth_hormone="high"),
        inflammation=Inflammation(0.6),
        protocol=Protocol("bath", insulin="1 nM"),
        event=(Event("10 min", {"insulin": "10 nM", "load": 0.9}), Event("20 min", {"load": 0.2})),
        therapy=(Therapy("estradiol", "1 mg"),),
        parameters={"k_endo": 0.3},
        week=4.0,
    )
    twin = healthy_twin(ill)
    assert twin == Scenario(
        name="",
        tissue="fat",
        person=Person(sex="female"),
        protocol=ill.protocol,
        event=(Event("10 min", {"insulin": "10 nM"}),),
        week=4.0,
    )


def test_labels_are_pushed_apart_in_order_and_stay_inside() -> None:
    found = apart({"a": 10.0, "b": 11.0, "c": 12.0, "d": 99.0}, gap=15.0, top=0.0, bottom=100.0)
    places = list(found.values())
    assert list(found) == ["a", "b", "c", "d"]
    assert all(b - a >= 15.0 - 1e-9 for a, b in pairwise(places))
    assert places[0] >= 7.5
    assert places[-1] <= 92.5


@pytest.mark.parametrize("height", [100, 203, 420, 900])
def test_plots_fill_the_panel_and_never_leave_it(look: Look, height: int) -> None:
    every = tuple(plots().values())
    shown = every[: fitting(every, height, look)]
    places = rects(shown, QSize(500, height), 60, look)
    assert places[-1].bottom() < height
    assert all(below.top() > above.bottom() for above, below in pairwise(places))
    assert height - places[-1].bottom() <= len(shown)


@pytest.mark.parametrize(
    ("now", "healthy", "said"),
    [
        (10.0, 20.0, "About half as many doors"),
        (20.0, 20.0, "About as many doors"),
        (31.0, 20.0, "About one and a half times as many"),
        (1.0, 20.0, "Hardly a tenth as many"),
        (0.0, 0.0, "next to nothing, as in health"),
        (20.0, 0.0, "next to nothing in health, but not here"),
        (20.0, None, "Doors at the surface"),
    ],
)
def test_bars_are_compared_in_words(now: float, healthy: float | None, said: str) -> None:
    assert said in compared(plots()["surface"], now, healthy, 40.0, words(), "in health")


@pytest.mark.parametrize("name", NAMES)
def test_every_plot_can_be_compared(name: str) -> None:
    assert "in health" in compared(plots()[name], 5.0, 10.0, 20.0, words(), "in health")


def test_zoom_keeps_the_time_under_the_finger_and_stays_within_the_film() -> None:
    start, end = zoom.zoomed((0.0, 200.0), 2.0, 50.0, 200.0)
    assert (start, end) == (25.0, 125.0)
    assert zoom.zoomed((25.0, 125.0), 0.25, 50.0, 200.0) == (0.0, 200.0)
    start, end = zoom.zoomed((0.0, 200.0), 1e6, 200.0, 200.0)
    assert (end, end - start) == (200.0, zoom.LEAST)


def test_a_zoomed_window_turns_its_page_when_the_play_head_leaves_it() -> None:
    assert zoom.following((20.0, 40.0), 30.0, 200.0) == (20.0, 40.0)
    assert zoom.following((20.0, 40.0), 41.0, 200.0) == (39.0, 59.0)
    assert zoom.following((20.0, 40.0), 0.0, 200.0) == (0.0, 20.0)


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 s"), (12.5, "12 min 30 s"), (61, "1 h 01 min 00 s")])
def test_time_reads_like_a_clock(minutes: float, text: str) -> None:
    assert time_text(words(), minutes) == text


def test_a_difference_is_this_cell_less_the_other_and_its_axis_goes_both_ways() -> None:
    scenario = Scenario(inflammation=Inflammation(0.9))
    one, other = read(Film(scenario)), read(Film(healthy_twin(scenario)))
    found = difference(one, other)
    for name in ("GLUT4_surface", "plasma_glucose", "IRS1_S"):
        assert found.at(60.0)[name] == pytest.approx(one.at(60.0)[name] - other.at(60.0)[name])
    plot = plots()["surface"].difference
    low, high = ends(plot, (found,))
    assert low < found.values["GLUT4_surface"].min() < 0.0 < high
    assert plot.symbol == "points"
    level = ends(plot, (difference(one, one),))
    assert level == (-plot.least_top, plot.least_top)


@pytest.mark.parametrize(
    ("value", "said"), [(-6.7, "−6.70 points"), (2.0, "+2.00 points"), (0.0, "0 points")]
)
def test_a_difference_is_told_with_its_sign(value: float, said: str) -> None:
    assert told(value, plots()["surface"].difference) == said
