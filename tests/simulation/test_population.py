"""A virtual population: who is in it hangs on seed and number alone, it differs as people do, and whom nobody
can solve is counted."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace

from hormoneviz.kinetics.presets import all_parameters, cell_of, known_parameters
from hormoneviz.simulation import cohort as module
from hormoneviz.simulation.cohort import TYPICAL, Cohort, Work, cohort
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.people import person
from hormoneviz.simulation.population import CHUNK, MOST, Crowd, Population, chunk_at_once, population
from hormoneviz.simulation.scenario import Event, Person, Protocol, Scenario, Therapy

OGTT = Scenario(protocol=Protocol("ogtt"), duration="120 min")
TREATED = Scenario(
    person=Person(age=60, stage="andropause", body="overweight"),
    protocol=Protocol("ogtt"),
    duration="60 min",
    week=8.0,
    therapy=(Therapy("testosterone cypionate", "100 mg", every="1 wk"),),
)


def solved(work: Work) -> Cohort:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Cohort = end.value
            return found


@pytest.fixture(scope="module")
def crowd() -> Crowd:
    return population(OGTT, 300, seed=1)


def test_a_person_is_the_same_in_a_population_of_any_size(crowd: Crowd) -> None:
    few = population(OGTT, 7, seed=1)
    assert few.size == 7
    for name, values in few.people.readings.items():
        assert values.tolist() == crowd.people.readings[name][:7].tolist(), name
    for name, rows in few.people.series.items():
        assert np.array_equal(rows, crowd.people.series[name][:7]), name


def test_a_chunk_is_the_same_alone_and_in_any_order(crowd: Crowd) -> None:
    last = chunk_at_once(OGTT, 1, 2)
    assert last.numbers.tolist() == list(range(2 * CHUNK, 3 * CHUNK))
    kept = {2: last, 0: chunk_at_once(OGTT, 1, 0)}
    work = Population(OGTT, 300, 1, kept)
    while not work.advance():
        pass
    assert work.crowd is not None
    assert set(kept) == {0, 1, 2}
    assert np.array_equal(work.crowd.people.readings["M_value"], crowd.people.readings["M_value"])


def test_other_seeds_are_other_people() -> None:
    first, second = person(OGTT, 1, 0), person(OGTT, 2, 0)
    assert first.keys() == second.keys() == person(OGTT, 1, 9_999).keys()
    assert all(first[name] != second[name] for name in ("Vmx", "k_endo", "testis"))


def test_the_typical_person_is_the_one_on_screen(crowd: Crowd) -> None:
    film = Film(OGTT)
    for name, tolerance in (("plasma_glucose", 2e-3), ("GLUT4_surface", 1e-3)):
        (course,) = crowd.typical.series[name]
        own = film.series([name], crowd.typical.times)[name]
        assert np.abs(course - own).max() < tolerance * own.max(), name


def test_values_stay_inside_their_bounds_and_what_the_scenario_sets_holds_for_all() -> None:
    set_by_it = replace(
        OGTT, parameters={"Gb": 100.0}, event=(Event("10 min", {"k_endo": 0.4, "load": 0.5}),)
    )
    known = {**all_parameters(), **known_parameters(cell_of("muscle", "none"))}
    for number in range(50):
        factors = person(set_by_it, 1, number)
        assert not {"Gb", "k_endo"} & factors.keys()
        for name, factor in factors.items():
            p = known[name]
            assert p.low - 1e-12 <= p.value * factor <= p.high + 1e-12, name


def test_women_vary_around_their_own_values() -> None:
    woman = replace(OGTT, person=Person(sex="female"), duration="2 min")
    people = population(woman, 100, seed=1).people.readings["testosterone"]
    assert 0.8 < float(np.median(people)) < 1.3  # nmol/L; a man's is 18


def test_bands_are_in_order_and_hold_the_typical_person(crowd: Crowd) -> None:
    for name in crowd.series_units:
        bands = crowd.bands(name)
        assert np.all(np.diff(bands, axis=0) >= 0.0), name
    low, _, _, _, high = crowd.bands("plasma_glucose")
    (typical,) = crowd.typical.series["plasma_glucose"]
    assert np.all((low < typical) & (typical < high))


def test_lean_people_differ_as_much_as_was_published(crowd: Crowd) -> None:
    """spread.toml says which of these were put in and which come out."""
    read = crowd.people.readings
    m = np.percentile(read["M_value"], [5, 50, 95])
    # Bergman 1985: 4.7 to 8.7 mg/kg/min in people who are not obese, a ratio of 1.85
    assert 1.5 < m[2] / m[0] < 2.1
    assert m[0] > 4.7
    assert read["M_value"].min() > 3.0  # no tail of healthy people like diabetics
    assert 4.0 < read["fasting_glucose"].std() < 6.0
    # EPIRCE: SD of the logarithm 0.50 in people of all sizes
    assert 0.35 < np.log(read["HOMA_IR"]).std() < 0.50
    low, middle, high = 28.84 * np.percentile(read["testosterone"], [5, 50, 95])
    # Travison 2017: 303, 531, 852 ng/dL
    assert low == pytest.approx(303, rel=0.15)
    assert middle == pytest.approx(531, rel=0.05)
    assert high == pytest.approx(852, rel=0.15)


def test_not_everyone_responds_alike_to_a_therapy() -> None:
    found = population(TREATED, 100, seed=1)
    changes = found.responses()["M_value"]
    assert changes.shape == (100,)
    assert np.all(found.people.readings["testosterone"] > found.people.without["testosterone"])
    assert changes.std() > 0.1 * np.abs(changes).mean()
    assert population(OGTT, 1, seed=1).responses() == {}


def test_a_dish_has_people_too() -> None:
    found = population(replace(OGTT, protocol=Protocol("bath"), duration="10 min"), 3)
    assert "glucose_peak" not in found.reading_units
    assert found.people.series["GLUT4_surface"].shape[0] == 3


def test_who_cannot_be_solved_is_found_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    ill = {3, 57}
    honest = module._together

    def picky(scenario: Scenario, seed: int, numbers: tuple[int, ...]) -> Work:
        if ill & set(numbers):
            raise SolverFailed("no")
        found = yield from honest(scenario, seed, numbers)
        return found

    monkeypatch.setattr(module, "_together", picky)
    short = replace(OGTT, duration="5 min")
    found = population(short, 60, seed=1)
    assert found.people.failed == (3, 57)
    assert found.size == 58
    assert found.people.numbers.tolist() == [i for i in range(60) if i not in ill]
    assert solved(cohort(short, 1, [3])).series["plasma_glucose"].shape[0] == 0
    ill.add(TYPICAL)
    with pytest.raises(SolverFailed, match="whom the scenario describes"):
        population(short, 2, seed=1)


@pytest.mark.parametrize("people", [0, -1, MOST + 1])
def test_too_few_or_too_many_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to 10000 people"):
        Population(OGTT, people)


def test_progress_rises_and_work_comes_in_slices() -> None:
    work, seen = Population(replace(OGTT, duration="20 min"), 150, 1), [0.0]
    while not work.advance():
        seen.append(work.progress)
    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(seen))
    assert len(seen) > 50
