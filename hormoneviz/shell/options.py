"""What each verb of the command line can be told; `commandline` runs them.

Nothing here is imported from the verbs: `--help` is to be there at once.
"""

from __future__ import annotations

import argparse

THEMES = "light, dark, projector or contrast"
LEVELS = "basics, mechanism or molecular"
"""said here because reading them from their files would bring Qt into `--help`; a test compares"""


def explore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="a scenario file, or a shipped one's name"
    )
    parser.add_argument(
        "--scenario", dest="named", metavar="SCENARIO", help="the same as SCENARIO without the option"
    )
    parser.add_argument("--theme", help=f"{THEMES}; remembered otherwise, or as the system has it")
    parser.add_argument("--level", help=f"how deep the words go: {LEVELS}; remembered otherwise")
    parser.add_argument("--text-scale", type=float, metavar="1.0", help="size of all text, 1.0 to 2.0")
    parser.add_argument(
        "--low-graphics",
        action="store_true",
        help="plain pictures for slow computers; the same facts and labels",
    )
    parser.add_argument("--touch", action="store_true", help="everything large enough for a finger")


def _scenario(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario file, or the name of a shipped one")
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="change one value of the scenario, or a parameter; may be repeated",
    )


def simulate(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--until", metavar="120min", help="how long (default: the scenario's duration)")
    parser.add_argument("--every", metavar="1min", help="time between rows (default 1 min; calendar 1 d)")
    parser.add_argument(
        "--calendar", action="store_true", help="weeks of the body (default 52wk) instead of one experiment"
    )
    parser.add_argument(
        "--out", metavar="FILE.csv", default="-", help="where to; - for standard output (default)"
    )
    _population(parser.add_argument_group("many people"))


def _population(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--population", type=int, metavar="N", help="bands (5, 25, 50, 75, 95 %%) of N virtual people"
    )
    group.add_argument("--seed", type=int, metavar="S", help="which people (default: the scenario's seed)")
    group.add_argument("--people", action="store_true", help="one row a person instead of bands")
    group.add_argument("--resume", metavar="FOLDER", help="keep finished people there, and go on from them")
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="solve on the workers of a Dask scheduler, tcp://host:8786"
    )


def sensitivity(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--of", metavar="GLUT4_surface", required=True, help="for which quantity")
    parser.add_argument("--at", metavar="60min", required=True, help="at which moment")
    parser.add_argument("--top", type=int, default=12, metavar="12", help="how many parameters")
    parser.add_argument("--json", action="store_true", help="as a JSON list of objects, with references")


def render(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--at", metavar="20min", help="which moment, for a picture")
    parser.add_argument(
        "--titled",
        action="store_true",
        help="a picture with its title, what differs from health, evidence and licence round it; --size is"
        " that of the whole (default: bare)",
    )
    film = parser.add_argument_group("a film")
    film.add_argument("--from", dest="start", metavar="0min", help="its first moment (default 0min)")
    film.add_argument("--until", metavar="20min", help="its last moment (default: the scenario's end)")
    film.add_argument(
        "--speed", type=float, metavar="1", help="minutes of the cell in a second of film (default 1)"
    )
    film.add_argument("--fps", type=int, metavar="30", help="frames a second (default 30)")
    parser.add_argument("--size", metavar="1920x1080", default="1920x1080", help="width x height in pixels")
    parser.add_argument("--theme", default="light", help=THEMES)
    parser.add_argument("--level", default="mechanism", help=f"how deep the words go: {LEVELS}")
    parser.add_argument(
        "--text-scale", type=float, default=1.0, metavar="1.0", help="size of all text, 1.0 to 2.0"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        required=True,
        help="where to: .png, .svg or .pdf; a film: folder/ of PNG, .mp4 or .webm (by ffmpeg), .gif or .apng"
        " (by Pillow)",
    )


def export(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--calendar", action="store_true", help="weeks of the body instead of one experiment")
    parser.add_argument("--until", metavar="52wk", help="how long the calendar's therapies are listed")
    parser.add_argument(
        "--out",
        metavar="FILE",
        required=True,
        help="where to: .xml (SBML), .omex (that and the experiment), .csv (curves, with"
        " NAME-parameters.csv and NAME-scenario.toml beside it)",
    )


def claims(parser: argparse.ArgumentParser) -> None:
    for name, about in (
        ("hormone", "those on a hormone, such as testosterone"),
        ("grade", "strong, moderate, weak, contested, contradicted or unknown"),
        ("tissue", "those on a tissue, such as muscle"),
        ("time", "seconds, minutes, hours, days, weeks, months or years"),
        ("id", "one claim in full, such as A004"),
    ):
        parser.add_argument(f"--{name}", help=about)
    parser.add_argument("--level", default="mechanism", help=f"how deep the words of one go: {LEVELS}")
    parser.add_argument(
        "--check", action="store_true", help="run each with its cause and without: hits, misses, numbers"
    )
    parser.add_argument("--json", action="store_true", help="as a JSON list of objects")


def lecture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "story", nargs="?", metavar="STORY", help="which to hold: a file, or a shipped one's name"
    )
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--list", action="store_true", help="the stories that come with the program")
    asked.add_argument(
        "--check", metavar="FILE", help="is a story (a file, or a shipped one's name) written right and true?"
    )
    asked.add_argument("--page", metavar="FILE", help="its page for the teacher, as Markdown")
    asked.add_argument("--handout", metavar="FILE.pdf", help="STORY on one page for students, as PDF")
    parser.add_argument("--paper", default="a4", help="of the handout: a4 or letter")
    parser.add_argument("--level", help=f"how deep its captions go: {LEVELS}")
    parser.add_argument("--theme", help=f"of the hall: {THEMES} (default projector)")
    parser.add_argument("--json", action="store_true", help="list or check as a JSON list of objects")
