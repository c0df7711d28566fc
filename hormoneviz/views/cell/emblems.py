"""The list of emblems in the scene: which file of resources/art, how large, and what it stands for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hormoneviz.look import art
from hormoneviz.views.cell.atlas import Atlas, Emblem

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hormoneviz.look.theme import Theme

CASCADE = 1.30
"""how much larger than the crowd the receptors and the signal's molecules are drawn"""
VESICLE = 1.12
"""radius of a vesicle's wall, in scene units, as its file draws it"""
_MEANS = {
    "lipid_outer": "", "lipid_inner": "", "glucose": "glucose", "insulin": "insulin", "tnf": "TNF",
    "fatty_acid": "FFA", "receptor": "IR", "receptor_active": "IRp_pm", "receptor_inside": "IR_in",
    "receptor_inside_active": "IRp_in", "irs1": "IRS1_Y", "irs1_go": "IRS1_Y", "irs1_jammed": "IRS1_S",
    "pour": "", "pip3": "PIP3", "akt": "Akt_act", "akt_active": "Akt_act", "brake": "AS160_p",
    "brake_off": "AS160_p", "mtor": "mTORC1", "s6k": "S6K", "jnk": "JNK", "spark": "", "halo": "",
    "vesicle": "GSVmob", "vesicle_rab": "GSVmob", "vesicle_waiting": "Vper", "vesicle_coated": "CCV",
    "vesicle_sorted": "EE", "vesicle_open": "", "tether": "", "glut4": "GLUT4_surface",
    "glut4_missing": "GLUT4_surface", "pore": "PMdis", "cluster": "PMclu",
}  # fmt: skip
"""the quantity each stands for; empty where it is only light"""
_SCALE = {
    "receptor": CASCADE, "receptor_active": CASCADE, "irs1": 1.15, "irs1_go": 1.15, "irs1_jammed": 1.15,
    "pip3": 1.55, "akt": 1.75, "akt_active": 1.75, "brake": 1.0, "brake_off": 1.0, "glut4": 1.05,
    "vesicle_waiting": 0.82,
    "glut4_missing": 0.95, "insulin": 1.35, "glucose": 1.2, "jnk": 1.3, "tnf": 1.2, "pore": 0.85,
    "cluster": 0.85,
}  # fmt: skip
"""size in the scene; 1 where left out"""
_HEARTS = {
    "receptor": (2.4, 6.0), "receptor_active": (3.0, 6.0), "receptor_inside_active": (2.4, 2.4),
    "irs1_go": (2.6, 2.4), "irs1_jammed": (2.6, 2.4), "akt_active": (2.0, 2.0),
}  # fmt: skip
"""half sizes of the part that can be pointed at, where the emblem's light goes far beyond it"""


def _emblem(name: str) -> Emblem:
    size, scale = art.size(name), _SCALE.get(name, 1.0)
    heart = _HEARTS.get(name)
    return Emblem(
        scale * size.width(),
        scale * size.height(),
        partial(_paint, name, scale),
        _MEANS[name],
        heart and (scale * heart[0], scale * heart[1]),
    )


def _paint(name: str, scale: float, painter: QPainter, theme: Theme) -> None:
    painter.scale(scale, scale)
    art.paint(painter, name, theme)


EMBLEMS = {name: _emblem(name) for name in _MEANS}

CROWD = frozenset(name for name in EMBLEMS if name.startswith("vesicle")) | {"tether", "pore", "cluster"}
"""those that shrink where there are thousands of them"""


def crowding(vesicles: int) -> float:
    """How much smaller to draw each of so many vesicles: full size up to 500."""
    return float(min(1.0, (500.0 / max(vesicles, 1)) ** 0.32))


def make_atlas(theme: Theme, unit: float, vesicles: int) -> Atlas:
    return Atlas(EMBLEMS, theme, unit, dict.fromkeys(CROWD, crowding(vesicles)))
