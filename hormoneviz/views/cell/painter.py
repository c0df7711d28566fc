"""CellPainter: a Frame in, pixels out.  Needs no window; the widget and `hormoneviz render` call the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hormoneviz.views.cell.background import make_background
from hormoneviz.views.cell.clock import CornerClock
from hormoneviz.views.cell.cascade import CascadeLayer
from hormoneviz.views.cell.emblems import make_atlas
from hormoneviz.views.cell.hashing import scatter, wander
from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.outside import GlucoseStream, OutsideLayer
from hormoneviz.views.cell.places import Places
from hormoneviz.views.cell.sprites import Sprites
from hormoneviz.views.cell.vesicles import VesicleLayer

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hormoneviz.look.look import Look
    from hormoneviz.simulation.frame import Frame

WANDER = 2.8
"""min, the slow period of everything that drifts"""


class CellPainter:
    """The scene for one look, size (device-independent pixels), pixel ratio, tissue and number of vesicles."""

    def __init__(
        self,
        look: Look,
        width: float,
        height: float,
        tissue: str,
        ratio: float = 1.0,
        vesicles: int = 500,
        since: str = "after_bath",
    ) -> None:
        self.look, self.ratio = look, ratio
        self.places = Places(round(width * ratio), round(height * ratio), tissue)
        self.background = make_background(self.places, look.theme)
        self._sprites = Sprites(make_atlas(look.theme, self.places.unit, vesicles))
        self.labels = Labels(self.places, look)
        self._clock = CornerClock(self.places, look, since)
        self._outside = OutsideLayer(self.places, self._sprites)
        self._stream = GlucoseStream(self.places, vesicles)
        self._cascade = CascadeLayer(self.places)
        self._phases = scatter(np.arange(max(vesicles, 400)), 3)
        self._vesicles = VesicleLayer(self.places, self._sprites, vesicles)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """The whole scene, its upper left corner at the painter's origin."""
        painter.save()
        painter.scale(1.0 / self.ratio, 1.0 / self.ratio)
        painter.drawPixmap(0, 0, self.background)
        self._fill(frame)
        self._sprites.draw(painter)
        self.labels.paint(painter, frame.values)
        self._clock.paint(painter, frame.time)
        painter.restore()

    def _fill(self, frame: Frame) -> None:
        sprites = self._sprites
        sprites.clear()
        drift = wander(frame.time, self._phases, WANDER)
        self._outside.add(sprites, frame, drift)
        x, y = self._vesicles.add(sprites, frame, drift)
        self._cascade.add(sprites, frame.time, frame.values, drift)
        self._stream.add(sprites, frame, x, y)
        sprites.finish()
