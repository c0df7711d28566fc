"""Where leaders run whose ends move: of several things that a label may point at, the first whose leader is
in nobody's way.  Numbers in, numbers out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.label_layout import crosses, leader, meet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.label_layout import Box, Point

    Line = tuple[float, float, float, float]

_AT_ONCE = (8, 200)
"""ends that are looked at together: mostly one of the first is clear; beyond these none is looked for"""


class Course:
    """Labels that have their places, and the leaders that run between them so far."""

    def __init__(self, boxes: Mapping[str, Box], unit: float, leaders: Sequence[Line] = ()) -> None:
        """Name to box (px); `unit` is one hundredth of the scene (px)."""
        self._boxes, self._unit, self._leaders = boxes, unit, list(leaders)
        self._number = {name: k for k, name in enumerate(boxes)}
        self._edges = np.array(list(boxes.values())).reshape(-1, 4)

    def copy(self) -> Course:
        """The same, to which more can be added."""
        return Course(self._boxes, self._unit, self._leaders)

    def add(self, name: str, end: Point) -> None:
        """A label's leader runs to this end (px)."""
        self._leaders.append(leader(self._boxes[name], end, self._unit))

    def first_clear(self, name: str, ends: Floats, must: bool = False) -> Point | None:
        """Of the `ends` [choice, x and y] (px) of a label's leader the first that no label hides and whose
        leader runs over no label and across no other.

        Without one None; where there `must` be one, the first that is in the way least often.
        """
        best, fewest = None, 1 << 30
        done = 0
        for count in _AT_ONCE:
            some = ends[done : done + count]
            done += count
            if not len(some):
                break
            faults = self._faults(name, some)
            first = int(np.argmin(faults))
            if faults[first] < fewest:
                best, fewest = some[first], int(faults[first])
            if not fewest:
                break
        if best is None or (fewest and not must):
            return None
        return float(best[0]), float(best[1])

    def _faults(self, name: str, ends: Floats) -> np.ndarray:
        """How many labels and leaders the leader to each end is in the way of; an end under a label too."""
        left, top, right, bottom = self._boxes[name]
        low, high = left + self._unit, max(right - self._unit, left + self._unit)
        start = np.stack([np.clip(ends[:, 0], low, high), np.full(len(ends), 0.5 * (top + bottom))], axis=-1)
        lines = np.concatenate([start, ends], axis=-1)[:, None, :]
        # An end under its own label is hidden too.
        faults = ((ends > (left, top)) & (ends < (right, bottom))).all(-1).astype(np.intp)
        others = np.delete(self._edges, self._number[name], axis=0)
        faults += crosses(lines, others).sum(-1)
        if self._leaders:
            faults += meet(lines, np.array(self._leaders)).sum(-1)
        return np.asarray(faults)
