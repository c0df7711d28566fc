"""Dose-response curves against films of the same baths, one by one."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from hormoneviz.simulation.dose import DOSES, HOLD, QUANTITIES, DoseResponse, Response, dose_response
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Protocol, Scenario

ILL = Scenario(
    tissue="fat",
    person=Person(age=60, body="obese", diabetes="type 2"),
    hormones=Hormones(testosterone="low"),
    inflammation=Inflammation(0.6),
    protocol=Protocol("meal"),
)


def filmed(scenario: Scenario, dose: float) -> dict[str, float]:
    bath = replace(scenario, protocol=Protocol("bath", insulin=f"{dose} nM"))
    return {name: float(v[0]) for name, v in Film(bath).series(QUANTITIES, [HOLD]).items()}


def test_each_point_is_what_a_film_of_that_bath_shows() -> None:
    healthy, present = dose_response(ILL)
    for i in (0, 16, 30, 50):
        for scenario, response in ((ILL, present), (healthy_twin(ILL), healthy)):
            film = filmed(scenario, DOSES[i])
            for name in QUANTITIES:
                assert response.values[name][i] == pytest.approx(film[name], rel=2e-3)


def test_rest_is_the_film_of_a_bath_without_insulin() -> None:
    _, present = dose_response(ILL)
    film = filmed(ILL, 0.0)
    assert present.rest == pytest.approx(film, rel=1e-5)


def test_insulin_resistance_lowers_the_top_or_moves_the_curve_to_the_right() -> None:
    healthy, present = dose_response(ILL)
    assert present.maximum("glucose_uptake") < healthy.maximum("glucose_uptake")
    ec50 = present.half("GLUT4_surface"), healthy.half("GLUT4_surface")
    assert None not in ec50
    assert ec50[0] > ec50[1]  # type: ignore[operator]


def test_the_healthy_twin_lies_on_itself() -> None:
    healthy, present = dose_response(Scenario())
    for name in QUANTITIES:
        np.testing.assert_allclose(healthy.values[name], present.values[name], rtol=1e-9)


def test_half_of_a_hill_curve_is_its_ec50() -> None:
    doses = np.array(DOSES)
    hill = 0.1 + 0.4 * doses / (doses + 1e-1)
    found = Response(doses, {"GLUT4_surface": hill}, {"GLUT4_surface": 0.1})
    top = 0.4 * 100 / 100.1  # reached at the highest dose
    exact = 0.1 * (top / 2) / (0.4 - top / 2)
    assert found.half("GLUT4_surface") == pytest.approx(exact, rel=0.02)
    assert found.at("GLUT4_surface", DOSES[7]) == pytest.approx(hill[7])


def test_a_cell_that_does_not_answer_has_no_ec50() -> None:
    flat = np.full(len(DOSES), 0.2)
    assert (
        Response(np.array(DOSES), {"GLUT4_surface": flat}, {"GLUT4_surface": 0.2}).half("GLUT4_surface")
        is None
    )


def test_work_is_done_in_slices_and_tells_how_far_it_is() -> None:
    work = DoseResponse(Scenario(), doses=(0.1, 1.0))
    seen = [work.progress]
    while not work.advance():
        seen.append(work.progress)
    assert len(seen) > 10
    assert seen == sorted(seen)
    assert work.progress == 1.0
