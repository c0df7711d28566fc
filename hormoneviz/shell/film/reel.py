"""Reel: which moments of a scenario a film shows, and its pictures, each a pure function of its number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from hormoneviz.look.look import Look
from hormoneviz.session.clock import scale_in_words
from hormoneviz.shell.film.writing import Wanted
from hormoneviz.shell.picture import labels
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.cell.flow import FAST
from hormoneviz.views.cell.painter import CellPainter

_MOMENTS = re.compile(r"^# (\d+(?:\.\d+)?(?:e[+-]\d+)?) to \S+ min, ", re.MULTILINE)
"""as `Reel.note` says them"""


@dataclass(frozen=True)
class Reel:
    """From and until when (min), how fast (minutes of the cell in a second of film), frames a second, pixels,
    and the look."""

    scenario: Scenario
    look: Look
    size: QSize
    start: float
    until: float
    speed: float
    fps: int

    @property
    def count(self) -> int:
        """How many frames; the last one shows `until`, or less than one frame's time before."""
        return math.floor((self.until - self.start) * self.fps / self.speed + 1e-9) + 1

    def time(self, number: int) -> float:
        """What frame `number`, counted from 0, shows, min."""
        return min(self.start + number * self.speed / self.fps, self.until)

    @property
    def note(self) -> str:
        """What the film says of itself: a scenario file with remarks above it."""
        texts = labels(self.scenario)
        pace = f"{scale_in_words(self.speed)}, {self.fps} frames a second"
        remarks = [texts["Software"], f"{self.start:g} to {self.until:g} min, {pace}"]
        if "Evidence" in texts:
            remarks.append(f"Evidence: {texts['Evidence']}")
        return "".join(f"# {remark}\n" for remark in remarks) + texts["Scenario"]


def start_told(note: str) -> float:
    """From when a film is, min, by the note that it carries; 0 where that does not say."""
    found = _MOMENTS.search(note)
    return float(found[1]) if found else 0.0


class Shoot:
    """The pictures of a reel; in any order, each is the same."""

    def __init__(self, reel: Reel) -> None:
        """Raises SolverFailed, as every picture may, if the scenario cannot be solved that far."""
        self.reel = reel
        self.wanted = Wanted()
        self._film = Film(reel.scenario)
        size = reel.size
        self._scene = CellPainter.for_scenario(reel.look, size.width(), size.height(), reel.scenario)
        # As the window plays it: too fast for the eye to follow a vesicle, densities are drawn.
        self._scene.calm = reel.speed >= FAST

    def picture(self, number: int) -> QImage:
        """Frame `number`, in 32 bits a pixel."""
        image = QImage(self.reel.size, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            self._scene.paint(painter, self._film.at(self.reel.time(number)))
        return image

    def pictures(self) -> Iterator[QImage]:
        """All of them in turn."""
        return map(self.picture, range(self.reel.count))
