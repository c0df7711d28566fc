"""How fast a film is written: 20 s of 1920x1080 at 30 frames a second, beside the time it plays.

python -m benchmarks.render_film [--short]

Painted alone (into memory that is thrown away), then as a folder of PNG; as .mp4 and .webm where there is an
ffmpeg on the PATH; as .gif and .apng where there is Pillow, smaller where it could not hold such a film.
What comes before the first frame (solving, the still ground) and after the last counts too.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from benchmarks.report import Row, show
from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.film import animation
from hormoneviz.shell.film.ffmpeg import through_ffmpeg
from hormoneviz.shell.film.folder import folder
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add

Way = Callable[[str, Shoot], AbstractContextManager[Add]]
FPS, TARGET = 30, "0.5"
SIZE = QSize(1920, 1080)


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    seconds = 2 if "--short" in sys.argv else 20
    until = seconds - 1 / FPS  # so that there are whole seconds of frames
    reel = Reel(find_scenario("02-meal-inflamed"), Look.load("light"), SIZE, 0.0, until, 1.0, FPS)
    ways: dict[str, Way] = {"painted, kept nowhere": _nowhere, "PNG/": folder}
    if shutil.which("ffmpeg"):
        ways |= {"film.mp4": through_ffmpeg, "film.webm": through_ffmpeg}
    if animation.is_there():
        ways |= {"film.gif": animation.animation, "film.apng": animation.animation}
    rows: list[Row] = [("", "frames/s", f"of real time (target {TARGET})")]
    for name, way in ways.items():
        size = _fitting(name, reel)
        rate = _rate(name, way, replace(reel, size=size))
        title = name if size == SIZE else f"{name}, {size.width()}x{size.height()}"
        rows.append((title, f"{rate:.1f}", f"{rate / FPS:.2f}"))
    show(f"A film of {seconds} s, 1920x1080, {FPS} frames a second; {os.cpu_count()} cores", rows)


def _fitting(name: str, reel: Reel) -> QSize:
    """The size of the film, halved until Pillow may hold it."""
    size, kind = reel.size, Path(name).suffix
    while kind in animation.BYTES and animation.room(kind, replace(reel, size=size)) > animation.ROOM:
        size = size / 2
    return size


def _rate(name: str, way: Way, reel: Reel) -> float:
    """Frames a second, everything counted."""
    with TemporaryDirectory() as place:
        start = perf_counter()
        shoot = Shoot(reel)
        with way(str(Path(place) / name), shoot) as add:
            for picture in shoot.pictures():
                add(picture)
        return reel.count / (perf_counter() - start)


@contextmanager
def _nowhere(_out: str, _shoot: Shoot) -> Iterator[Add]:
    def forget(image: QImage) -> None:
        image.constBits()

    yield forget


if __name__ == "__main__":
    main()
