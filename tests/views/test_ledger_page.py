"""Pages of the ledger: sums, order, signs and names, without a window."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.words import words
from hormoneviz.simulation.attribution import QUANTITIES, Ledger, ledger
from hormoneviz.simulation.conditions import HORMONES
from hormoneviz.simulation.evidence import cell_effects, graded_effects
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Scenario
from hormoneviz.simulation.switch_evidence import WAYS, grade_of
from hormoneviz.simulation.switches import PERSON, Switch
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.ledger.names import named
from hormoneviz.views.ledger.page import DECIMALS, Page, pages

SCENARIOS = ("22-trt-week-26", "28-vicious-circle", "31-androgen-deprivation")


@cache
def of(name: str) -> tuple[Scenario, Ledger]:
    scenario = find_scenario(name)
    return scenario, ledger(scenario, 60.0)


def read(name: str, by: str = "GLUT4_surface") -> dict[str, Page]:
    scenario, made = of(name)
    return {page.quantity: page for page in pages(made, scenario, by, words())}


def number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-"))


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_rows_sum_to_the_total_and_alone_and_together_do_too(name: str, quantity: str) -> None:
    page = read(name)[quantity]
    assert sum(row.share for row in page.rows) == pytest.approx(page.total, abs=1e-9)
    alone = sum(row.alone for row in page.rows)
    assert alone + page.beyond == pytest.approx(page.total, abs=1e-9)
    assert number(page.alone_value) == pytest.approx(alone, abs=0.51 * 10 ** -DECIMALS[quantity])


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_the_largest_share_comes_first_on_the_page_one_sorts_by(quantity: str) -> None:
    page = read("22-trt-week-26", quantity)[quantity]
    sizes = [abs(row.share) for row in page.rows]
    assert sizes == sorted(sizes, reverse=True)


def test_all_pages_keep_the_order_of_the_one_that_is_sorted_by() -> None:
    orders = {tuple(row.switch for row in page.rows) for page in read("22-trt-week-26", "HOMA_IR").values()}
    assert len(orders) == 1


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_signs_and_their_words_follow_the_numbers(name: str, quantity: str) -> None:
    for row in read(name)[quantity].rows:
        assert number(row.value) == pytest.approx(row.share, abs=0.51 * 10 ** -DECIMALS[quantity])
        if number(row.value) == 0:
            assert row.sense == "none"
        else:
            assert row.value[0] == ("+" if row.share > 0 else "\N{MINUS SIGN}")
            better = row.share < 0 if quantity == "HOMA_IR" else row.share > 0
            assert row.sense == ("better" if better else "worse")
            assert words().say(f"ledger_{row.sense}") in row.spoken


def test_the_course_tells_both_ends() -> None:
    page = read("28-vicious-circle")["GLUT4_surface"]
    _, made = of("28-vicious-circle")
    assert f"{100 * made.healthy[0]:.1f} %" in page.course
    assert f"{100 * made.present[0]:.1f} %" in page.course
    assert "100 %" in read("28-vicious-circle")["glucose_uptake"].course


def test_switches_have_names_that_a_person_would_use() -> None:
    labels = {row.label for row in read("22-trt-week-26")["HOMA_IR"].rows}
    assert labels == {"Obese", "Age 50", "Testosterone low", "Testosterone cypionate"}


def test_a_level_by_number_a_load_and_an_override_are_named() -> None:
    scenario = Scenario(
        hormones=Hormones(testosterone="300 ng/dL"),
        inflammation=Inflammation(load=0.6),
        parameters={"k_dock": 1.0},
    )
    say = words()
    assert named(Switch("testosterone", "hormone"), scenario, say) == "Testosterone 300 ng/dL"
    assert named(Switch("load", "load"), scenario, say) == "Inflammation 0.6"
    assert named(Switch("diabetes", "person"), scenario, say) == "Type 2 diabetes"
    assert "k_dock" in named(Switch("parameters", "parameters"), scenario, say)


def test_every_way_names_effects_that_are_graded() -> None:
    assert {effect for way in WAYS.values() for effect in way} <= {*graded_effects(), *cell_effects()}


def test_every_switch_has_a_grade_in_words() -> None:
    switches = [Switch(name, "person") for name in PERSON] + [Switch(name, "hormone") for name in HORMONES]
    switches += [Switch(name, "therapy") for name in agents()] + [Switch("load", "load")]
    for switch in switches:
        for person in (Person(stage="andropause"), Person(sex="female", stage="menopause")):
            grade = grade_of(switch, person)
            assert words().say(f"ledger_grade_{grade or 'none'}")


def test_a_drug_has_the_grade_of_its_row_and_a_chain_that_of_its_least_sure_step() -> None:
    assert grade_of(Switch("MK-677", "therapy"), Person()) == agents()["MK-677"].grade
    menopause = Person(sex="female", stage="menopause")
    assert grade_of(Switch("stage", "person"), menopause) == "contested"
    assert grade_of(Switch("age", "person"), Person()) == "unknown"
    assert grade_of(Switch("parameters", "parameters"), Person()) is None


def test_an_estimate_says_its_error() -> None:
    scenario, made = of("28-vicious-circle")
    guessed = replace(made, exact=False, error=np.full_like(made.error, 0.004))
    page = pages(guessed, scenario, "GLUT4_surface", words())[0]
    assert all(row.value.endswith("± 0.4") for row in page.rows)
    assert page.extent[0] <= min(row.share - row.error for row in page.rows)


def test_one_switch_alone_does_nothing_together() -> None:
    scenario, made = of("31-androgen-deprivation")
    one = replace(
        made,
        switches=made.switches[1:],
        contributions=(made.present - made.healthy)[None],
        alone=(made.present - made.healthy)[None],
        together=np.zeros(3),
        error=made.error[1:],
    )
    page = pages(one, scenario, "GLUT4_surface", words())[0]
    assert page.together == ""
    assert len(page.rows) == 1
