"""The signal: receptors, IRS-1 with its tags, PIP3, Akt, the brake, the side kinases, and sparks along the
way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.places import TRACKS
from hormoneviz.views.cell.ranges import level
from hormoneviz.views.cell.switches import Row, Switches, thresholds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

    Drift = tuple[Floats, Floats]

RECEPTORS, IRS1, LIPIDS, AKT, SPARKS = 12, 12, 9, 4, 8
_TAKEN_IN = 0.8
"""share of the model's inside receptors drawn inside; of a human fat cell's only few really leave the
membrane"""
_ROWS = (
    Row("active", RECEPTORS, 40), Row("taken", RECEPTORS, 40, True), Row("there", RECEPTORS, 40),
    Row("awake", RECEPTORS, 40), Row("go", IRS1, 41), Row("jammed", IRS1, 41, True), Row("lipid", LIPIDS, 42),
    Row("akt", AKT, 43), Row("loose", TRACKS, 44), Row("call", SPARKS, 45), Row("order", SPARKS, 45),
)  # fmt: skip


def _levels(values: Mapping[str, float]) -> dict[str, float]:
    """What each row of switches answers to."""
    inside = values["IRp_in"] + values["IR_in"]
    go, order = level(values, "IRS1_Y"), level(values, "Akt_act")
    return {
        "active": level(values, "IRp_pm"),
        "taken": _TAKEN_IN * inside,
        "there": inside + values["IR"] + values["IRp_pm"] + 0.04,
        "awake": values["IRp_in"] / max(inside, 1e-9),
        "go": go,
        "jammed": level(values, "IRS1_S"),
        "lipid": level(values, "PIP3"),
        "akt": order,
        "loose": level(values, "AS160_p"),
        "call": go - 0.1,
        "order": order - 0.1,
    }


class CascadeLayer:
    """From the receptor to the brake, in one plan."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._switches = Switches(_ROWS)
        self._place_receptors()
        u, under = places.unit, places.under
        self._irs1_x = places.receptors.at(_row(IRS1)) + 0.4 * u
        step = max(u, 0.01 * places.height)  # below the receptors and their label in tall scenes too
        self._irs1_y = under(self._irs1_x) + step * (9.6 + 4.8 * (np.arange(IRS1) % 2))
        self._lipid_x = places.landing.at(_row(LIPIDS))
        self._lipid_y = under(self._lipid_x)
        self._dock_x = places.landing.at(_row(AKT))
        self._dock_y = under(self._dock_x) + 3.4 * u
        self._rest_x = self._dock_x + u * (np.arange(AKT) % 2)
        self._rest_y = under(self._dock_x) + u * (9.5 + 3.0 * (np.arange(AKT) % 2))
        self._brake_x, self._brake_y = places.on_track(np.arange(TRACKS), np.full(TRACKS, 0.27))
        self._glow_x = np.array([0.5 * (places.landing.left + places.landing.right)])
        self._glow_y = under(self._glow_x) + u
        self._side_y = np.array([places.side_row])
        self._side_x = {name: np.array([share * places.width]) for name, share in places.side_routes.items()}
        self._call = self._road(0.30 * places.width, self._irs1_y[-2], self._dock_x[1], self._dock_y[1])
        self._order = self._road(self._dock_x[-1], self._dock_y[-1], self._brake_x[1], self._brake_y[0])

    def add(self, sprites: Sprites, time: float, values: Mapping[str, float], drift: Drift) -> None:
        """All of it; `drift` wanders a little more than ±1 for each of the molecules."""
        on = self._switches.read(_levels(values))
        self._receptors(sprites, on, drift)
        self._brakes(sprites, on["loose"])
        self._pip3(sprites, values, on["lipid"])
        self._sparks(sprites, time, on)
        self._adaptors(sprites, on, drift)
        self._kinases(sprites, on["akt"], drift)
        self._side_routes(sprites, values)

    def _place_receptors(self) -> None:
        """Every other one stands further back; those come first, to be painted first."""
        p = self.places
        order = np.argsort(np.arange(RECEPTORS) % 2 == 0, kind="stable")
        self._receptor_x = p.receptors.at(_row(RECEPTORS))[order]
        back = np.where(order % 2 == 1, 0.45 * p.depth, 0.0)
        self._receptor_y = p.membrane(self._receptor_x) - back
        turn = np.argsort(np.argsort(-thresholds(RECEPTORS, 40)))
        self._inside_x = p.width * (0.186 + 0.0262 * turn)

    def _receptors(self, sprites: Sprites, on: Mapping[str, Floats], drift: Drift) -> None:
        """Free, active, or taken in."""
        u, taken = self.places.unit, on["taken"]
        here = on["there"] * (1.0 - taken)
        sinking = self._receptor_y + 3.0 * u * taken
        sprites.add("receptor", self._receptor_x, sinking, here * (1.0 - on["active"]))
        sprites.add("receptor_active", self._receptor_x, sinking, here * on["active"])
        x = self._receptor_x + taken * (self._inside_x - self._receptor_x) + 0.4 * u * drift[0][:RECEPTORS]
        y = (
            self._receptor_y
            + taken * (self.places.side_row - self._receptor_y)
            + 0.4 * u * drift[1][:RECEPTORS]
        )
        inside = on["there"] * taken
        sprites.add("receptor_inside", x, y, inside)
        sprites.add("receptor_inside_active", x, y, inside * on["awake"])

    def _adaptors(self, sprites: Sprites, on: Mapping[str, Floats], drift: Drift) -> None:
        """IRS-1: a serine tag keeps the tyrosine tag off, as in life."""
        u, jammed = self.places.unit, on["jammed"]
        go = on["go"] * (1.0 - jammed)
        x, y = (
            self._irs1_x + 0.5 * u * drift[0][20 : 20 + IRS1],
            self._irs1_y + 0.4 * u * drift[1][20 : 20 + IRS1],
        )
        sprites.add("halo", x, y, 0.8 * go)
        sprites.add("irs1", x, y)
        sprites.add("tag_tyr", x - 0.6 * u, y - 1.5 * u, go)
        sprites.add("tag_ser", x + 0.9 * u, y - 1.0 * u, jammed)

    def _pip3(self, sprites: Sprites, values: Mapping[str, float], on: Floats) -> None:
        sprites.add("pip3_glow", self._glow_x, self._glow_y, np.array([level(values, "PIP3")]))
        sprites.add("pip3", self._lipid_x, self._lipid_y, on)

    def _kinases(self, sprites: Sprites, on: Floats, drift: Drift) -> None:
        """Akt: adrift while off, docked on PIP3 and lit while on."""
        sway = self.places.unit * (1.0 - 0.85 * on)
        x = self._rest_x + on * (self._dock_x - self._rest_x) + sway * drift[0][40 : 40 + AKT]
        y = self._rest_y + on * (self._dock_y - self._rest_y) + sway * drift[1][40 : 40 + AKT]
        sprites.add("akt", x, y, 1.0 - on)
        sprites.add("akt_active", x, y, on)

    def _brakes(self, sprites: Sprites, loose: Floats) -> None:
        """AS160 on the roads out of the store; it lifts off as Akt phosphorylates it."""
        u = self.places.unit
        sprites.add("brake", self._brake_x, self._brake_y - 1.2 * u * loose, 1.0 - loose)
        sprites.add("brake_off", self._brake_x - 1.0 * u * loose, self._brake_y - 2.4 * u * loose, loose)

    def _side_routes(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        """mTORC1 and S6K, which calm a long signal; JNK, which inflammation wakes."""
        for name, emblem in (("mTORC1", "mtor"), ("S6K", "s6k")):
            shown = level(values, name)
            sprites.add("halo", self._side_x[name], self._side_y, np.array([0.7 * shown]))
            sprites.add(emblem, self._side_x[name], self._side_y, np.array([0.35 + 0.65 * shown]))
        stress = min(1.0, 2.0 * level(values, "JNK"))
        sprites.add("jnk", self._side_x["JNK"], self._side_y, np.array([stress]))

    def _road(self, x0: float, y0: float, x1: float, y1: float) -> tuple[Floats, Floats, Floats]:
        """Start, bend and end of the way a signal takes, sagging a little."""
        bend = np.array([0.5 * (x0 + x1), 0.5 * (y0 + y1) + 3.5 * self.places.unit])
        return np.array([x0, y0]), bend, np.array([x1, y1])

    def _sparks(self, sprites: Sprites, time: float, on: Mapping[str, Floats]) -> None:
        """The signal under way: the stronger, the more sparks."""
        way = (time / 1.6 + _row(SPARKS)) % 1.0
        bright = np.sin(np.pi * way)
        s = way[:, None]
        for name, (a, b, c) in (("call", self._call), ("order", self._order)):
            at = (1.0 - s) ** 2 * a + 2.0 * s * (1.0 - s) * b + s**2 * c
            sprites.add("spark", at[:, 0], at[:, 1], on[name] * bright)


def _row(count: int) -> Floats:
    return (np.arange(count) + 0.5) / count
