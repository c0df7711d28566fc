"""NETWORK: the cell, from insulin to glucose uptake, as one declaration of 27 states."""

from __future__ import annotations

from functools import cache

from hormoneviz.kinetics import signalling, traffic
from hormoneviz.kinetics.network import Network
from hormoneviz.kinetics.parameters import parameters


@cache
def network(cell: str = "fat") -> Network:
    """The network with the parameters of that kind of cell: 'fat', 'muscle', 't2d_fat' or 't2d_muscle'.

    Raises:
        NetworkError: the declaration contradicts itself.
    """
    return Network(
        name=cell,
        species=(*signalling.SPECIES, *traffic.SPECIES),
        inputs=signalling.INPUTS,
        parameters=parameters(cell),
        rules=(*signalling.RULES, *traffic.RULES),
        reactions=(*signalling.REACTIONS, *traffic.REACTIONS),
        conserved=(*signalling.CONSERVED, *traffic.CONSERVED),
        discrete=tuple(reaction.name for reaction in traffic.REACTIONS),
    )


NETWORK = network()
