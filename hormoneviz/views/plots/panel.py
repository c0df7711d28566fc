"""PlotsPanel: the plots of the minutes. Chips choose them; curves show them, at the level of basics bars."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.chips import ChipRow, Choice, MenuWords
from hormoneviz.views.plots.bars import BarsView
from hormoneviz.views.plots.catalogue import NAMES, Plot, offered, plots, shown
from hormoneviz.views.plots.curves import CurvesView
from hormoneviz.views.plots.differing import Difference
from hormoneviz.views.plots.layout import title_height
from hormoneviz.views.plots.readings import Readings
from hormoneviz.views.plots.readout import spoken
from hormoneviz.views.plots.why import WhyCard

_MARGINS = 6
"""px above and below the chips"""
_LEAST = 110
"""px at 100 % text, of the plots; where there is less, they have the chips' room too"""
_WIDE = 300
"""px at 100 % text; where there is less, the menu of what is hidden says a number only"""
_TARGET = 24
"""px, the least height of a button (WCAG 2.2, 2.5.8)"""
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
        self.difference = Difference(session, look, self)
        self.chips.add_at_end(self.difference)
        self._hidden, found = self.chips.menu_button(words.help)
        # Where there is no room for chips, the menu stands on the corner of the plots.
        self._corner, always = self.chips.menu_button(words.help)
        self._corner.setParent(self)
        for menu in (found, always):
            menu.addActions([*self.chips.actions_offered(), self.difference.act])
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
        for view in (self.curves, self.bars):
            view.asked.connect(self._ask)
        self.difference.act.toggled.connect(self._differ)
        self.why.closed.connect(self._take_back)
        self.chips.chosen.connect(self._choose)
        self.curves.drawn.connect(self._tell_hidden)
        session.film_changed.connect(self.show_film)
        session.frame_changed.connect(self.show_frame)
        self.set_look(look)

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 0, 0)
        column.setSpacing(_MARGINS - 4)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self.setMinimumSize(240, 170)

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
        self.difference.set_look(look)
        self.chips.set_look(look)
        self._corner.setStyleSheet(f"{self.chips.styleSheet()} QToolButton {{ min-height: 0; }}")
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
        """Tell a screen reader, now and then, behind the repaint: it needs the whole film solved."""
        if self.isVisible() and monotonic() - self._spoken >= _SPOKEN:
            self._spoken = monotonic()
            QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        if self._in_basics:
            self.bars.setAccessibleDescription(". ".join(self.bars.sentences()))
        else:
            found, shown = self.readings.read(self.curves.width()).drawn, self.curves.drawn_plots
            self.curves.setAccessibleDescription(spoken(self._look.words, shown, found, self._session.time))

    def kept(self) -> str:
        """What a person has ever switched on or off, as one word each, to be remembered."""
        return " ".join(f"{'+' if on else '-'}{name}" for name, on in sorted(self._chosen.items()))

    def reveal(self, name: str) -> None:
        """Show a plot too, by its name; one that this experiment has not changes nothing."""
        if name in {*offered(self._session.scenario.protocol)} - {plot.name for plot in self.shown}:
            self._choose(name, True)

    def recall(self, choice: str) -> None:
        """Show what was chosen before; what is no plot (any more) is passed over."""
        known = [word for word in choice.split() if word[0] in "+-" and word[1:] in NAMES]
        self._chosen = {word[1:]: word[0] == "+" for word in known}
        self.show_film()

    def commands(self) -> tuple[Command, ...]:
        """The difference of the twins, and coming nearer."""
        words = self._look.words
        return (self.difference.command(words), *self.curves.gestures.commands(words))

    def _differ(self, on: bool) -> None:
        self.readings.set_difference(on)
        self.bars.update()

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

    def _take_back(self) -> None:
        """The card gives the keyboard back to the plots."""
        self._front.setFocus()

    def _answer(self) -> None:
        quantity, time = self._asked
        in_left_half = self._in_basics or self.curves.artwork.x_of(time) < self.curves.width() / 2
        self.why.ask(quantity, time, self._stack.geometry(), to_right=in_left_half)

    @property
    def _front(self) -> CurvesView | BarsView:
        return self.bars if self._in_basics else self.curves

    @property
    def _in_basics(self) -> bool:
        return self._stack.currentWidget() is self.bars

    def _tell_hidden(self) -> None:
        """Say how many have no room, and which."""
        hidden, say = self._front.hidden, self._look.words.say
        narrow = self.width() < self._look.pixels(_WIDE)
        text = say("plots_corner" if narrow else "plots_hidden", n=hidden) if hidden > 0 else ""
        if text != self._hidden.text() or self._hidden.isHidden() == bool(text):
            self._hidden.setText(text)
            self._hidden.setVisible(bool(text))
            self.chips.fit()
        self._corner.setText(say("plots_corner", n=hidden) if hidden > 0 else say("plots_all"))
        names = ", ".join(say(f"plot_{plot.name}") for plot in self.shown[len(self.shown) - hidden :])
        for button in (self._hidden, self._corner):
            button.setToolTip(say("plots_hidden_help", names=names) if text else say("plots_more_help"))
        self._place_corner()

    def _place_corner(self) -> None:
        """The menu on the upper right of the plots, where chips have no room."""
        bare = self.chips.isHidden()
        self._corner.setVisible(bare)
        size = self._corner.sizeHint()
        for view in (self.curves, self.bars):
            view.set_corner(size.width() + _MARGINS if bare else 0)
        if bare:
            top = self._stack.geometry().topRight()
            height = max(_TARGET, title_height(self._look))
            self._corner.setGeometry(QRect(top.x() - size.width(), top.y(), size.width(), height))
            self._corner.raise_()

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
            least = self.chips.minimumSizeHint()
            high = self.height() - least.height() - _MARGINS >= self._look.pixels(_LEAST)
            self.chips.setVisible(high and least.width() <= self.width() - 4)
            self._column.activate()
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
