"""`hormoneviz render --until`: a film of the cell, without a window or a screen."""

from __future__ import annotations

import math
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.film.kinds import FASTEST, FILES, FPS, MOST_FPS, MOST_FRAMES, SPEED, Kind, kind_of
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import GivenUp, Wanted
from hormoneviz.shell.verbs.looks import known_level, known_theme, picture_size, possible_scale
from hormoneviz.shell.verbs.progress import CANCELLED, Progress
from hormoneviz.shell.verbs.simulate import minutes
from hormoneviz.simulation import units
from hormoneviz.simulation.scenario import Scenario


def is_film(options: Namespace) -> bool:
    """Whether a film is asked for, rather than a picture; BadInput where it is both."""
    given = [name for name in ("until", "speed", "fps", "start") if getattr(options, name) is not None]
    if options.at is not None and given:
        name = "from" if given[0] == "start" else given[0]
        raise BadInput("a picture has a moment (--at), a film goes on (--until): not both", file=f"--{name}")
    return options.at is None and bool(given or kind_of(options.out))


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
            with _ctrl_c(shoot.wanted), kind.write(options.out, shoot) as add:
                for number, picture in enumerate(shoot.pictures(), 1):
                    add(picture)
                    shoot.wanted.check()
                    progress.show(number / reel.count)
    except (KeyboardInterrupt, GivenUp):
        print("hormoneviz: cancelled, nothing written", file=sys.stderr)
        return CANCELLED
    return 0


@contextmanager
def _ctrl_c(wanted: Wanted) -> Iterator[None]:
    """Ctrl+C gives the film up between two frames: raised in the midst of a call of Qt, KeyboardInterrupt
    comes out as some other error.  A second one is raised at once."""

    def give_up(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        wanted.give_up()

    before = signal.signal(signal.SIGINT, give_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _kind(out: str) -> Kind:
    kind = kind_of(out)
    if kind is None:
        raise BadInput(
            f"a film is a folder/ of pictures (with the stroke), {', '.join(FILES)}",
            file=f"--out {out}",
        )
    return kind


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
