"""Short spellings for the declaration of a network: a state, a rule, a reaction, a state that follows a
goal."""

from __future__ import annotations

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Reaction, Rule, Species


def state(name: str, unit: str, block: str, start: str = "0") -> Species:
    """A state of one block."""
    return Species(name, unit, start, part_of=block)


def rule(name: str, formula: str, unit: str) -> Rule:
    return Rule(name, Formula(formula), unit)


def reaction(name: str, arrow: str, rate: str) -> Reaction:
    """A reaction written as it is read: "a b -> c"."""
    consumes, produces = (tuple(side.split()) for side in arrow.split("->"))
    return Reaction(name, consumes, produces, Formula(rate))


def follows(name: str, goal: str, rate: str) -> tuple[Reaction, Reaction]:
    """A state that follows its goal at a rate."""
    return (
        reaction(f"{name} rises", f"-> {name}", f"{rate}*({goal})"),
        reaction(f"{name} falls", f"{name} ->", f"{rate}*{name}"),
    )
