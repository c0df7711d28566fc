"""The scene from near by, made a few ms at a time: its emblems and its ground take a tenth of a second
each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from hormoneviz.views.cell.backdrop import Backdrop
from hormoneviz.views.cell.emblems import make_atlas
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.places import Places

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtCore import QSizeF

    from hormoneviz.look.look import Look
    from hormoneviz.simulation.scenario import Scenario

MARGIN = 0.25
"""of what is seen, painted beyond it on each side, so that a small move finds its ground ready"""


class Near:
    """The scene at one zoom, and the part of its ground that was painted."""

    def __init__(self, scene: CellPainter, zoom: float, ground: Backdrop) -> None:
        self.scene, self.zoom, self.ground = scene, zoom, ground

    def reaches(self, window: QRectF) -> bool:
        """Whether the ground is painted wherever a window (px of this scene) looks."""
        return QRectF(self.ground.part).contains(window)


def near_scene(
    look: Look, size: QSizeF, scenario: Scenario, ratio: float
) -> Generator[None, None, CellPainter]:
    """The scene of a size (device-independent px) with so many px to each of these; its ground is not asked
    for.  Pauses after each emblem and at the end."""
    width, height = size.width(), size.height()
    unit = Places(round(width * ratio), round(height * ratio), scenario.tissue).unit
    atlas = make_atlas(look.theme, unit, scenario.vesicles)
    yield
    yield from atlas.painting()
    scene = CellPainter.for_scenario(look, width, height, scenario, ratio)
    yield
    return scene


def near_ground(scene: CellPainter, window: QRectF) -> Generator[None, None, Backdrop]:
    """The ground of what is seen (px of the scene), and of a margin round it.  Pauses after each part."""
    places = scene.places
    wide, high = MARGIN * window.width(), MARGIN * window.height()
    around = window.adjusted(-wide, -high, wide, high)
    region = around.intersected(QRectF(0, 0, places.width, places.height)).toAlignedRect()
    look = scene.look
    ground = Backdrop(places, look.theme, scene.channel, region, look.low_graphics)
    yield from ground.painting()
    return ground
