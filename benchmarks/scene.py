"""CPU time to paint the cell scene, as a ratio to a bare blit of its own background in the same process.

Absolute times depend on the machine; the ratio travels.  `tight` paints frame after frame into an image:
caches stay warm, the floor is very low, and a regression shows.  `paced` paints in a window every 16 ms, as
the program does:

    QT_QPA_PLATFORM=offscreen python -m benchmarks.scene --size 1920x1080 --vesicles 500
"""

from __future__ import annotations

from time import process_time, thread_time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.report import scene_options
from hormoneviz.look.look import Look
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.painter import CellPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hormoneviz.simulation.frame import Frame


class Stage(QWidget):
    """Paints the next frame every 16 ms; or only the background."""

    def __init__(self, scene: CellPainter, frames: list[Frame], bare: bool) -> None:
        super().__init__()
        self.scene, self.frames, self.bare = scene, frames, bare
        self.painted = 0
        self.resize(scene.places.width, scene.places.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.bare:
                painter.drawPixmap(0, 0, self.scene.background)
            else:
                self.scene.paint(painter, self.frames[self.painted % len(self.frames)])
        self.painted += 1


def tight(scene: CellPainter, frames: list[Frame]) -> tuple[list[float], list[float]]:
    """Seconds of CPU for each blit and each painting."""
    canvas = QImage(scene.places.width, scene.places.height, QImage.Format.Format_ARGB32_Premultiplied)
    blit, paint = [], []
    for frame in frames:
        with QPainter(canvas) as painter:
            start = thread_time()
            painter.drawPixmap(0, 0, scene.background)
            middle = thread_time()
            scene.paint(painter, frame)
            blit.append(middle - start)
            paint.append(thread_time() - middle)
    return blit, paint


def paced(scene: CellPainter, frames: list[Frame], bare: bool) -> float:
    """Mean seconds of CPU per frame of a window that repaints every 16 ms, event loop and all."""
    stage, loop, timer = Stage(scene, frames, bare), QEventLoop(), QTimer()
    stage.show()
    timer.timeout.connect(stage.update)
    timer.start(16)
    QTimer.singleShot(16 * len(frames), loop.quit)
    start = process_time()
    loop.exec()
    spent = process_time() - start
    timer.stop()
    stage.close()
    return spent / max(stage.painted, 1)


def main() -> None:
    options = scene_options(__doc__, frames=300)
    width, height = (int(part) for part in options.size.split("x"))
    app = QApplication([])
    scenario = Scenario(vesicles=options.vesicles, protocol=Protocol(kind="bath", insulin="100 nM"))
    film = Film(scenario)
    frames = [film.at(5.0 + k / 60.0) for k in range(options.frames)]
    scene = CellPainter(Look.load(), width, height, scenario.tissue, vesicles=options.vesicles)
    blit, paint = tight(scene, frames)
    print(f"{options.size}, {options.vesicles} vesicles, {scene.sprites.count} sprites, {len(frames)} frames")
    floor = float(np.median(blit))
    for name, times in (("blit", blit), ("scene", paint)):
        median, late = float(np.median(times)), float(np.percentile(times, 95))
        print(f"tight {name:6} median {1e3 * median:6.2f} ms ({median / floor:4.1f}x)", end="  ")
        print(f"p95 {1e3 * late:6.2f} ms ({late / floor:4.1f}x)")
    bare = paced(scene, frames, bare=True)
    full = paced(scene, frames, bare=False)
    print(f"paced blit   mean   {1e3 * bare:6.2f} ms")
    print(f"paced scene  mean   {1e3 * full:6.2f} ms ({full / bare:4.1f}x)")
    app.quit()


if __name__ == "__main__":
    main()
