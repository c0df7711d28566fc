"""The whole window while it plays, when something is toggled, and while it rests.

xvfb-run -s "-screen 0 1920x1080x24" python -m benchmarks.window [--short]

`work` is the time from one step of the session until everything is painted and handed to the server, frame
after frame without a pause; the same for a window that only blits a picture of its size is the floor.
`interval` is what a person gets: the time between two paintings of the cell while the program plays itself.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter, process_time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from benchmarks.open_window import Opened, open_window
from benchmarks.report import Row, milliseconds, percentile, show
from hormoneviz.simulation.scenario import Protocol, Scenario

SCENARIO = Scenario(tissue="fat", protocol=Protocol("bath", insulin="100 nM"))
STEP = 1 / 60
"""s of wall time a frame"""


class Blit(QWidget):
    """The floor: a window that paints one pixmap."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self.picture = picture
        self.resize(picture.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self.picture)


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
    frames, seconds = (150, 3.0) if "--short" in sys.argv else (900, 10.0)
    opened = open_window(SCENARIO)
    size = f"{opened.window.width()}x{opened.window.height()}"
    title = f"Window: {size} on {opened.app.platformName()}, {SCENARIO.vesicles} vesicles"
    rows = [*playing(opened, frames), *pace(opened, seconds), *toggles(opened), *resting(opened, seconds)]
    show(title, rows)
    opened.window.close()


def playing(opened: Opened, frames: int) -> list[Row]:
    """Frame after frame, as fast as it goes, beside the bare blit."""
    session = opened.session
    blit = Blit(opened.window.grab())
    blit.show()
    floor = [_work(blit.update) for _ in range(frames)]
    blit.close()
    session.seek(5.0)
    session.play()
    spent = [_work(lambda: session.advance(STEP)) for _ in range(frames)]
    session.pause()
    wall, cpu = ([1000 * sample[i] for sample in spent] for i in (0, 1))
    bare = 1000 * median(sample[0] for sample in floor)
    return [
        ("work a frame, median", f"{median(wall):.1f} ms", ""),
        ("work a frame, p95", f"{percentile(wall, 0.95):.1f} ms", "< 16.7 ms"),
        ("own CPU a frame, median", f"{median(cpu):.1f} ms", ""),
        ("bare blit of the same size", f"{bare:.1f} ms", ""),
        ("work / bare blit", f"{median(wall) / bare:.1f}", ""),
    ]


def _work(step) -> tuple[float, float]:
    """Wall and CPU seconds until a step is painted."""
    wall, cpu = perf_counter(), process_time()
    step()
    QGuiApplication.processEvents()
    QGuiApplication.sync()
    return perf_counter() - wall, process_time() - cpu


def pace(opened: Opened, seconds: float) -> list[Row]:
    """By its own clockwork."""
    opened.session.seek(5.0)
    watch = Watch(opened.window.centralWidget().main)  # type: ignore[attr-defined]
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
