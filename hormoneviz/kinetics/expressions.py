"""Expressions shared as far as they go: formulas as one graph in which nothing is worked out twice.

Scalar code gains nothing from that (compiled.py), but over many lanes each operation is a call of numpy, and
then every one that is saved counts. Derivatives, elimination and substitution add to the same graph.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from hormoneviz.kinetics.functions import FUNCTIONS

Node = int
"""the place of an expression in its graph"""

_OPERATORS: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_ARRAY_CODE = {
    "positive": "np.maximum({}, 0.0)",
    "step": "np.heaviside({}, 0.0)",
    "power": "({})**({})",
    "exp": "np.exp({})",
    "log": "np.log({})",
    "maximum": "np.maximum({}, {})",
    "minimum": "np.minimum({}, {})",
}
"""functions of the grammar on numpy arrays; saturation is written out instead"""


class Graph:
    """Expressions by their places; equal ones have the same place."""

    def __init__(self) -> None:
        self._keys: list[tuple[object, ...]] = []
        self._places: dict[tuple[object, ...], Node] = {}
        self._names: list[frozenset[str]] = []
        self.zero, self.one = self.number(0.0), self.number(1.0)

    def number(self, value: float) -> Node:
        return self._node("number", float(value))

    def name(self, name: str) -> Node:
        return self._node("name", name)

    def names(self, node: Node) -> frozenset[str]:
        """The names an expression depends on."""
        return self._names[node]

    def formula(self, tree: ast.expr, known: Mapping[str, Node]) -> Node:
        """A formula of the grammar, with `known` in the place of its names."""
        match tree:
            case ast.Constant(value=int() | float() as value):
                return self.number(value)
            case ast.Name(id=name):
                return known[name]
            case ast.UnaryOp(operand=inner):
                return self.minus(self.zero, self.formula(inner, known))
            case ast.BinOp(left=left, op=op, right=right):
                return self.operation(
                    _OPERATORS[type(op)], self.formula(left, known), self.formula(right, known)
                )
            case ast.Call(func=ast.Name(id=called), args=args):
                return self.call(called, [self.formula(a, known) for a in args])
        raise ValueError(f"not in the grammar: {ast.unparse(tree)}")

    def operation(self, sign: str, a: Node, b: Node) -> Node:
        match sign:
            case "+":
                return self.plus(a, b)
            case "-":
                return self.minus(a, b)
            case "*":
                return self.times(a, b)
            case "/":
                return self.over(a, b)
        return a if b == self.one else self.times(a, a) if b == self.number(2.0) else self._node("**", a, b)

    def plus(self, a: Node, b: Node) -> Node:
        if self.zero in (a, b):
            return a + b - self.zero
        if self._keys[b][0] == "neg":
            return self.minus(a, self._operand(b))
        return self._node("+", *sorted((a, b)))

    def minus(self, a: Node, b: Node) -> Node:
        if b == self.zero:
            return a
        if a == b:
            return self.zero
        if self._keys[b][0] == "neg":
            return self.plus(a, self._operand(b))
        return self._node("neg", b) if a == self.zero else self._node("-", a, b)

    def times(self, a: Node, b: Node) -> Node:
        if self.zero in (a, b):
            return self.zero
        for x, y in ((a, b), (b, a)):
            if x == self.one:
                return y
            if self._keys[x][0] == "neg":
                return self.minus(self.zero, self.times(self._operand(x), y))
            if x == self.number(-1.0):
                return self.minus(self.zero, y)
        return self._node("*", *sorted((a, b)))

    def over(self, a: Node, b: Node) -> Node:
        if a == self.zero or b == self.one:
            return a
        if self._keys[a][0] == "neg":
            return self.minus(self.zero, self.over(self._operand(a), b))
        return self._node("/", a, b)

    def call(self, function: str, arguments: Sequence[Node]) -> Node:
        if function == "saturation":
            return self.over(arguments[0], self.plus(*arguments))
        return self._node(function, *arguments)

    def partials(self, node: Node) -> list[tuple[Node, Node]]:
        """(part, derivative of the expression with respect to that part alone) for each of its parts."""
        kind, parts = self._keys[node][0], self.parts(node)
        match kind:
            case "neg":
                slopes = [self.number(-1.0)]
            case "+":
                slopes = [self.one, self.one]
            case "-":
                slopes = [self.one, self.number(-1.0)]
            case "*":
                slopes = parts[::-1]
            case "/":
                slopes = [self.over(self.one, parts[1]), self.minus(self.zero, self.over(node, parts[1]))]
            case "**":
                lowered = self.operation("**", parts[0], self._one_less(parts[1]))
                slopes = [self.times(parts[1], lowered), self.zero]
            case _:
                slopes = self._partials_of_call(str(kind), parts)
        return list(zip(parts, slopes, strict=True))

    def _one_less(self, node: Node) -> Node:
        """A number less one; an exponent of ** is always a number."""
        number = self.leaf(node)
        assert isinstance(number, float)
        return self.number(number - 1.0)

    def _partials_of_call(self, function: str, parts: list[Node]) -> list[Node]:
        if not parts:
            return []
        known = dict(zip(FUNCTIONS[function].arguments, parts, strict=True))
        return [self.formula(_parsed(partial), known) for partial in FUNCTIONS[function].derivatives]

    def needed(self, nodes: Iterable[Node]) -> list[Node]:
        """These expressions and all they are made of, parts first."""
        found: set[Node] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += self.parts(node)
        return sorted(found)

    def parts(self, node: Node) -> list[Node]:
        kind, *rest = self._keys[node]
        return [] if kind in ("number", "name") else [_place(part) for part in rest]

    def leaf(self, node: Node) -> str | float | None:
        """The name or number that an expression is; None for one with parts."""
        kind, value = self._keys[node][:2]
        return value if kind in ("number", "name") and isinstance(value, str | float) else None

    def code(self, node: Node, parts: Sequence[str]) -> str:
        """The expression as Python over arrays, from the text of its parts."""
        kind = str(self._keys[node][0])
        if kind == "neg":
            return f"-{parts[0]}"
        if kind in _ARRAY_CODE:
            return _ARRAY_CODE[kind].format(*parts)
        return f"{parts[0]} {kind} {parts[1]}"

    def _operand(self, node: Node) -> Node:
        return _place(self._keys[node][1])

    def _node(self, *key: object) -> Node:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._keys)
            self._keys.append(key)
            kind, *rest = key
            if kind == "name":
                self._names.append(frozenset([str(rest[0])]))
            else:
                parts = [] if kind == "number" else [self._names[_place(part)] for part in rest]
                self._names.append(frozenset[str]().union(*parts))
        return place


def _place(part: object) -> Node:
    assert isinstance(part, int)
    return part


@cache
def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
