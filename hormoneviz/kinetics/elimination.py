"""Elimination, twice: of what stands between states and slopes, which leaves the Jacobian; and of unknowns
from a system of linear equations with known places of its zeros, which solves it.

In both, what goes when is chosen once, for few operations (Markowitz 1957; for Jacobians Griewank and
Walther, Evaluating Derivatives, 2008, chapter 9); what remains is a straight line of arithmetic without a
loop, the same for all lanes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hormoneviz.kinetics.expressions import Graph, Node

Entries = dict[tuple[int, int], Node]


def jacobian(graph: Graph, outputs: Sequence[Node], names: Sequence[str]) -> Entries:
    """The derivatives of outputs with respect to names that are not zero, by (output, name) counted from 0.

    Every expression between is a vertex with an edge to each part, the local derivative; a vertex goes when
    each edge into it has been multiplied with each edge out of it.
    """
    states = frozenset(names)
    edges: dict[int, dict[int, Node]] = {
        -1 - i: {node: graph.one} if graph.names(node) & states else {} for i, node in enumerate(outputs)
    }
    for node in graph.needed(outputs):
        if graph.names(node) & states and graph.leaf(node) is None:
            found: dict[int, Node] = {}
            for part, slope in graph.partials(node):
                if graph.names(part) & states and slope != graph.zero:
                    found[part] = graph.plus(found.get(part, graph.zero), slope)
            edges[node] = found
    readers: dict[int, set[int]] = {}
    for node, parts in edges.items():
        for part in parts:
            readers.setdefault(part, set()).add(node)
    between = {node for node in edges if node >= 0}
    while between:
        gone = min(sorted(between), key=lambda node: len(edges[node]) * len(readers.get(node, ())))
        between.remove(gone)
        _bypass(graph, gone, edges, readers)
    places = {graph.name(name): j for j, name in enumerate(names)}
    return {
        (i, places[part]): slope
        for i in range(len(outputs))
        for part, slope in edges[-1 - i].items()
        if slope != graph.zero
    }


def _bypass(graph: Graph, gone: int, edges: dict[int, dict[int, Node]], readers: dict[int, set[int]]) -> None:
    """Lead every edge that passes through a vertex past it."""
    parts = edges.pop(gone)
    for part in parts:
        readers[part].discard(gone)
    for reader in readers.pop(gone, ()):
        towards = edges[reader].pop(gone)
        for part, slope in parts.items():
            before = edges[reader].get(part, graph.zero)
            edges[reader][part] = graph.plus(before, graph.times(towards, slope))
            readers[part].add(reader)


@dataclass(frozen=True)
class Factors:
    """A matrix as the product of a lower and an upper triangle, in the order of elimination."""

    order: tuple[int, ...]
    lower: Mapping[tuple[int, int], Node]
    """entries (row, column) left of the diagonal, which is 1"""
    upper: Mapping[tuple[int, int], Node]
    """entries right of the diagonal"""
    inverse: Mapping[int, Node]
    """one over the diagonal"""


def order_of(pattern: set[tuple[int, int]], size: int) -> tuple[int, ...]:
    """In which order the unknowns are best eliminated, from the places (row, column) that are not zero."""
    filled = set(pattern) | {(i, i) for i in range(size)}
    left, order = set(range(size)), []
    while left:
        rows = {i: {j for j in left if j != i and (i, j) in filled} for i in left}
        columns = {i: {j for j in left if j != i and (j, i) in filled} for i in left}
        best = min(sorted(left), key=lambda i: len(rows[i]) * len(columns[i]))
        filled |= {(i, j) for i in columns[best] for j in rows[best]}
        order.append(best)
        left.remove(best)
    return tuple(order)


def factors(graph: Graph, matrix: Mapping[tuple[int, int], Node], size: int) -> Factors:
    """Factors of a matrix that needs no pivoting, such as 1/h - Jacobian of a kinetic network."""
    order = order_of(set(matrix), size)
    now: Entries = dict(matrix)
    lower: Entries = {}
    upper: Entries = {}
    inverse: dict[int, Node] = {}
    for step, k in enumerate(order):
        inverse[k] = graph.over(graph.one, now[k, k])
        later = order[step + 1 :]
        right = [j for j in later if (k, j) in now]
        upper |= {(k, j): now[k, j] for j in right}
        for i in later:
            if (i, k) in now:
                share = lower[i, k] = graph.times(now[i, k], inverse[k])
                for j in right:
                    before = now.get((i, j), graph.zero)
                    now[i, j] = graph.minus(before, graph.times(share, now[k, j]))
    return Factors(order, lower, upper, inverse)


def solved(graph: Graph, found: Factors, given: list[Node]) -> list[Node]:
    """The unknowns, from the right-hand side."""
    values = list(given)
    for step, i in enumerate(found.order):
        for j in found.order[:step]:
            if (i, j) in found.lower:
                values[i] = graph.minus(values[i], graph.times(found.lower[i, j], values[j]))
    for step in range(len(found.order) - 1, -1, -1):
        i = found.order[step]
        for j in found.order[step + 1 :]:
            if (i, j) in found.upper:
                values[i] = graph.minus(values[i], graph.times(found.upper[i, j], values[j]))
        values[i] = graph.times(values[i], found.inverse[i])
    return values
