"""RODAS: the coefficients of a Rosenbrock method of order 4 with an error estimate of order 3.

Hairer and Wanner, Solving Ordinary Differential Equations II (1996), section IV.10 and their code RODAS:
L-stable and stiffly accurate; one factorisation, six slopes, six solutions a step; a course of
order 3 between.
Written for increments K that solve (1/(gamma h) - J) K = slope + sum(C K)/h + h gamma_i df/dt.
"""

from __future__ import annotations

from typing import Final

STAGES: Final = 6
GAMMA: Final = 0.25
ALPHA: Final = (0.0, 0.386, 0.21, 0.63, 1.0, 1.0)
"""where in the step a stage looks, as a share of it"""
GAMMAS: Final = (0.25, -0.1043, 0.1035, -0.0362, 0.0, 0.0)
"""how much of df/dt a stage takes"""
A: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (1.544,),
    (0.9466785280815826, 0.2557011698983284),
    (3.314825187068521, 2.896124015972201, 0.9986419139977817),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1.0),
)
C: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (-5.6688,),
    (-2.430093356833875, -0.2063599157091915),
    (-0.1073529058151375, -9.594562251023355, -20.47028614809616),
    (7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160),
    (8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054),
)
END: Final = (*A[5], 1.0)
"""the state at the end, from the increments; the last one alone is the error"""
SECOND: Final = (
    10.12623508344586,
    -7.487995877610167,
    -34.80091861555747,
    -7.992771707568823,
    1.025137723295662,
)
THIRD: Final = (
    -0.6762803392801253,
    6.087714651680015,
    16.43084320892478,
    24.76722511418386,
    -6.594389125716872,
)
"""of the course within the step, from the first five increments"""
