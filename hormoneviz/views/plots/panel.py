"""PlotsPanel: the plots of the minutes. Chips choose them; curves show them, at the level of basics bars."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.chips import ChipRow, Choice, MenuWords
from hormoneviz.views.plots.bars import BarsView
from hormoneviz.views.plots.catalogue import NAMES, Plot, offered, plots, shown
from hormoneviz.views.plots.curves import CurvesView
from hormoneviz.views.plots.readings import Readings
from hormoneviz.views.plots.readout import spoken
from hormoneviz.views.plots.why import WhyCard

_MARGINS = 6
"""px above and below the chips"""
_LEAST = 110
"""px at 100 % text, of the plots; where there is less, they have the chips' room too"""
_SPOKEN = 2.0
"""s between changes of the description that a screen reader may read"""


class PlotsPanel(QWidget):
    """Chips above the plots."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._chosen: dict[str, bool] = {}
        """what a person has ever switched on or off, for this and every other scenario"""
        self._spoken = 0.0
        say = look.words.say
        words = MenuWords(say("plots_more"), say("plots_all"), say("plots_more_help"))
        self.chips = ChipRow(look, _choices(look), words, self)
        self._hidden = QLabel(self)
        self._hidden.setProperty("role", "muted")
        self.chips.add_at_end(self._hidden)
        self.readings = Readings(session, self)
        self._stack = QStackedWidget(self)
        self.curves = CurvesView(session, look, self.readings, self._stack)
        self.bars = BarsView(session, look, self.readings, self._stack)
        for view in (self.curves, self.bars):
            self._stack.addWidget(view)
        self.why = WhyCard(session, look, self)
        self._asked: tuple[str, float] = ("", 0.0)
        self._arrange()
        self.curves.asked.connect(self._ask)
        self.why.closed.connect(self.curves.setFocus)
        self.chips.chosen.connect(self._choose)
        self.curves.drawn.connect(self._tell_hidden)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        self.set_look(look)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 0, 0)
        column.setSpacing(_MARGINS - 4)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self.setMinimumSize(240, 170)
        self.setFocusProxy(self.curves)

    @property
    def shown(self) -> tuple[Plot, ...]:
        """The plots chosen, or those that are usual in this experiment."""
        known = plots(getattr(self._look, "glucose_unit", "mmol/L"))
        return tuple(known[name] for name in shown(self._session.scenario.protocol, self._chosen))

    def sizeHint(self) -> QSize:
        return QSize(440, 480)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme, text size, unit or level."""
        self._look = look
        self.chips.say(_choices(look))
        self.chips.set_look(look)
        self.why.set_look(look)
        self.readings.set_unit(getattr(look, "glucose_unit", "mmol/L"))
        for view in (self.curves, self.bars):
            view.set_look(look)
            view.setAccessibleName(look.words.say("plots_name"))
            view.setAccessibleDescription(
                f"{look.words.say('plots_help')} {look.words.say('plot_zoom_help')}"
            )
        self._stack.setCurrentWidget(self.bars if look.level == "basics" else self.curves)
        self.setAccessibleName(look.words.say("plots_name"))
        self.show_film()

    def show_film(self) -> None:
        """Another experiment may have other plots."""
        self.chips.offer(offered(self._session.scenario.protocol))
        self.chips.show_chosen(plot.name for plot in self.shown)
        for view in (self.curves, self.bars):
            view.set_plots(self.shown)
        self._tell_hidden()

    def show_frame(self, frame: Frame) -> None:
        """Tell a screen reader, now and then."""
        if not self.isVisible() or monotonic() - self._spoken < _SPOKEN:
            return
        self._spoken = monotonic()
        if self._stack.currentWidget() is self.bars:
            self.bars.setAccessibleDescription(". ".join(self.bars.sentences()))
        else:
            now = self.readings.read(self.width()).now
            self.curves.setAccessibleDescription(spoken(self._look.words, self.shown, now, frame.time))

    def _choose(self, name: str, on: bool) -> None:
        names = [plot.name for plot in self.shown]
        # The last one cannot be taken away: plots of nothing are no answer.
        if on or names != [name]:
            self._chosen[name] = on
        self.show_film()

    def _ask(self, quantity: str, time: float) -> None:
        """Why did it change? Answered once the play head has been seen to move."""
        self._asked = quantity, time
        if quantity:
            QTimer.singleShot(0, self, self._answer)
        else:
            self.why.dismiss()

    def _answer(self) -> None:
        quantity, time = self._asked
        in_left_half = self.curves.artwork.x_of(time) < self.curves.width() / 2
        self.why.ask(quantity, time, self._stack.geometry(), to_right=in_left_half)

    def _tell_hidden(self) -> None:
        """Say how many have no room, and which."""
        view = self.bars if self._stack.currentWidget() is self.bars else self.curves
        hidden, say = view.hidden, self._look.words.say
        text = say("plots_hidden", n=hidden) if hidden > 0 else ""
        if text != self._hidden.text() or self._hidden.isHidden() == bool(text):
            self._hidden.setText(text)
            self._hidden.setVisible(bool(text))
            self.chips.fit()
        names = ", ".join(say(f"plot_{plot.name}") for plot in self.shown[len(self.shown) - hidden :])
        self._hidden.setToolTip(say("plots_hidden_help", names=names) if text else "")

    # --- Qt --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hardly any room is the plots' own; what the chips offer is in the context menu too."""
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        self.readings.twin.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.readings.twin.wake(False)

    def _fit(self) -> None:
        if self.isVisible():
            chips = self.chips.minimumSizeHint().height()
            self.chips.setVisible(self.height() - chips - _MARGINS >= self._look.pixels(_LEAST))
            self._tell_hidden()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.chips.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def _choices(look: Look) -> list[Choice]:
    say = look.words.say
    return [
        Choice(name, label, say(f"plot_{name}_chip"), say("plot_chip_help", label=label))
        for name, label in ((name, say(f"plot_{name}")) for name in NAMES)
    ]
