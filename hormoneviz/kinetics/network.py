"""Network: what is true. Species, inputs, parameters, rules and reactions as data that checks itself on
construction.

One declaration feeds every reader: the ODE and its Jacobian, the stochastic vesicles, the pathway panel, the
inspector, the parameter table. Nothing here evaluates anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.functions import SCALARS

Basis = Literal["measured", "fitted", "assumption"]


class NetworkError(ValueError):
    """A network that contradicts itself; the message names the part and what is wrong."""


@dataclass(frozen=True, slots=True)
class Species:
    """A state of the ODE."""

    name: str
    unit: str
    start: str = "0"
    """value before any insulin was ever seen, a formula of parameters; the film starts from rest, not from
    here"""
    part_of: str = ""
    """the block it belongs to: 'signalling', 'inflammation' or 'traffic'"""


@dataclass(frozen=True, slots=True)
class Input:
    """A quantity that reaches the cell from outside, given over time by the protocol or the body."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A constant with its unit and where it comes from.

    `basis` is 'measured' (a source states the value), 'fitted' (chosen so that the model follows the data
    that `source` names) or 'assumption' (no data behind the size; `note` says why this value).
    """

    name: str
    value: float
    unit: str
    basis: Basis
    source: str = ""
    note: str = ""
    low: float = 0.0
    high: float = float("inf")


@dataclass(frozen=True, slots=True)
class Rule:
    """A quantity that follows from others at the same moment."""

    name: str
    formula: Formula
    unit: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """One process: what it consumes, what it produces (one each of every name), and how fast."""

    name: str
    consumes: tuple[str, ...]
    produces: tuple[str, ...]
    rate: Formula

    @property
    def effect(self) -> dict[str, int]:
        """Net change of each species when the reaction happens once."""
        change: dict[str, int] = {}
        for name in self.consumes:
            change[name] = change.get(name, 0) - 1
        for name in self.produces:
            change[name] = change.get(name, 0) + 1
        return {name: n for name, n in change.items() if n}


@dataclass(frozen=True, slots=True)
class Conserved:
    """Members that sum to a total (or stay below it, where the rest is not a species of its own)."""

    total: str
    members: tuple[str, ...]
    exact: bool = True


@dataclass(frozen=True)
class Network:
    """A kinetic network.

    Raises:
        NetworkError: a name declared twice or used and not declared, a rule that reads a later rule, a
        parameter
            without unit or source, a conserved sum that a reaction breaks, a traffic event that is not first
            order.
    """

    name: str
    species: tuple[Species, ...]
    inputs: tuple[Input, ...]
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    reactions: tuple[Reaction, ...]
    conserved: tuple[Conserved, ...]
    discrete: tuple[str, ...]
    """reactions that the drawn vesicles obey one by one: first order, from one species to one other"""

    def __post_init__(self) -> None:
        _check_names(self)
        _check_parameters(self.parameters)
        _check_conserved(self)
        for name in self.discrete:
            self.propensity(name)

    @cached_property
    def units(self) -> Mapping[str, str]:
        """The unit of every species, input, parameter and rule."""
        found: dict[str, str] = {}
        for parts in (self.species, self.inputs, self.parameters, self.rules):
            found |= {part.name: part.unit for part in parts}
        return found

    @cached_property
    def by_reaction(self) -> Mapping[str, Reaction]:
        """Reactions by name."""
        return {reaction.name: reaction for reaction in self.reactions}

    def propensity(self, name: str) -> Formula:
        """Rate per minute at which one single vesicle makes the discrete transition `name`.

        Raises:
            NetworkError: there is no such reaction, or it is not first order in what it consumes.
        """
        if name not in self.by_reaction:
            raise NetworkError(f"{name}: no such reaction")
        reaction = self.by_reaction[name]
        if len(reaction.consumes) != 1 or len(reaction.produces) != 1:
            raise NetworkError(f"{name}: a discrete reaction goes from one species to one other")
        source = reaction.consumes[0]
        slope = reaction.rate.derivative(source)
        if source in slope.names or not _vanishes(reaction.rate, source):
            raise NetworkError(f"{name}: {reaction.rate.text!r} is not first order in {source}")
        return slope


def _vanishes(rate: Formula, source: str) -> bool:
    """A first-order rate is slope * source with nothing added: checked at numbers that are nobody's zero."""
    values = {name: 0.37 + 0.01 * i for i, name in enumerate(sorted(rate.names))} | {source: 0.0}
    return float(evaluate(rate, values)) == 0.0


def evaluate(formula: Formula, values: Mapping[str, float]) -> float:
    """The value of a formula, given a number for each of its names.

    Raises:
        KeyError: a name without a value.
    """
    numbers = {name: values[name] for name in formula.names}
    code = compile(formula.python(scalar=True), formula.text, "eval")
    return float(eval(code, {"__builtins__": {}, **SCALARS}, numbers))  # only nodes that Formula let in


def _check_names(network: Network) -> None:
    known = _unique(
        [
            *(i.name for i in network.inputs),
            *(p.name for p in network.parameters),
            *(s.name for s in network.species),
        ]
    )
    parameters = {p.name for p in network.parameters}
    for species in network.species:
        _declared(f"start of {species.name}", Formula(species.start), parameters)
    for rule in network.rules:
        _declared(f"rule {rule.name}", rule.formula, known)
        if rule.name in known:
            raise NetworkError(f"{rule.name}: declared twice")
        known.add(rule.name)
    species_names = {s.name for s in network.species}
    for reaction in network.reactions:
        _declared(f"reaction {reaction.name}", reaction.rate, known)
        for name in (*reaction.consumes, *reaction.produces):
            if name not in species_names:
                raise NetworkError(f"reaction {reaction.name}: {name} is no species")
    _unique(r.name for r in network.reactions)


def _unique(names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise NetworkError(f"{name}: declared twice")
        seen.add(name)
    return seen


def _declared(where: str, formula: Formula, known: set[str]) -> None:
    for name in sorted(formula.names - known):
        raise NetworkError(f"{where}: {name} is not declared (or comes later)")


def _check_parameters(parameters: tuple[Parameter, ...]) -> None:
    for p in parameters:
        if not p.unit:
            raise NetworkError(f"{p.name}: no unit (use '1' for a pure number)")
        if p.basis != "assumption" and not p.source:
            raise NetworkError(f"{p.name}: {p.basis}, but no source")
        if p.basis == "assumption" and not p.note:
            raise NetworkError(f"{p.name}: an assumption needs a note that says why")
        if not p.low <= p.value <= p.high:
            raise NetworkError(f"{p.name}: {p.value} is outside {p.low} .. {p.high}")


def _check_conserved(network: Network) -> None:
    names = {s.name for s in network.species}
    for law in network.conserved:
        if all(law.total != p.name for p in network.parameters):
            raise NetworkError(f"{law.total}: a total, but no parameter")
        for name in sorted(set(law.members) - names):
            raise NetworkError(f"{law.total}: {name} is no species")
        if not law.exact:
            continue
        for reaction in network.reactions:
            if sum(n for name, n in reaction.effect.items() if name in law.members):
                raise NetworkError(f"{reaction.name}: does not conserve {law.total}")
