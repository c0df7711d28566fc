"""Kinds of film: what each takes and who writes it, and what no film may exceed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from hormoneviz.shell.film import animation, ffmpeg
from hormoneviz.shell.film.folder import folder
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add

SPEED, FPS = 1.0, 30
"""minutes of the cell in a second of film, and frames a second, where nobody says"""
FASTEST, MOST_FPS = 1000.0, 120
MOST_FRAMES = 100_000
"""as many as five digits can number; 55 minutes at 30 a second"""


@dataclass(frozen=True)
class Kind:
    """A way of writing a film."""

    check: Callable[[str, Reel], None]
    """raises BadInput, before any work, where the film cannot be written so"""
    write: Callable[[str, Shoot], AbstractContextManager[Add]]
    needs: str = ""
    """what has to be installed, ffmpeg or Pillow; empty for nothing"""

    @property
    def possible(self) -> bool:
        """Whether what it needs is there now."""
        there = {"ffmpeg": ffmpeg.is_there, "Pillow": animation.is_there}.get(self.needs)
        return there is None or there()


def _no_check(_out: str, _reel: Reel) -> None:
    """A folder of pictures needs nothing."""


FOLDER = Kind(_no_check, folder)
_FFMPEG = Kind(ffmpeg.check, ffmpeg.through_ffmpeg, "ffmpeg")
_PILLOW = Kind(animation.check, animation.animation, "Pillow")
FILES = {".mp4": _FFMPEG, ".webm": _FFMPEG, ".gif": _PILLOW, ".apng": _PILLOW}
"""those that are one file, by its ending"""


def is_folder(out: str) -> bool:
    """Whether a folder is meant."""
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def kind_of(out: str) -> Kind | None:
    """The kind of film that is meant by a path; None where it says none."""
    return FOLDER if is_folder(out) else FILES.get(Path(out).suffix.lower())
