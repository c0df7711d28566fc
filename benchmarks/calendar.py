"""What a calendar costs: a year of weekly injections from nothing, a person at rest, a week looked at again.

python -m benchmarks.calendar [--short]
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.report import milliseconds, show
from hormoneviz.simulation.calendar import SERIES, Calendar
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.scenario import Hormones, Person, Therapy
from hormoneviz.simulation.steady import untreated

WEEKLY = Therapy("testosterone cypionate", "100 mg", "7 d")
DAYS = np.arange(365) / 7


def main() -> None:
    times = 5 if "--short" in sys.argv else 15
    person = constitution(Person(body="obese"), Hormones(testosterone="low"), 0.05, "middle")

    def year() -> Calendar:
        calendar = Calendar(person, (WEEKLY,))
        calendar.series(SERIES, DAYS)
        return calendar

    kept = year()
    weeks = iter(np.random.default_rng(1).uniform(0, 52, 10_000).tolist())
    show(
        f"Calendar (ms, median of {times})",
        [
            ("52 weeks, weekly injections", f"{milliseconds(year, times):.1f}", "< 150"),
            (
                "a person's state of rest",
                f"{milliseconds(lambda: untreated(person), times, untreated.cache_clear):.1f}",
                "",
            ),
            ("any week of a lived year", f"{milliseconds(lambda: kept.at(next(weeks)), 200):.2f}", ""),
        ],
    )


if __name__ == "__main__":
    main()
