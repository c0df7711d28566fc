"""`hormoneviz render`: a picture of the cell at one moment (PNG, SVG, PDF; `--titled`: with what it shows in
words), or a film, without a window or a screen."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.sheet.sheet import WRITERS, sheet_bytes, sheet_of
from hormoneviz.shell.verbs.film import film, is_film
from hormoneviz.shell.verbs.looks import known_level, known_theme, picture_size, possible_scale
from hormoneviz.shell.verbs.simulate import minutes
from hormoneviz.simulation.film import Film


def render(options: Namespace) -> int:
    """Write the picture or film that the options ask for and return the exit status."""
    if is_film(options):
        return film(options)
    scenario = apply_settings(find_scenario(options.scenario), options.settings)
    if options.at is None:
        raise BadInput("needs --at 20min for a picture, or --until 20min for a film", file="render")
    time, size = minutes(options.at, "--at"), picture_size(options.size)
    theme, scale = known_theme(options.theme), possible_scale(options.text_scale)
    level = known_level(options.level)
    suffix = Path(options.out).suffix.lower()
    if suffix not in WRITERS:
        raise BadInput("a picture at one moment is a .png, .svg or .pdf", file=f"--out {options.out}")
    course = Film(scenario)
    if time > course.duration:
        raise BadInput(f"the scenario ends at {course.duration:g} min", file=f"--at {options.at}")
    frame = course.at(time)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    look = Look.load(theme, scale, level)
    sheet = sheet_of(size, frame, scenario, look, titled=options.titled)
    write_whole(options.out, sheet_bytes(sheet, suffix))
    return 0
