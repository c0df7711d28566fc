"""CalendarPanel: weeks of a person's life, with therapies as bars and the week looked at as a handle.

Chips choose the quantities; moving the handle re-settles the cell at another week.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.calendar.board import least_height
from hormoneviz.views.calendar.chips import Chips
from hormoneviz.views.calendar.quantities import NAMES, usual
from hormoneviz.views.calendar.weeks import WeeksPlot

_MARGINS = 6
"""px above and below the chips"""


class CalendarPanel(QWidget):
    """Chips above the weeks."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._chosen: tuple[str, ...] = ()
        """what a person has chosen, in the order of choice; empty while nobody has"""
        self.chips = Chips(look, self)
        self.weeks = WeeksPlot(session, look, self.shown, self)
        self.setAccessibleName(look.words.say("calendar_name"))
        self.setAccessibleDescription(look.words.say("calendar_help"))
        self.setMinimumSize(240, 170)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 0, 0)
        column.setSpacing(_MARGINS - 4)
        column.addWidget(self.chips)
        column.addWidget(self.weeks, 1)
        self.chips.chosen.connect(self._choose)
        self.chips.span_chosen.connect(self.weeks.life.widen)
        self.weeks.life.changed.connect(self._show_span)
        session.film_changed.connect(self.show_film)
        self.show_film()
        self._show_span()

    @property
    def shown(self) -> tuple[str, ...]:
        """The quantities chosen, or the usual ones of this scenario while nobody has."""
        return self._chosen or usual(self._session.scenario)

    def sizeHint(self) -> QSize:
        return QSize(440, 480)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self.chips.set_look(look)
        self.weeks.set_look(look)
        if self.isVisible():
            self._fit()

    def show_film(self) -> None:
        """Another scenario may have other quantities that matter."""
        self.chips.show_chosen(self.shown)
        self.weeks.set_chosen(self.shown)

    def reveal(self, name: str) -> None:
        """Show a quantity too; one that is none of the weeks' changes nothing."""
        if name in NAMES:
            self._choose(name, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hardly any room is the weeks' own; what the chips offer is in the context menu too."""
        if self.isVisible():  # before it is laid out, its size means nothing
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        chips = self.chips.minimumSizeHint().height()
        self.chips.setVisible(self.height() - chips - _MARGINS >= least_height(self._look))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.chips.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _choose(self, name: str, on: bool) -> None:
        others = tuple(each for each in self.shown if each != name)
        # The last one cannot be taken away: a calendar of nothing is no answer.
        self._chosen = (*others, name) if on or not others else others
        self.show_film()

    def _show_span(self) -> None:
        self.chips.show_span(self.weeks.life.span)
