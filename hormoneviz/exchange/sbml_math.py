"""MathML of our rate laws: a node of the closed grammar is one element, a function of ours a definition, and
every number has its unit."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from hormoneviz.exchange.sbml_literals import Literals, Unit
from hormoneviz.kinetics.functions import FUNCTIONS

MATHML = "http://www.w3.org/1998/Math/MathML"
TIME = "time"
"""the name that means the time of the simulation"""
PURE = "dimensionless"

Units = Mapping[ast.expr, str]
"""identifiers of the units in a formula, as Literals finds them; pure ones may be left out"""

_OPERATORS = {ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times", ast.Div: "divide", ast.Pow: "power"}
_COMPARISONS = {ast.Gt: "gt", ast.Lt: "lt", ast.GtE: "geq"}
_BUILT_IN = {
    **{"exp": "exp", "log": "ln", "power": "power", "sin": "sin", "maximum": "max", "minimum": "min"},
}
"""functions that MathML has itself"""
_DEFINED = {"saturation": "x/(x + K)"}
"""ours by their arguments. Two more have a zero in them, which needs the unit of what it is compared with,
and are written out: positive(x) is max(x, 0), step(x) is 1 where x > 0. A choice between two formulas
(piecewise) is the last resort: other programs look for the moment at which it falls, and never get on where a
person at rest sits just on it"""


class Formulas:
    """Writes the formulas of one file.

    `names` has the unit of all that a formula may name, `time` among them; `spelt` the identifier under which
    the file defines a unit.
    """

    def __init__(self, names: Mapping[str, Unit], spelt: Callable[[Unit], str]) -> None:
        self._names = names
        self._spelt = spelt

    def math(self, text: str, unit: Unit) -> Element:
        """A formula that gives something in that unit, as a `math` element; `time` is the time of the
        simulation.

        Raises:
            SyntaxError, KeyError: the text is not in the grammar, or a name has no unit.
            ValueError: its units do not agree.
        """
        tree = ast.parse(text, mode="eval").body
        found = Literals(tree, unit, self._names).found
        return _math(_content(tree, {part: self._spelt(its) for part, its in found.items()}))


def definitions() -> list[Element]:
    """The function definitions that formulas call."""
    return [_definition(name, body) for name, body in _DEFINED.items()]


def _definition(name: str, body: str) -> Element:
    arguments = FUNCTIONS[name].arguments
    function = Element("functionDefinition", id=name, name=FUNCTIONS[name].words)
    inside = Element("lambda")
    for argument in arguments:
        SubElement(SubElement(inside, "bvar"), "ci").text = argument
    inside.append(_content(ast.parse(body, mode="eval").body, {}))
    function.append(_math(inside))
    return function


def _math(content: Element) -> Element:
    element = Element("math", xmlns=MATHML)
    element.append(content)
    return element


def _content(node: ast.expr, units: Units) -> Element:
    match node:
        case ast.Constant(value=int() | float() as value):
            return _number(value, units.get(node, PURE))
        case ast.Name(id=name):
            return _name(name)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _apply("minus", _content(inner, units))
        case ast.BinOp(left=left, op=op, right=right):
            return _apply(_OPERATORS[type(op)], _content(left, units), _content(right, units))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _apply(_COMPARISONS[type(op)], _content(left, units), _content(right, units))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, [_content(argument, units) for argument in arguments], units.get(node, PURE))
    raise SyntaxError(f"{ast.unparse(node)!r} has no form in MathML")


def _call(name: str, inside: Sequence[Element], unit: str) -> Element:
    """A call; `unit` is that of the arguments."""
    zero = _number(0, unit)
    if name == "positive":
        return _apply("max", *inside, zero)
    if name == "step":
        return _piecewise(_number(1, PURE), _apply("gt", *inside, zero), _number(0, PURE))
    if name in _BUILT_IN:
        return _apply(_BUILT_IN[name], *inside)
    if name not in _DEFINED:
        raise KeyError(name)
    element = Element("apply")
    SubElement(element, "ci").text = name
    element.extend(inside)
    return element


def _apply(operator: str, *inside: Element) -> Element:
    element = Element("apply")
    SubElement(element, operator)
    element.extend(inside)
    return element


def _piecewise(value: Element, holds: Element, otherwise: Element) -> Element:
    element = Element("piecewise")
    piece, rest = SubElement(element, "piece"), SubElement(element, "otherwise")
    piece.extend((value, holds))
    rest.append(otherwise)
    return element


def _name(name: str) -> Element:
    if name == TIME:
        url = "http://www.sbml.org/sbml/symbols/time"
        element = Element("csymbol", encoding="text", definitionURL=url)
    else:
        element = Element("ci")
    element.text = name
    return element


def _number(value: float, unit: str) -> Element:
    """All digits; an exponent stands in an element of its own."""
    mantissa, _, exponent = repr(value).partition("e")
    kind = "integer" if isinstance(value, int) else "e-notation" if exponent else "real"
    element = Element("cn", {"type": kind, "sbml:units": unit})
    element.text = mantissa
    if exponent:
        SubElement(element, "sep").tail = str(int(exponent))
    return element
