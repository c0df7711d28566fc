"""The signal: receptors, IRS-1 with its tags, PIP3, Akt, the brake, the side kinases, and sparks along the way.

Of n molecules the i-th is on while the shown level passes its own threshold, so the picture counts what the model says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.hashing import Floats, ease, scatter, wander
from hormoneviz.views.cell.places import TRACKS
from hormoneviz.views.cell.ranges import level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.places import Places
    from hormoneviz.views.cell.sprites import Sprites

RECEPTORS, IRS1, LIPIDS, AKT, SPARKS = 12, 12, 9, 6, 8
_TAKEN_IN = 0.8
"""share of the model's inside receptors drawn inside; of the human fat cell's only few really leave the membrane"""


def thresholds(count: int, seed: int) -> Floats:
    """Evenly spread over 0..1, in a shuffled order."""
    return (np.argsort(scatter(np.arange(count), seed)) + 0.5) / count


def lit(shown: float, threshold: Floats) -> Floats:
    """0 to 1: how far each has switched on; soft, so that nothing flashes."""
    return ease((shown - threshold) * 9.0 + 0.5)


def _row(count: int) -> Floats:
    return (np.arange(count) + 0.5) / count


class ReceptorLayer:
    """Insulin receptors: free, active, or taken in."""

    def __init__(self, places: Places) -> None:
        self.unit = u = places.unit
        self._own = thresholds(RECEPTORS, 40)
        self._behind = np.arange(RECEPTORS) % 2 == 1
        self._x = places.receptors.at(_row(RECEPTORS))
        self._y = places.membrane(self._x) - np.where(self._behind, 0.45 * places.depth, 0.0)
        self._inside_x = 0.165 * places.width + 0.033 * places.width * np.argsort(np.argsort(-self._own))
        self._inside_y = np.full(RECEPTORS, places.side_row) + 0.5 * u

    def add(self, sprites: Sprites, frame: Frame) -> None:
        values, own = frame.values, self._own
        total = sum(values[name] for name in ("IR", "IRp_pm", "IRp_in", "IR_in"))
        taken = lit(_TAKEN_IN * (values["IR_in"] + values["IRp_in"]), 1.0 - own)
        exists = lit(total + 0.04, own)
        on = lit(level(values, "IRp_pm"), own)
        y = self._y + taken * 3.0 * self.unit
        for rows in (self._behind, ~self._behind):
            here = exists * (1.0 - taken)
            sprites.add("receptor", self._x[rows], y[rows], (here * (1.0 - on))[rows])
            sprites.add("receptor_active", self._x[rows], y[rows], (here * on)[rows])
        dx, dy = wander(frame.time, own, 4.0)
        x = self._x + taken * (self._inside_x - self._x) + 0.4 * self.unit * dx
        y = self._y + taken * (self._inside_y - self._y) + 0.4 * self.unit * dy
        sprites.add("receptor_inside", x, y, exists * taken)
        awake = values["IRp_in"] / max(values["IRp_in"] + values["IR_in"], 1e-9)
        sprites.add("receptor_inside_active", x, y, exists * taken * lit(awake, own))


class CascadeLayer:
    """From IRS-1 to the brake, in one plan."""

    def __init__(self, places: Places) -> None:
        self.places, u = places, places.unit
        self._irs1, self._lipid, self._akt = thresholds(IRS1, 41), thresholds(LIPIDS, 42), thresholds(AKT, 43)
        self._brake, self._spark = thresholds(TRACKS, 44), thresholds(SPARKS, 45)
        self.irs1_x = places.receptors.at(_row(IRS1)) + 0.4 * u
        self.irs1_y = places.under(self.irs1_x) + u * (9.6 + 4.8 * (np.arange(IRS1) % 2))
        self.lipid_x = places.landing.at(_row(LIPIDS))
        dock = places.landing.at(_row(AKT))
        self._dock_x, self._dock_y = dock, places.under(dock) + 3.4 * u
        self._rest_x = dock + u * (np.arange(AKT) % 2)
        self._rest_y = places.under(dock) + u * (9.5 + 3.0 * (np.arange(AKT) % 2))
        self._brake_x, self._brake_y = places.on_track(np.arange(TRACKS), np.full(TRACKS, 0.27))
        self._roads = (
            ("IRS1_Y", self._road((0.30 * places.width, float(self.irs1_y[-2])), (dock[1], float(self._dock_y[1])))),
            ("Akt_act", self._road((dock[-1], float(self._dock_y[-1])), (float(self._brake_x[1]), float(self._brake_y[0])))),
        )

    def add(self, sprites: Sprites, frame: Frame) -> None:
        self._brakes(sprites, frame.values)
        self._pip3(sprites, frame.values)
        self._sparks(sprites, frame)
        self._adaptors(sprites, frame)
        self._kinases(sprites, frame)
        self._side_routes(sprites, frame.values)

    def _adaptors(self, sprites: Sprites, frame: Frame) -> None:
        """IRS-1: a serine tag keeps the tyrosine tag off, as in life."""
        values, own, u = frame.values, self._irs1, self.places.unit
        jammed = lit(level(values, "IRS1_S"), 1.0 - own)
        go = lit(level(values, "IRS1_Y"), own) * (1.0 - jammed)
        dx, dy = wander(frame.time, own, 3.1)
        x, y = self.irs1_x + 0.5 * u * dx, self.irs1_y + 0.4 * u * dy
        sprites.add("halo", x, y, 0.8 * go)
        sprites.add("irs1", x, y)
        sprites.add("tag_tyr", x - 0.6 * u, y - 1.5 * u, go)
        sprites.add("tag_ser", x + 0.9 * u, y - 1.0 * u, jammed)

    def _pip3(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        shown = level(values, "PIP3")
        middle = np.array([0.5 * (self.places.landing.left + self.places.landing.right)])
        sprites.add("pip3_glow", middle, self.places.under(middle) + self.places.unit, shown)
        sprites.add("pip3", self.lipid_x, self.places.under(self.lipid_x), lit(shown, self._lipid))

    def _kinases(self, sprites: Sprites, frame: Frame) -> None:
        """Akt: adrift while off, docked on PIP3 and lit while on."""
        own, u = self._akt, self.places.unit
        on = lit(level(frame.values, "Akt_act"), own)
        dx, dy = wander(frame.time, own, 3.6)
        x = self._rest_x + on * (self._dock_x - self._rest_x) + (1.1 - 0.9 * on) * u * dx
        y = self._rest_y + on * (self._dock_y - self._rest_y) + (0.9 - 0.8 * on) * u * dy
        sprites.add("akt", x, y, 1.0 - on)
        sprites.add("akt_active", x, y, on)

    def _brakes(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        """AS160 on the roads out of the store; it lifts off as Akt phosphorylates it."""
        off = lit(level(values, "AS160_p"), self._brake)
        u = self.places.unit
        sprites.add("brake", self._brake_x, self._brake_y - 1.2 * u * off, 1.0 - off)
        sprites.add("brake_off", self._brake_x - 1.0 * u * off, self._brake_y - 2.4 * u * off, off)

    def _side_routes(self, sprites: Sprites, values: Mapping[str, float]) -> None:
        """mTORC1 and S6K, which calm a long signal; JNK, which inflammation wakes."""
        p = self.places
        y = np.array([p.side_row])
        for name, emblem, share in (("mTORC1", "mtor", 0.395), ("S6K", "s6k", 0.365)):
            shown, x = level(values, name), np.array([share * p.width])
            sprites.add("halo", x, y, 0.7 * shown)
            sprites.add(emblem, x, y, 0.35 + 0.65 * shown)
        sprites.add("jnk", np.array([p.jnk_x]), y, min(1.0, 2.0 * level(values, "JNK")))

    def _road(self, start: tuple[float, float], end: tuple[float, float]) -> Floats:
        """Start, bend and end of the way a signal takes, sagging a little."""
        sag = 3.5 * self.places.unit
        return np.array([start, (0.5 * (start[0] + end[0]), 0.5 * (start[1] + end[1]) + sag), end])

    def _sparks(self, sprites: Sprites, frame: Frame) -> None:
        """The signal under way: the stronger, the more sparks."""
        way = (frame.time / 1.6 + _row(SPARKS)) % 1.0
        for name, (a, b, c) in self._roads:
            at = (1 - way)[:, None] ** 2 * a + 2 * (way * (1 - way))[:, None] * b + way[:, None] ** 2 * c
            shown = lit(level(frame.values, name) - 0.1, self._spark) * np.sin(np.pi * way)
            sprites.add("spark", at[:, 0], at[:, 1], shown)
