"""A film as .gif or .apng, by Pillow: an optional extra, imported only here, when asked for.

Pillow keeps every frame in memory until it writes them, so that such films are short or small.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from io import BufferedWriter, FileIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import whole_file
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add, Wanted
from hormoneviz.shell.picture import labels

BYTES = {".gif": 1, ".apng": 3}
"""kept for each pixel of each frame"""
ROOM = 1_500_000_000
"""bytes that may be kept"""
TICK = {".gif": 10, ".apng": 1}
"""ms; the unit in which a frame's time is told"""
MOST_GIF = 50
"""frames a second; players slow down what is faster"""
COLOURS = 255
SAMPLES, SAMPLE_WIDTH = 6, 480
"""frames by which the colours of a GIF are chosen, and how wide they are looked at (px)"""
RAW = "BGRX" if sys.byteorder == "little" else "XRGB"
"""how 32 bits of Qt lie in memory"""


def is_there() -> bool:
    """Whether Pillow is installed."""
    return find_spec("PIL") is not None


def room(kind: str, reel: Reel) -> int:
    """How many bytes Pillow will hold for a film of that kind."""
    return reel.count * reel.size.width() * reel.size.height() * BYTES[kind]


def check(out: str, reel: Reel) -> None:
    """Raises BadInput where Pillow is not there, or could not hold such a film."""
    imaging(out)
    kind = Path(out).suffix.lower()
    if kind == ".gif" and reel.fps > MOST_GIF:
        raise BadInput(f"a .gif has at most {MOST_GIF} frames a second", file=f"--fps {reel.fps}")
    held = room(kind, reel)
    if held > ROOM:
        raise BadInput(
            f"{reel.count} frames are {held / 1e9:.1f} GB in memory, and {kind} may take {ROOM / 1e9:g} GB: "
            "a smaller --size or --fps, or .mp4, or a folder/",
            file=f"--out {out}",
        )


@contextmanager
def animation(out: str, shoot: Shoot) -> Iterator[Add]:
    """Write the film by Pillow, at the end of the block.

    Raises:
        BadInput: there is no Pillow.
        OutputFailed: the file cannot be written.
    """
    pillow, kind = imaging(out), Path(out).suffix.lower()
    frames: list[Any] = []
    palette = _palette(pillow, shoot) if kind == ".gif" else None

    def add(image: QImage) -> None:
        frame = _frame(pillow, image)
        frames.append(frame.quantize(palette=palette, dither=pillow.Dither.NONE) if palette else frame)

    with whole_file(out) as part:
        yield add
        told = _told_in_gif(shoot.reel) if kind == ".gif" else _told_in_png(shoot.reel)
        lasting = durations(shoot.reel, TICK[kind])
        others = _Frames(frames[1:], shoot.wanted)
        with _Asking(part, shoot.wanted) as file:
            frames[0].save(file, save_all=True, append_images=others, duration=lasting, loop=0, **told)


class _Asking(BufferedWriter):
    """A file that is written only while the film is wanted: Pillow takes its time at the end."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        super().__init__(FileIO(path, "wb"))
        self._wanted = wanted

    def write(self, data: Any) -> int:
        self._wanted.check()
        return super().write(data)


class _Frames(list[Any]):
    """Frames that can be gone through, more than once, while the film is wanted."""

    def __init__(self, frames: list[Any], wanted: Wanted) -> None:
        super().__init__(frames)
        self._wanted = wanted

    def __iter__(self) -> Iterator[Any]:
        for frame in super().__iter__():
            self._wanted.check()
            yield frame


def comment(path: Path) -> str:
    """What a .gif says of itself; empty where it says nothing.

    Raises:
        BadInput: there is no Pillow, or it cannot read that.
    """
    if not is_there():
        needed = "a .gif is opened by Pillow, which is not installed: pip install 'hormoneviz[film]'"
        raise BadInput(needed, file=str(path))
    try:
        with imaging("").open(path, formats=("GIF",)) as image:
            told = image.info.get("comment", b"")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        reason = getattr(error, "strerror", None) or "this is no GIF"
        raise BadInput(reason, file=str(path)) from error
    return told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)


def durations(reel: Reel, tick: int) -> list[int]:
    """How long each frame is shown, ms: whole ticks, which together never stray from the film's own time."""
    ends = [round(1000 * number / reel.fps / tick) * tick for number in range(reel.count + 1)]
    return [after - before for before, after in pairwise(ends)]


def imaging(out: str) -> Any:
    """PIL.Image; BadInput where Pillow is not installed."""
    try:
        return import_module("PIL.Image")
    except ImportError:
        raise BadInput(
            "this needs Pillow, which is not installed: pip install 'hormoneviz[film]'", file=f"--out {out}"
        ) from None


def _frame(pillow: Any, image: QImage) -> Any:
    size = image.width(), image.height()
    return pillow.frombytes("RGB", size, bytes(image.constBits()), "raw", RAW)


def _palette(pillow: Any, shoot: Shoot) -> Any:
    """The same colours for the whole film, so that nothing shimmers: those of frames all along it."""
    last = shoot.reel.count - 1
    numbers = sorted({round(last * sample / (SAMPLES - 1)) for sample in range(SAMPLES)})
    unmixed = Qt.TransformationMode.FastTransformation
    seen = [_frame(pillow, shoot.picture(n).scaledToWidth(SAMPLE_WIDTH, unmixed)) for n in numbers]
    sheet = pillow.new("RGB", (SAMPLE_WIDTH, seen[0].height * len(seen)))
    for place, frame in enumerate(seen):
        sheet.paste(frame, (0, place * frame.height))
    # By how far apart the colours are, not by how common: a molecule is few pixels, and its colour tells it.
    return sheet.quantize(COLOURS, method=pillow.Quantize.MAXCOVERAGE, kmeans=2)


def _told_in_gif(reel: Reel) -> dict[str, Any]:
    return {"format": "GIF", "comment": reel.note.encode("utf-8"), "optimize": False}


def _told_in_png(reel: Reel) -> dict[str, Any]:
    texts = import_module("PIL.PngImagePlugin").PngInfo()
    for key, text in {**labels(reel.scenario), "Time": f"{reel.start:.6g} min"}.items():
        texts.add_itxt(key, text)
    return {"format": "PNG", "pnginfo": texts, "compress_level": 4}
