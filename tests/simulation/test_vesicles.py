"""Vesicles live by the same rates as the curve: their counts, their waiting times, their ways.

Seeds are fixed, so nothing here fails by chance; the thresholds are those at which a fresh seed would fail
less than once in a thousand times.
"""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.stats import kstest, norm

from hormoneviz.kinetics.traffic import COMPARTMENTS, REACTIONS
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.grid import CELL, CHUNK
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.simulation.vesicles import LEAVES, SOURCES, TARGETS, Histories

COUNT = len(COMPARTMENTS)
UNLIKELY = 1e-3
WAYS = {(COMPARTMENTS.index(r.consumes[0]), COMPARTMENTS.index(r.produces[0])) for r in REACTIONS}


def steady(cells: int) -> np.ndarray:
    """A different constant rate for each event, 1/min [16, cells]."""
    return np.repeat(np.linspace(0.2, 1.7, len(SOURCES))[:, None], cells, axis=1)


def swinging(cells: int) -> np.ndarray:
    """Rates that change in time, each in its own rhythm."""
    time = (np.arange(cells) + 0.5) * CELL
    phase = np.arange(len(SOURCES))[:, None]
    return steady(cells) * (1 + 0.9 * np.sin(time / 3.0 + phase))


def lived(rates: np.ndarray, vesicles: int, seed: int = 1) -> Histories:
    histories = Histories(seed, vesicles, np.ones(COUNT))
    for chunk in np.split(rates, range(CHUNK, rates.shape[1], CHUNK), axis=1):
        histories.extend(chunk)
    return histories


def transitions(histories: Histories, end: float) -> list[tuple[int, int, int, float, float]]:
    """(vesicle, from, to, entered, left) of every transition after the first, from what `at` shows."""
    found = []
    before = histories.at(0.0, until=end)
    time = 0.0
    while time < end:
        after = histories.at(time + CELL, until=end)
        for i in np.flatnonzero(after.jumps == before.jumps + 1):
            found.append((i, before.state[i], after.state[i], before.since[i], after.since[i]))
        before, time = after, time + CELL
    return found


@pytest.mark.parametrize("vesicles", [100, 5000])
def test_vesicles_move_along_the_declared_events_alone(vesicles: int) -> None:
    moved = transitions(lived(swinging(CHUNK), vesicles), end=8.0)
    assert len(moved) > vesicles
    assert {(source, target) for _, source, target, _, _ in moved} == WAYS


@pytest.mark.parametrize("compartment", range(COUNT))
def test_stays_are_exponential_where_rates_are_constant(compartment: int) -> None:
    rates = steady(20 * CHUNK)
    since, until = lived(rates, 100).stays(compartment)
    stays = (until - since)[since < 550]
    total = rates[:, 0] @ LEAVES[compartment]
    assert len(stays) > 300
    assert kstest(stays * total, "expon").pvalue > UNLIKELY / COUNT


@pytest.mark.parametrize("compartment", range(COUNT))
def test_stays_are_exponential_in_rescaled_time_where_rates_change(compartment: int) -> None:
    rates = swinging(10 * CHUNK)
    hazard = np.append(0.0, np.cumsum(LEAVES[compartment] @ rates) * CELL)
    edges = np.arange(len(hazard)) * CELL
    since, until = lived(rates, 150).stays(compartment)
    early = since < 250  # of 300 min, so that no stay is missing for being cut off by the end
    waited = np.interp(until[early], edges, hazard) - np.interp(since[early], edges, hazard)
    assert len(waited) > 300
    assert kstest(waited, "expon").pvalue > UNLIKELY / COUNT


def test_ways_out_are_chosen_by_their_rates() -> None:
    moved = transitions(lived(steady(CHUNK), 2000), end=20.0)
    for compartment in range(COUNT):
        events = np.flatnonzero(LEAVES[compartment])
        targets = [target for _, source, target, _, _ in moved if source == compartment]
        rates = steady(1)[events, 0]
        for event, rate in zip(events, rates, strict=True):
            share = rate / rates.sum()
            found = targets.count(TARGETS[event])
            error = np.sqrt(len(targets) * share * (1 - share))
            assert abs(found - len(targets) * share) <= 4 * error


@pytest.mark.parametrize("tissue", ["fat", "muscle"])
def test_shares_follow_the_curve_within_three_standard_errors(tissue: str) -> None:
    seeds, vesicles, times = 12, 500, [0.0, 2.0, 6.0, 15.0, 45.0]
    scenario = replace(
        Scenario(vesicles=vesicles, protocol=Protocol("bath", insulin="100 nM")), tissue=tissue
    )
    counted = np.zeros((len(times), COUNT))
    film = Film(scenario)
    curve = film.series(COMPARTMENTS, times)
    for seed in range(seeds):
        counted += Film(replace(scenario, seed=seed)).counts(times)
    drawn = seeds * vesicles
    share = np.array([curve[name] for name in COMPARTMENTS]).T
    share /= share.sum(axis=1, keepdims=True)
    error = np.sqrt(share * (1 - share) / drawn)
    off = np.abs(counted / drawn - share) / error
    # Fifty comparisons: two may be beyond 3 standard errors by chance, none beyond what chance gives to one
    # set of seeds in a thousand.
    assert np.sort(off.ravel())[-3] < 3.0
    assert off.max() < norm.isf(UNLIKELY / off.size / 2)


@pytest.mark.parametrize("vesicles", [100, 5000])
def test_the_steps_of_extension_change_nothing(vesicles: int) -> None:
    rates = swinging(2 * CHUNK)
    whole, parts = Histories(5, vesicles, np.ones(COUNT)), Histories(5, vesicles, np.ones(COUNT))
    whole.extend(rates)
    for piece in np.split(rates, [1, 7, 400, 401, 1000], axis=1):
        parts.extend(piece)
    for time in (0.0, 0.05, 19.99, 33.333, 59.9):
        a, b = whole.at(time, until=60.0), parts.at(time, until=60.0)
        for name in ("state", "previous", "since", "until", "jumps"):
            assert np.array_equal(getattr(a, name), getattr(b, name))


@pytest.mark.parametrize("cell", [1, 599, 600, 601, 900])
def test_what_was_cut_off_and_lived_again_is_the_same(cell: int) -> None:
    rates = swinging(2 * CHUNK)
    whole = lived(rates, 200)
    twin = whole.cut(cell)
    twin.extend(rates[:, cell:])
    for time in (cell * CELL - 0.01, cell * CELL, 59.9):
        assert np.array_equal(whole.at(time, 60.0).since, twin.at(time, 60.0).since)


def test_a_compartment_that_nobody_leaves_keeps_its_vesicles() -> None:
    rates = steady(CHUNK)
    rates[LEAVES[0] > 0] = 0.0
    histories = lived(rates, 300)
    stored = [np.count_nonzero(histories.at(t, 30.0).state == 0) for t in (0.0, 5.0, 15.0, 29.0)]
    assert stored == sorted(stored)
    assert stored[-1] > 200


def test_counts_are_those_of_the_first_vesicles_alone() -> None:
    histories = lived(swinging(CHUNK), 400)
    times = np.array([29.0, 0.0, 3.3, 3.3, 17.0])
    present = np.array([400, 400, 100, 399, 0])
    counted = histories.counts(times, present)
    for time, owned, found in zip(times, present, counted, strict=True):
        states = histories.at(float(time), 30.0).state[:owned]
        assert np.array_equal(found, np.bincount(states, minlength=COUNT))


def test_a_stay_that_ends_beyond_the_horizon_is_told_as_endless() -> None:
    histories = lived(steady(CHUNK), 300)
    until = histories.at(4.0, until=5.0).until
    assert np.isinf(until).any()
    assert until[np.isfinite(until)].max() <= 5.0
