"""The doors: large GLUT4 in the cut edge of the membrane, the sugar that goes through them, the sugar inside.

The many GLUT4 on the membrane's face are counted one by one (vesicles.py); these few stand for them where
the eye looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, even, scatter
from hormoneviz.views.cell.ranges import UPTAKE_PER_PASS, level, uptake_level
from hormoneviz.views.cell.switches import Row, Switches

if TYPE_CHECKING:
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

DOORS = 10
"""places for a door; the level of GLUT4 at the surface says how many are open"""
PASSING = 7
"""glucose drawn on its way through each open door"""
INSIDE = 44
"""glucose drawn inside at the highest uptake"""


class Doors:
    """Of one plan."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._switches = Switches([Row("open", DOORS, 46)])
        self.x = places.doors.at((np.arange(DOORS) + 0.5) / DOORS)
        self.y = places.membrane(self.x) + 0.5 * places.thickness
        number = np.arange(DOORS * PASSING)
        self._of = number % DOORS
        self._offset = (number // DOORS + 0.8 * scatter(self._of, 30)) / PASSING
        self._bend = (scatter(number, 31) - 0.5) * places.unit
        across, down = even(INSIDE)
        left, right = 0.722 * places.width, 0.955 * places.width
        top, bottom = 0.555 * places.height, places.recycling.y - 1.25 * places.recycling.ry
        self._inside_x = left + (right - left) * across
        self._inside_y = top + (bottom - top) * down

    def open(self, frame: Frame) -> Floats:
        """How far each door is open, 0 to 1."""
        return self._switches.read({"open": level(frame.values, "GLUT4_surface")})["open"]

    def add(self, sprites: Sprites, opened: Floats) -> None:
        sprites.add("glut4_missing", self.x, self.y, 1.0 - opened)
        sprites.add("glut4", self.x, self.y, opened)

    def add_sugar(self, sprites: Sprites, frame: Frame, opened: Floats, drift: tuple[Floats, Floats]) -> None:
        """On its way through the open doors, carried by what the cell has taken up; and inside, as much as
        uptake is fast."""
        sprites.add("glucose", *self.passing(frame, opened))
        sprites.add("glucose", *self.inside(frame, drift))

    def passing(self, frame: Frame, opened: Floats) -> tuple[Floats, Floats, Floats]:
        """Where the sugar on its way through the doors is (px), and how visible."""
        u = self.places.unit
        way = (frame.glucose_taken / UPTAKE_PER_PASS[frame.tissue] + self._offset) % 1.0
        # The first third of the way leads down to the door, the rest into the cell.
        ahead = np.maximum(1.0 - 3.0 * way, 0.0)
        inward = np.maximum(way - 0.333, 0.0)
        x = self.x[self._of] + self._bend * (3.0 * ahead**2 + 14.0 * inward * inward)
        y = self.y[self._of] + u * (30.0 * inward - 9.0 * ahead)
        fade = np.minimum(np.minimum(1.0, 8.0 * way), (1.0 - way) / 0.3)
        return x, y, opened[self._of] * fade

    def inside(self, frame: Frame, drift: tuple[Floats, Floats]) -> tuple[Floats, Floats, Floats]:
        """Where the sugar inside is (px), and how visible."""
        u = self.places.unit
        shown = np.clip(INSIDE * uptake_level(frame) - np.arange(INSIDE), 0.0, 1.0)
        x = self._inside_x + 1.4 * u * drift[0][:INSIDE]
        y = self._inside_y + 1.0 * u * drift[1][:INSIDE]
        return x, y, shown
