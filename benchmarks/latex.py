"""Formulas of the network as LaTeX, for the equations of docs/: the same reading of the same text as the
inspector's typesetting (hormoneviz/views/inspector/typeset.py), for a page in place of a panel.

[x]+ is x where it is above zero and else zero; θ(x) is 1 there and else 0.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from hormoneviz.kinetics.formula import Formula
from hormoneviz.views.inspector.facts import Facts, Term

_GREEK = {"tau": r"\tau"}
_SIGNS: dict[type[ast.operator], str] = {ast.Add: " + ", ast.Sub: " - ", ast.Mult: r" \cdot "}
_BINDING: dict[type[ast.operator], int] = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 3, ast.Pow: 4}
_CALLED = {"maximum": r"\max", "minimum": r"\min", "log": r"\ln", "exp": r"\exp", "step": r"\theta"}
_LONGEST = 64
"""letters of a line; a longer sum has a line for each of its parts"""


def symbol(name: str) -> str:
    """A quantity: what follows the first underscore of its name is its subscript."""
    head, _, tail = name.partition("_")
    above = _GREEK.get(head, head if len(head) == 1 else rf"\mathrm{{{head}}}")
    return f"{above}_{{\\mathrm{{{tail.replace('_', ',')}}}}}" if tail else above


def latex(formula: Formula) -> str:
    """A rate law or rule."""
    return _text(formula.tree)


def equation(facts: Facts) -> str:
    """What a quantity is, or how fast it changes, as the inside of a display equation."""
    name = symbol(facts.name)
    left = rf"\frac{{d\,{name}}}{{dt}}" if facts.moves else name
    parts = [_part(term, place) for place, term in enumerate(facts.terms)] or ["0"]
    if _letters(left) + sum(map(_letters, parts)) <= _LONGEST or len(parts) == 1:
        return f"{left} = {''.join(parts)}"
    lines = [f"{left} ={{}} &{parts[0]}", *(f"&{part.strip()}" for part in parts[1:])]
    return "\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}"


def _part(term: Term, place: int) -> str:
    sign = " - " if term.sign < 0 else "" if place == 0 else " + "
    size = abs(term.sign)
    times = rf"{size} \cdot " if size > 1 else ""
    loose = (term.sign < 0 or size > 1) and _binds(term.formula.tree) < 2
    inner = latex(term.formula)
    return f"{sign}{times}{_round(inner) if loose else inner}"


def _letters(text: str) -> int:
    """About as many as are seen; a fraction counts above and below."""
    return len(re.sub(r"\\[a-zA-Z]+|[{}\\_^&\s]", "", text))


def _text(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return symbol(name)
        case ast.Constant(value=value):
            assert isinstance(value, int | float)
            return f"{value:g}"
        case ast.UnaryOp(operand=inner):
            return f"-{_bracketed(inner, 2)}"
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return rf"\frac{{{_text(left)}}}{{{_text(right)}}}"
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=0.5)):
            return rf"\sqrt{{{_text(left)}}}"
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(left, right)
        case ast.BinOp(left=left, op=op, right=right):
            least = _BINDING[type(op)]
            after = _bracketed(right, least + (1 if isinstance(op, ast.Sub) else 0))
            return f"{_bracketed(left, least)}{_SIGNS[type(op)]}{after}"
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, arguments)
    raise AssertionError(ast.dump(node))


def _call(name: str, arguments: Sequence[ast.expr]) -> str:
    if name == "saturation":
        x, half = arguments
        return rf"\frac{{{_text(x)}}}{{{_bracketed(half, 1)} + {_bracketed(x, 1)}}}"
    if name == "power":
        return _power(*arguments)
    if name == "positive":
        return rf"\left[{_text(arguments[0])}\right]_{{+}}"
    return _CALLED[name] + _round(r",\; ".join(_text(argument) for argument in arguments))


def _power(base: ast.expr, exponent: ast.expr) -> str:
    """A base with a subscript or a sign is bracketed, or its exponent would be read as part of it."""
    inner = _text(base)
    plain = isinstance(base, ast.Constant) or (isinstance(base, ast.Name) and "_" not in base.id)
    lifted = inner if plain else f"{{{inner}}}" if isinstance(base, ast.Name) else _round(inner)
    return f"{lifted}^{{{_text(exponent)}}}"


def _binds(node: ast.expr) -> int:
    return _BINDING[type(node.op)] if isinstance(node, ast.BinOp) else 9


def _bracketed(node: ast.expr, least: int) -> str:
    """In round brackets where it binds less tightly than its surroundings."""
    return _text(node) if _binds(node) >= least else _round(_text(node))


def _round(text: str) -> str:
    return rf"\left({text}\right)"
