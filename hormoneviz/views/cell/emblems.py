"""The list of emblems: name, size in scene units, and who paints it.  One molecule, one silhouette, one
colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.views.cell import draw_cascade as cascade
from hormoneviz.views.cell import draw_outside as outside
from hormoneviz.views.cell import draw_traffic as traffic
from hormoneviz.views.cell.atlas import Atlas, Emblem

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

EMBLEMS = {
    "glucose": Emblem(2.3, 2.3, outside.glucose, "glucose"),
    "insulin": Emblem(2.5, 3.4, outside.insulin, "insulin"),
    "tnf": Emblem(3.8, 3.8, outside.tnf, "TNF"),
    "fatty_acid": Emblem(5.0, 2.0, outside.fatty_acid, "FFA"),
    "receptor": Emblem(6.4, 12.2, outside.receptor, "IR", (2.4, 6.0)),
    "receptor_active": Emblem(8.4, 17.2, outside.receptor_active, "IRp_pm", (3.0, 6.0)),
    "receptor_inside": Emblem(5.2, 5.2, outside.receptor_inside, "IR_in"),
    "receptor_inside_active": Emblem(6.6, 6.6, outside.receptor_inside_active, "IRp_in", (2.4, 2.4)),
    "irs1": Emblem(6.6, 3.8, cascade.irs1, "IRS1_Y"),
    "tag_tyr": Emblem(4.8, 4.8, cascade.tag_tyr, "IRS1_Y", (1.5, 1.5)),
    "tag_ser": Emblem(3.2, 3.2, cascade.tag_ser, "IRS1_S"),
    "pip3": Emblem(3.0, 4.4, cascade.pip3, "PIP3"),
    "pip3_glow": Emblem(19.4, 8.2, cascade.pip3_glow),
    "akt": Emblem(4.4, 4.4, cascade.akt, "Akt_act"),
    "akt_active": Emblem(7.0, 7.0, cascade.akt_active, "Akt_act", (2.0, 2.0)),
    "brake": Emblem(4.6, 2.4, cascade.brake, "AS160_p"),
    "brake_off": Emblem(4.6, 3.2, cascade.brake_off, "AS160_p"),
    "mtor": Emblem(3.2, 3.2, cascade.mtor, "mTORC1"),
    "s6k": Emblem(3.2, 3.2, cascade.s6k, "S6K"),
    "jnk": Emblem(4.0, 4.0, cascade.jnk, "JNK"),
    "spark": Emblem(3.2, 3.2, cascade.spark),
    "halo": Emblem(6.2, 6.2, cascade.halo),
    "vesicle": Emblem(2.6, 2.6, traffic.vesicle, "GSVmob"),
    "vesicle_rab": Emblem(2.6, 3.5, traffic.vesicle_rab, "GSVmob"),
    "vesicle_coated": Emblem(3.8, 3.8, traffic.vesicle_coated, "CCV"),
    "vesicle_sorted": Emblem(2.0, 2.0, traffic.vesicle_sorted, "EE"),
    "vesicle_open": Emblem(4.0, 3.2, traffic.vesicle_open),
    "tether": Emblem(1.2, 4.4, traffic.tether),
    "door": Emblem(2.6, 5.0, traffic.door, "PMdis"),
    "pore": Emblem(2.4, 1.7, traffic.pore, "PMdis"),
    "cluster": Emblem(3.6, 2.4, traffic.cluster, "PMclu"),
}

CROWD = frozenset(name for name in EMBLEMS if name.startswith("vesicle")) | {
    "tether",
    "door",
    "pore",
    "cluster",
}
"""those that shrink where there are thousands of them"""


def crowding(vesicles: int) -> float:
    """How much smaller to draw each of so many vesicles: full size up to 500."""
    return float(min(1.0, (500.0 / max(vesicles, 1)) ** 0.32))


def make_atlas(theme: Theme, unit: float, vesicles: int) -> Atlas:
    return Atlas(EMBLEMS, theme, unit, dict.fromkeys(CROWD, crowding(vesicles)))
