"""Memory of the window over many frames: it has to be flat, because a kiosk runs for weeks.

QT_QPA_PLATFORM=offscreen python -m benchmarks.memory [--short]      (Linux: reads /proc)
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize

from benchmarks.open_window import open_window
from benchmarks.report import show
from hormoneviz.simulation.scenario import Scenario

SAMPLES = 40
WARM = 10
"""samples not counted: caches and the film itself still fill"""


def main() -> None:
    frames = 2_000 if "--short" in sys.argv else 20_000
    opened = open_window(Scenario(), QSize(1280, 720))
    session = opened.session
    session.seek(session.film.duration)
    session.set_speed(60.0)
    sizes = []
    for _ in range(SAMPLES):
        for _ in range(frames // SAMPLES):
            session.play()  # starts over at the end
            session.advance(0.01)
            opened.settle()
        gc.collect()
        sizes.append(resident())
    session.pause()
    kept = np.array(sizes[WARM:])
    slope = np.polyfit(np.arange(len(kept)) * (frames / SAMPLES), kept, 1)[0]
    rows = [
        ("resident at the start and the end", f"{sizes[0] / 1e6:.1f} -> {sizes[-1] / 1e6:.1f} MB", ""),
        ("growth a frame, once warm", f"{slope:.0f} bytes", "flat: 0, give or take the noise"),
    ]
    show(f"Memory over {frames} frames", rows)
    opened.window.close()


def resident() -> int:
    """Bytes of memory that are really there."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
