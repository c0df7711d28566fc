"""The signal's molecules: receptors, IRS-1 with its tags, PIP3, Akt, the gate, the side kinases, and sparks
in the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.emblems import CASCADE
from hormoneviz.views.cell.places import TRACKS
from hormoneviz.views.cell.ranges import level
from hormoneviz.views.cell.switches import Row, Switches, thresholds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.views.cell.channel import Channel
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

    Drift = tuple[Floats, Floats]

RECEPTORS, LIPIDS, AKT, SPARKS = 6, 5, 3, 9
IRS1 = RECEPTORS
"""one under each receptor, so that it can be seen whether it is docked there"""
_TAKEN_IN = 0.8
"""share of the model's inside receptors drawn inside; of a human fat cell's only few really leave the
membrane"""
_ROWS = (
    Row("active", RECEPTORS, 40), Row("taken", RECEPTORS, 40, True), Row("there", RECEPTORS, 40),
    Row("awake", RECEPTORS, 40), Row("go", IRS1, 40), Row("jammed", IRS1, 40, True), Row("lipid", LIPIDS, 42),
    Row("akt", AKT, 43), Row("loose", TRACKS, 44),
)  # fmt: skip


def _levels(values: Mapping[str, float]) -> dict[str, float]:
    """What each row of switches answers to."""
    inside = values["IRp_in"] + values["IR_in"]
    return {
        "active": level(values, "IRp_pm"),
        "taken": _TAKEN_IN * inside,
        "there": inside + values["IR"] + values["IRp_pm"] + 0.04,
        "awake": values["IRp_in"] / max(inside, 1e-9),
        "go": level(values, "IRS1_Y"),
        "jammed": level(values, "IRS1_S"),
        "lipid": level(values, "PIP3"),
        "akt": level(values, "Akt_act"),
        "loose": level(values, "AS160_p"),
    }


class CascadeLayer:
    """From the receptor to the gate, in one plan."""

    def __init__(self, places: Places, channel: Channel, plain: bool = False) -> None:
        """`plain` is without what only glows: haloes and sparks."""
        self._plain = plain
        self.places, self._channel = places, channel
        self._switches = Switches(_ROWS)
        self._place_receptors()
        u, under = places.unit, places.under
        self._irs1_x = places.receptors.at(_row(IRS1))
        self._foot = places.membrane(self._irs1_x) + 5.7 * CASCADE * u
        self._room = places.channel_low - 2.9 * u - self._foot
        self._lipid_x = places.landing.at(_row(LIPIDS))
        self._lipid_y = under(self._lipid_x) + 0.3 * u
        # The first to switch on docks and rests on the right, where the label points.
        turn = np.argsort(np.argsort(-thresholds(AKT, 43)))
        self._dock_x = places.landing.at(0.06 + 0.88 * (turn + 0.5) / AKT)
        self._dock_y = under(self._dock_x) + 5.2 * u
        first = turn == AKT - 1
        self._rest_x = self._dock_x + np.where(first, 2.0, -2.5) * u
        crook = places.channel_high + (7.5 + 3.4 * (turn % 2)) * u
        self._rest_y = np.where(first, self._dock_y + 1.2 * u, crook)
        self._gate_x, _ = places.on_track(np.arange(TRACKS), np.zeros(TRACKS))
        self._gate_y = np.full(TRACKS, places.gate_y)
        self._side_y = np.array([places.side_row])
        self._side_x = {name: np.array([share * places.width]) for name, share in places.side_routes.items()}

    def read(self, values: Mapping[str, float]) -> dict[str, Floats]:
        """How far each drawn molecule has switched, by the name of its row."""
        return self._switches.read(_levels(values))

    def add(
        self,
        sprites: Sprites,
        time: float,
        values: Mapping[str, float],
        on: Mapping[str, Floats],
        drift: Drift,
    ) -> None:
        """All of it; `drift` wanders a little more than ±1 for each of the molecules."""
        if not self._plain:
            self._sparks(sprites, time, values)
        self._adaptors(sprites, on, drift)
        self._receptors(sprites, on, drift)
        sprites.add("pip3", self._lipid_x, self._lipid_y, 0.12 + 0.88 * on["lipid"])
        self._kinases(sprites, on["akt"], drift)
        self._gates(sprites, on["loose"])
        self._side_routes(sprites, values)

    def _place_receptors(self) -> None:
        p = self.places
        self._receptor_x = p.receptors.at(_row(RECEPTORS))
        self._receptor_y = p.membrane(self._receptor_x)
        turn = np.argsort(np.argsort(-thresholds(RECEPTORS, 40)))
        self._inside_x = p.width * (0.178 + 0.030 * turn)

    def _receptors(self, sprites: Sprites, on: Mapping[str, Floats], drift: Drift) -> None:
        """Free, active, or taken in."""
        u, taken = self.places.unit, on["taken"]
        here = on["there"] * (1.0 - taken)
        sinking = self._receptor_y + 3.0 * u * taken
        sprites.add("receptor", self._receptor_x, sinking, here * (1.0 - on["active"]))
        sprites.add("receptor_active", self._receptor_x, sinking, here * on["active"])
        x = self._receptor_x + taken * (self._inside_x - self._receptor_x) + 0.4 * u * drift[0][:RECEPTORS]
        fall = taken * (self.places.side_row - self._receptor_y)
        y = self._receptor_y + fall + 0.4 * u * drift[1][:RECEPTORS]
        inside = on["there"] * taken
        sprites.add("receptor_inside", x, y, inside)
        sprites.add("receptor_inside_active", x, y, inside * on["awake"])

    def _adaptors(self, sprites: Sprites, on: Mapping[str, Floats], drift: Drift) -> None:
        """IRS-1: docked and ticked, or jammed and away from the receptor, or neither.  A serine tag keeps the
        tyrosine tag off, as in life."""
        u, jammed = self.places.unit, on["jammed"]
        go = on["go"] * (1.0 - jammed)
        docked, far = self._foot + 2.0 * u, self._foot + self._room - 3.2 * u
        idle = docked + 0.55 * (far - docked)
        y = idle + go * (docked - idle) + jammed * (far - idle)
        loose = u * (1.0 - go)
        x = self._irs1_x + 1.3 * u * jammed + 0.5 * loose * drift[0][20 : 20 + IRS1]
        y = y + 0.3 * loose * drift[1][20 : 20 + IRS1]
        sprites.add("pour", self._irs1_x, self._foot + self._room - 3.8 * u, go)
        sprites.add("irs1", x, y, (1.0 - go) * (1.0 - jammed))
        sprites.add("irs1_go", x, y, go)
        sprites.add("irs1_jammed", x, y, jammed)

    def _kinases(self, sprites: Sprites, on: Floats, drift: Drift) -> None:
        """Akt: adrift while off, docked on PIP3 and lit while on."""
        sway = self.places.unit * (1.0 - 0.85 * on)
        x = self._rest_x + on * (self._dock_x - self._rest_x) + sway * drift[0][40 : 40 + AKT]
        y = self._rest_y + on * (self._dock_y - self._rest_y) + sway * drift[1][40 : 40 + AKT]
        sprites.add("akt", x, y, 1.0 - on)
        sprites.add("akt_active", x, y, on)

    def _gates(self, sprites: Sprites, loose: Floats) -> None:
        """AS160 across each road out of the store; phosphorylated by Akt, it swings up and lets go."""
        u = self.places.unit
        sprites.add("brake", self._gate_x, self._gate_y - 1.5 * u * loose, 1.0 - loose)
        sprites.add("brake_off", self._gate_x - 2.2 * u, self._gate_y - 1.9 * u * loose, loose)

    def _side_routes(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        """mTORC1 and S6K, which calm a long signal; JNK, which inflammation wakes."""
        for name, emblem in (("mTORC1", "mtor"), ("S6K", "s6k")):
            shown = level(values, name)
            if not self._plain:
                sprites.add("halo", self._side_x[name], self._side_y, np.array([0.7 * shown]))
            sprites.add(emblem, self._side_x[name], self._side_y, np.array([0.35 + 0.65 * shown]))
        stress = min(1.0, 2.0 * level(values, "JNK"))
        sprites.add("jnk", self._side_x["JNK"], self._side_y, np.array([stress]))

    def _sparks(self, sprites: Sprites, time: float, values: Mapping[str, float]) -> None:
        """The signal under way; seen only where the channel is lit."""
        way = (time / 3.0 + _row(SPARKS)) % 1.0
        x, y = self._channel.at(way)
        shown = np.clip(1.6 * self._channel.level_at(way, values) - 0.15, 0.0, 1.0)
        sprites.add("spark", x, y, shown * np.sin(np.pi * way))


def _row(count: int) -> Floats:
    return (np.arange(count) + 0.5) / count
