"""HallCells: the cell, and its twin beside it where both are to be compared, with their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.cell.clock import note_px
from hormoneviz.views.cell.places import unit_of
from hormoneviz.views.cell.shown import ShownCell
from hormoneviz.views.hall.measures import TEXT, scaled, text_px

_GAP = 0.15
"""between the twins, in heights of the text"""
_NAME = 1.5
"""height of a name's line, likewise"""


class HallCells(QWidget):
    """One cell, or two on the same clock."""

    def __init__(self, session: Session, look: Look, height: float = 1080.0) -> None:
        """`height` is that of the hall's whole picture, px."""
        super().__init__()
        self._session, self._look, self._height = session, look, height
        self._alone = self._reduced = False
        self._first = ShownCell(session, look, self)
        self._things: tuple[str, ...] = ()
        self._second: ShownCell | None = None
        self._names = QLabel(self), QLabel(self)
        for name in self._names:
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name.hide()
        session.twin_changed.connect(self._show_twin)
        self._show_twin()

    @property
    def cell(self) -> ShownCell:
        """The cell that the lesson is about."""
        return self._first

    @property
    def cells(self) -> list[ShownCell]:
        """Those that are seen."""
        return [cell for cell in (self._first, self._second) if cell is not None and not cell.isHidden()]

    def set_look(self, look: Look, height: float) -> None:
        """Another theme, level, or height of the hall's picture (px)."""
        self._look, self._height = look, height
        self._lay_out()

    def set_reduced_motion(self, on: bool) -> None:
        """Fades instead of flights."""
        self._reduced = on
        for cell in self._all:
            cell.set_reduced_motion(on)

    def set_alone(self, alone: bool) -> None:
        """Whether the twin is left to the plot beside, which needs its room."""
        if alone != self._alone:
            self._alone = alone
            self._lay_out()

    def point_at(self, things: Sequence[str]) -> None:
        """Point at things in all cells."""
        self._things = tuple(things)
        for cell in self._all:
            cell.point_at(self._things)

    def come_to_rest(self) -> None:
        """Be where the camera goes, sharp."""
        for cell in self.cells:
            cell.come_to_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @property
    def _all(self) -> list[ShownCell]:
        return [cell for cell in (self._first, self._second) if cell is not None]

    def _show_twin(self) -> None:
        twin = self._session.twin
        if self._second is not None:
            self._second.hide()
            self._second.deleteLater()
            self._second = None
        if twin is not None:
            self._second = ShownCell(twin, self._look, self, self._first)  # type: ignore[arg-type]
            self._second.point_at(self._things)
            self._second.set_reduced_motion(self._reduced)
        self._lay_out()

    def _lay_out(self) -> None:
        """Side by side below their names, or one that has all."""
        both, em = self._second is not None and not self._alone, text_px(self._look)
        gap, top = (round(_GAP * em), round(_NAME * em)) if both else (0, 0)
        wide = (self.width() - gap) // 2 if both else self.width()
        for i, (name, cell) in enumerate(zip(self._names, (self._first, self._second), strict=True)):
            name.setVisible(both)
            if cell is None:
                continue
            cell.setVisible(both or i == 0)
            place = QRect(i * (wide + gap), top, wide, max(self.height() - top, 1))
            name.setGeometry(place.left(), 0, wide, top)
            cell.setGeometry(place)
            unit = unit_of(place.width(), place.height())
            cell.set_look(scaled(self._look, TEXT * self._height / note_px(unit)))
        self._name(em)

    def _name(self, em: float) -> None:
        twin, say = self._session.twin, self._look.words.say
        texts = say("cells_this"), say(f"cells_{twin.kind.replace(' ', '_')}") if twin else ""
        ground = self._look.theme.colours["window"]
        for name, text in zip(self._names, texts, strict=True):
            name.setText(text)
            name.setStyleSheet(f"font-size: {round(em)}px; font-weight: 700; background: {ground};")
