"""What is told apart by colour can be told apart by everybody.

Nearly every emblem has a silhouette of its own, and then colour only helps. The pairs listed here have none,
or lie side by side as lines, arrows or boxes of one shape; they must differ in colour, seen with full colour
vision and without one of the three kinds of cones. Distances are those of CAM02-UCS (Luo, Cui and Li 2006),
in which a difference of 1 can just be seen between large fields; vision without a cone after Machado,
Oliveira and Fernandes 2009.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from hormoneviz.look.theme import theme, themes
from hormoneviz.views.plots.catalogue import plots

LEAST = 10.0
"""CAM02-UCS; ten times what can just be seen, because these are small marks far apart"""
DAYLIGHT = 0.28
"""the beamer's theme must do both on a screen and washed out so far (see test_theme.py)"""
VISIONS = ("all cones", "protanomaly", "deuteranomaly", "tritanomaly")
SAME_SHAPE = {
    "receptor receptor_active": "one protein, open or closed",
    "androgen estrogen": "receptors on DNA, and arrows of the body strip",
    "irs1_tyr irs1_ser": "tags, small: round or square, with a tick or a bar",
    "vesicle glut4": "a dot on a dot",
    "insulin glucose": "small things outside; boxes of the pathway",
    "insulin tnf": "messengers of the pathway have one shape",
    "insulin fatty_acid": "messengers of the pathway have one shape",
    "tnf fatty_acid": "messengers of the pathway have one shape",
    "glucose tnf": "small things outside",
    "glucose fatty_acid": "arrows of the body strip",
    "mtor jnk": "kinases of the pathway have one shape",
    "akt mtor": "kinases of the pathway have one shape",
    "akt jnk": "kinases of the pathway have one shape",
    "irs1 akt": "proteins of the cascade, side by side",
    "accent warning": "better and worse in the ledger, which are also written",
}
_COLOURS = [dict.fromkeys(curve.colour for curve in plot.curves) for plot in plots().values()]
ONE_PLOT = [f"{first} {second}" for colours in _COLOURS for first, second in combinations(colours, 2)]
"""lines of one plot, which are dashed otherwise and named at their end too"""


@pytest.mark.parametrize("name", themes())
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("pair", dict.fromkeys([*SAME_SHAPE, *ONE_PLOT]))
def test_what_relies_on_colour_differs_in_it(name: str, vision: str, pair: str) -> None:
    for light in {0.0, DAYLIGHT if name == "projector" else 0.0}:
        first, second = (_seen(name, role, vision, light) for role in pair.split())
        assert deltaE(first, second, input_space="sRGB1") >= LEAST


def test_a_lost_cone_is_really_taken_away() -> None:
    """Red and green of equal lightness come together without the cones that tell them apart."""
    full, without = (
        deltaE(_of((200, 80, 60), v), _of((110, 125, 40), v), input_space="sRGB1") for v in VISIONS[:3:2]
    )
    assert without < full / 2


def _seen(name: str, role: str, vision: str, light: float) -> np.ndarray:
    colour = theme(name).colour(role)
    return _of((colour.red(), colour.green(), colour.blue()), vision, light)


def _of(rgb: tuple[int, int, int], vision: str, light: float = 0.0) -> np.ndarray:
    """sRGB, 0 to 1, that somebody with all cones would see as this vision sees `rgb` (0 to 255).

    `light` is how far daylight lifts black, as a share of white.
    """
    colour = light + (1.0 - light) * np.array(rgb) / 255.0
    if vision == "all cones":
        return colour
    space = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
    return np.clip(cspace_convert(colour, space, "sRGB1"), 0.0, 1.0)
