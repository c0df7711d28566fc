"""Frame: the frozen picture of one moment, the only thing that views draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Vesicles:
    """Where each vesicle is at one moment, one entry a vesicle; the arrays are read-only.

    A vesicle carries one quantum, 1/N of the GLUT4 of a normal cell.  Positions are not part of it: views
    invent them from (vesicle, jumps, since, until), so that they can never feed a rate.
    """

    state: NDArray[np.int8]
    """index into kinetics.traffic.COMPARTMENTS"""
    previous: NDArray[np.int8]
    """the compartment it came from; equal to `state` before its first transition"""
    since: NDArray[np.float64]
    """min, when it entered `state` (0 before its first transition)"""
    until: NDArray[np.float64]
    """min, when it will leave `state`; inf where that lies beyond the film's look-ahead"""
    jumps: NDArray[np.int32]
    """transitions so far; (vesicle, jumps) seeds whatever a view invents about this stay"""

    def __len__(self) -> int:
        return len(self.state)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """All that is known at one moment of a film."""

    time: float
    """min since the start of the experiment"""
    tissue: str
    """'muscle' or 'fat'"""
    values: Mapping[str, float]
    """every input, species and rule of the network by its name, in the network's units"""
    vesicles: Vesicles
    present: int
    """how many of the vesicles this cell owns: vesicles[:present]; fewer than all where GLUT4 is scarce"""
    glucose_taken: float
    """glucose taken up since time 0, the integral of `glucose_uptake` over minutes: carries the drawn glucose
    along"""
