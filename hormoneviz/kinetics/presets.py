"""Which kind of cell a person and a tissue make, and the parameters that a scenario may override."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.parameters import body_parameters, parameters


def cell_of(tissue: str, diabetes: str) -> str:
    """The kind of cell for a tissue ('muscle' or 'fat') and a diabetes state ('none' or 'type 2')."""
    return tissue if diabetes == "none" else f"t2d_{tissue}"


@cache
def known_parameters(cell: str = "fat") -> Mapping[str, Parameter]:
    """Parameters of that cell and of the body around it, by name."""
    return {parameter.name: parameter for parameter in (*parameters(cell), *body_parameters())}
