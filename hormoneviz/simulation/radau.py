"""Radau: one step of Radau IIA of order 5 (Hairer and Wanner, Solving Ordinary Differential Equations II,
1996) for the equations of sensitivity, dS/dt = J S + F, which are linear in S: no iteration is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_ROOT: Final = 6.0**0.5
NODES: Final = ((4 - _ROOT) / 10, (4 + _ROOT) / 10, 1.0)
"""where in a step it looks, as shares of it"""
_WEIGHTS: Final = np.array(
    [
        [(88 - 7 * _ROOT) / 360, (296 - 169 * _ROOT) / 1800, (-2 + 3 * _ROOT) / 225],
        [(296 + 169 * _ROOT) / 1800, (88 + 7 * _ROOT) / 360, (-2 - 3 * _ROOT) / 225],
        [(16 - _ROOT) / 36, (16 + _ROOT) / 36, 1 / 9],
    ]
)


def radau(spread: Array, length: float, seen: Sequence[tuple[Array, Array]]) -> Array:
    """S [S, D] after a step, from (J [S, S], F [S, D]) at each of NODES."""
    size = len(spread)
    matrix = np.eye(3 * size)
    for i, (jacobian, _) in enumerate(seen):
        for j in range(3):
            block = length * _WEIGHTS[i, j] * jacobian
            matrix[i * size : (i + 1) * size, j * size : (j + 1) * size] -= block
    slopes = np.concatenate([jacobian @ spread + pushed for jacobian, pushed in seen])
    stages = np.linalg.solve(matrix, slopes).reshape(3, size, -1)
    after: Array = spread + length * np.einsum("i,isd->sd", _WEIGHTS[2], stages)
    return after
