"""Facts: what the network says about one of its quantities, ready to be shown.  No Qt."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Network, Parameter

_LONGEST = 12
"""reactions shown of one quantity; no species of ours takes part in more"""


@dataclass(frozen=True, slots=True)
class Term:
    """One reason for a quantity to be what it is."""

    sign: int
    """+1: it adds, -1: it takes away, 0: the first part of a rule"""
    name: str
    """of the reaction; empty for a part of a rule"""
    formula: Formula


@dataclass(frozen=True, slots=True)
class Facts:
    """One quantity in the network."""

    name: str
    unit: str
    moves: bool
    """whether the terms are rates at which it changes; else they are its value"""
    terms: tuple[Term, ...]
    """empty for what is given from outside, and for a parameter"""
    parameters: tuple[Parameter, ...]
    """that the terms read, or the quantity itself if it is one"""
    driven_by: tuple[str, ...]
    """species, inputs and rules that the terms read, other than itself"""
    drives: tuple[str, ...]
    """species and rules whose terms read it, other than itself"""


def facts(network: Network, name: str) -> Facts:
    """What the network says about a species, input, rule or parameter.

    Raises:
        KeyError: the network has nothing of that name.
    """
    unit = network.units[name]
    terms = _terms(network, name)
    read = frozenset[str]().union(*(term.formula.names for term in terms)) - {name}
    parameters = {p.name: p for p in network.parameters}
    used = tuple(p for n, p in parameters.items() if n in read or n == name)
    driven_by = tuple(n for n in _quantities(network) if n in read)
    drives = tuple(n for n in _quantities(network) if n != name and _reads(network, n, name))
    moves = any(species.name == name for species in network.species)
    return Facts(name, unit, moves, terms, used, driven_by, drives)


def _quantities(network: Network) -> tuple[str, ...]:
    """Everything that changes in time, in the network's order."""
    parts = (network.inputs, network.species, network.rules)
    return tuple(part.name for group in parts for part in group)


def _terms(network: Network, name: str) -> tuple[Term, ...]:
    for rule in network.rules:
        if rule.name == name:
            return tuple(_summands(rule.formula.tree))
    found = [Term(r.effect[name], r.name, r.rate) for r in network.reactions if name in r.effect]
    return tuple(sorted(found, key=lambda term: -term.sign))[:_LONGEST]


def _reads(network: Network, name: str, cause: str) -> bool:
    return any(cause in term.formula.names for term in _terms(network, name))


def _summands(tree: ast.expr, sign: int = 0) -> Iterator[Term]:
    """The parts of a sum, a line each."""
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add | ast.Sub):
        yield from _summands(tree.left, sign)
        yield Term(1 if isinstance(tree.op, ast.Add) else -1, "", Formula(ast.unparse(tree.right)))
    else:
        yield Term(sign, "", Formula(ast.unparse(tree)))
