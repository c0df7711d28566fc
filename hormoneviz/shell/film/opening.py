"""Opening a film of ours: the scenario that it carries, and the moment with which it starts."""

from __future__ import annotations

from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.scenario_file import parse_scenario
from hormoneviz.shell.film import animation, ffmpeg
from hormoneviz.shell.film.reel import start_told
from hormoneviz.shell.picture import scenario_in
from hormoneviz.simulation.scenario import Scenario

SUFFIXES = (".mp4", ".webm", ".gif")
"""a film that is one file and no picture: an .apng is both"""


def is_film(path: Path) -> bool:
    """Whether that is to be opened as a film: a file by its ending, or any folder."""
    return path.suffix.lower() in SUFFIXES or path.is_dir()


def scenario_of_film(path: Path) -> tuple[Scenario, float]:
    """The scenario and the first moment (min) of a film, a folder of PNG included.

    Raises:
        BadInput: no film, none of ours, one whose scenario cannot be read; or ffmpeg (for .mp4, .webm) or
        Pillow (for .gif) is not there.
    """
    if path.is_dir():
        return _of_folder(path)
    note = (animation if path.suffix.lower() == ".gif" else ffmpeg).comment(path)
    if not note.startswith("# HormoneViz"):
        raise BadInput("this film carries no scenario", file=str(path))
    return parse_scenario(note, str(path)), start_told(note)


def _of_folder(path: Path) -> tuple[Scenario, float]:
    try:
        first = min(path.glob("*.png"), default=None)
    except OSError as error:
        raise BadInput(error.strerror or str(error), file=str(path)) from error
    if first is None:
        raise BadInput("there is no film in this folder: no PNG", file=str(path))
    return scenario_in(first)
