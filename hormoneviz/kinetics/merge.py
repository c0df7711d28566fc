"""The cell inside the body: one network out of two, in which the cell's inputs are what the body makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from hormoneviz.kinetics.body import GAINS, body
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.network import Network, NetworkError, Rule


def merged(cell: Network, around: Network, gains: Mapping[str, str] = GAINS) -> Network:
    """The cell with the body around it.

    An input of the cell that the body knows as a rule is that rule; an input that both have is one. `gains`
    names rules of the body that scale a parameter of the cell in its rates and rules. Nothing flows back
    from the cell: blood glucose must not depend on which of the two cells is looked at.

    Raises:
        NetworkError: the two use one name for different things, or in different units.
    """
    made = {rule.name: rule.unit for rule in around.rules}
    shared = {given.name: given.unit for given in around.inputs}
    for given in cell.inputs:
        if (found := (made | shared).get(given.name, given.unit)) != given.unit:
            raise NetworkError(f"{given.name}: {given.unit} in the cell, {found} in the body")
    scaled = {name: f"({name}*{gain})" for name, gain in gains.items()}
    return replace(
        cell,
        name=f"{cell.name} in the {around.name}",
        species=(*cell.species, *around.species),
        inputs=(*around.inputs, *(i for i in cell.inputs if i.name not in made | shared)),
        parameters=(*cell.parameters, *around.parameters),
        rules=(
            *around.rules,
            *(Rule(r.name, r.formula.substituted(scaled), r.unit) for r in cell.rules),
        ),
        reactions=(
            *(replace(r, rate=r.rate.substituted(scaled)) for r in cell.reactions),
            *around.reactions,
        ),
        conserved=(*cell.conserved, *around.conserved),
    )


@cache
def cell_in_body(cell: str) -> Network:
    """That kind of cell ('fat', 'muscle', 't2d_fat', 't2d_muscle') in the body."""
    return merged(network(cell), body())
