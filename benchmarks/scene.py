"""How long the cell scene takes to paint, as a ratio to a bare blit of its own background in the same
process.

Absolute times depend on the machine; the ratio travels.  Run it offscreen:

    QT_QPA_PLATFORM=offscreen python benchmarks/scene.py --size 1920x1080 --vesicles 500
"""

from __future__ import annotations

import argparse
from time import perf_counter

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hormoneviz.look.look import Look
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.painter import CellPainter


def main() -> None:
    options = _options()
    width, height = (int(part) for part in options.size.split("x"))
    app = QGuiApplication([])
    scenario = Scenario(vesicles=options.vesicles, protocol=Protocol(kind="bath", insulin="100 nM"))
    film = Film(scenario)
    frames = [film.at(5.0 + k / 60.0) for k in range(options.frames)]
    scene = CellPainter(Look.load(), width, height, scenario.tissue, vesicles=options.vesicles)
    canvas = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    blit, paint = [], []
    for frame in frames:
        with QPainter(canvas) as painter:
            start = perf_counter()
            painter.drawPixmap(0, 0, scene.background)
            middle = perf_counter()
            scene.paint(painter, frame)
            blit.append(middle - start)
            paint.append(perf_counter() - middle)
    glucose = round(18 * frames[-1].values["glucose"])
    print(
        f"{width}x{height}, {options.vesicles} vesicles, {glucose} glucose outside, {options.frames} frames"
    )
    floor = float(np.median(blit))
    for name, times in (("bare blit", blit), ("cell scene", paint)):
        median, late = float(np.median(times)), float(np.percentile(times, 95))
        middle_of = f"median {1e3 * median:6.2f} ms ({median / floor:4.1f}x)"
        print(f"{name:10}  {middle_of}  p95 {1e3 * late:6.2f} ms ({late / floor:4.1f}x)")
    app.quit()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--size", default="1920x1080", help="of the scene, device pixels")
    parser.add_argument("--vesicles", type=int, default=500)
    return parser.parse_args()


if __name__ == "__main__":
    main()
