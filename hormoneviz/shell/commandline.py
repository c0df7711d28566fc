"""The command line: `hormoneviz [SCENARIO]` opens the window, `hormoneviz VERB ...` does one thing and ends.

Exit status 0: fine.  1: the run failed.  2: bad input, told in one line on standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from hormoneviz import __version__
from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.simulation.errors import SolverFailed, UnitError, did_you_mean, nearest

VERBS = (
    *("simulate", "sensitivity", "render", "export", "claims", "lecture"),
    *("scenarios", "parameters", "check"),
)
MODULES = {"scenarios": "listing", "parameters": "listing"}
"""verbs whose module has another name"""
_THEMES = "light, dark, projector or contrast"
_LEVELS = "basics, mechanism or molecular"
"""said here because reading them from their files would bring Qt into `--help`; a test compares"""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit status."""
    try:
        options = _parser().parse_args(_with_verb(arguments))
        status: int = options.run(options)
    except (BadInput, UnitError) as error:
        return _failed(error, 2)
    except (OutputFailed, SolverFailed) as error:
        return _failed(error, 1)
    except BrokenPipeError:
        # Whoever read our output has enough of it; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _with_verb(arguments: Sequence[str]) -> Sequence[str]:
    """The arguments with the verb that goes without saying."""
    first = arguments[0] if arguments else ""
    if first in (*VERBS, "explore", "-h", "--help", "--version"):
        return arguments
    meant = get_close_matches(first, VERBS, n=1, cutoff=0.75)
    if meant and not first.startswith("-") and not Path(first).exists():
        raise BadInput(f'there is no verb "{first}"', nearest=meant[0])
    return ["explore", *arguments]


def _failed(error: Exception, status: int) -> int:
    print(f"hormoneviz: {error}", file=sys.stderr)
    return status


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    """The function behind a verb, imported when it is called: most verbs need no Qt, and `--help` needs
    nothing."""

    def call(options: argparse.Namespace) -> int:
        module = import_module(f"hormoneviz.shell.verbs.{MODULES.get(name, name)}")
        status: int = getattr(module, name)(options)
        return status

    return call


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the nearest known name, as the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        word = message.rpartition(": ")[2].split(" ")[0]
        known = list(self._options())
        hint = did_you_mean(nearest(word, known)) if word.startswith("-") else ""
        print(f"hormoneviz: {message}{hint} (see {self.prog} --help)", file=sys.stderr)
        sys.exit(2)

    def _options(self) -> Iterator[str]:
        """Every option of this parser and of its verbs."""
        for action in self._actions:
            yield from action.option_strings
            if isinstance(action, argparse._SubParsersAction):
                for verb in action.choices.values():
                    yield from verb._options()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="hormoneviz", description="How insulin brings GLUT4 to the surface of a cell.")
    parser.add_argument("--version", action="version", version=f"hormoneviz {__version__}")
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    _explore(verbs.add_parser("explore", help="open the window; this is what happens without a verb"))
    _simulate(verbs.add_parser("simulate", help="the course of every quantity as CSV"))
    _sensitivity(verbs.add_parser("sensitivity", help="which parameters matter most at one moment"))
    _render(verbs.add_parser("render", help="a picture of the cell at one moment, or a film"))
    _export(verbs.add_parser("export", help="a scenario for other programs: SBML, COMBINE archive, CSV"))
    _claims(verbs.add_parser("claims", help="what the source texts say, how sure that is, what comes out"))
    _lecture(verbs.add_parser("lecture", help="stories for the lecture hall: list, check, teacher's page"))
    for name, about in (
        ("scenarios", "list the scenarios that come with the program"),
        ("parameters", "list the parameters with unit, value and source"),
        ("check", "versions, graphics, fonts, files: what is wrong and how to mend it"),
    ):
        verb = verbs.add_parser(name, help=about)
        verb.add_argument("--json", action="store_true", help="as a JSON list of objects")
        verb.set_defaults(run=_verb(name))
    return parser


def _explore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="a scenario file, or a shipped one's name"
    )
    parser.add_argument(
        "--scenario", dest="named", metavar="SCENARIO", help="the same as SCENARIO without the option"
    )
    parser.add_argument("--theme", help=f"{_THEMES}; remembered otherwise, or as the system has it")
    parser.add_argument("--level", help=f"how deep the words go: {_LEVELS}; remembered otherwise")
    parser.add_argument("--text-scale", type=float, metavar="1.0", help="size of all text, 1.0 to 2.0")
    parser.add_argument(
        "--low-graphics",
        action="store_true",
        help="plain pictures for slow computers; the same facts and labels",
    )
    parser.add_argument("--touch", action="store_true", help="everything large enough for a finger")
    parser.set_defaults(run=_verb("explore"))


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


def _simulate(parser: argparse.ArgumentParser) -> None:
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
    parser.set_defaults(run=_verb("simulate"))


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


def _sensitivity(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--of", metavar="GLUT4_surface", required=True, help="for which quantity")
    parser.add_argument("--at", metavar="60min", required=True, help="at which moment")
    parser.add_argument("--top", type=int, default=12, metavar="12", help="how many parameters")
    parser.add_argument("--json", action="store_true", help="as a JSON list of objects, with references")
    parser.set_defaults(run=_verb("sensitivity"))


def _render(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--at", metavar="20min", help="which moment, for a picture")
    film = parser.add_argument_group("a film")
    film.add_argument("--from", dest="start", metavar="0min", help="its first moment (default 0min)")
    film.add_argument("--until", metavar="20min", help="its last moment (default: the scenario's end)")
    film.add_argument(
        "--speed", type=float, metavar="1", help="minutes of the cell in a second of film (default 1)"
    )
    film.add_argument("--fps", type=int, metavar="30", help="frames a second (default 30)")
    parser.add_argument("--size", metavar="1920x1080", default="1920x1080", help="width x height in pixels")
    parser.add_argument("--theme", default="light", help=_THEMES)
    parser.add_argument("--level", default="mechanism", help=f"how deep the words go: {_LEVELS}")
    parser.add_argument(
        "--text-scale", type=float, default=1.0, metavar="1.0", help="size of all text, 1.0 to 2.0"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        required=True,
        help="where to: .png; a film: folder/ of PNG, .mp4 or .webm (by ffmpeg), .gif or .apng (by Pillow)",
    )
    parser.set_defaults(run=_verb("render"))


def _export(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--calendar", action="store_true", help="weeks of the body instead of one experiment")
    parser.add_argument("--until", metavar="52wk", help="how long the calendar's therapies are listed")
    parser.add_argument(
        "--out",
        metavar="FILE",
        required=True,
        help="where to: .xml (SBML), .omex (that and the experiment), .csv (curves, and FILE-parameters.csv)",
    )
    parser.set_defaults(run=_verb("export"))


def _claims(parser: argparse.ArgumentParser) -> None:
    for name, about in (
        ("hormone", "those on a hormone, such as testosterone"),
        ("grade", "strong, moderate, weak, contested, contradicted or unknown"),
        ("tissue", "those on a tissue, such as muscle"),
        ("time", "seconds, minutes, hours, days, weeks, months or years"),
        ("id", "one claim in full, such as A004"),
    ):
        parser.add_argument(f"--{name}", help=about)
    parser.add_argument("--level", default="mechanism", help=f"how deep the words of one go: {_LEVELS}")
    parser.add_argument(
        "--check", action="store_true", help="run each with its cause and without: hits, misses, numbers"
    )
    parser.add_argument("--json", action="store_true", help="as a JSON list of objects")
    parser.set_defaults(run=_verb("claims"))


def _lecture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "story", nargs="?", metavar="STORY", help="which to hold; there is no window for it yet"
    )
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--list", action="store_true", help="the stories that come with the program")
    asked.add_argument(
        "--check", metavar="FILE", help="is a story (a file, or a shipped one's name) written right and true?"
    )
    asked.add_argument("--page", metavar="FILE", help="its page for the teacher, as Markdown")
    parser.add_argument("--level", default="mechanism", help=f"how deep its captions go: {_LEVELS}")
    parser.add_argument("--json", action="store_true", help="list or check as a JSON list of objects")
    parser.set_defaults(run=_verb("lecture"))
