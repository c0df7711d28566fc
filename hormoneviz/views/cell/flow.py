"""Flow: the traffic as densities, for speeds at which no eye can follow a single vesicle.

Each compartment has its fixed row of places, of which as many are taken as the curve says; so nothing flies
or flickers, and what changes is how full each place is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.views.cell.hashing import Floats, scatter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hormoneviz.simulation.frame import Frame

FAST = 10.0
"""min of the cell in a second; from there on no eye follows a single vesicle, and single ones would flash"""
SLOWED = 30.0
"""times slower than the film runs whatever floats or streams, where the film is fast or motion is reduced"""


class Flow:
    """Which places are taken, for a cell of so many vesicles."""

    def __init__(self, vesicles: int) -> None:
        self._vesicles = vesicles
        number = np.arange(vesicles)
        self._rows = [np.argsort(scatter(number, 40 + c)) for c in range(len(COMPARTMENTS))]

    def at(self, frame: Frame) -> tuple[NDArray[np.intp], NDArray[np.int8], Floats]:
        """The place (by the vesicle it is the home of), compartment and opacity of each drawn one.

        The last of a compartment is as see-through as its share is short of a whole vesicle.
        """
        who, state, opacity = [], [], []
        for compartment, name in enumerate(COMPARTMENTS):
            number = min(max(frame.values[name], 0.0) * self._vesicles, float(self._vesicles))
            row = self._rows[compartment][: int(np.ceil(number))]
            who.append(row)
            state.append(np.full(len(row), compartment, np.int8))
            opacity.append(np.clip(number - np.arange(len(row)), 0.0, 1.0))
        return np.concatenate(who), np.concatenate(state), np.concatenate(opacity)
