"""The body strip while a meal plays: what it costs a frame, beside the cell scene above it.

python -m benchmarks.strip [--short]

Time is that from the session's frame until the widget is painted. Sixty frames a second of film time follow
each other without a pause; the strip's clock is theirs, so its ten pictures a second fall where they would.
"""

from __future__ import annotations

import sys
from statistics import mean, median
from time import perf_counter

from PySide6.QtWidgets import QWidget

from benchmarks.report import Row, show
from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.application import application
from hormoneviz.views.body import strip as body
from hormoneviz.views.cell.view import CellView

STEP = 1 / 60
"""s of wall time a frame"""
SIZES = {(764, 80): (764, 440), (2300, 150): (2300, 1300)}
"""strip and scene, px: windows of 1280 x 720 and of 3840 x 2160"""


def main() -> None:
    frames = 150 if "--short" in sys.argv else 600
    app = application()
    rows: list[Row] = []
    for size, scene in SIZES.items():
        spent = _played(body.BodyStrip, size, frames)
        cell = mean(_played(CellView, scene, frames))
        busy = sorted(spent)[-frames // 6 :]
        rows += [
            (f"strip {size[0]}x{size[1]}, mean of all frames", f"{mean(spent):.2f} ms", "target 1 ms"),
            ("  a frame with new numbers, median", f"{median(busy):.2f} ms", ""),
            ("  beside the cell scene", f"{mean(spent) / cell:.2f}", f"scene {cell:.2f} ms"),
        ]
    show(f"Body strip: {frames} frames on {app.platformName()}", rows)


def _played(kind: type[QWidget], size: tuple[int, int], frames: int) -> list[float]:
    """ms of each frame."""
    clock = 1e9
    body.monotonic = lambda: clock  # type: ignore[assignment]  # the strip keeps to wall time: this is it
    session = Session(find_scenario("02-meal-inflamed"))
    widget = kind(session, Look.load("light"))  # type: ignore[call-arg]
    widget.resize(*size)
    widget.show()
    session.frame_changed.disconnect(widget.show_frame)  # type: ignore[attr-defined]
    session.seek(session.film.duration)
    session.seek(0.0)
    session.play()
    spent = []
    for _ in range(frames):
        clock += STEP
        session.advance(STEP)
        start = perf_counter()
        widget.show_frame(session.frame)  # type: ignore[attr-defined]
        application().processEvents()
        spent.append(1000 * (perf_counter() - start))
    session.pause()
    widget.close()
    return spent


if __name__ == "__main__":
    main()
