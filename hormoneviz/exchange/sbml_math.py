"""MathML of our rate laws: a node of the closed grammar is one element, a function of ours a definition."""

from __future__ import annotations

import ast
from xml.etree.ElementTree import Element, SubElement

from hormoneviz.kinetics.functions import FUNCTIONS

MATHML = "http://www.w3.org/1998/Math/MathML"
TIME = "time"
"""the name that means the time of the simulation"""

_OPERATORS = {ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times", ast.Div: "divide", ast.Pow: "power"}
_COMPARISONS = {ast.Gt: "gt", ast.Lt: "lt", ast.GtE: "geq"}
_BUILT_IN = {"exp": "exp", "log": "ln", "power": "power", "sin": "sin", "abs": "abs"}
"""functions that MathML has itself"""
_DEFINED = {
    "saturation": "x/(x + K)",
    "positive": "(x + abs(x))/2",
    "step": "(1, x > 0, 0)",
    "maximum": "(x + y + abs(x - y))/2",
    "minimum": "(x + y - abs(x - y))/2",
}
"""ours by their arguments; three in brackets are a value, when it holds, and what else. That only where there
is no other way: COPASI looks for the moment at which such a condition changes, and never gets on where a
person at rest sits just on it"""


def math(text: str) -> Element:
    """A formula as a `math` element; `time` is the time of the simulation.

    Raises:
        SyntaxError, KeyError: the text is not in the grammar.
    """
    return _math(_content(ast.parse(text, mode="eval").body))


def definitions() -> list[Element]:
    """The function definitions that `math` calls."""
    return [_definition(name, body) for name, body in _DEFINED.items()]


def _definition(name: str, body: str) -> Element:
    arguments = FUNCTIONS[name].arguments
    function = Element("functionDefinition", id=name, name=FUNCTIONS[name].words)
    inside = Element("lambda")
    for argument in arguments:
        SubElement(SubElement(inside, "bvar"), "ci").text = argument
    inside.append(_content(ast.parse(body, mode="eval").body))
    function.append(_math(inside))
    return function


def _math(content: Element) -> Element:
    element = Element("math", xmlns=MATHML)
    element.append(content)
    return element


def _content(node: ast.expr) -> Element:
    match node:
        case ast.Constant(value=int() | float() as value):
            return _number(value)
        case ast.Name(id=name):
            return _name(name)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _apply("minus", inner)
        case ast.BinOp(left=left, op=op, right=right):
            return _apply(_OPERATORS[type(op)], left, right)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _apply(_COMPARISONS[type(op)], left, right)
        case ast.Tuple(elts=[value, holds, otherwise]):
            return _piecewise(value, holds, otherwise)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, *arguments)
    raise SyntaxError(f"{ast.unparse(node)!r} has no form in MathML")


def _call(name: str, *arguments: ast.expr) -> Element:
    if name in _BUILT_IN:
        return _apply(_BUILT_IN[name], *arguments)
    if name not in _DEFINED:
        raise KeyError(name)
    element = Element("apply")
    SubElement(element, "ci").text = name
    element.extend(_content(argument) for argument in arguments)
    return element


def _apply(operator: str, *arguments: ast.expr) -> Element:
    element = Element("apply")
    SubElement(element, operator)
    element.extend(_content(argument) for argument in arguments)
    return element


def _piecewise(value: ast.expr, holds: ast.expr, otherwise: ast.expr) -> Element:
    element = Element("piecewise")
    piece, rest = SubElement(element, "piece"), SubElement(element, "otherwise")
    piece.extend((_content(value), _content(holds)))
    rest.append(_content(otherwise))
    return element


def _name(name: str) -> Element:
    if name == TIME:
        url = "http://www.sbml.org/sbml/symbols/time"
        element = Element("csymbol", encoding="text", definitionURL=url)
    else:
        element = Element("ci")
    element.text = name
    return element


def _number(value: float) -> Element:
    """All digits; an exponent stands in an element of its own."""
    mantissa, _, exponent = repr(value).partition("e")
    kind = "integer" if isinstance(value, int) else "e-notation" if exponent else "real"
    element = Element("cn", type=kind)
    element.text = mantissa
    if exponent:
        SubElement(element, "sep").tail = str(int(exponent))
    return element
