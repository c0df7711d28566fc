"""Where labels stand: a search among places near the one that a hand chose.  Numbers in, numbers out.

Labels are placed in the order of their importance.  None ever lies on another, on what is taken, or over the
edge; no leader runs over a label or over what is taken.  Of the places that remain, the cheapest: near the
chosen one, not on what the picture is about, not on what another label points at.  Where none remains, the
label is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Box = tuple[float, float, float, float]
    """left, top, right, bottom; px"""
    Point = tuple[float, float]

EDGE = 2.0
"""px that stay free at the edge and between labels"""
_STEP_X, _STEP_Y = 2.0, 1.5
"""between two places that are tried, in hundredths of the scene"""
_ON_PRECIOUS = 25.0
"""cost of covering what the picture is about, in hundredths of the scene that one would rather walk"""
_ON_THING = 5.0
"""cost of covering what another label points at"""
_AT_ONCE = 300
"""places whose room is looked at together"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one label asks for."""

    name: str
    left: float
    top: float
    """where it would stand best, px"""
    width: float
    height: float
    ends: tuple[Point, ...] = ()
    """what it points at, px"""
    reach: Point = (0.0, 0.0)
    """how far it may step aside, px"""
    must: bool = False
    """whether rather a leader runs over something than that this label is missing"""


@dataclass(frozen=True, slots=True)
class Ground:
    """What labels stand on."""

    size: Point
    """px"""
    unit: float
    """one hundredth of the scene, px"""
    taken: tuple[Box, ...] = ()
    """where nothing may stand"""
    precious: tuple[Box, ...] = ()
    """where labels stand only if there is no better place"""


def lay_out(wishes: Sequence[Wish], ground: Ground) -> dict[str, Box]:
    """Name to box of every label that has room.  `wishes` come in the order of their importance."""
    placed: dict[str, Box] = {}
    leaders: list[Floats] = []
    for wish in wishes:
        others = [end for other in wishes if other is not wish for end in other.ends]
        box = _best(wish, ground, others, [*ground.taken, *placed.values()], leaders)
        if box is not None:
            placed[wish.name] = box
            leaders += [np.array([*leader(box, end, ground.unit)]) for end in wish.ends]
    return placed


def leader(box: Box, end: Point, unit: float) -> tuple[float, float, float, float]:
    """The line from a label to its thing: x and y of its beginning, under the label, and of its end."""
    left, top, right, bottom = box
    start = min(max(end[0], left + unit), max(right - unit, left + unit))
    return start, 0.5 * (top + bottom), *end


def crosses(line: Floats, boxes: Floats) -> np.ndarray:
    """Whether any part of lines [..., 4] lies inside boxes [..., 4]."""
    start, way = line[..., :2], line[..., 2:] - line[..., :2]
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (boxes[..., :2] - start) / way, (boxes[..., 2:] - start) / way
    # A line along an axis is inside that pair of edges for its whole length, or not at all.
    inside = (start > boxes[..., :2]) & (start < boxes[..., 2:])
    still = way == 0.0
    enter = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other)).max(-1)
    leave = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(one, other)).min(-1)
    return np.asarray(np.maximum(enter, 0.0) < np.minimum(leave, 1.0))


def _best(
    wish: Wish, ground: Ground, others: list[Point], full: list[Box], leaders: list[Floats]
) -> Box | None:
    """The cheapest place with room: with nothing crossed, else, for one that must stand, with something."""
    boxes = _in_order_of_cost(wish, ground, others)
    strict = (True, False) if wish.must else (True,)
    for nothing_crossed in strict:
        for some in _chunks(boxes):
            room = _room(some, wish, ground.unit, full, leaders, nothing_crossed)
            if room.any():
                left, top, right, bottom = some[np.argmax(room)].tolist()
                return left, top, right, bottom
    return None


def _chunks(boxes: Floats) -> Iterator[Floats]:
    """First the chosen place alone, which mostly has room."""
    yield boxes[:1]
    for first in range(1, len(boxes), _AT_ONCE):
        yield boxes[first : first + _AT_ONCE]


def _in_order_of_cost(wish: Wish, ground: Ground, others: list[Point]) -> Floats:
    """All places inside the scene that are tried [place, 4], the cheapest first."""
    unit, (width, height) = ground.unit, ground.size
    # Larger labels take larger steps: there are fewer places that differ.
    across = _steps(wish.reach[0], max(_STEP_X * unit, wish.height / 3.0))
    down = _steps(wish.reach[1], max(_STEP_Y * unit, wish.height / 4.0))
    right, below = (grid.ravel() for grid in np.meshgrid(across, down))
    left = np.clip(wish.left + right, EDGE, max(EDGE, width - wish.width - EDGE))
    top = np.clip(wish.top + below, EDGE, max(EDGE, height - wish.height - EDGE))
    left, top = np.round(left), np.round(top)
    boxes = np.stack([left, top, left + wish.width, top + wish.height], axis=-1)
    fits = (boxes[:, 2] <= width) & (boxes[:, 3] <= height)
    cost = np.hypot(left - wish.left, top - wish.top)
    for precious in ground.precious:
        cost += _ON_PRECIOUS * unit * _shared(boxes, precious)
    if others:
        cost += _ON_THING * unit * _holds(boxes, others).sum(-1)
    order = np.argsort(cost, kind="stable")
    return boxes[order[fits[order]]]


def _steps(reach: float, step: float) -> Floats:
    count = int(reach // step)
    return np.asarray(step * np.arange(-count, count + 1), np.float64)


def _shared(boxes: Floats, other: Box) -> Floats:
    """Which share of each box lies on another."""
    wide = np.minimum(boxes[:, 2], other[2]) - np.maximum(boxes[:, 0], other[0])
    high = np.minimum(boxes[:, 3], other[3]) - np.maximum(boxes[:, 1], other[1])
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.asarray(np.maximum(wide, 0.0) * np.maximum(high, 0.0) / area)


def _holds(boxes: Floats, points: Sequence[Point]) -> np.ndarray:
    """Which boxes hold which points [box, point]."""
    x, y = np.array(points).T
    left, top, right, bottom = (edge[:, None] for edge in boxes.T)
    return np.asarray((left < x) & (x < right) & (top < y) & (y < bottom))


def _room(
    boxes: Floats, wish: Wish, unit: float, full: list[Box], leaders: list[Floats], nothing_crossed: bool
) -> np.ndarray:
    """Which boxes have room, and, if that is asked for, let no leader run over a label."""
    room = np.ones(len(boxes), bool)
    if full:
        grown = np.array(full) + EDGE * np.array([-1.0, -1.0, 1.0, 1.0])
        left, top, right, bottom = (edge[:, None] for edge in boxes.T)
        other = grown.T
        beside = (left < other[2]) & (right > other[0])
        room &= ~(beside & (top < other[3]) & (bottom > other[1])).any(-1)
    if wish.ends:  # a label on its own thing hides it
        room &= ~_holds(boxes + unit * np.array([-1.0, -1.0, 1.0, 1.0]), wish.ends).any(-1)
    who = np.flatnonzero(room)
    if nothing_crossed and who.size:
        room[who] = ~_crossing(boxes[who], wish, unit, full, leaders)
    return room


def _crossing(boxes: Floats, wish: Wish, unit: float, full: list[Box], leaders: list[Floats]) -> np.ndarray:
    """Which boxes lie under a leader, or have a leader that runs over a box or another leader."""
    bad = np.zeros(len(boxes), bool)
    if leaders:
        bad |= crosses(np.array(leaders), boxes[:, None, :]).any(-1)
    low, high = boxes[:, 0] + unit, np.maximum(boxes[:, 2] - unit, boxes[:, 0] + unit)
    middle, ones = 0.5 * (boxes[:, 1] + boxes[:, 3]), np.ones(len(boxes))
    for x, y in wish.ends:
        mine = np.stack([np.clip(x, low, high), middle, x * ones, y * ones], axis=-1)[:, None, :]
        if full:
            bad |= crosses(mine, np.array(full)).any(-1)
        if leaders:
            bad |= _meet(mine, np.array(leaders)).any(-1)
    return bad


def _meet(one: Floats, other: Floats) -> np.ndarray:
    """Which lines [..., 4] cross which others."""
    a, b, c, d = one[..., :2], one[..., 2:], other[..., :2], other[..., 2:]
    return np.asarray((_side(a, c, d) * _side(b, c, d) < 0.0) & (_side(c, a, b) * _side(d, a, b) < 0.0))


def _side(point: Floats, start: Floats, end: Floats) -> Floats:
    """On which side of a line a point is, by the sign."""
    way, to = end - start, point - start
    return np.asarray(way[..., 0] * to[..., 1] - way[..., 1] * to[..., 0])
