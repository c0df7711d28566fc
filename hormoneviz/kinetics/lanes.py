"""Generated code for many people at once: slopes, factors of 1/h - Jacobian, and solutions, over lanes.

A lane is one person (or twin, or dish). Every quantity is an array over the lanes [N]; the network is the
same in all, its parameters and inputs may differ. What depends on parameters alone is worked out once for all
steps, what depends on inputs besides once for each change of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from hormoneviz.kinetics.elimination import Factors, factors, jacobian, solved
from hormoneviz.kinetics.expressions import Graph, Node
from hormoneviz.kinetics.network import Network

Array = NDArray[np.float64]
Row = Array | float
"""one quantity in all lanes [N], or a number that is the same in all"""
Rows = Sequence[Row] | Array
INLINED = 120
"""letters; a longer expression gets a line of its own, for Python's parser has a limit"""


@dataclass(frozen=True)
class Lanes:
    """A network ready to run in many lanes, in the order in which it declares its parts."""

    network: Network
    holdable: tuple[str, ...]
    """species that a lane may hold; their switches (1 free, 0 held) follow the parameters"""
    constants: Callable[[Rows], tuple[Row, ...]]
    """parameters and switches [P + H] -> what follows from them alone"""
    inputs: Callable[[tuple[Row, ...], Rows], tuple[Row, ...]]
    """(constants, inputs [I]) -> what follows from both"""
    slopes: Callable[[Array, tuple[Row, ...], tuple[Row, ...]], list[Row]]
    """(states [S, N], constants, inputs) -> d state / d time [S]"""
    linear: Callable[[Array, tuple[Row, ...], tuple[Row, ...], float], list[Row]]
    """(states, constants, inputs, x) -> slopes [S] and, after them, factors of the matrix x - Jacobian"""
    solve: Callable[[Sequence[Row], Array], list[Row]]
    """(factors, right-hand sides [S, N]) -> solutions [S]"""


@cache
def lanes(network: Network, holdable: tuple[str, ...] = ()) -> Lanes:
    """Generate and compile the code for a network; kept, because it takes some 100 ms."""
    return Writer(network, holdable).written()


class Writer:
    """Builds the graph of one network and writes it out as five functions."""

    def __init__(self, network: Network, holdable: tuple[str, ...]) -> None:
        self.network, self.holdable, self.graph = network, holdable, Graph()
        self.species = [s.name for s in network.species]
        self.parameters = [p.name for p in network.parameters] + [f"free {name}" for name in holdable]
        self.given = [i.name for i in network.inputs]
        self.known: dict[str, Node] = {
            name: self.graph.name(name) for name in (*self.species, *self.parameters, *self.given)
        }
        for rule in network.rules:
            self.known[rule.name] = self.graph.formula(rule.formula.tree, self.known)

    def written(self) -> Lanes:
        graph, size = self.graph, len(self.species)
        slopes = self.slopes()
        found = factors(graph, self._matrix(slopes), size)
        kept = list(dict.fromkeys([*found.lower.values(), *found.upper.values(), *found.inverse.values()]))
        constant, with_inputs = self._hoisted([*slopes, *kept])
        y, p, u = (
            numbered(graph, *of) for of in ((self.species, "y"), (self.parameters, "p"), (self.given, "u"))
        )
        c = {node: f"c{i}" for i, node in enumerate(constant)}
        g = {node: f"g{i}" for i, node in enumerate(with_inputs)}
        inside = [(y, "y"), (c, "c"), (g, "g")]
        return Lanes(
            self.network,
            self.holdable,
            constants=function(graph, "p", [(p, "p")], constant, "tuple"),
            inputs=function(graph, "c, u", [(c, "c"), (u, "u")], with_inputs, "tuple"),
            slopes=function(graph, "y, c, g", inside, slopes, "list"),
            linear=function(
                graph, "y, c, g, x", [*inside, ({graph.name("x"): "x"}, "")], [*slopes, *kept], "list"
            ),
            solve=_solver(found, kept, size),
        )

    def slopes(self) -> list[Node]:
        """d state / d time of every species."""
        graph, sums = self.graph, dict.fromkeys(self.species, self.graph.zero)
        for reaction in self.network.reactions:
            rate = graph.formula(reaction.rate.tree, self.known)
            for name, n in reaction.effect.items():
                sums[name] = graph.plus(sums[name], graph.times(graph.number(n), rate))
        for name in self.holdable:
            sums[name] = graph.times(graph.name(f"free {name}"), sums[name])
        return list(sums.values())

    def _matrix(self, slopes: Sequence[Node]) -> dict[tuple[int, int], Node]:
        """The entries of x - Jacobian that are not zero."""
        graph = self.graph
        matrix = {(i, i): graph.name("x") for i in range(len(slopes))}
        for place, entry in jacobian(graph, slopes, self.species).items():
            matrix[place] = graph.minus(matrix.get(place, graph.zero), entry)
        return matrix

    def _hoisted(self, outputs: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        """What is worked out outside of the steps because the steps read it: from parameters alone, and from
        inputs besides."""
        fixed = frozenset(self.parameters)
        given = fixed | frozenset(self.given)
        wanted: dict[Node, int] = {}
        for node in self.graph.needed(outputs):
            level = self._level(node, fixed, given)
            read = [*self.graph.parts(node), *([node] if node in outputs else [])]
            for part in read:
                below = self._level(part, fixed, given)
                if below < 2 and (below < level or part in outputs) and self.graph.names(part):
                    wanted[part] = below
        return [n for n, level in wanted.items() if level == 0], [
            n for n, level in wanted.items() if level == 1
        ]

    def _level(self, node: Node, fixed: frozenset[str], given: frozenset[str]) -> int:
        names = self.graph.names(node)
        return 0 if names <= fixed else 1 if names <= given else 2


def numbered(graph: Graph, names: Sequence[str], letter: str) -> dict[Node, str]:
    return {graph.name(name): f"{letter}{i}" for i, name in enumerate(names)}


def _solver(found: Factors, kept: Sequence[Node], size: int) -> Callable[..., Any]:
    """The function that puts a right-hand side through the factors."""
    graph = Graph()
    names = {node: graph.name(f"f{i}") for i, node in enumerate(kept)}
    right = [graph.name(f"b{i}") for i in range(size)]
    renamed = Factors(
        found.order,
        {place: names[node] for place, node in found.lower.items()},
        {place: names[node] for place, node in found.upper.items()},
        {place: names[node] for place, node in found.inverse.items()},
    )
    known = [({node: f"f{i}" for i, node in enumerate(names.values())}, "f")]
    known.append(({node: f"b{i}" for i, node in enumerate(right)}, "b"))
    return function(graph, "f, b", known, solved(graph, renamed, right), "list")


def function(
    graph: Graph,
    arguments: str,
    known: Sequence[tuple[Mapping[Node, str], str]],
    outputs: Sequence[Node],
    kind: Literal["list", "tuple"],
) -> Callable[..., Any]:
    """A function that returns the outputs; `known` names nodes that it unpacks from its arguments."""
    text: dict[Node, str] = {}
    for nodes, _argument in known:
        text |= nodes
    order = _inner(graph, outputs, text)
    uses = Counter(part for node in order for part in graph.parts(node))
    uses.update(outputs)
    lines: list[str] = []
    for node in order:
        leaf = graph.leaf(node)
        if leaf is not None:
            text[node] = repr(leaf)
            continue
        code = graph.code(node, [text[part] for part in graph.parts(node)])
        if uses[node] == 1 and len(code) < INLINED:
            text[node] = f"({code})"
        else:
            lines.append(f"t{node} = {code}")
            text[node] = f"t{node}"
    unpacked = [f"{', '.join(nodes.values())}, = {name}" for nodes, name in known if name and nodes]
    inside = "".join(f"{text[node]}, " for node in outputs)
    result = f"return [{inside}]" if kind == "list" else f"return ({inside})"
    source = "\n    ".join([f"def generated({arguments}):", *unpacked, *lines, result])
    scope: dict[str, Any] = {"np": np}
    exec(compile(source, "<generated for lanes>", "exec"), scope)
    found: Callable[..., Any] = scope["generated"]
    return found


def _inner(graph: Graph, outputs: Iterable[Node], known: Mapping[Node, str]) -> list[Node]:
    """What has yet to be worked out, parts first."""
    found: set[Node] = set()
    waiting = list(outputs)
    while waiting:
        node = waiting.pop()
        if node not in found and node not in known:
            found.add(node)
            waiting += graph.parts(node)
    return sorted(found)
