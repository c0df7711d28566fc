"""Shapley values: each player's fair share of what all of them bring about together.

A coalition is a set of players written as the bits of a number; `worth[coalition]` holds what it brings for
each quantity. The share of a player is what it adds to those who came before, averaged over all orders in
which the players can come (Shapley 1953).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import factorial

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Worth = Mapping[int, Array]
Order = tuple[int, ...]


def everyone(players: int) -> int:
    """The coalition of all."""
    return (1 << players) - 1


def exact(worth: Worth, players: int) -> Array:
    """Shares [S, Q] from the worth of all 2^S coalitions, each [Q]."""
    weights = [
        factorial(size) * factorial(players - 1 - size) / factorial(players) for size in range(players)
    ]
    shares = np.zeros((players, *np.shape(worth[0])))
    for player in range(players):
        for others in range(1 << players):
            if not others >> player & 1:
                added = worth[others | 1 << player] - worth[others]
                shares[player] += weights[others.bit_count()] * added
    return shares


def orders(players: int, pairs: int, seed: int) -> list[Order]:
    """Orders drawn by chance, each followed by its reverse, which evens much of the chance out."""
    random = np.random.default_rng(seed)
    drawn = [tuple(random.permutation(players).tolist()) for _ in range(pairs)]
    return [order for one in drawn for order in (one, one[::-1])]


def coalitions_of(drawn: Sequence[Order], players: int) -> list[int]:
    """The coalitions that `estimated` needs, and those of one player alone, ascending."""
    found = {0, *(1 << player for player in range(players))}
    for order in drawn:
        found |= set(_filling(order))
    return sorted(found)


def estimated(worth: Worth, drawn: Sequence[Order]) -> tuple[Array, Array]:
    """Shares and their standard errors [S, Q] from some orders only (pairs as `orders` gives them); the
    shares still sum to what all bring together."""
    added = np.array([_added(worth, order) for order in drawn])
    pairs = added.reshape(-1, 2, *added.shape[1:]).mean(axis=1)
    error = pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))
    return added.mean(axis=0), error


def _filling(order: Order) -> list[int]:
    """The coalitions from nobody to everybody as the players come in this order [S + 1]."""
    found = [0]
    for player in order:
        found.append(found[-1] | 1 << player)
    return found


def _added(worth: Worth, order: Order) -> Array:
    """What each player adds as they come in this order [S, Q]."""
    steps = np.diff([worth[coalition] for coalition in _filling(order)], axis=0)
    return steps[np.argsort(order)]
