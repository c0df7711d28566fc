"""From the declaration to numbers: generated Python for the right-hand side, its exact Jacobian, and
vectorised read-outs.

Scalar code for the solver (one flat function, no loops, measured the fastest of what plain Python offers),
array code for whole courses. Both are written from the same formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.functions import FUNCTIONS, SCALARS
from hormoneviz.kinetics.network import Network, Rule

Array = NDArray[np.float64]
Inputs = Callable[[float], tuple[float, ...]]


@dataclass(frozen=True)
class Compiled:
    """A network ready to run.  States, inputs and parameters are ordered as the network declares them."""

    network: Network
    rhs: Callable[[float, Array, Sequence[float], Inputs], list[float]]
    """(t min, state [S], parameters [P], inputs) -> d state / d min [S]"""
    jacobian: Callable[[float, Array, Sequence[float], Inputs], Array]
    """the same arguments -> [S, S], row i the derivatives of d state_i"""
    read: Callable[[Array, Sequence[float], Array], dict[str, Array]]
    """(states [S, T], parameters [P], inputs [I, T]) -> every species, input and rule [T]"""
    propensities: Callable[[Array, Sequence[float], Array], Array]
    """the same -> rate of each discrete reaction for one vesicle, 1/min [D, T]"""

    starts: Callable[[Sequence[float]], list[float]]
    """parameters [P] -> the states before any insulin was ever seen [S]"""

    def start(self, parameters: Sequence[float]) -> Array:
        """The states before any insulin was ever seen [S]."""
        return np.array(self.starts(parameters))

    def ordered(self, changes: Mapping[str, float]) -> tuple[float, ...]:
        """The network's parameter values with some of them changed, in order [P]."""
        return tuple(float(changes.get(p.name, p.value)) for p in self.network.parameters)


@cache
def compiled(network: Network) -> Compiled:
    """Generate and compile the code for a network; kept, because it takes some 30 ms."""
    return Compiled(
        network,
        rhs=_compile(_rhs_source(network)),
        jacobian=_compile(_jacobian_source(network)),
        # A share of nothing (k_en without GLUT4 at the surface) reads as not a number, without a warning.
        read=np.errstate(divide="ignore", invalid="ignore")(_compile(_read_source(network))),
        propensities=_compile(_propensity_source(network)),
        starts=_compile(_start_source(network)),
    )


def _compile(source: str) -> Callable[..., Any]:
    """Compile one generated function; its text holds only formulas that the grammar let in."""
    scope: dict[str, Any] = {"np": np, **SCALARS, **{name: f.evaluate for name, f in FUNCTIONS.items()}}
    exec(compile(source, "<generated from the network>", "exec"), scope)
    function: Callable[..., Any] = scope["generated"]
    return function


def _function(arguments: str, *blocks: Sequence[str]) -> str:
    lines = [line for block in blocks for line in block]
    return f"def generated({arguments}):\n" + "\n".join("    " + line for line in lines) + "\n"


def _unpack(names: Sequence[str], values: str, used: frozenset[str]) -> list[str]:
    """One line that names those values the code reads, and skips the others."""
    return [", ".join(name if name in used else "_" for name in names) + f", = {values}"]


def _names(network: Network) -> tuple[list[str], list[str], list[str]]:
    return (
        [s.name for s in network.species],
        [p.name for p in network.parameters],
        [i.name for i in network.inputs],
    )


def _rules_behind(network: Network, names: frozenset[str]) -> list[Rule]:
    """The rules that these names need, in order."""
    needed = set(names)
    kept: list[Rule] = []
    for rule in reversed(network.rules):
        if rule.name in needed:
            kept.append(rule)
            needed |= rule.formula.names
    return kept[::-1]


def _all_names(formulas: Sequence[Formula]) -> frozenset[str]:
    return frozenset[str]().union(*(formula.names for formula in formulas))


def _rhs_source(network: Network) -> str:
    species, parameters, inputs = _names(network)
    rates = [reaction.rate for reaction in network.reactions]
    rules = _rules_behind(network, _all_names(rates))
    used = _all_names([*rates, *(rule.formula for rule in rules)])
    body = [f"{rule.name} = {rule.formula.python(scalar=True)}" for rule in rules]
    body += [f"v{i} = {rate.python(scalar=True)}" for i, rate in enumerate(rates)]
    sums = [_sum_of_rates(network, name) for name in species]
    return _function(
        "t, y, p, u",
        _unpack(species, "y.tolist()", used),
        _unpack(parameters, "p", used),
        _unpack(inputs, "u(t)", used),
        body,
        [f"return [{', '.join(sums)}]"],
    )


def _start_source(network: Network) -> str:
    formulas = [Formula(species.start) for species in network.species]
    return _function(
        "p",
        _unpack([p.name for p in network.parameters], "p", _all_names(formulas)),
        [f"return [{', '.join(f'float({formula.python(scalar=True)})' for formula in formulas)}]"],
    )


def _sum_of_rates(network: Network, species: str) -> str:
    terms = []
    for i, reaction in enumerate(network.reactions):
        n = reaction.effect.get(species, 0)
        if n:
            terms.append(("+" if n > 0 else "-") + (f"v{i}" if abs(n) == 1 else f"{abs(n)}*v{i}"))
    return "".join(terms) or "0.0"


class _Chain:
    """Total derivatives by the chain rule: what each rule and rate owes to each species, through the rules
    between."""

    def __init__(self, network: Network) -> None:
        self.species = [s.name for s in network.species]
        self.rules = _rules_behind(network, _all_names([r.rate for r in network.reactions]))
        self.lines: list[str] = []
        self.formulas: list[Formula] = []
        self._known: dict[tuple[str, str], str] = {}
        for rule in self.rules:
            for species in self.species:
                terms = self.terms(rule.formula, species)
                if terms:
                    local = f"d_{rule.name}_{species}"
                    self.lines.append(f"{local} = {' + '.join(terms)}")
                    self._known[rule.name, species] = local

    def terms(self, formula: Formula, species: str) -> list[str]:
        """Python expressions that add up to d formula / d species."""
        found = []
        direct = formula.derivative(species)
        if not direct.is_zero:
            found.append(self._python(direct))
        for rule in self.rules:
            inner = self._known.get((rule.name, species))
            if inner and rule.name in formula.names:
                found.append(f"({self._python(formula.derivative(rule.name))})*{inner}")
        return found

    def _python(self, formula: Formula) -> str:
        self.formulas.append(formula)
        return formula.python(scalar=True)


def _jacobian_source(network: Network) -> str:
    """The non-zero entries are computed by scalar code and put into place in one go."""
    species, parameters, inputs = _names(network)
    chain = _Chain(network)
    size = len(species)
    entries: dict[int, list[str]] = {}
    for reaction in network.reactions:
        for column, name in enumerate(species):
            terms = chain.terms(reaction.rate, name)
            for changed, n in reaction.effect.items():
                entry = entries.setdefault(species.index(changed) * size + column, [])
                entry += [f"{n}*({term})" for term in terms]
    filled = {place: " + ".join(terms) for place, terms in sorted(entries.items()) if terms}
    used = _all_names([*chain.formulas, *(rule.formula for rule in chain.rules)])
    return _function(
        f"t, y, p, u, places=np.array({list(filled)})",
        _unpack(species, "y.tolist()", used),
        _unpack(parameters, "p", used),
        _unpack(inputs, "u(t)", used),
        [f"{rule.name} = {rule.formula.python(scalar=True)}" for rule in chain.rules],
        chain.lines,
        [f"out = np.zeros({size * size})", f"out[places] = [{', '.join(filled.values())}]"],
        [f"return out.reshape({size}, {size})"],
    )


def _read_source(network: Network) -> str:
    species, parameters, inputs = _names(network)
    rules = list(network.rules)
    used = _all_names([rule.formula for rule in rules]) | set(species) | set(inputs)
    named = [*species, *inputs, *(rule.name for rule in rules)]
    pairs = ", ".join(f"{name!r}: {name}" for name in named)
    return _function(
        "y, p, u",
        _unpack(species, "y", used),
        _unpack(parameters, "p", used),
        _unpack(inputs, "u", used),
        [f"{rule.name} = {rule.formula.python(scalar=False)}" for rule in rules],
        [f"return {{{pairs}}}"],
    )


def _propensity_source(network: Network) -> str:
    species, parameters, inputs = _names(network)
    slopes = [network.propensity(name) for name in network.discrete]
    rules = _rules_behind(network, _all_names(slopes))
    used = _all_names([*slopes, *(rule.formula for rule in rules)])
    rows = ", ".join(f"one*({slope.python(scalar=False)})" for slope in slopes)
    return _function(
        "y, p, u",
        _unpack(species, "y", used),
        _unpack(parameters, "p", used),
        _unpack(inputs, "u", used),
        ["one = np.ones(np.shape(y)[1])"],
        [f"{rule.name} = {rule.formula.python(scalar=False)}" for rule in rules],
        [f"return np.array([{rows}])"],
    )
