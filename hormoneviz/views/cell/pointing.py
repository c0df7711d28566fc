"""What is under the mouse, by name; and which quantity of the model stands behind each thing in the
picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.views.cell.emblems import EMBLEMS
from hormoneviz.views.cell.places import BLOOD, WALL

if TYPE_CHECKING:
    from hormoneviz.views.cell.places import Places

QUANTITIES = {
    "IRS1": "IRS1_Y",
    "AS160": "AS160_p",
    "signal": "Akt_act",
    "store": "GSVret",
    "GLUT4": "GLUT4_surface",
    "endosomes": "ERC",
    "membrane": "GLUT4_surface",
    "cytosol": "glucose_uptake",
    "microtubule": "GSVmob",
}
"""the quantity to show with a thing that is none itself"""

LABELLED = {
    **{
        quantity: thing
        for thing, quantity in QUANTITIES.items()
        if thing not in ("membrane", "cytosol", "signal")
    },
    "IRS1_S": "IRS1",
    "IRp": "IR",
    "IRp_pm": "IR",
    "Akt_S473": "Akt_act",
    "Akt_T308": "Akt_act",
    "PMclu": "GLUT4",
    "PMdis": "GLUT4",
    "EE": "endosomes",
    "glucose_uptake": "glucose",
}
"""the label that stands for a quantity which has none of its own name"""


def sprite_name(found: tuple[str, int]) -> str:
    """The name of a sprite: of a vesicle its compartment, of anything else what its emblem stands for."""
    emblem, compartment = found
    return COMPARTMENTS[compartment] if compartment >= 0 else EMBLEMS[emblem].means


def region_at(places: Places, x: float, y: float) -> str:
    """The place that holds a point (device px)."""
    outer = float(places.membrane(np.array([x]))[0])
    if y < BLOOD * places.height:
        return "blood"
    if y < WALL * places.height:
        return "capillary"
    if y < outer - places.depth:
        return "interstitium"
    if y <= outer + places.thickness:
        return "membrane"
    ovals = {"nucleus": places.nucleus, "store": places.store, "EE": places.early, "ERC": places.recycling}
    for name, oval in ovals.items():
        if oval.holds(x, y):
            return name
    return _tissue_part(places, x, y) or "cytosol"


def _tissue_part(places: Places, x: float, y: float) -> str:
    if places.tissue == "fat":
        return "lipid_droplet" if places.droplet.holds(x, y) else ""
    if y > places.fibrils_top:
        return "sarcomere"
    return "t_tubule" if places.tubule.left <= x <= places.tubule.right else ""
