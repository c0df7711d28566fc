"""`hormoneviz render --until`: a film of the cell, without a window or a screen."""

from __future__ import annotations

import math
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.film import animation, ffmpeg
from hormoneviz.shell.film.folder import folder
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add
from hormoneviz.shell.verbs.looks import known_level, known_theme, picture_size, possible_scale
from hormoneviz.shell.verbs.progress import CANCELLED, Progress
from hormoneviz.shell.verbs.simulate import minutes
from hormoneviz.simulation import units
from hormoneviz.simulation.scenario import Scenario

SPEED, FPS = 1.0, 30
FASTEST, MOST_FPS = 1000.0, 120
MOST_FRAMES = 100_000
"""as many as five digits can number; 55 minutes at 30 a second"""


@dataclass(frozen=True)
class _Kind:
    """A way of writing a film: what it takes, told before any work, and the writing itself."""

    check: Callable[[str, Reel], None]
    write: Callable[[str, Shoot], AbstractContextManager[Add]]


_FFMPEG = _Kind(ffmpeg.check, ffmpeg.through_ffmpeg)
_PILLOW = _Kind(animation.check, animation.animation)
_KINDS = {".mp4": _FFMPEG, ".webm": _FFMPEG, ".gif": _PILLOW, ".apng": _PILLOW}


def is_film(options: Namespace) -> bool:
    """Whether a film is asked for, rather than a picture; BadInput where it is both."""
    given = [name for name in ("until", "speed", "fps", "start") if getattr(options, name) is not None]
    if options.at is not None and given:
        name = "from" if given[0] == "start" else given[0]
        raise BadInput("a picture has a moment (--at), a film goes on (--until): not both", file=f"--{name}")
    return options.at is None and bool(given or _is_folder(options.out) or _suffix(options.out) in _KINDS)


def film(options: Namespace) -> int:
    """Write the film that the options ask for and return the exit status.

    Raises:
        BadInput: an option that does not fit, or a program that is needed and missing.
        OutputFailed: a file cannot be written; nothing half-written is left.
        SolverFailed: the scenario cannot be solved.
    """
    if options.titled:
        raise BadInput("a film is bare; words go round a picture (--at)", file="--titled")
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    kind = _kind(options.out)
    reel = _reel(scenario, options)
    kind.check(options.out, reel)
    try:
        with Progress("film") as progress:
            shoot = Shoot(reel)
            with kind.write(options.out, shoot) as add:
                for number, picture in enumerate(shoot.pictures(), 1):
                    add(picture)
                    progress.show(number / reel.count)
    except KeyboardInterrupt:
        print("hormoneviz: cancelled, nothing written", file=sys.stderr)
        return CANCELLED
    return 0


def _kind(out: str) -> _Kind:
    if _is_folder(out):
        return _Kind(_no_check, folder)
    if _suffix(out) not in _KINDS:
        raise BadInput(
            f"a film is a folder/ of pictures (with the stroke), {', '.join(_KINDS)}",
            file=f"--out {out}",
        )
    return _KINDS[_suffix(out)]


def _no_check(_out: str, _reel: Reel) -> None:
    """A folder of pictures needs nothing."""


def _is_folder(out: str) -> bool:
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def _suffix(out: str) -> str:
    return Path(out).suffix.lower()


def _reel(scenario: Scenario, options: Namespace) -> Reel:
    """What is to be filmed, everything a person can get wrong in it being told."""
    start, until = _span(scenario, options)
    speed = SPEED if options.speed is None else options.speed
    fps = FPS if options.fps is None else options.fps
    if not (math.isfinite(speed) and 0 < speed <= FASTEST):
        raise BadInput(
            f"expected more than 0, at most {FASTEST:g} minutes a second", file=f"--speed {speed:g}"
        )
    if not 1 <= fps <= MOST_FPS:
        raise BadInput(f"expected 1 to {MOST_FPS} frames a second", file=f"--fps {fps}")
    if (until - start) * fps / speed > MOST_FRAMES:
        raise BadInput(f"that makes more than {MOST_FRAMES} frames", file=f"--speed {speed:g}")
    size, theme, level = picture_size(options.size), known_theme(options.theme), known_level(options.level)
    scale = possible_scale(options.text_scale)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    return Reel(scenario, Look.load(theme, scale, level), size, start, until, speed, fps)


def _span(scenario: Scenario, options: Namespace) -> tuple[float, float]:
    """From and until when, min."""
    length = units.read(scenario.duration, "time")
    start = 0.0 if options.start is None else minutes(options.start, "--from")
    until = length if options.until is None else minutes(options.until, "--until")
    if until > length:
        raise BadInput(f"the scenario ends at {length:g} min", file=f"--until {options.until}")
    if start >= until:
        raise BadInput(f"expected less than the film's end, {until:g} min", file=f"--from {start:g}min")
    return start, until
