"""CPU time and memory of the cell scene through its camera, as ratios to a bare blit of the whole background
in the same process.

`sharp` is a camera at rest, `soft` one on its way (what there is, drawn at another size), `calm` the
densities of a fast film; `focus` is what a sharp picture costs once, when the camera comes to rest:

    QT_QPA_PLATFORM=offscreen python -m benchmarks.camera --size 1920x1080 --vesicles 2000
"""

from __future__ import annotations

import resource
from time import thread_time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.report import scene_options
from hormoneviz.look.look import Look
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.camera import MEMBRANE, NEAREST, WHOLE, Camera, centred
from hormoneviz.views.cell.lens import Lens

if TYPE_CHECKING:
    from hormoneviz.simulation.frame import Frame

ON_THE_WAY = 1.3
"""times farther than the sharp picture, which is then drawn smaller"""


def paint(lens: Lens, frames: list[Frame], camera: Camera, canvas: QImage) -> float:
    """Median seconds of CPU for a frame."""
    times = []
    for frame in frames:
        with QPainter(canvas) as painter:
            start = thread_time()
            lens.paint(painter, frame, camera)
            times.append(thread_time() - start)
    return float(np.median(times))


def blit(lens: Lens, canvas: QImage) -> float:
    """Median seconds of CPU for the whole background."""
    times = []
    for _ in range(50):
        with QPainter(canvas) as painter:
            start = thread_time()
            painter.drawPixmap(0, 0, lens.whole.background)
            times.append(thread_time() - start)
    return float(np.median(times))


def memory() -> float:
    """MB at the most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def main() -> None:
    options = scene_options(__doc__, frames=100)
    width, height = (int(part) for part in options.size.split("x"))
    app = QApplication([])
    scenario = Scenario(vesicles=options.vesicles, protocol=Protocol(kind="bath", insulin="100 nM"))
    film = Film(scenario)
    frames = [film.at(5.0 + k / 60.0) for k in range(options.frames)]
    lens = Lens(Look.load(), QSizeF(width, height), scenario, 1.0)
    canvas = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    paint(lens, frames[:1], WHOLE, canvas)
    floor, before = blit(lens, canvas), memory()
    print(f"{options.size}, {options.vesicles} vesicles: bare blit {1e3 * floor:.2f} ms")

    def report(name: str, seconds: float) -> None:
        print(f"{name:20} {1e3 * seconds:7.2f} ms ({seconds / floor:5.1f}x)")

    report("whole", paint(lens, frames, WHOLE, canvas))
    lens.set_manner(calm=True, fades=False)
    report("whole, calm", paint(lens, frames, WHOLE, canvas))
    lens.set_manner(calm=False, fades=False)
    for name, camera in (("membrane", MEMBRANE), ("vesicle", centred(0.70, 0.45, NEAREST))):
        start = thread_time()
        lens.focus(camera)
        report(f"{name}, focus", thread_time() - start)
        report(f"{name}, sharp", paint(lens, frames, camera, canvas))
        back = centred(camera.x, camera.y, camera.zoom / ON_THE_WAY)
        report(f"{name}, soft", paint(lens, frames, back, canvas))
        print(f"{name:20} {memory() - before:+7.0f} MB")
    app.quit()


if __name__ == "__main__":
    main()
