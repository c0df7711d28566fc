"""A page of the ledger: what each switch does to one quantity, in the user's words and order.  No Qt.

Bars are Shapley values; "alone" is what a switch would do by itself. Numbers are in the unit in which they
are shown: percentage points of surface GLUT4, per cent of the healthy twin's glucose uptake, HOMA-IR as it
is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hormoneviz.look.words import Words
from hormoneviz.simulation.attribution import QUANTITIES, Ledger
from hormoneviz.simulation.evidence import Grade
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switch_evidence import grade_of
from hormoneviz.simulation.switches import Switch
from hormoneviz.views.ledger.names import graded, grounded, named

Sense = Literal["worse", "better", "none"]

DECIMALS = {"GLUT4_surface": 1, "glucose_uptake": 1, "HOMA_IR": 2}
NOTHING = "0"
_BROKEN = 1.3
"""times the largest other number; what goes beyond each alone is drawn no longer than this"""
MORE_IS_BETTER = {"GLUT4_surface": True, "glucose_uptake": True, "HOMA_IR": False}
"""whether more of it means that insulin works better"""


@dataclass(frozen=True, slots=True)
class Row:
    """One switch and its share."""

    switch: Switch
    label: str
    share: float
    alone: float
    error: float
    """standard error of the share; 0 where it is exact"""
    value: str
    """the share with its sign, for a column headed by the unit"""
    sense: Sense
    grade: str
    """how sure its effect is, in a word; a dash where nobody graded it"""
    spoken: str
    """all of this as a sentence, with species and tissue"""
    sure: Grade | None = None
    """the grade"""


@dataclass(frozen=True, slots=True)
class Page:
    """One quantity of a ledger."""

    quantity: str
    title: str
    course: str
    """from the healthy twin's value to the present one"""
    unit: str
    """that of all values; empty where they have none"""
    rows: tuple[Row, ...]
    total: float
    """the sum of all shares"""
    total_value: str
    beyond: float
    """what the switches do together beyond the sum of each alone; part of the shares already"""
    beyond_value: str
    alone_value: str
    """the sum of what each does alone"""
    together: str
    """what that means, as a sentence; empty where it is nothing"""
    spoken: str

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest of what its scale has to reach, zero among them.

        What goes beyond each alone can be several times as much as all else: it gets little more than the
        largest of the others, and is drawn broken off.
        """
        ends = [row.share + side * row.error for row in self.rows for side in (-1, 1)]
        numbers = [0.0, self.total, *ends]
        if self.together:
            numbers += [row.alone for row in self.rows]
            most = _BROKEN * max(map(abs, numbers))
            numbers.append(min(max(self.beyond, -most), most))
        return min(numbers), max(numbers)


def page(ledger: Ledger, scenario: Scenario, quantity: str, words: Words, order: Sequence[int]) -> Page:
    """The page of a quantity; `scenario` is that of the ledger as it stood, `order` that of the rows."""
    place = ledger.quantities.index(quantity)
    scale = _scale(ledger, quantity)
    rows = tuple(_row(ledger, scenario, i, place, scale, words) for i in order)
    total = float(ledger.present[place] - ledger.healthy[place]) * scale
    beyond = float(ledger.together[place]) * scale
    values = {"total": total, "beyond": beyond, "alone": total - beyond}
    signed = {name: _signed(quantity, number) for name, number in values.items()}
    worded = {name: _worded(quantity, value, words) for name, value in signed.items()}
    interplay = len(rows) > 1 and signed["beyond"] != NOTHING
    together = words.say("ledger_together", **worded) if interplay else ""
    title, course = words.say(f"ledger_{quantity}"), _course(ledger, place, words)
    spoken = [words.say("ledger_spoken", title=title, course=course, total=worded["total"])]
    spoken += [row.spoken for row in rows] + [together]
    return Page(
        quantity=quantity,
        title=title,
        course=course,
        unit=words.say(f"ledger_{quantity}_unit"),
        rows=rows,
        total=total,
        total_value=signed["total"],
        beyond=beyond,
        beyond_value=signed["beyond"],
        alone_value=signed["alone"],
        together=together,
        spoken=" ".join(spoken).strip(),
    )


def ordered(ledger: Ledger, quantity: str) -> tuple[int, ...]:
    """The switches' places by the size of what they do to a quantity, the largest first."""
    sizes = abs(ledger.contributions[:, ledger.quantities.index(quantity)])
    return tuple(sorted(range(len(sizes)), key=(-sizes).tolist().__getitem__))


def pages(ledger: Ledger, scenario: Scenario, by: str, words: Words) -> tuple[Page, ...]:
    """A page for each quantity, all in the order of one."""
    order = ordered(ledger, by)
    return tuple(page(ledger, scenario, quantity, words, order) for quantity in QUANTITIES)


def _row(ledger: Ledger, scenario: Scenario, i: int, place: int, scale: float, words: Words) -> Row:
    switch, quantity = ledger.switches[i], ledger.quantities[place]
    share, alone, error = (
        float(numbers[i, place]) * scale for numbers in (ledger.contributions, ledger.alone, ledger.error)
    )
    value = _signed(quantity, share)
    if error:
        value = words.say("ledger_error", value=value, error=f"{error:.{DECIMALS[quantity]}f}")
    label, grade = named(switch, scenario, words), graded(switch, scenario.person, words)
    sense = _sense(quantity, share)
    parts = [
        f"{label}: {_worded(quantity, value, words)}",
        words.say(f"ledger_{sense}") if sense != "none" else "",
        grounded(switch, scenario.person, words),
    ]
    spoken, sure = ", ".join(filter(None, parts)) + ".", grade_of(switch, scenario.person)
    return Row(switch, label, share, alone, error, value, sense, grade, spoken, sure)


def _scale(ledger: Ledger, quantity: str) -> float:
    if quantity == "glucose_uptake":
        return 100.0 / float(ledger.healthy[ledger.quantities.index(quantity)])
    return 100.0 if quantity == "GLUT4_surface" else 1.0


def _course(ledger: Ledger, place: int, words: Words) -> str:
    quantity = ledger.quantities[place]
    scale, decimals = _scale(ledger, quantity), DECIMALS[quantity]
    unit = "" if quantity == "HOMA_IR" else " %"
    healthy, now = (f"{float(v[place]) * scale:.{decimals}f}" for v in (ledger.healthy, ledger.present))
    if quantity == "glucose_uptake":
        healthy = f"{float(healthy):.0f}"
    return words.say("ledger_course", healthy=healthy + unit, now=now + unit)


def _sense(quantity: str, number: float) -> Sense:
    rounded = round(number, DECIMALS[quantity])
    if not rounded:
        return "none"
    return "better" if (rounded > 0) == MORE_IS_BETTER[quantity] else "worse"


def _signed(quantity: str, number: float) -> str:
    """A number with a real minus; what rounds to nothing has no sign."""
    text = f"{abs(number):.{DECIMALS[quantity]}f}"
    if not float(text):
        return NOTHING
    return ("+" if number > 0 else "\N{MINUS SIGN}") + text


def _worded(quantity: str, value: str, words: Words) -> str:
    """A value with its unit."""
    return words.say(f"ledger_{quantity}_value", value=value)
