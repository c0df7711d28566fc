"""The list of emblems: name, size in scene units, and who paints it.  One molecule, one silhouette, one colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.views.cell import draw_cascade as cascade
from hormoneviz.views.cell import draw_outside as outside
from hormoneviz.views.cell import draw_traffic as traffic
from hormoneviz.views.cell.atlas import Atlas, Emblem

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

EMBLEMS = {
    "glucose": Emblem(2.0, 2.0, outside.glucose),
    "insulin": Emblem(2.5, 3.4, outside.insulin),
    "tnf": Emblem(3.8, 3.8, outside.tnf),
    "fatty_acid": Emblem(5.0, 2.0, outside.fatty_acid),
    "receptor": Emblem(6.4, 12.2, outside.receptor),
    "receptor_active": Emblem(9.0, 18.0, outside.receptor_active),
    "receptor_inside": Emblem(5.2, 5.2, outside.receptor_inside),
    "receptor_inside_active": Emblem(6.6, 6.6, outside.receptor_inside_active),
    "irs1": Emblem(5.6, 3.2, cascade.irs1),
    "tag_tyr": Emblem(4.2, 4.2, cascade.tag_tyr),
    "tag_ser": Emblem(2.8, 2.8, cascade.tag_ser),
    "pip3": Emblem(3.0, 4.4, cascade.pip3),
    "pip3_glow": Emblem(19.4, 8.2, cascade.pip3_glow),
    "akt": Emblem(4.4, 4.4, cascade.akt),
    "akt_active": Emblem(7.0, 7.0, cascade.akt_active),
    "brake": Emblem(4.6, 2.4, cascade.brake),
    "brake_off": Emblem(4.6, 3.2, cascade.brake_off),
    "mtor": Emblem(3.2, 3.2, cascade.mtor),
    "jnk": Emblem(4.0, 4.0, cascade.jnk),
    "spark": Emblem(3.2, 3.2, cascade.spark),
    "halo": Emblem(6.2, 6.2, cascade.halo),
    "vesicle": Emblem(2.8, 2.8, traffic.vesicle),
    "vesicle_rab": Emblem(2.8, 2.8, traffic.vesicle_rab),
    "vesicle_coated": Emblem(3.8, 3.8, traffic.vesicle_coated),
    "vesicle_sorted": Emblem(2.2, 2.2, traffic.vesicle_sorted),
    "vesicle_open": Emblem(4.0, 3.2, traffic.vesicle_open),
    "tether": Emblem(1.6, 4.6, traffic.tether),
    "door": Emblem(3.0, 5.2, traffic.door),
    "pore": Emblem(2.5, 1.8, traffic.pore),
    "cluster": Emblem(3.8, 2.5, traffic.cluster),
}

CROWD = frozenset(name for name in EMBLEMS if name.startswith("vesicle")) | {"tether", "door", "pore", "cluster"}
"""those that shrink where there are thousands of them"""


def crowding(vesicles: int) -> float:
    """How much smaller to draw each of so many vesicles: full size up to 500."""
    return min(1.0, (500.0 / max(vesicles, 1)) ** 0.42)


def make_atlas(theme: Theme, unit: float, vesicles: int) -> Atlas:
    return Atlas(EMBLEMS, theme, unit, dict.fromkeys(CROWD, crowding(vesicles)))
