"""ShownCell: the cell as an audience sees it.  No buttons; what a lecturer points at is labelled first, and
ringed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hormoneviz.views.cell.camera import MEMBRANE, WHOLE, centred
from hormoneviz.views.cell.labels import TEXT
from hormoneviz.views.cell.places import unit_of
from hormoneviz.views.cell.pointing import LABELLED
from hormoneviz.views.cell.spots import IMPORTANCE, SPOTS
from hormoneviz.views.cell.view import CellView

log = logging.getLogger("hormoneviz")

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.frame import Frame

_MOST = 9
"""labels, besides those that are pointed at"""
_ROOM = 62.0
"""for a label, in squares as high as its text: of each so large a piece of the scene, one"""
_MAIN = ("insulin", "GLUT4", "IR", "glucose", "signal")
"""labels of a beat that points at some things, besides these: the whole way in few words"""


class ShownCell(CellView):
    """A cell in the hall."""

    def __init__(
        self, session: Session, look: Look, parent: QWidget | None = None, twin: CellView | None = None
    ) -> None:
        self._pointed: tuple[str, ...] = ()
        self._failed = False
        super().__init__(session, look, parent, twin)
        self._buttons.hide()
        self.setMinimumSize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No cards and no dragging before an audience: the mouse is for the pen and the bright spot.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def pointed(self) -> tuple[str, ...]:
        """The labels of what is pointed at, also of those that this scene does not have."""
        return self._pointed

    @property
    def frame(self) -> Frame:
        """What it shows."""
        return self._session.frame

    def point_at(self, things: Sequence[str]) -> None:
        """Point at things by their names in the words, or at what stands for them in the picture."""
        self._pointed = tuple(dict.fromkeys(LABELLED.get(thing, thing) for thing in things))
        self.update()

    def look_at(self, stop: str) -> None:
        """Go to a stop of the camera: "whole", "membrane" or "vesicle"."""
        if stop == "vesicle":
            self.follower.look_closely()
        else:
            self.follower.stop()
            self.drive.go(MEMBRANE if stop == "membrane" else WHOLE)

    def come_to_rest(self) -> None:
        """Be at once where the camera goes, sharp."""
        self.drive.put(self.drive.goal)
        lens = self.lens()
        lens.cover(*self.covered())
        lens.label(self.camera)
        lens.focus(self.camera)

    def zoom(self, stop: str) -> None:
        """Go near the first thing that is pointed at; from near by, to a stop (as `look_at`)."""
        if self.drive.goal != WHOLE:
            self.look_at(stop if stop == "whole" or self.drive.goal != MEMBRANE else "whole")
            return
        ends = {spot.name: spot.to for spot in SPOTS[self._session.scenario.tissue]}
        found = next((ends[name] for name in self._pointed if ends.get(name)), None)
        self.drive.go(centred(*found[0], MEMBRANE.zoom) if found else MEMBRANE)

    def covered(self) -> tuple[list[QRectF], tuple[str, ...]]:
        # Large labels of everything would hide it: those that matter now, and what the picture is about.
        others = _MAIN if self._pointed else (*_MAIN, *IMPORTANCE[len(_MAIN) :])
        text = TEXT * unit_of(self.width(), self.height()) * self._look.text_scale
        room = min(int(self.width() * self.height() / (_ROOM * text**2)), _MOST)
        free = [name for name in others if name not in self._pointed][: max(room - len(self._pointed), 0)]
        return self.follower.covers(), (*self._pointed, *free)

    def paintEvent(self, event: QPaintEvent) -> None:
        try:
            super().paintEvent(event)
            self._paint_rings()
            self._failed = False
        except Exception:
            # An audience sees a calm ground, never half a picture.
            if not self._failed:  # once, not in every frame
                log.exception("the cell of the hall could not be drawn")
            self._failed = True
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self._look.theme.colour("window"))

    def _paint_rings(self) -> None:
        seen = self.labels_seen()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for name in self._pointed:
                if name in seen:
                    self._ring(painter, seen[name])

    def _ring(self, painter: QPainter, label: QRectF) -> None:
        width = max(0.07 * label.height(), 3.0)
        box = label.adjusted(0.5 * width, 0.5 * width, -0.5 * width, -0.5 * width)
        painter.setPen(QPen(self._look.theme.colour("accent"), width))
        painter.drawRoundedRect(box, 0.5 * box.height(), 0.5 * box.height())
