"""Frames as a person gets them: sixty times a second the film moves on, and each frame is timed until every
panel is painted and the display server has taken all of it.

Sixty times a second and no faster, because panels that renew themselves less often than the cell keep to
wall time: without pauses they would fall into fewer frames than they do in life.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time, sleep

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from benchmarks.open_window import Opened
from benchmarks.report import Row, percentile
from hormoneviz.shell.ticker import Ticker
from hormoneviz.views.cell import outside

RATE = 60.0
"""frames in a second"""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one frame took, ms: by the clock on the wall, and of the processor, all our threads together."""

    wall: float
    own: float


class Blit(QWidget):
    """The floor: a window that paints one picture of its own size and nothing else."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self.picture = picture
        self.painted = 0
        self.resize(picture.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self.picture)


def frame(work: Callable[[], object]) -> Spent:
    """Do something and let all of it be painted."""
    wall, own = perf_counter(), process_time()
    work()
    QGuiApplication.processEvents()
    QGuiApplication.sync()
    return Spent(1e3 * (perf_counter() - wall), 1e3 * (process_time() - own))


def at_pace(work: Callable[[], object], frames: int) -> list[Spent]:
    """So many frames of it, RATE in a second at most."""
    found, due = [], perf_counter()
    for _ in range(frames):
        found.append(frame(work))
        due = max(due + 1.0 / RATE, perf_counter())
        while (left := due - perf_counter()) > 0.0:
            sleep(left)
    return found


def playing(opened: Opened, frames: int) -> list[Spent]:
    """The film, from where it is; it goes on playing."""
    # The window's own clockwork would add frames of its own between ours.
    for ticker in opened.window.findChildren(Ticker):
        ticker.set_visible(False)
    opened.session.play()
    return at_pace(lambda: opened.session.advance(1.0 / RATE), frames)


def bare_blit(picture: QPixmap, frames: int) -> float:
    """Median ms of a window that only shows a picture as large as itself."""
    window = Blit(picture)
    window.show()
    while window.painted < 3:  # until the server has mapped it
        frame(window.update)
    found = at_pace(window.update, frames)
    window.close()
    return median(spent.wall for spent in found)


def best(rounds: int, measure: Callable[[], list[Spent]]) -> list[Spent]:
    """The round with the lowest 95th percentile: on a shared machine the others are somebody else's work."""
    return min(
        (measure() for _ in range(rounds)), key=lambda found: percentile([s.wall for s in found], 0.95)
    )


def rows(name: str, found: list[Spent], bare: float, target: str = "") -> list[Row]:
    """Frame times, on the wall and of the processor, in ms and as multiples of a bare blit."""
    wall, own = [s.wall for s in found], [s.own for s in found]
    return [
        (f"{name}, median", _told(median(wall), median(own), bare), ""),
        (f"{name}, p95", _told(percentile(wall, 0.95), percentile(own, 0.95), bare), target),
        (f"{name}, longest", _told(max(wall), max(own), bare), ""),
    ]


def _told(wall: float, own: float, bare: float) -> str:
    return f"{wall:.1f} ms  {wall / bare:.1f}x  CPU {own:.1f}"


def crowd(glucose: int) -> None:
    """Draw so many glucose outside in every scene made from now on; the program itself draws 160 at most."""
    outside.GLUCOSE_PER_MM = float(glucose)
    outside.KINDS = tuple(
        outside.Kind(k.emblem, glucose if k.emblem == "glucose" else k.most, k.left, k.right, k.anchor)
        for k in outside.KINDS
    )


def parsed(size: str) -> QSize:
    """1920x1080 as a size."""
    return QSize(*(int(part) for part in size.split("x")))
