"""The closed rate-law grammar: numbers, names, + - * / **, and the calls of functions.py; nothing else is let
in.

A formula is text that Python's own `ast` parses and that is then checked node by node, so a scenario file can
never reach `eval`. One formula serves all readers: generated code, exact derivatives, names used, text for
the inspector.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from hormoneviz.kinetics.functions import FUNCTIONS

ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)


class FormulaError(ValueError):
    """A formula that is not in the grammar; the message names the text and what is wrong with it."""


@dataclass(frozen=True)
class Formula:
    """A rate law or rule.

    Raises:
        FormulaError: the text is not a formula of the grammar.
    """

    text: str
    tree: ast.expr = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        try:
            tree = ast.parse(self.text, mode="eval").body
        except SyntaxError as error:
            raise FormulaError(f"{self.text!r}: not a formula ({error.msg})") from None
        _check(tree, self.text)
        object.__setattr__(self, "tree", tree)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every quantity the formula reads."""
        called = {node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call)}
        return frozenset(n.id for n in ast.walk(self.tree) if isinstance(n, ast.Name) and n not in called)

    def derivative(self, name: str) -> Formula:
        """The exact partial derivative with respect to `name`, all other names held."""
        return _derivative(self, name) if name in self.names else _ZERO

    def substituted(self, by_name: Mapping[str, str]) -> Formula:
        """The formula with other expressions in the place of some names; itself where none occurs."""
        if not self.names & by_name.keys():
            return self
        trees = {name: Formula(text).tree for name, text in by_name.items()}
        return Formula(ast.unparse(_Substitute(trees).visit(ast.parse(self.text, mode="eval"))))

    @property
    def is_zero(self) -> bool:
        """Whether the formula is the number 0, as derivatives often are."""
        return isinstance(self.tree, ast.Constant) and self.tree.value == 0

    def python(self, scalar: bool) -> str:
        """Python source: with functions inlined for scalars, or called from FUNCTIONS for arrays."""
        return ast.unparse(_Inline().visit(ast.parse(self.text, mode="eval"))) if scalar else self.text


@cache
def _derivative(formula: Formula, name: str) -> Formula:
    """Kept: a Jacobian asks for the same one once for every state."""
    return Formula(ast.unparse(_derive(formula.tree, name)))


def _check(node: ast.expr, text: str) -> None:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return
        case ast.Name():
            return
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.Pow()):
            _check(node.left, text)
            _check(node.right, text)
        case ast.UnaryOp(op=ast.USub()):
            _check(node.operand, text)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in FUNCTIONS:
            if len(node.args) != len(FUNCTIONS[name].arguments):
                raise FormulaError(f"{text!r}: {name} takes {', '.join(FUNCTIONS[name].arguments)}")
            for argument in node.args:
                _check(argument, text)
        case _:
            raise FormulaError(f"{text!r}: {ast.unparse(node)!r} is not in the grammar of rate laws")


class _Inline(ast.NodeTransformer):
    """Writes each call out as the scalar expression of its function."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        assert isinstance(node.func, ast.Name)
        function = FUNCTIONS[node.func.id]
        inner = {name: ast.unparse(a) for name, a in zip(function.arguments, node.args, strict=True)}
        return ast.parse(function.source.format(**inner), mode="eval").body


class _Substitute(ast.NodeTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, by_name: Mapping[str, ast.expr]) -> None:
        self.by_name = by_name

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.by_name.get(node.id, node)


def _derive(node: ast.expr, name: str) -> ast.expr:
    match node:
        case ast.Name(id=found):
            return ONE if found == name else ZERO
        case ast.Constant():
            return ZERO
        case ast.UnaryOp(operand=inner):
            return _minus(ZERO, _derive(inner, name))
        case ast.Call():
            return _derive_call(node, name)
        case ast.BinOp(left=left, op=op, right=right):
            return _derive_operation(left, op, right, name)
    raise FormulaError(f"cannot differentiate {ast.unparse(node)!r}")


def _derive_operation(left: ast.expr, op: ast.operator, right: ast.expr, name: str) -> ast.expr:
    dl, dr = _derive(left, name), _derive(right, name)
    match op:
        case ast.Add():
            return _plus(dl, dr)
        case ast.Sub():
            return _minus(dl, dr)
        case ast.Mult():
            return _plus(_times(dl, right), _times(left, dr))
        case ast.Div():
            quotient = ast.BinOp(left, ast.Div(), right)
            return _over(_minus(dl, _times(quotient, dr)), right)
    if not isinstance(right, ast.Constant):
        raise FormulaError(f"an exponent must be a number, not {ast.unparse(right)!r}")
    assert isinstance(right.value, int | float)
    lowered = ast.BinOp(left, ast.Pow(), ast.Constant(right.value - 1))
    return _times(_times(right, lowered), dl)


def _derive_call(node: ast.Call, name: str) -> ast.expr:
    assert isinstance(node.func, ast.Name)
    function = FUNCTIONS[node.func.id]
    actual = dict(zip(function.arguments, node.args, strict=True))
    total: ast.expr = ZERO
    for argument, partial in zip(node.args, function.derivatives, strict=True):
        inner = _derive(argument, name)
        if not _is(inner, 0):
            outer = _Substitute(actual).visit(ast.parse(partial, mode="eval").body)
            total = _plus(total, _times(outer, inner))
    return total


def _is(node: ast.expr, value: float) -> bool:
    return isinstance(node, ast.Constant) and node.value == value


def _plus(a: ast.expr, b: ast.expr) -> ast.expr:
    return b if _is(a, 0) else a if _is(b, 0) else ast.BinOp(a, ast.Add(), b)


def _minus(a: ast.expr, b: ast.expr) -> ast.expr:
    if _is(b, 0):
        return a
    return ast.UnaryOp(ast.USub(), b) if _is(a, 0) else ast.BinOp(a, ast.Sub(), b)


def _times(a: ast.expr, b: ast.expr) -> ast.expr:
    if _is(a, 0) or _is(b, 0):
        return ZERO
    return b if _is(a, 1) else a if _is(b, 1) else ast.BinOp(a, ast.Mult(), b)


def _over(a: ast.expr, b: ast.expr) -> ast.expr:
    return ZERO if _is(a, 0) else ast.BinOp(a, ast.Div(), b)


_ZERO = Formula("0.0")
