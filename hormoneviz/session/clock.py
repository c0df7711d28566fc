"""Clock: how wall time becomes model time.  Plain numbers, no timer."""

from __future__ import annotations

from dataclasses import dataclass

SPEEDS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""the stops of the speed control; at 1 one minute of the cell passes in a second"""

LONGEST_TICK = 0.1
"""s; a tick after a stall (a menu, a sleeping laptop) counts as no more than this, so that nothing is leapt
over"""


@dataclass(frozen=True, slots=True)
class Clock:
    """Speed in model minutes per wall second, and where the film ends (min)."""

    speed: float = 1.0
    end: float = 180.0

    def advanced(self, time: float, wall: float) -> float:
        """The model time (min) `wall` seconds after `time`, never past the end."""
        return min(time + self.speed * min(max(wall, 0.0), LONGEST_TICK), self.end)

    def neighbour(self, direction: int) -> float:
        """The next faster (+1) or slower (-1) of SPEEDS; the present one at either end."""
        further = [s for s in SPEEDS if (s - self.speed) * direction > 0]
        return self.speed if not further else (min(further) if direction > 0 else max(further))


def scale_in_words(speed: float) -> str:
    """What a speed means: "1 s = 1 min"."""
    minutes = speed
    if minutes < 1:
        return f"1 s = {minutes * 60:.0f} s"
    return f"1 s = {minutes:g} min" if minutes < 60 else f"1 s = {minutes / 60:g} h"
