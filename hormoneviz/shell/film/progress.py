"""The small window beside a film being made: how far it is, how long it will take, and a way to stop it.

The program's window stays usable: what is filmed was settled before, and does not change any more.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.shell.film.making import Making
from hormoneviz.views.slices import Slices
from hormoneviz.views.timetext import time_said

_SETTLED = 1.0
"""s of work before which nobody can say how long it will take"""
_WIDTH = 380
_SHEET = """
QProgressBar {{
    background: {trough}; border: 1px solid {outline}; min-height: {high}px; max-height: {high}px; }}
QProgressBar::chunk {{ background: {accent}; }}
"""


class FilmProgress(QDialog):
    """One film being made; Cancel, Esc, or closing this or the program's window ends it: nothing is left."""

    ended = Signal(object)
    """the Making, done, failed or given up"""

    def __init__(self, making: Making, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._making, self._words = making, look.words
        self._began, self._over = 0.0, False
        self.bar, self.line = QProgressBar(self), QLabel(self)
        self.cancel = QPushButton(self._words.say("film_cancel"), self)
        self._slices = Slices(self)
        self._slices.advanced.connect(self._show)
        self._slices.ended.connect(self._end)
        self.setWindowTitle(self._words.say("film_writing", file=Path(making.out).name))
        self._lay_out(look)
        self.cancel.clicked.connect(self.reject)
        parent.installEventFilter(self)
        QGuiApplication.instance().aboutToQuit.connect(self.reject)  # type: ignore[union-attr]

    def begin(self) -> None:
        """Show it, and make the film between the other events."""
        self._began = perf_counter()
        self._show()
        self.show()
        self._slices.begin(self._work, 0)

    def reject(self) -> None:
        """End it and leave nothing behind."""
        self._making.give_up()
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The program's window is not closed over a film without a question."""
        if event.type() == QEvent.Type.Close and watched is self.parent() and self._slices.pending:
            return not self._may_close(event)
        return False

    def _work(self) -> Making:
        return self._making

    def _may_close(self, event: QEvent) -> bool:
        self._slices.stop()  # a film that ends now would take this away under the question
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        title, text = self._words.say("film_close_name"), self._words.say("film_close")
        if QMessageBox.question(self, title, text, yes | no, no) == yes:
            self.reject()
            return True
        event.ignore()
        self._slices.begin(self._work, 0)
        return False

    def _end(self) -> None:
        """Whatever came of it, this window has done its work."""
        if self._over:
            return
        self._over = True
        self._slices.stop()
        self.hide()
        self.ended.emit(self._making)
        self.deleteLater()

    def _show(self) -> None:
        making = self._making
        count, done = making.reel.count, making.done
        self.bar.setValue(done)
        if making.ending:
            self._say(self._words.say("film_ending"))
            return
        spent = perf_counter() - self._began
        told = {"done": done, "count": count}
        if spent < _SETTLED or not done:
            self._say(self._words.say("film_done", **told))
        else:
            left = seconds_said(self._words, _coarse(spent / done * (count - done)))
            self._say(self._words.say("film_left", **told, left=left))

    def _say(self, text: str) -> None:
        if text != self.line.text():
            self.line.setText(text)

    def _lay_out(self, look: Look) -> None:
        theme = look.theme
        self.setStyleSheet(
            _SHEET.format(
                trough=theme.colour("surface").name(),
                outline=theme.colour("outline").name(),
                accent=theme.colour("accent").name(),
                high=look.pixels(14),
            )
        )
        self.bar.setRange(0, self._making.reel.count)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._words.say("film_bar"))
        self.line.setWordWrap(True)
        self.cancel.setAccessibleDescription(self._words.say("film_cancel_help"))
        self.cancel.setToolTip(self._words.say("film_cancel_help"))
        layout = QVBoxLayout(self)
        for part in (self.bar, self.line, self.cancel):
            layout.addWidget(part)
        self.setMinimumWidth(look.pixels(_WIDTH))


def seconds_said(words: Words, seconds: float) -> str:
    """So many seconds, as one says it: 0.5 s, 12 s, 1 min 30 s."""
    if seconds < 10:
        return words.say("said_seconds", n=f"{seconds:.1f}".removesuffix(".0"))
    return time_said(words, seconds / 60)


def _coarse(seconds: float) -> float:
    """A guess, no finer than a guess is."""
    return float(round(seconds)) if seconds < 60 else 60.0 * round(seconds / 60)
