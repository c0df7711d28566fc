"""The whole window while it plays, when something is toggled, and while it rests.

xvfb-run -s "-screen 0 3840x2160x24" python -m benchmarks.window [--size 3840x2160] [--short]

A frame is timed from one step of the session until everything is painted and taken by the server, sixty in a
second (paced.py); the same for a window that only blits a picture of its size is the floor.
`interval` is what a person gets: the time between two paintings of the cell while the program plays itself.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter, process_time

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from benchmarks.open_window import Opened, open_window
from benchmarks.paced import bare_blit, best, crowd, parsed, playing, rows
from benchmarks.report import Row, milliseconds, percentile, show, window_options
from hormoneviz.exchange.find import find_scenario
from hormoneviz.shell.ticker import Ticker
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views.cell.view import CellView

TARGETS = {"1920x1080": "< 16.7 ms", "3840x2160": "< 33 ms"}
"""for the 95th percentile of a frame"""


class Watch(QObject):
    """Notes when a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.moments: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.moments.append(perf_counter())
        return False


def main() -> None:
    options = window_options(__doc__)
    crowd(options.glucose)
    opened = open_window(busy(options.vesicles), parsed(options.size))
    # The floor of the whole size, however small a part of it a frame of ours renews.
    bare = bare_blit(opened.window.grab(), 60)
    frames, seconds, rounds = (90, 2.0, 1) if options.short else (600, 10.0, options.rounds)
    found = [*one_cell(opened, frames, rounds, bare, TARGETS.get(options.size, ""))]
    if options.size == "1920x1080":
        found += [*two_cells(opened, frames, rounds, bare), *pace(opened, seconds)]
        found += [*toggles(opened), *resting(opened, seconds)]
    title = f"Window: {options.size} on {opened.app.platformName()}, {options.vesicles} vesicles, "
    show(f"{title}{options.glucose} glucose, bare blit {bare:.1f} ms", found)
    opened.window.close()


def busy(vesicles: int) -> Scenario:
    """A meal, with as much to draw as there can be: glucose, fatty acids, alarm signals, plots."""
    return replace(find_scenario("02-meal-inflamed"), vesicles=vesicles)


def one_cell(opened: Opened, frames: int, rounds: int, bare: float, target: str) -> list[Row]:
    """The film playing in the whole window."""
    opened.session.seek(30.0)
    playing(opened, 30)
    return rows("playing", best(rounds, lambda: playing(opened, frames)), bare, target)


def two_cells(opened: Opened, frames: int, rounds: int, bare: float) -> list[Row]:
    """The same beside the healthy twin."""
    opened.session.set_twin("healthy")
    playing(opened, 60)
    found = rows("twins", best(rounds, lambda: playing(opened, frames)), bare, "< 25 ms")
    opened.session.set_twin("")
    return found


def pace(opened: Opened, seconds: float) -> list[Row]:
    """By its own clockwork."""
    for ticker in opened.window.findChildren(Ticker):
        ticker.set_visible(True)
    opened.session.seek(30.0)
    watch = Watch(opened.window.findChild(CellView))
    opened.session.play()
    _wait(seconds)
    opened.session.pause()
    between = [1000 * (b - a) for a, b in zip(watch.moments, watch.moments[1:], strict=False)]
    return [
        ("interval while playing, median", f"{median(between):.1f} ms", "16.7 ms is 60 a second"),
        ("interval while playing, p95", f"{percentile(between, 0.95):.1f} ms", ""),
    ]


def toggles(opened: Opened) -> list[Row]:
    """From the call of the verb until everything that changed is painted."""
    session = opened.session
    loads = iter([i / 100 for i in range(10, 90)])

    def toggle() -> None:
        session.set_state("load", next(loads))
        opened.settle()

    found = []
    for time in (0.0, 30.0):
        spent = milliseconds(toggle, 9, before=lambda time=time: (session.seek(time), opened.settle()))
        found.append((f"toggle at {time:g} min to its pixels", f"{spent:.0f} ms", "< 100 ms"))
    return found


def resting(opened: Opened, seconds: float) -> list[Row]:
    """Paused, with nobody at the mouse."""
    opened.session.pause()
    opened.settle()
    start = process_time()
    _wait(seconds)
    share = (process_time() - start) / seconds
    return [(f"paused for {seconds:g} s", f"{share:.2%} CPU", "< 1 %")]


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
