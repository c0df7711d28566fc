"""Where GLUT4 lies on the face of the membrane: drawn by lot for each stay, the same for the same stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, scatter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.views.cell.places import Places


class Face:
    """Hashes of (vesicle, stay), remembered because hashing all of them anew for each picture is what costs.

    A picture asks for a vesicle's present stay and perhaps the one before; those two differ by one, so each
    vesicle has one slot for even and one for odd stays.
    """

    def __init__(self, places: Places, vesicles: int) -> None:
        self._places = places
        self._stay = np.full((2, vesicles), -1, np.int64)
        self._chance, self._down = np.zeros((2, vesicles)), np.zeros((2, vesicles))

    def at(self, who: NDArray[np.intp], stay: NDArray[np.integer]) -> tuple[Floats, Floats]:
        """A chance in 0..1, and how far below the membrane's outer edge (px; above it is negative)."""
        slot = stay & 1
        stale = np.flatnonzero(self._stay[slot, who] != stay)
        if stale.size:
            self._draw_lots(slot[stale], who[stale], stay[stale])
        return self._chance[slot, who], self._down[slot, who]

    def _draw_lots(self, slot: NDArray[np.integer], who: NDArray[np.intp], stay: NDArray[np.integer]) -> None:
        self._stay[slot, who] = stay
        lot = scatter(who, stay, 5)
        self._chance[slot, who] = lot
        # The later digits of one hash serve as a further chance.
        self._down[slot, who] = -(0.10 + 0.80 * (lot * 2.0**16 % 1.0)) * self._places.depth
