"""`hormoneviz render`: a picture of the cell at one moment, without a window or a screen."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from pathlib import Path

from PySide6.QtCore import QSize

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.picture import picture, png
from hormoneviz.shell.verbs.looks import known_level, known_theme, possible_scale
from hormoneviz.shell.verbs.simulate import minutes
from hormoneviz.simulation.film import Film

SMALLEST, LARGEST = 200, 8192


def render(options: Namespace) -> int:
    """Write the picture that the options ask for and return the exit status."""
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    time, size = minutes(options.at, "--at"), _size(options.size)
    theme, scale = known_theme(options.theme), possible_scale(options.text_scale)
    level = known_level(options.level)
    if Path(options.out).suffix.lower() != ".png":
        raise BadInput("this version writes .png pictures", file=f"--out {options.out}")
    film = Film(scenario)
    if time > film.duration:
        raise BadInput(f"the scenario ends at {film.duration:g} min", file=f"--at {options.at}")
    frame = film.at(time)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    look = Look.load(theme, scale, level)
    write_whole(options.out, png(picture(frame, size, look, scenario), scenario, time))
    return 0


def _size(text: str) -> QSize:
    found = re.fullmatch(r"(\d+)\s*[xX×]\s*(\d+)", text.strip())
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise BadInput(
            f"expected a size such as 1920x1080, {SMALLEST} to {LARGEST} each way", file=f"--size {text}"
        )
    return QSize(width, height)
