"""A film as a folder of numbered PNG, which needs nothing else and from which any program makes films."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from hormoneviz.exchange.files import whole_folder
from hormoneviz.shell.film.reel import Shoot
from hormoneviz.shell.film.writing import Add
from hormoneviz.shell.picture import encoded, labels

QUICK = 85
"""Qt's word for zlib's level 1: a tenth larger than the usual, in half the time"""
MOST_THREADS = 4


@contextmanager
def folder(out: str, shoot: Shoot) -> Iterator[Add]:
    """Write frame-00000.png and so on, each with scenario and moment inside; all of them or none.

    Raises:
        OutputFailed: the folder is not empty, or cannot be written.
    """
    with whole_folder(out) as place, _Pressed(place, shoot) as pressed:
        yield pressed.add


class _Pressed:
    """Presses and writes pictures in threads (Qt lets go of Python meanwhile): painting takes a twentieth of
    the time that pressing does."""

    def __init__(self, place: Path, shoot: Shoot) -> None:
        self._place, self._reel, self._texts = place, shoot.reel, labels(shoot.reel.scenario)
        self._count = 0
        self._threads = min(os.cpu_count() or 1, MOST_THREADS)
        self._pool = ThreadPoolExecutor(self._threads)
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> _Pressed:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            while self._waiting and kind is None:
                self._waiting.popleft().result()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def add(self, image: QImage) -> None:
        """Take the next picture; waits where too many would pile up in memory."""
        if len(self._waiting) > self._threads:
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(self._press, image, self._count))
        self._count += 1

    def _press(self, image: QImage, number: int) -> None:
        data = encoded(image, self._texts, self._reel.time(number), QUICK)
        (self._place / f"frame-{number:05}.png").write_bytes(data)
