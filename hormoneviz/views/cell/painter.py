"""CellPainter: a Frame in, pixels out.  Needs no window; the widget and `hormoneviz render` call the same."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hormoneviz.views.cell.backdrop import Backdrop
from hormoneviz.views.cell.brush import keeps_text
from hormoneviz.views.cell.cascade import CascadeLayer
from hormoneviz.views.cell.channel import Channel
from hormoneviz.views.cell.clock import CornerClock
from hormoneviz.views.cell.doors import Doors
from hormoneviz.views.cell.emblems import make_atlas
from hormoneviz.views.cell.flow import SLOWED
from hormoneviz.views.cell.hashing import Floats, Wander, scatter
from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.lipids import LipidLayer
from hormoneviz.views.cell.outside import OutsideLayer
from hormoneviz.views.cell.places import Places
from hormoneviz.views.cell.pointing import region_at, sprite_name
from hormoneviz.views.cell.sprites import Sprites
from hormoneviz.views.cell.vesicles import VesicleLayer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPixmap

    from hormoneviz.look.look import Look
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.simulation.scenario import Scenario

FEWER = 0.4
"""share of the vesicles drawn where graphics are low: each stands for so many more"""
WANDER = 2.8
"""min, the slow period of everything that drifts"""


class CellPainter:
    """The scene for one look, size (device-independent pixels), pixel ratio, tissue and number of
    vesicles."""

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
        self._covered: tuple[QRectF, ...] = ()
        self.first: Sequence[str] = ()
        """whose labels there are, in the order of their importance; all where it is empty"""
        self.look, self.ratio, self._since = look, ratio, since
        self.calm = self.fades = False
        """whether the traffic is drawn as densities, for a fast film; whether nothing flies"""
        self.apart = False
        """whether molecules are left out where text stays text: an SVG has them as shapes (vector.py)"""
        self.places = Places(round(width * ratio), round(height * ratio), tissue)
        self.channel = Channel(self.places)
        self.sprites = Sprites(make_atlas(look.theme, self.places.unit, vesicles).painted())
        self._lipids = LipidLayer(self.places)
        self._outside = OutsideLayer(self.places, self.sprites)
        self._doors = Doors(self.places)
        self.cascade = CascadeLayer(self.places, self.channel, look.low_graphics)
        self._wander = Wander(scatter(np.arange(max(vesicles, 400)), 3), WANDER)
        share = FEWER if look.low_graphics else 1.0
        self.vesicles = VesicleLayer(self.places, self.sprites, vesicles, share)

    @classmethod
    def for_scenario(
        cls,
        look: Look,
        width: float,
        height: float,
        scenario: Scenario,
        ratio: float = 1.0,
    ) -> CellPainter:
        """The scene for every frame of a scenario's film: the window and saved pictures go through here."""
        since = f"after_{scenario.protocol.kind}"
        return cls(look, width, height, scenario.tissue, ratio, scenario.vesicles, since)

    # Made when first asked for: a scene seen from near by (lens.py) has its own ground and labels.

    @cached_property
    def ground(self) -> Backdrop:
        """All that is still, with the light of the signal on it."""
        return Backdrop.whole(self.places, self.look.theme, self.channel, self.look.low_graphics)

    @property
    def background(self) -> QPixmap:
        """What lies behind everything that moves, in device pixels."""
        return self.ground.pixmap

    @cached_property
    def clock(self) -> CornerClock:
        """The notes in the corners."""
        return CornerClock(self.places, self.look, self._since)

    @property
    def occupied(self) -> tuple[QRectF, ...]:
        """Where no label may stand (device px)."""
        return (*self.clock.boxes, *self._covered)

    def cover(self, boxes: Sequence[QRectF], first: Sequence[str] = ()) -> None:
        """Something lies over the scene here (device-independent px): labels make room for it; where
        names are given there are only theirs, the `first` first."""
        r, self.first = self.ratio, first
        self._covered = tuple(QRectF(box.topLeft() * r, box.size() * r) for box in boxes)
        self.__dict__.pop("labels", None)  # those that were laid out without it

    @cached_property
    def labels(self) -> Labels:
        """The labels of the whole scene."""
        return Labels(self.places, self.look, self.occupied, first=self.first)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """The whole scene, its upper left corner at the painter's origin. In an SVG or PDF labels and notes
        are text over one picture of all else."""
        painter.save()
        painter.scale(1.0 / self.ratio, 1.0 / self.ratio)
        on = self._fill(frame)
        self.light(frame.values, on)
        if keeps_text(painter):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # a file says so of its image
            painter.drawImage(0, 0, self._flat())
        else:
            painter.drawPixmap(0, 0, self.background)
            self.sprites.draw(painter)
        self.labels.paint(painter, frame.values)
        self.clock.paint(painter, frame.time)
        painter.restore()

    def _flat(self) -> QImage:
        """Ground and molecules as one picture, in device pixels."""
        image = QImage(self.places.width, self.places.height, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.drawPixmap(0, 0, self.background)
            if not self.apart:
                self.sprites.draw(painter)
        return image

    def paint_things(self, painter: QPainter, frame: Frame) -> None:
        """All that moves, in device pixels; neither ground nor labels."""
        self._fill(frame)
        self.sprites.draw(painter)

    def light(
        self,
        values: Mapping[str, float],
        on: Mapping[str, Floats] | None = None,
        ground: Backdrop | None = None,
    ) -> None:
        """Bring the light of the signal on the background, or on a `ground` painted from near by, up to date.
        `on` is what `cascade.read` says, if that has been asked."""
        loose = (self.cascade.read(values) if on is None else on)["loose"]
        (ground or self.ground).light(self.channel.steps(values, loose))

    def what_is_at(self, frame: Frame, point: QPointF) -> str | None:
        """The name of the thing under a point (device-independent px): a label, a molecule, a vesicle by its
        compartment, else the region; None outside the picture."""
        x, y = point.x() * self.ratio, point.y() * self.ratio
        if not (0.0 <= x < self.places.width and 0.0 <= y < self.places.height):
            return None
        return self.labels.at(x, y, frame.values) or self.thing_at(frame, x, y)

    def thing_at(self, frame: Frame, x: float, y: float) -> str:
        """The same without the labels, for a point inside the picture (device px)."""
        self._fill(frame)
        found = self.sprites.find(x, y)
        if found:
            return sprite_name(found)
        return "signal" if self.channel.holds(x, y) else region_at(self.places, x, y)

    def drift(self, time: float) -> tuple[Floats, Floats]:
        """The wandering of whatever floats, each coordinate about ±1; shared by all layers."""
        return self._wander(self._pace(time))

    def _pace(self, time: float) -> float:
        """The time by which things float and flash: slower where the film is fast or motion reduced."""
        return time / SLOWED if self.calm or self.fades else time

    def _paced(self, frame: Frame) -> Frame:
        """The frame by whose glucose the stream runs."""
        slow = self.calm or self.fades
        return replace(frame, glucose_taken=frame.glucose_taken / SLOWED) if slow else frame

    def places_of_vesicles(self, frame: Frame) -> tuple[Floats, Floats]:
        """Where each vesicle of the cell is drawn, in device pixels."""
        x, y, _ = self.vesicles.traffic.at(frame, self.drift(frame.time), self.calm or self.fades)
        return x, y

    def opened(self, frame: Frame) -> Floats:
        """How far each door is open, 0 to 1."""
        return self._doors.open(frame)

    def doors_at(self) -> tuple[Floats, Floats]:
        """Where the doors are, in device pixels."""
        return self._doors.x, self._doors.y

    def sugar(self, frame: Frame) -> tuple[Floats, Floats, Floats]:
        """Glucose outside, inside and between, in device pixels, and how visible each is."""
        drift, passing = self.drift(frame.time), self._doors.passing(self._paced(frame), self.opened(frame))
        parts = (self._outside.glucose(frame, drift), self._doors.inside(frame, drift), passing)
        x, y, shown = (np.concatenate(both) for both in zip(*parts, strict=True))
        return x, y, shown

    def label_box(self, name: str) -> QRectF:
        """Where a label stands, in device-independent pixels."""
        box, r = self.labels.boxes[name], self.ratio
        return QRectF(box.x() / r, box.y() / r, box.width() / r, box.height() / r)

    def _fill(self, frame: Frame) -> dict[str, Floats]:
        """All sprites of a frame, from the back to the front; how far each molecule of the signal has
        switched."""
        sprites, values, time = self.sprites, frame.values, self._pace(frame.time)
        sprites.clear()
        drift = self.drift(frame.time)
        on, opened = self.cascade.read(values), self._doors.open(frame)
        self._lipids.add(sprites, time)
        self._outside.add(sprites, frame, drift)
        if self.calm:
            self.vesicles.add_flow(sprites, frame, drift)
        else:
            self.vesicles.add(sprites, frame, drift, self.fades)
        self._doors.add(sprites, opened)
        self.cascade.add(sprites, time, values, on, drift)
        self._doors.add_sugar(sprites, self._paced(frame), opened, drift)
        sprites.finish()
        return on
