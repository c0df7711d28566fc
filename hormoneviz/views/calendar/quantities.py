"""What can be chosen on the calendar: each quantity's unit, colour, axis and normal range; and the spans.

Normal ranges of hormones are those of science/body.md, all others those of the body strip (ranges.toml);
where no source gives one, there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hormoneviz.look.units import GLUCOSE_UNITS, GlucoseUnit, glucose_in
from hormoneviz.simulation.scenario import Person, Scenario
from hormoneviz.simulation.units import read
from hormoneviz.views.ranges import ranges

Range = tuple[float, float]

SPANS = (12, 26, 52, 104, 260, 520)
"""weeks that the calendar may show"""
_FIRST_DAYS = 6.0
"""weeks; who looks at so early a week sees the fewest weeks, everybody else a year or more"""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One lane."""

    name: str
    """of the calendar's series and of the words"""
    symbol: str
    """its unit, as it is written behind a number"""
    colour: str
    floor: float = 0.0
    """where the axis begins at the highest, as a share of the person's untreated value"""
    ceiling: float = 1.25
    """where it ends at the lowest, likewise: a change of a hundredth shall not look like one of half"""
    normal: Mapping[str, Range] = field(default_factory=dict)
    """by sex, or "menopause"; else that of the body strip, if it has one"""
    factor: float = 1.0
    """of `symbol` in the calendar's own unit"""

    def told_in(self, unit: GlucoseUnit) -> Quantity:
        """The same, with glucose in the unit that a person chose."""
        return replace(self, symbol=unit) if self.symbol in GLUCOSE_UNITS else self


QUANTITIES = (
    # 2.5th to 97.5th percentile of non-obese men, 264-916 ng/dL (Travison 2017); women about 2-50 ng/dL.
    Quantity("testosterone", "nmol/L", "androgen", normal={"male": (9.16, 31.8), "female": (0.07, 1.74)}),
    # Men, and women after menopause (Verdonk 2019); before it every phase of the cycle has its own.
    Quantity("estradiol", "pmol/L", "estrogen", normal={"male": (12.0, 136.0), "menopause": (0.0, 26.0)}),
    Quantity("HOMA_IR", "", "glucose"),
    Quantity("VAT", "× lean", "fatty_acid"),
    Quantity("lean_mass", "kg", "as160", floor=0.92, ceiling=1.06),
    Quantity("inflammation", "", "tnf"),
    Quantity("LH", "IU/L", "irs1"),
    Quantity("IGF1", "µg/L", "mtor"),
    Quantity("fasting_glucose", "mmol/L", "glucose", floor=0.75, factor=read("1 mg/dL", "glucose")),
    Quantity("M_value", "mg/kg/min", "glut4"),
    Quantity("SAT", "kg", "rab"),
    Quantity("CRP", "mg/L", "irs1_ser"),
)
NAMES = tuple(quantity.name for quantity in QUANTITIES)


def normal_range(quantity: Quantity, person: Person) -> Range | None:
    """What is normal for that person, in the quantity's unit; None where no source gives it."""
    if person.stage == "menopause" and "menopause" in quantity.normal:
        return quantity.normal["menopause"]
    if quantity.normal or quantity.name not in ranges():
        return quantity.normal.get(person.sex)
    usual = ranges()[quantity.name]
    if quantity.symbol in GLUCOSE_UNITS:
        low, high = (glucose_in(end, usual.unit, quantity.symbol)[0] for end in (usual.low, usual.high))
        return low, high
    return usual.low, usual.high


def usual(scenario: Scenario) -> tuple[str, ...]:
    """What is shown of a scenario before anybody has chosen, the most important last."""
    hormone = "testosterone" if scenario.person.sex == "male" else "estradiol"
    grows = any(therapy.agent in _GROWTH for therapy in scenario.therapy)
    return ("VAT", *([hormone, "HOMA_IR", "IGF1"] if grows else ["HOMA_IR", hormone]))


_GROWTH = ("sermorelin", "ipamorelin", "CJC-1295", "tesamorelin", "MK-677", "growth hormone")


def span_of(scenario: Scenario) -> int:
    """The weeks that show all of a scenario: its week, and the start and end of every therapy."""
    ends = [end for therapy in scenario.therapy for end in (therapy.from_week, therapy.to_week) if end]
    latest = max([scenario.week, *ends])
    return least_span(latest if 0.0 < latest <= _FIRST_DAYS else max(latest, 52.0))


def least_span(week: float) -> int:
    """The fewest weeks with that week among them."""
    return next((span for span in SPANS if span >= week), SPANS[-1])


def shown(chosen: Sequence[str], room: int, unit: GlucoseUnit = "mmol/L") -> tuple[Quantity, ...]:
    """As many of those chosen as there is room for, the latest choices first to stay, in their own order."""
    kept = chosen[-max(room, 1) :]
    return tuple(quantity.told_in(unit) for quantity in QUANTITIES if quantity.name in kept)
