"""A lecture while a beat plays: the hall alone, and with the presenter's desk and its mirror beside.

xvfb-run -s "-screen 0 3840x2160x24" python -m benchmarks.hall [--size 3840x2160] [--short]

A frame is timed from one step of the session until everything is painted and taken by the server (paced.py);
the same for a window that only blits a picture of the hall's size is the floor.  The desk looks at the hall
four times a second, and such a frame is the longest.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from benchmarks.paced import RATE, Spent, at_pace, bare_blit, best, load, parsed, rows
from benchmarks.report import Row, show, window_options
from hormoneviz.exchange.library import library
from hormoneviz.exchange.stories.library import story_path
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.lecture.lecture import Lecture
from hormoneviz.shell.taste import Taste
from hormoneviz.shell.ticker import Ticker

STORY = "02-the-rusty-lock"
BEATS = {"the whole cell beside a plot": 6, "near the membrane beside a plot": 2}
"""what plays in each, and its number from 0"""
TARGETS = {"1920x1080": "< 16.7 ms", "3840x2160": "< 33 ms"}


def main() -> None:
    options = window_options(__doc__)
    size, rounds = parsed(options.size), 1 if options.short else options.rounds
    held = opened(size)
    bare = bare_blit(held.hall.view.grab(), 60)
    frames = 90 if options.short else 240
    found: list[Row] = []
    for desk in (False, True):
        held.desk.setVisible(desk)
        _still(held)
        for name, beat in BEATS.items():
            title = f"{name}, with the desk" if desk else name
            spent = best(rounds, lambda beat=beat: played(held, beat, frames))  # type: ignore[misc]
            found += rows(title, spent, bare, TARGETS.get(options.size, ""))
    show(f"Hall: {options.size} on {held.hall.screen().name()}, bare blit {bare:.1f} ms, {load()}", found)
    held.desk.close()


def opened(size: QSize) -> Lecture:
    """Both windows on one screen, the hall as large as asked for."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="hormoneviz-benchmark-")
    app, taste = application(), Taste("light")
    dress(app, taste.look())
    held = Lecture(story_path(STORY), taste, "projector", library())
    held.hall.resize(size)
    held.desk.resize(1280, 860)
    held.hall.show()
    held.desk.show()
    for _ in range(10):
        app.processEvents()
        QGuiApplication.sync()
    return held


def _still(held: Lecture) -> None:
    """The window's own clockwork would add frames of its own between ours."""
    for ticker in held.desk.findChildren(Ticker):
        ticker.set_visible(False)
        ticker.set_seen_elsewhere(False)


def played(held: Lecture, beat: int, frames: int) -> list[Spent]:
    """A beat from its beginning, again and again."""
    held.lesson.jump(beat)
    at_pace(lambda: held.session.advance(1.0 / RATE), 60)  # until the camera is there, and the picture sharp
    steps = _steps(held)
    return at_pace(lambda: next(steps), frames)


def _steps(held: Lecture) -> Iterator[None]:
    while True:
        if not held.session.is_playing:
            held.session.seek(held.lesson.stage.start)
            held.session.play()
        held.session.advance(1.0 / RATE)
        yield


if __name__ == "__main__":
    main()
