"""What a film costs: a 3-hour meal from nothing, split into its parts, and a toggle to its first Frame.

python -m benchmarks.film [--short]
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.report import milliseconds, show
from hormoneviz.simulation import ode
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.film import LOOK_AHEAD, Film
from hormoneviz.simulation.scenario import Protocol, Scenario

SCENARIOS = {
    "a meal, muscle in the body": Scenario(),
    "75 g to drink (OGTT), muscle in the body": Scenario(protocol=Protocol("ogtt")),
    "100 nM in a dish, fat": Scenario(tissue="fat", protocol=Protocol("bath", insulin="100 nM")),
}
LAST = 180.0 - LOOK_AHEAD - 0.1
"""min; the last Frame that needs no look beyond the three hours"""


def main() -> None:
    times = 5 if "--short" in sys.argv else 15
    for name, scenario in SCENARIOS.items():
        show(f"Film: {name}, 500 vesicles (ms, median of {times})", measured(scenario, times))


def measured(scenario: Scenario, times: int) -> list[tuple[str, str, str]]:
    """The rows of the table for one scenario."""
    first = conditions(scenario)[0]

    def forget() -> None:
        ode.rest.cache_clear()

    def rest() -> None:
        ode.rest(network_of(scenario), first.parameters, first.resting_inputs)

    def solve() -> None:
        Film(scenario).series(["PIP3"], [LAST])

    def whole() -> None:
        Film(scenario).at(LAST)

    film = Film(scenario)
    film.at(LAST)
    toggled = scenario.with_event("60 min", {"load": 0.8})
    moments = iter(np.random.default_rng(1).uniform(0, LAST, 10_000).tolist())
    resting = milliseconds(rest, times, forget)
    curves = milliseconds(solve, times, forget)
    everything = milliseconds(whole, times, forget)
    toggle = milliseconds(lambda: Film(toggled, before=film).at(60.0), times)
    at_start = milliseconds(lambda: Film(toggled).at(0.0), times, forget)
    return [
        ("curves, 3 h", f"{curves:.1f}", "< 60"),
        ("  of which the state of rest", f"{resting:.1f}", ""),
        ("with the vesicles' lives", f"{everything:.1f}", ""),
        ("first Frame of a new scenario", f"{at_start:.1f}", "< 100, with its painting"),
        ("toggle at 60 min to its Frame", f"{toggle:.1f}", "< 100, with its painting"),
        ("a Frame anywhere", f"{milliseconds(lambda: film.at(next(moments)), 200):.3f}", ""),
        ("counts, 360 moments", f"{milliseconds(lambda: film.counts(np.arange(360) / 2), times):.1f}", ""),
    ]


if __name__ == "__main__":
    main()
