"""What the dose-response curves and the answer to "why did it change?" cost, beside films of the same.

python -m benchmarks.dose [--short]
"""

from __future__ import annotations

import sys
from time import perf_counter

from msgspec.structs import replace

from benchmarks.report import milliseconds, show
from hormoneviz.simulation import ode
from hormoneviz.simulation.causes import causes
from hormoneviz.simulation.dose import DOSES, HOLD, QUANTITIES, DoseResponse, dose_response, in_dish
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.health import healthy_twin
from hormoneviz.simulation.scenario import Event, Inflammation, Person, Protocol, Scenario

ILL = Scenario(person=Person(body="obese", diabetes="type 2"), inflammation=Inflammation(0.6))
TOGGLED = Scenario(protocol=Protocol("meal"), event=(Event("30 min", {"load": 0.8}),))


def main() -> None:
    times = 3 if "--short" in sys.argv else 9
    start = perf_counter()
    dose_response(ILL)
    first = 1000 * (perf_counter() - start)
    whole = milliseconds(lambda: dose_response(ILL), times, before=ode.rest.cache_clear)
    alone = milliseconds(one_by_one, 1, before=ode.rest.cache_clear)
    work, slices, done = DoseResponse(ILL), [0.0], False
    while not done:
        start = perf_counter()
        done = work.advance()
        slices.append(1000 * (perf_counter() - start))
    rows = [
        ("the first time, code generated, ms", f"{first:.0f}", "< 1500"),
        ("again, ms", f"{whole:.0f}", "< 1500"),
        ("longest slice, ms", f"{max(slices):.0f}", ""),
        ("films of the same baths, one by one, ms", f"{alone:.0f}", ""),
        ("curves / films one by one", f"{whole / alone:.3f}", ""),
    ]
    show(f"Dose and response: {len(DOSES)} doses to two cells (median of {times})", rows)
    film = Film(TOGGLED)
    film.series((), [film.duration])
    why = milliseconds(lambda: causes(film, "GLUT4_surface", 40.0), times)
    show("Why did it change?", [("four hours in the body, a toggle at 30 min, ms", f"{why:.0f}", "")])


def one_by_one() -> None:
    """Every bath as a film of its own, up to the minute that is read."""
    for cell in (in_dish(ILL), in_dish(healthy_twin(ILL))):
        for dose in DOSES:
            bath = replace(cell, protocol=replace(cell.protocol, insulin=f"{dose} nM"))
            Film(bath).series(QUANTITIES, [HOLD])


if __name__ == "__main__":
    main()
