"""Lens: the scene through a camera.  Whole, it is the CellPainter's own picture; from near by it is a second
CellPainter at that zoom, sharp to the pixel, of which only what is seen is drawn.

While the camera moves, what there is already is drawn larger or smaller; the sharp picture takes up to two
tenths of a second, so a window has it made a few ms at a time (sharpener.py).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from hormoneviz.views.cell.camera import WHOLE, Camera, seen, to_scene, to_screen
from hormoneviz.views.cell.coarse import Coarse
from hormoneviz.views.cell.near import Near, near_ground, near_scene
from hormoneviz.views.cell.near_labels import live_ends, near_labels
from hormoneviz.views.cell.painter import CellPainter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hormoneviz.look.look import Look
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.simulation.scenario import Scenario
    from hormoneviz.views.cell.hashing import Floats
    from hormoneviz.views.cell.labels import Labels

_FAR = 0.7
"""share of its own zoom below which the near scene is not drawn smaller: the whole one drawn larger is
cheaper and as good"""


class Lens:
    """All pictures of a scene of one look, size (device-independent px), pixel ratio and scenario."""

    def __init__(self, look: Look, size: QSizeF, scenario: Scenario, ratio: float) -> None:
        self.whole = CellPainter.for_scenario(look, size.width(), size.height(), scenario, ratio)
        self._covered: tuple[list[QRectF], tuple[str, ...]] = ([], ())
        self.size = size
        self._args = (look, scenario, ratio)
        self._near: Near | None = None
        self._near_labels: Labels | None = None
        self._labelled = WHOLE
        """the camera that they were placed for"""
        self._coarse = Coarse(size, ratio)
        self._manner = False, False

    def set_manner(self, calm: bool, fades: bool) -> None:
        """How what moves is drawn: see CellPainter."""
        self._manner = calm, fades
        for scene in (self.whole, self._near.scene) if self._near else (self.whole,):
            scene.calm, scene.fades = calm, fades

    def cover(self, boxes: Sequence[QRectF], first: Sequence[str] = ()) -> None:
        """What lies over the picture (device-independent px), and which labels there are, if not all."""
        if self._covered != (covered := (list(boxes), tuple(first))):
            self._covered = covered
            self.whole.cover(*covered)
            self._near_labels, self._labelled = None, WHOLE

    def focus(self, camera: Camera) -> None:
        """Make what is sharp for a camera that rests; without it the picture is right, but soft."""
        for _ in self.sharpening(camera):
            pass

    def sharpening(self, camera: Camera) -> Iterator[None]:
        """The same, a few ms before each pause; the picture changes once, when all of it is done."""
        if camera == WHOLE:
            self._near = None
            return
        self.label(camera)
        yield
        near = self._near
        if near is None or near.zoom != camera.zoom:
            look, scenario, ratio = self._args
            scene = yield from near_scene(look, self.size, scenario, ratio * camera.zoom)
            ground = yield from near_ground(scene, self._window_in(scene, camera))
            near = Near(scene, camera.zoom, ground)
        elif not near.reaches(self._window_in(near.scene, camera)):
            ground = yield from near_ground(near.scene, self._window_in(near.scene, camera))
            near = Near(near.scene, near.zoom, ground)
        self._near = near
        self.set_manner(*self._manner)

    def is_sharp(self, camera: Camera) -> bool:
        """Whether nothing is left to do for a camera that rests."""
        if camera == WHOLE:
            return self._near is None
        near = self._near
        if near is None or near.zoom != camera.zoom or self._labelled != camera:
            return False
        return near.reaches(self._window_in(near.scene, camera))

    def label(self, camera: Camera) -> None:
        """Place the labels for a camera that rests, or soon will."""
        if camera not in (WHOLE, self._labelled):
            whole = self.whole
            self._near_labels = near_labels(whole.places, whole.look, whole.occupied, camera, whole.first)
            self._labelled = camera

    def paint(self, painter: QPainter, frame: Frame, camera: Camera) -> None:
        """What the camera sees, its upper left corner at the painter's origin."""
        if camera == WHOLE:
            self._coarse.drop()
            self.whole.paint(painter, frame)
            return
        near = self._useful(camera)
        draw = partial(self._paint_scene, frame=frame, camera=camera, near=near)
        if self._coarse.worth_it and (near is None or near.zoom != camera.zoom):
            self._coarse.paint(painter, draw)
        else:
            self._coarse.drop()
            draw(painter)
        self._paint_notes(painter, frame, camera)

    def what_is_at(self, frame: Frame, point: QPointF, camera: Camera) -> str | None:
        """The name of the thing seen at a point of the picture (device-independent px)."""
        if camera == WHOLE:
            return self.whole.what_is_at(frame, point)
        if not QRectF(QPointF(), self.size).contains(point):
            return None
        labels, near, r = self.labels_of(camera), self._useful(camera), self.whole.ratio
        found = self._live(labels, frame, camera)
        if labels and (label := labels.at(point.x() * r, point.y() * r, frame.values, found)):
            return label
        scene = near.scene if near else self.whole
        at = to_scene(camera, point, self.size) * scene.ratio
        scene.sprites.window = None
        return scene.thing_at(frame, at.x(), at.y())

    def vesicles_at(self, frame: Frame, camera: Camera) -> tuple[Floats, Floats]:
        """Where each vesicle is in the whole scene (device-independent px), as drawn for this camera."""
        near = self._useful(camera)
        scene = near.scene if near else self.whole
        x, y = scene.places_of_vesicles(frame)
        return x / scene.ratio, y / scene.ratio

    def vesicles_seen(self, frame: Frame, camera: Camera) -> tuple[Floats, Floats]:
        """The same in px of the picture, wherever it is seen or would be."""
        x, y = self.vesicles_at(frame, camera)
        part = seen(camera, self.size)
        return (x - part.x()) * camera.zoom, (y - part.y()) * camera.zoom

    def emblem_of(self, vesicle: int, frame: Frame, camera: Camera) -> tuple[QPixmap, QRectF, QSizeF]:
        """What a vesicle wears: an atlas, where in it, and how large that is seen (px of the picture)."""
        near = self._useful(camera)
        scene, zoom = (near.scene, near.zoom) if near else (self.whole, 1.0)
        atlas = scene.sprites.atlas
        source = QRectF(*atlas.sources[scene.vesicles.emblem_of(frame, vesicle), 0].tolist())
        return atlas.pixmap, source, source.size() * (camera.zoom / zoom / self.whole.ratio)

    def label_boxes(self, camera: Camera, frame: Frame | None = None) -> dict[str, QRectF]:
        """Where labels are, in device-independent px of the picture, in the order of the keyboard: all that
        have a place, or those that are seen in a frame."""
        labels, r = self.labels_of(camera), self.whole.ratio
        if labels is None:
            return {}
        found = self._live(labels, frame, camera) if frame else {}
        boxes = labels.seen(frame.values, found) if frame else labels.boxes
        return {
            name: QRectF(b.x() / r, b.y() / r, b.width() / r, b.height() / r) for name, b in boxes.items()
        }

    def _window_in(self, scene: CellPainter, camera: Camera) -> QRectF:
        """What a camera sees of the scene at its own zoom."""
        whole = QRectF(0, 0, scene.places.width, scene.places.height)
        return self._window(camera, camera.zoom).intersected(whole)

    def _live(self, labels: Labels | None, frame: Frame, camera: Camera) -> dict[str, QPointF]:
        """What the live labels point at, in device px of the picture."""
        if labels is None or camera == WHOLE:
            return {}
        near = self._useful(camera)
        return live_ends(labels, near.scene if near else self.whole, frame, camera)

    def labels_of(self, camera: Camera) -> Labels | None:
        """The labels in place for a camera; none where it is on its way."""
        if camera == WHOLE:
            return self.whole.labels
        return self._near_labels if self._labelled == camera else None

    def _useful(self, camera: Camera) -> Near | None:
        """The near scene, where it serves this camera too."""
        return self._near if self._near and camera.zoom >= _FAR * self._near.zoom else None

    def _window(self, camera: Camera, zoom: float) -> QRectF:
        """What is seen, in device px of a scene at a zoom; on whole px where it is the camera's own."""
        part, k = seen(camera, self.size), self.whole.ratio * zoom
        if zoom != camera.zoom:
            return QRectF(part.topLeft() * k, part.size() * k)
        corner = QPointF(round(part.x() * k), round(part.y() * k))
        return QRectF(corner, self.size * self.whole.ratio)

    def _paint_scene(self, painter: QPainter, frame: Frame, camera: Camera, near: Near | None) -> None:
        """Ground and things."""
        painter.save()
        self._paint_soft_ground(painter, frame, camera, near)
        if near is None:
            self._paint_things(painter, self.whole, 1.0, frame, camera)
        else:
            self._paint_things(painter, near.scene, near.zoom, frame, camera, near)
        painter.restore()

    def _paint_soft_ground(self, painter: QPainter, frame: Frame, camera: Camera, near: Near | None) -> None:
        """The ground of the whole scene, enlarged, wherever the sharp one does not reach."""
        if near and near.reaches(self._window(camera, near.zoom).adjusted(1, 1, -1, -1)):
            return
        self.whole.light(frame.values)
        part, r = seen(camera, self.size), self.whole.ratio
        source = QRectF(part.topLeft() * r, part.size() * r)
        painter.drawPixmap(QRectF(QPointF(), self.size), self.whole.background, source)

    def _paint_things(
        self,
        painter: QPainter,
        scene: CellPainter,
        zoom: float,
        frame: Frame,
        camera: Camera,
        near: Near | None = None,
    ) -> None:
        window = self._window(camera, zoom)
        larger = camera.zoom / zoom / self.whole.ratio
        painter.scale(larger, larger)
        painter.translate(-window.topLeft())
        if near:
            scene.light(frame.values, ground=near.ground)
            painter.drawPixmap(near.ground.part.topLeft(), near.ground.pixmap)
        scene.sprites.window = window
        scene.paint_things(painter, frame)
        scene.sprites.window = None

    def _paint_notes(self, painter: QPainter, frame: Frame, camera: Camera) -> None:
        """Labels, as long as they point at their things, and the notes in the corners."""
        labels, labelled, r = self._near_labels, self._labelled, self.whole.ratio
        painter.save()
        painter.scale(1.0 / r, 1.0 / r)
        if labels and labelled.zoom == camera.zoom:
            middle = QPointF(labelled.x * self.size.width(), labelled.y * self.size.height())
            half = QPointF(0.5 * self.size.width(), 0.5 * self.size.height())
            moved = ((to_screen(camera, middle, self.size) - half) * r).toPoint()
            painter.translate(moved)
            labels.paint(painter, frame.values, self._live(labels, frame, labelled))
            painter.translate(-moved)
        self.whole.clock.paint_ground(painter, frame.time)  # behind is no longer the blood
        self.whole.clock.paint(painter, frame.time)
        painter.restore()
