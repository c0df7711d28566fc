"""The unit of every number that is written in a formula: what makes both sides of it agree.

A number that stands beside a quantity in a sum has that quantity's unit; one that is a factor has whatever
is missing, which is nothing for a share and min/d for 1440. So the units of a file can be checked to the
last digit, and a formula whose units cannot be made to agree is an error here.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hormoneviz.exchange.sbml_units import factors

_AGREE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of powers of the kinds of SBML, times a plain factor."""

    powers: Mapping[str, float]
    """by kind: "second", "gram"; none is zero"""
    factor: float = 1.0
    """of the kinds themselves: "min" is 60 (seconds)"""

    def __mul__(self, other: Unit) -> Unit:
        kinds = sorted({*self.powers, *other.powers})
        powers = {k: self.powers.get(k, 0.0) + other.powers.get(k, 0.0) for k in kinds}
        return Unit({k: n for k, n in powers.items() if abs(n) > _AGREE}, self.factor * other.factor)

    def __pow__(self, exponent: float) -> Unit:
        powers = {k: n * exponent for k, n in self.powers.items() if abs(n * exponent) > _AGREE}
        return Unit(powers, self.factor**exponent)

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1

    def agrees(self, other: Unit) -> bool:
        """Whether the two are one unit."""
        ratio = self / other
        return not ratio.powers and math.isclose(ratio.factor, 1.0, rel_tol=_AGREE)


ONE: Final = Unit({})


def unit(text: str) -> Unit:
    """A unit as the networks spell it.

    Raises:
        ValueError: a unit that sbml_units does not know.
    """
    found = ONE
    for f in factors(text):
        found *= Unit({f.kind: 1.0}, f.multiplier * 10.0**f.scale) ** f.exponent
    return found


_CONVERSIONS: Final[Mapping[float, Unit]] = {
    18.016: unit("mg/dL") / unit("mM"),  # glucose
    6.0: unit("pM") / unit("uU/mL"),  # insulin
}
"""for a product of several numbers, of which otherwise only the last could have a unit"""


class Literals:
    """The units of the numbers in one formula.

    Raises:
        ValueError: the units of the formula do not agree.
    """

    def __init__(self, tree: ast.expr, expected: Unit, names: Mapping[str, Unit]) -> None:
        self.found: dict[ast.expr, Unit] = {}
        """by the formula's own nodes: of numbers, and of the zero that positive and step compare with"""
        self._names = names
        self._give(tree, expected)

    def _known(self, node: ast.expr) -> Unit | None:
        """The unit of a part by itself; None where a number leaves it open."""
        match node:
            case ast.Constant():
                return None
            case ast.Name(id=name):
                return self._names[name]
            case ast.UnaryOp(operand=inner):
                return self._known(inner)
            case ast.BinOp(op=ast.Add() | ast.Sub(), left=left, right=right):
                return self._known(left) or self._known(right)
            case ast.BinOp(op=ast.Pow(), left=left, right=ast.Constant(value=int() | float() as exponent)):
                base = self._known(left)
                return base and base ** float(exponent)
            case ast.BinOp():
                return self._product(node)
            case ast.Call(func=ast.Name(id="positive"), args=[inner]):
                return self._known(inner)
            case ast.Call(func=ast.Name(id="maximum" | "minimum"), args=[left, right]):
                return self._known(left) or self._known(right)
        return ONE  # every other function makes a pure number

    def _product(self, node: ast.BinOp) -> Unit | None:
        total = ONE
        for part, sign in _factors_of(node):
            known = self._known(part)
            if known is None:
                return None
            total *= known**sign
        return total

    def _give(self, node: ast.expr, unit: Unit) -> None:
        """Let a part have a unit, and its numbers what they need for it."""
        known = self._known(node)
        if known is not None and not known.agrees(unit):
            raise ValueError(f"{ast.unparse(node)}: the units do not agree ({known} and {unit})")
        match node:
            case ast.Constant():
                self.found[node] = unit
            case ast.UnaryOp(operand=inner):
                self._give(inner, unit)
            case ast.BinOp(op=ast.Add() | ast.Sub(), left=left, right=right):
                self._give_all([left, right], unit)
            case ast.BinOp(op=ast.Pow(), left=left, right=ast.Constant(value=int() | float() as n) as power):
                self.found[power] = ONE
                self._give(left, unit ** (1 / float(n)))
            case ast.BinOp():
                self._give_product(node, unit)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                inside = self._inside(name, arguments, unit)
                self._give_all(arguments, inside)
                if name in ("positive", "step"):
                    self.found[node] = inside
            case ast.Compare(left=left, comparators=[right]):
                self._give_all([left, right], self._known(left) or self._known(right) or ONE)

    def _give_all(self, nodes: Sequence[ast.expr], unit: Unit) -> None:
        for node in nodes:
            self._give(node, unit)

    def _give_product(self, node: ast.BinOp, unit: Unit) -> None:
        parts = list(_factors_of(node))
        rest = unit
        opened = [(part, sign) for part, sign in parts if self._known(part) is None]
        for part, sign in parts:
            if (known := self._known(part)) is not None:
                rest /= known**sign
                self._give(part, known)
        for place, (part, sign) in enumerate(opened):
            last = place == len(opened) - 1
            value = part.value if isinstance(part, ast.Constant) else None
            usual = _CONVERSIONS.get(value, ONE) if isinstance(value, int | float) and rest.powers else ONE
            mine = rest**sign if last else usual
            rest /= mine**sign
            self._give(part, mine)

    def _inside(self, name: str, arguments: list[ast.expr], unit: Unit) -> Unit:
        """What the arguments of a function have to be where the function has to be a `unit`."""
        if name in ("positive", "maximum", "minimum"):
            return unit
        if name == "saturation":
            return self._known(arguments[1]) or self._known(arguments[0]) or ONE
        return (self._known(arguments[0]) if name == "step" else None) or ONE


def _factors_of(node: ast.expr, sign: int = 1) -> list[tuple[ast.expr, int]]:
    """The factors of a product, in order, and whether each multiplies (1) or divides (-1)."""
    match node:
        case ast.BinOp(op=ast.Mult() | ast.Div() as op, left=left, right=right):
            other = sign if isinstance(op, ast.Mult) else -sign
            return [*_factors_of(left, sign), *_factors_of(right, other)]
    return [(node, sign)]
