"""The signal: receptors, IRS-1 with its tags, PIP3, Akt, the brake, the side kinases, and sparks along the way.

Of n molecules the i-th is on while the shown level passes its own threshold, so the picture counts what the model says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, ease, scatter, wander
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

RECEPTORS, IRS1, LIPIDS, AKT, BRAKES = 14, 12, 9, 6, 5


def thresholds(count: int, seed: int) -> Floats:
    """Evenly spread over 0..1, in a shuffled order."""
    return (np.argsort(scatter(np.arange(count), seed)) + 0.5) / count


def lit(shown: float, threshold: Floats) -> Floats:
    """0 to 1: how far each has switched on; soft, so that nothing flashes."""
    return ease((shown - threshold) * 9.0 + 0.5)


class CascadeLayer:
    """All of the signal in one plan."""

    def __init__(self, places: Places) -> None:
        self.places = p = places
        u = p.unit
        share = (np.arange(RECEPTORS) + 0.5) / RECEPTORS
        self.receptor_x = p.receptors.at(share)
        self._behind = np.arange(RECEPTORS) % 2 == 1
        self.receptor_y = p.membrane(self.receptor_x) - np.where(self._behind, 0.45 * p.depth, 0.0)
        row = np.arange(IRS1) % 2
        self.irs1_x = p.receptors.at((np.arange(IRS1) + 0.5) / IRS1) + 0.4 * u
        self.irs1_y = p.under(self.irs1_x) + u * (8.2 + 4.6 * row)
        self.lipid_x = p.landing.at((np.arange(LIPIDS) + 0.5) / LIPIDS)
        self.lipid_y = p.under(self.lipid_x)
        self._akt_rest = (p.landing.at((np.arange(AKT) + 0.5) / AKT * 1.5 - 0.3), p.height * 0.525 + u * 2.2 * (np.arange(AKT) % 2))
        self._akt_dock = (p.landing.at((np.arange(AKT) + 0.5) / AKT), p.under(p.landing.at((np.arange(AKT) + 0.5) / AKT)) + u * 3.2)
        tracks = np.arange(BRAKES)
        self.brake_x, self.brake_y = p.on_track(tracks, np.full(BRAKES, 0.30))
        self._inside_x = p.receptors.left + u * (0.5 + 6.5 * (np.arange(RECEPTORS) % 7))
        self._inside_y = p.under(self._inside_x) + u * (20.0 + 5.5 * (np.arange(RECEPTORS) // 7))
        self._thresholds = {name: thresholds(n, k + 40) for k, (name, n) in enumerate(
            (("receptor", RECEPTORS), ("irs1", IRS1), ("lipid", LIPIDS), ("akt", AKT), ("brake", BRAKES)))}

    def add(self, sprites: Sprites, frame: Frame) -> None:
        self._receptors(sprites, frame)
        self._pip3(sprites, frame.values)
        self._irs1(sprites, frame)
        self._akt(sprites, frame)
        self._side_routes(sprites, frame)

    def _receptors(self, sprites: Sprites, frame: Frame) -> None:
        values, own = frame.values, self._thresholds["receptor"]
        total = sum(values[name] for name in ("IR", "IRp_pm", "IRp_in", "IR_in"))
        taken = lit(0.8 * (values["IR_in"] + values["IRp_in"]), 1.0 - own)
        exists = lit(total + 0.04, own)
        on = lit(level(values, "IRp_pm"), own) * (1.0 - taken)
        y = self.receptor_y + taken * 3.0 * self.places.unit
        for rows in (self._behind, ~self._behind):
            x = self.receptor_x[rows]
            sprites.add("receptor", x, y[rows], (exists * (1.0 - on) * (1.0 - taken))[rows])
            sprites.add("receptor_active", x, y[rows], (exists * on)[rows])
        dx, dy = wander(frame.time, own, 4.0)
        x = self.receptor_x + taken * (self._inside_x - self.receptor_x) + 0.4 * self.places.unit * dx
        y = self.receptor_y + taken * (self._inside_y - self.receptor_y) + 0.4 * self.places.unit * dy
        sprites.add("receptor_inside", x, y, exists * taken)
        awake = values["IRp_in"] / max(values["IRp_in"] + values["IR_in"], 1e-9)
        sprites.add("receptor_inside_active", x, y, exists * taken * lit(awake, own))

    def _irs1(self, sprites: Sprites, frame: Frame) -> None:
        values, own, u = frame.values, self._thresholds["irs1"], self.places.unit
        jammed = lit(level(values, "IRS1_S"), 1.0 - own)
        go = lit(level(values, "IRS1_Y"), own) * (1.0 - jammed)
        dx, dy = wander(frame.time, own, 3.1)
        x, y = self.irs1_x + 0.5 * u * dx, self.irs1_y + 0.4 * u * dy
        sprites.add("halo", x, y, 0.8 * go)
        sprites.add("irs1", x, y)
        sprites.add("tag_tyr", x - 0.6 * u, y - 1.3 * u, go)
        sprites.add("tag_ser", x + 0.9 * u, y - 0.9 * u, jammed)

    def _pip3(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        shown = level(values, "PIP3")
        middle = np.array([0.5 * (self.places.landing.left + self.places.landing.right)])
        sprites.add("pip3_glow", middle, self.places.under(middle) + self.places.unit, shown)
        sprites.add("pip3", self.lipid_x, self.lipid_y, lit(shown, self._thresholds["lipid"]))

    def _akt(self, sprites: Sprites, frame: Frame) -> None:
        own, u = self._thresholds["akt"], self.places.unit
        on = lit(level(frame.values, "Akt_act"), own)
        dx, dy = wander(frame.time, own, 3.6)
        x = self._akt_rest[0] + on * (self._akt_dock[0] - self._akt_rest[0]) + (1.1 - 0.8 * on) * u * dx
        y = self._akt_rest[1] + on * (self._akt_dock[1] - self._akt_rest[1]) + (0.9 - 0.7 * on) * u * dy
        sprites.add("akt", x, y, 1.0 - on)
        sprites.add("akt_active", x, y, on)

    def add_brakes(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        """AS160 on the roads out of the store; it lifts off as Akt phosphorylates it."""
        off = lit(level(values, "AS160_p"), self._thresholds["brake"])
        u = self.places.unit
        sprites.add("brake", self.brake_x - 1.2 * u * off, self.brake_y - 1.6 * u * off, 1.0 - off)
        sprites.add("brake_off", self.brake_x - 2.4 * u * off, self.brake_y - 2.6 * u * off, off)

    def _side_routes(self, sprites: Sprites, frame: Frame) -> None:
        values, p = frame.values, self.places
        at = np.array([0.30 * p.width]), np.array([0.565 * p.height])
        for name, emblem, role_x in (("mTORC1", "mtor", 0.0), ("S6K", "mtor", 4.0)):
            shown = level(values, name)
            x = at[0] - role_x * p.unit
            sprites.add("halo", x, at[1], 0.7 * shown)
            sprites.add(emblem, x, at[1], 0.35 + 0.65 * shown)
        stress = level(values, "JNK")
        if stress > 0.02:
            x = np.array([0.20 * p.width])
            sprites.add("jnk", x, at[1], min(1.0, 2.0 * stress))
