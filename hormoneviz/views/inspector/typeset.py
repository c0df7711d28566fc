"""Formulas as they stand in a textbook: fractions, powers, subscripts, painted from the network's own text.

A formula is laid out as boxes within boxes, each with a width, a rise above its line and a drop below it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from hormoneviz.kinetics.formula import Formula
from hormoneviz.look import fonts

_SMALLER = 0.72
"""size of subscripts and powers, as a share of their line's"""
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: " + ", ast.Sub: " − ", ast.Mult: " · "}
_BINDING: dict[type[ast.operator], int] = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 3, ast.Pow: 4}


@dataclass(frozen=True)
class Box:
    """A laid-out piece; `paint(painter, x, y)` draws it with its line at y."""

    width: float
    rise: float
    drop: float
    paint: Callable[[QPainter, float, float], None]


def typeset(formula: Formula, size: float) -> Box:
    """The formula with letters of that size (px)."""
    return _box(formula.tree, size)


def name_box(name: str, size: float) -> Box:
    """A quantity's name: what follows the first underscore is its subscript."""
    head, _, tail = name.partition("_")
    if not tail:
        return _text(head, size)
    return _row((_text(head, size), _shifted(_text(tail, _SMALLER * size), 0.22 * size)))


def _text(text: str, size: float) -> Box:
    font = fonts.font(size)
    metrics = QFontMetricsF(font)

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font)
        painter.drawText(QPointF(x, y), text)

    return Box(metrics.horizontalAdvance(text), metrics.capHeight() + 0.1 * size, metrics.descent(), paint)


def _shifted(box: Box, down: float) -> Box:
    return Box(
        box.width, box.rise - down, box.drop + down, lambda painter, x, y: box.paint(painter, x, y + down)
    )


def _row(boxes: Sequence[Box]) -> Box:
    def paint(painter: QPainter, x: float, y: float) -> None:
        for box in boxes:
            box.paint(painter, x, y)
            x += box.width

    width = sum(box.width for box in boxes)
    return Box(width, max(box.rise for box in boxes), max(box.drop for box in boxes), paint)


def _fraction(above: Box, below: Box, size: float) -> Box:
    width = max(above.width, below.width) + 0.4 * size
    line, gap = 0.3 * size, 0.18 * size

    def paint(painter: QPainter, x: float, y: float) -> None:
        above.paint(painter, x + (width - above.width) / 2, y - line - gap - above.drop)
        below.paint(painter, x + (width - below.width) / 2, y - line + gap + below.rise)
        painter.drawLine(QLineF(x + 0.1 * size, y - line, x + width - 0.1 * size, y - line))

    return Box(width, line + gap + above.drop + above.rise, gap + below.rise + below.drop - line, paint)


def _box(node: ast.expr, size: float) -> Box:
    match node:
        case ast.Name(id=name):
            return name_box(name, size)
        case ast.Constant(value=value):
            assert isinstance(value, int | float)
            return _text(f"{value:g}", size)
        case ast.UnaryOp(operand=inner):
            return _row((_text("−", size), _bracketed(inner, size, 2)))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _fraction(_box(left, size), _box(right, size), size)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            power = _box(right, _SMALLER * size)
            return _row((_bracketed(left, size, 5), _shifted(power, -0.42 * size)))
        case ast.BinOp(left=left, op=op, right=right):
            least = _BINDING[type(op)]
            after = _bracketed(right, size, least + (1 if isinstance(op, ast.Sub) else 0))
            return _row((_bracketed(left, size, least), _text(_OPERATORS[type(op)], size), after))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, arguments, size)
    raise AssertionError(ast.dump(node))


def _call(name: str, arguments: Sequence[ast.expr], size: float) -> Box:
    """A function as textbooks write it: saturation and power as the formulas they are, what is never negative
    in square brackets with a plus."""
    if name == "saturation":
        x, half = arguments
        again = (_bracketed(half, size, 1), _text(" + ", size), _bracketed(x, size, 1))
        return _fraction(_box(x, size), _row(again), size)
    if name == "power":
        base, exponent = arguments
        lifted = _shifted(_box(exponent, _SMALLER * size), -0.42 * size)
        return _row((_bracketed(base, size, 5), lifted))
    if name == "positive":
        plus = _shifted(_text("+", _SMALLER * size), 0.22 * size)
        return _row((_text("[", size), _box(arguments[0], size), _text("]", size), plus))
    parts: list[Box] = [_text(f"{_SPOKEN.get(name, name)}(", size)]
    for i, argument in enumerate(arguments):
        parts += [_text(", ", size)] if i else []
        parts.append(_box(argument, size))
    return _row((*parts, _text(")", size)))


_SPOKEN = {"maximum": "max", "minimum": "min", "log": "ln"}


def _bracketed(node: ast.expr, size: float, least: int) -> Box:
    """In round brackets where it binds less tightly than its surroundings."""
    box = _box(node, size)
    binds = _BINDING[type(node.op)] if isinstance(node, ast.BinOp) else 9
    if binds >= least or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and least < 5):
        return box
    return _row((_text("(", size), box, _text(")", size)))
