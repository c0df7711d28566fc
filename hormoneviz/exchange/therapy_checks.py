"""What the shape of a therapy cannot say: that its agent exists, its dose and interval are possible, and its
weeks and route belong together."""

from __future__ import annotations

from typing import Final

from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.simulation.errors import UnitError, nearest
from hormoneviz.simulation.scenario import Therapy
from hormoneviz.simulation.therapies import Agent, agents, amount, interval

_LARGEST_DOSE: Final = 10_000.0
"""mg, or mg a day; a slip of the unit lies far above any trial"""
_SHORTEST, _LONGEST = 0.5, 3650.0
"""d; what is given more often acts by its daily mean anyway"""


def check_therapy(therapy: Therapy, key: KeyPath) -> None:
    """Nothing where the therapy can be lived.

    Raises:
        BadInput: the first thing that is wrong.
    """
    if therapy.agent not in agents():
        likely = nearest(therapy.agent, agents())
        raise BadInput(f'no therapy is called "{therapy.agent}"', (*key, "agent"), nearest=likely)
    _check_dose(therapy, key)
    _check_interval(therapy, key)
    if therapy.to_week is not None and therapy.to_week <= therapy.from_week:
        problem = f"expected a week after from_week, which is {therapy.from_week:g}"
        raise BadInput(f"{problem}, got {therapy.to_week:g}", (*key, "to_week"))
    _check_route(therapy, agents()[therapy.agent], key)


def _check_dose(therapy: Therapy, key: KeyPath) -> None:
    try:
        dose = amount(therapy)
    except UnitError as error:
        raise BadInput(error.problem, (*key, "dose"), nearest=error.nearest) from None
    if dose > _LARGEST_DOSE:
        raise BadInput(f'expected at most {_LARGEST_DOSE:g} mg, got "{therapy.dose}"', (*key, "dose"))


def _check_interval(therapy: Therapy, key: KeyPath) -> None:
    try:
        days = interval(therapy)
    except UnitError as error:
        raise BadInput(error.problem, (*key, "every"), nearest=error.nearest) from None
    if days is not None and not _SHORTEST <= days <= _LONGEST:
        raise BadInput(f'expected a time from "12 h" to "520 wk", got "{therapy.every}"', (*key, "every"))


def _check_route(therapy: Therapy, agent: Agent, key: KeyPath) -> None:
    if therapy.route is not None and therapy.route not in agent.routes:
        choices = " or ".join(f'"{route}"' for route in agent.routes)
        likely = nearest(therapy.route, agent.routes)
        raise BadInput(f'expected {choices}, got "{therapy.route}"', (*key, "route"), nearest=likely)
