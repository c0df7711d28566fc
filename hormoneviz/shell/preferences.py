"""Preferences: what is chosen once for all scenarios, in one dialog; everything takes effect at once, and
Cancel takes it back.

There is no choice of language while there is only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from hormoneviz.look.theme import theme, themes
from hormoneviz.look.units import GLUCOSE_UNITS
from hormoneviz.look.words import LEVELS
from hormoneviz.session.session import Session
from hormoneviz.shell.fitting import FittedForm
from hormoneviz.shell.settings import TEXT_SCALES, Remembered
from hormoneviz.shell.taste import SYSTEM
from hormoneviz.shell.wardrobe import Wardrobe
from hormoneviz.views.segments import Segments, sheet
from hormoneviz.views.slider import DragSlider, SliderGroup

FEWEST, MOST, STEP = 100, 2000, 100
"""drawn vesicles: beyond, they hide each other"""
_MOTIONS = ("full", "reduced")
_WAYS = ("captions", "touch", "low_graphics")
_ANSWERS = ("no", "yes")


class Preferences(QDialog):
    """Theme, text, reading level, motion, graphics, glucose unit; and vesicles, which belong to the
    scenario."""

    def __init__(self, session: Session, wardrobe: Wardrobe, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._wardrobe = session, wardrobe
        self._before, self._scenario = wardrobe.taste, session.scenario
        session.seek(session.time)  # ends a drag, so that what is changed here is a step of undo by itself
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say("preferences_name"))
        self.theme, self.text, self.level, self.motion, self.unit = self._choices()
        self.ways = {way: self._yes_or_no(way) for way in _WAYS}
        self.vesicles = DragSlider(FEWEST // STEP, MOST // STEP, 5, self)
        self._counted = SliderGroup("", self._say("preferences_vesicles_help"), self.vesicles, self)
        self._lay_out()
        self._show()
        self.theme.activated.connect(self._choose_theme)
        self.text.activated.connect(self._choose_text)
        self.level.chosen.connect(self._choose_level)
        self.motion.chosen.connect(self._choose_motion)
        self.unit.chosen.connect(self._choose_unit)
        for way, answer in self.ways.items():
            answer.setObjectName(way)
            answer.chosen.connect(self._choose_way)
        self.vesicles.set_by_hand.connect(self._choose_vesicles)
        wardrobe.changed.connect(self._show)

    def accept(self) -> None:
        """Keep all of it, for the next start too."""
        Remembered().keep(self._wardrobe.taste, self._before)
        super().accept()

    def reject(self) -> None:
        """Take all of it back."""
        self._wardrobe.wear(self._before, for_good=False)
        if self._session.scenario != self._scenario:
            self._session.undo()
        super().reject()

    # --- making it -------------------------------------------------------------------------------------

    def _choices(self) -> tuple[QComboBox, QComboBox, Segments, Segments, Segments]:
        themed, sized = QComboBox(self), QComboBox(self)
        themed.addItem(self._say("theme_system"), SYSTEM)
        for name in themes():
            themed.addItem(theme(name).title, name)
        for scale in TEXT_SCALES:
            sized.addItem(f"{100 * scale:.0f} %", scale)
        level = [(name, self._say(f"level_{name}"), self._say(f"level_{name}_help")) for name in LEVELS]
        motion = [(name, self._say(f"motion_{name}"), self._say(f"motion_{name}_help")) for name in _MOTIONS]
        unit = [(name, name, self._say("preferences_glucose_help", unit=name)) for name in GLUCOSE_UNITS]
        rows = (("level_name", level), ("motion_name", motion), ("preferences_glucose", unit))
        levels, motions, units = (self._segments(name, choices) for name, choices in rows)
        return themed, sized, levels, motions, units

    def _yes_or_no(self, way: str) -> Segments:
        answers = [(name, self._say(name), self._say(f"{way}_help")) for name in _ANSWERS]
        return self._segments(f"{way}_name", answers)

    def _segments(self, name: str, choices: Sequence[tuple[str, str, str]]) -> Segments:
        made = Segments(self._say(name), choices, self)
        made.label.hide()  # the form has its own
        return made

    def _lay_out(self) -> None:
        self._form = QWidget(self)
        form = QFormLayout(self._form)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, control, named in (
            ("theme_name", self.theme, self.theme),
            ("preferences_text", self.text, self.text),
            ("level_name", self.level, self.level),
            ("motion_name", self.motion, self.motion),
            ("preferences_glucose", self.unit, self.unit),
            *((f"{way}_name", answer, answer) for way, answer in self.ways.items()),
            ("preferences_vesicles", self._counted, self.vesicles),
        ):
            named.setAccessibleName(self._say(name))
            form.addRow(self._say(name), control)
        note = QLabel(self._say("preferences_vesicles_note"), self)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        form.addRow(note)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fitted = FittedForm(self, self._form, buttons)

    # --- what is the case ------------------------------------------------------------------------------

    def _show(self) -> None:
        taste = self._wardrobe.taste
        self.setStyleSheet(sheet(self._wardrobe.look))
        self.theme.setCurrentIndex(self.theme.findData(taste.theme))
        self.text.setCurrentIndex(_nearest(taste.text_scale))
        self.level.show_choice(taste.level)
        self.motion.show_choice(_MOTIONS[taste.reduced_motion])
        self.unit.show_choice(taste.glucose_unit)
        for way, answer in self.ways.items():
            answer.show_choice(_ANSWERS[getattr(taste, way)])
        self._counted.set_widths(self._wardrobe.look.pixels(220), f"{self._session.scenario.vesicles:4d}")
        self._show_vesicles()
        self._fitted.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only once it is seen does every part know its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fitted.fit)

    def _show_vesicles(self) -> None:
        number = self._session.scenario.vesicles
        self._counted.show_value(round(number / STEP), f"{number}")

    def _say(self, phrase: str, **gaps: object) -> str:
        return self._wardrobe.look.words.say(phrase, **gaps)

    # --- what a person chooses -------------------------------------------------------------------------

    def _try(self, **chosen: Any) -> None:
        self._wardrobe.wear(replace(self._wardrobe.taste, **chosen), for_good=False)

    def _choose_theme(self, row: int) -> None:
        self._try(theme=self.theme.itemData(row))

    def _choose_text(self, row: int) -> None:
        self._try(text_scale=self.text.itemData(row))

    def _choose_level(self, name: str) -> None:
        self._try(level=name)

    def _choose_motion(self, name: str) -> None:
        self._try(reduced_motion=name == "reduced")

    def _choose_way(self, answer: str) -> None:
        self._try(**{self.sender().objectName(): answer == "yes"})

    def _choose_unit(self, name: str) -> None:
        self._try(glucose_unit=name)

    def _choose_vesicles(self, hundreds: int) -> None:
        self._session.set_vesicles(STEP * hundreds)
        self._show_vesicles()


def _nearest(scale: float) -> int:
    """The row of the size of text nearest to one that was given on the command line."""
    return min(range(len(TEXT_SCALES)), key=lambda row: abs(TEXT_SCALES[row] - scale))
