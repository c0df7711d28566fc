"""Which kind of cell a person and a tissue make, and the parameters that a scenario may override."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.parameters import body_parameters, parameters

WORKED_OUT = frozenset({"load", "belief", "testosterone_own"})
"""parameters of the calendar that follow from the scenario: they have a key, a dial or no say of their own"""


def cell_of(tissue: str, diabetes: str) -> str:
    """The kind of cell for a tissue ('muscle' or 'fat') and a diabetes state ('none' or 'type 2')."""
    return tissue if diabetes == "none" else f"t2d_{tissue}"


@cache
def known_parameters(cell: str = "fat") -> Mapping[str, Parameter]:
    """Parameters of that cell and of the body around it, by name."""
    return {parameter.name: parameter for parameter in (*parameters(cell), *body_parameters())}


@cache
def calendar_parameters_known() -> Mapping[str, Parameter]:
    """Parameters of the calendar that a scenario may override, by name, with the value of a man; those that
    it shares with the body of the hours among them."""
    return {p.name: p for p in calendar("male").parameters if p.name not in WORKED_OUT}


@cache
def calendar_of_sex(sex: Literal["male", "female"]) -> Mapping[str, float]:
    """The values of the same in that sex."""
    return {p.name: p.value for p in calendar(sex).parameters if p.name not in WORKED_OUT}


@cache
def all_parameters() -> Mapping[str, Parameter]:
    """Everything that [parameters] of a scenario may hold, by name."""
    return {**calendar_parameters_known(), **known_parameters()}
