"""The calendar in the window: its handle moved by a week, and another therapy, from the verb to the pixels.

xvfb-run -s "-screen 0 1920x1080x24" python -m benchmarks.weeks [--short]

A week needs another state of the body and another film; a toggle of the load at time 0 needs the same and is
the yardstick: what is slower is the calendar's own.
"""

from __future__ import annotations

import dataclasses
import sys
from itertools import cycle
from time import perf_counter, process_time

from msgspec.structs import replace

from benchmarks.open_window import Opened, open_window
from benchmarks.report import Row, milliseconds, show
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Hormones, Person, Scenario, Therapy
from hormoneviz.views.calendar.panel import CalendarPanel
from hormoneviz.views.pathway.panel import PathwayPanel

WEEKLY = Therapy("testosterone cypionate", "100 mg", "7 d")
SCENARIO = Scenario(
    person=Person(age=50, body="obese"), hormones=Hormones(testosterone="low"), therapy=(WEEKLY,), week=26.0
)


def main() -> None:
    times = 9 if "--short" in sys.argv else 25
    opened = open_window(SCENARIO, mode=dataclasses.replace(EXPLORE, side=(PathwayPanel, CalendarPanel)))
    panel = opened.window.findChild(CalendarPanel)
    assert panel is not None
    _until_lived(opened, panel)
    size = f"{panel.weeks.width()}x{panel.weeks.height()}"
    show(
        f"Weeks: {size} on {opened.app.platformName()}",
        [*handle(opened, panel, times), *therapy(opened, panel)],
    )
    opened.window.close()


def handle(opened: Opened, panel: CalendarPanel, times: int) -> list[Row]:
    """One week further, painted everywhere; and what that is made of."""
    session = opened.session
    look = Look.load()
    weeks, loads = cycle(range(1, 52)), cycle(i / 100 for i in range(10, 90))

    def move() -> None:
        session.set_week(float(next(weeks)))
        opened.settle()

    def toggle() -> None:
        session.set_state("load", next(loads))
        opened.settle()

    def redraw() -> None:
        panel.weeks.set_look(look)
        panel.weeks.repaint()

    began = process_time()
    moved = milliseconds(move, times)
    own = 1000 * (process_time() - began) / times
    film = milliseconds(lambda: Film(replace(session.scenario, week=float(next(weeks)))).at(0.0), times)
    painted, drawn = milliseconds(panel.weeks.repaint, times), milliseconds(redraw, times)
    toggled = milliseconds(toggle, times)
    return [
        ("handle by a week to its pixels, window and all", f"{moved:.0f} ms", "< 100 ms"),
        ("own CPU of that", f"{own:.0f} ms", ""),
        ("its film with the first frame, alone", f"{film:.0f} ms", ""),
        ("its calendar repainted, alone", f"{painted:.1f} ms", ""),
        ("the calendar's picture drawn anew", f"{drawn:.1f} ms", ""),
        ("load by a hundredth to its pixels", f"{toggled:.0f} ms", ""),
        ("handle / load", f"{moved / toggled:.2f}", ""),
    ]


def therapy(opened: Opened, panel: CalendarPanel) -> list[Row]:
    """Another therapy: its first sign, the longest that anything else had to wait, and its whole year."""
    first, longest, whole = [], [], []
    for dose in range(101, 108):
        _until_lived(opened, panel)
        lived, waits = panel.weeks.life.course, []
        start = last = perf_counter()
        opened.session.set_therapies((Therapy("testosterone cypionate", f"{dose} mg", "7 d"),))
        while panel.weeks.life.course is lived:
            opened.app.processEvents()
            waits.append(perf_counter() - last)
            last = perf_counter()
        first.append(waits[0])
        longest.append(max(waits[1:], default=0.0))
        whole.append(perf_counter() - start)
    medians = [f"{1000 * sorted(found)[len(found) // 2]:.0f} ms" for found in (first, longest, whole)]
    return [
        ("another therapy to its first sign", medians[0], "< 100 ms"),
        ("longest that events then wait", medians[1], ""),
        ("another therapy to the year's curves", medians[2], ""),
    ]


def _until_lived(opened: Opened, panel: CalendarPanel) -> None:
    while panel.weeks.life.course is None or panel.weeks.life.busy:
        opened.settle()


if __name__ == "__main__":
    main()
