"""Follower: the vesicle that a person follows through its life: ring, strip, and the camera that keeps it in
sight.  It looks at frames and histories and changes neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from hormoneviz.views.cell.camera import MEMBRANE, ONE_VESICLE, centred
from hormoneviz.views.cell.emblems import VESICLE, crowding
from hormoneviz.views.cell.follow import liveliest, nearest, sentences
from hormoneviz.views.cell.strip import LifeStrip

if TYPE_CHECKING:
    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.drive import Drive
    from hormoneviz.views.cell.lens import Lens
    from hormoneviz.views.cell.view import CellView

SLACK = 0.14
"""share of the picture by which the vesicle may stray from the middle before the camera goes after it: it
sways, and a picture that sways with it makes seasick"""
_FINGER = 10.0
"""px round a vesicle that still count as on it"""


class Follower(QObject):
    """At most one vesicle of the session's cell."""

    changed = Signal(object)
    """a person follows another vesicle (its number), or none (None)"""

    def __init__(self, session: Session, look: Look, view: CellView) -> None:
        super().__init__(view)
        self._session, self._look, self._view = session, look, view
        self._drive: Drive = view.drive
        self._cast = self._who()
        session.film_changed.connect(self.show_film)
        self.vesicle: int | None = None
        self.strip = LifeStrip(view, look)
        self.strip.dismissed.connect(self.stop)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.strip.set_look(look)

    def pick(self, lens: Lens, at: QPointF) -> bool:
        """Follow the vesicle at a point of the picture, if there is one."""
        camera, frame = self._drive.camera, self._session.frame
        x, y = lens.vesicles_seen(frame, camera)
        reach = max(self._radius(lens), _FINGER)
        drawn = lens.whole.vesicles.thinned(frame).present
        found = nearest(x[:drawn], y[:drawn], (at.x(), at.y()), reach)
        if found is not None:
            self.follow(found)
        return found is not None

    def follow(self, vesicle: int) -> None:
        """Follow one by its number, from 0, if the cell has it now."""
        if 0 <= vesicle < self._session.frame.present:
            self.vesicle = vesicle
            self._drive.keeper = self if self._drive.goal.zoom > 1.0 else None
            self.show_frame(self._session.frame)
            self.changed.emit(vesicle)

    def follow_one(self) -> None:
        """Follow one that is on its way, near the middle of the picture."""
        frame, size = self._session.frame, self._size()
        x, y = self._view.lens().vesicles_seen(frame, self._drive.camera)
        found = liveliest(frame, x, y, (0.5 * size.width(), 0.5 * size.height()))
        if found is not None:
            self.follow(found)

    def follow_next(self) -> None:
        """Follow the next by number; the first of all after the last."""
        if self.vesicle is None:
            self.follow_one()
        elif self._session.frame.present:
            self.follow((self.vesicle + 1) % self._session.frame.present)
        self.chase(self._view.lens())

    def look_closely(self) -> None:
        """The stop of one vesicle: it in the middle; one is chosen if none is followed."""
        if self.vesicle is None:
            self.follow_one()
        if self.vesicle is not None:
            self._drive.keeper = self
            self._drive.go(centred(*self._place(self._view.lens()), ONE_VESICLE))

    def covers(self) -> list[QRectF]:
        """Where its strip lies over the scene, px."""
        return [] if self.strip.isHidden() else [QRectF(self.strip.geometry())]

    def is_seen(self) -> bool:
        """Whether its cell is on screen."""
        return self._view.isVisible()

    def is_following(self) -> bool:
        """Whether a vesicle is followed."""
        return self.vesicle is not None

    def stop(self) -> None:
        """Let it go."""
        self.adopt(None)
        self.changed.emit(None)

    def adopt(self, vesicle: int | None) -> None:
        """Follow what is followed in the twin, where this cell has it; the camera is the twin's to move."""
        owned = vesicle is not None and vesicle < self._session.frame.present
        self.vesicle = vesicle if owned else None
        self.strip.setVisible(owned)
        self.show_frame(self._session.frame)
        self._view.update()

    def look_at_membrane(self) -> None:
        """The stop of the doors, whether or not the vesicle is seen there."""
        self._drive.keeper = None
        self._drive.go(MEMBRANE)

    def let_camera_be(self) -> None:
        """A hand has moved the camera: it stays there."""
        self._drive.keeper = None

    def show_film(self) -> None:
        """In another cell the same number is another vesicle's."""
        if self._cast != self._who():
            self._cast = self._who()
            if self.vesicle is not None:
                self.stop()

    def show_frame(self, frame: Frame) -> None:
        """Tell its life so far; one that the cell no longer owns is let go."""
        if self.vesicle is None:
            return
        if self.vesicle >= frame.present:
            self.adopt(None)
            return
        life = self._session.film.life(self.vesicle, frame.time)
        self.strip.tell(self.vesicle, sentences(self._look.words, life, frame.time))
        if self.strip.isHidden():
            self.strip.show()
        self._view.update()

    def chase(self, lens: Lens) -> None:
        """Send the camera after it where it has strayed too far from the middle."""
        goal = self._drive.goal
        keeper = self._drive.keeper
        if self.vesicle is None or keeper is None or goal.zoom <= 1.0:
            return
        if keeper is not self and keeper.is_seen():  # the twin, which is hidden while this cell is in front
            return
        x, y = self._place(lens)
        if max(abs(x - goal.x), abs(y - goal.y)) * goal.zoom > SLACK:
            self._drive.go(centred(x, y, goal.zoom))

    def paint(self, painter: QPainter, lens: Lens) -> None:
        """It, before all others, and a ring round it, light under dark, so that it shows on any ground."""
        frame, camera = self._session.frame, self._drive.camera
        if self.vesicle is None or self.vesicle >= frame.present:
            return
        x, y = lens.vesicles_seen(frame, camera)
        at, radius = QPointF(x[self.vesicle], y[self.vesicle]), 1.55 * self._radius(lens) + 3.0
        theme = self._look.theme
        atlas, source, size = lens.emblem_of(self.vesicle, frame, camera)
        emblem = QRectF(QPointF(), size)
        emblem.moveCenter(at)
        painter.drawPixmap(emblem, atlas, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in (("surface", 7.0), ("accent", 3.5)):
            painter.setPen(QPen(theme.colour(role), width))
            painter.drawEllipse(at, radius, radius)

    def _place(self, lens: Lens) -> tuple[float, float]:
        """Where it is, in shares of the whole scene."""
        x, y = lens.vesicles_at(self._session.frame, self._drive.camera)
        assert self.vesicle is not None
        return float(x[self.vesicle] / self._size().width()), float(y[self.vesicle] / self._size().height())

    def _who(self) -> tuple[str, int, int]:
        """Whose vesicles these are."""
        scenario = self._session.scenario
        return scenario.tissue, scenario.seed, scenario.vesicles

    def _radius(self, lens: Lens) -> float:
        """Of a vesicle, in px of the picture."""
        unit = lens.whole.places.unit / lens.whole.ratio
        return VESICLE * unit * crowding(self._session.film.vesicle_total) * self._drive.camera.zoom

    def _size(self) -> QSizeF:
        return QSizeF(self._view.size())
