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
from hormoneviz.shell import options
from hormoneviz.simulation.errors import SolverFailed, UnitError, did_you_mean, nearest

VERBS = (
    *("simulate", "sensitivity", "render", "export", "claims", "lecture"),
    *("scenarios", "parameters", "check"),
)
MODULES = {"scenarios": "listing", "parameters": "listing"}
"""verbs whose module has another name"""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit status."""
    try:
        asked = _parser().parse_args(_with_verb(arguments))
        status: int = asked.run(asked)
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
    for name, fill, about in (
        ("explore", options.explore, "open the window; this is what happens without a verb"),
        ("simulate", options.simulate, "the course of every quantity as CSV"),
        ("sensitivity", options.sensitivity, "which parameters matter most at one moment"),
        ("render", options.render, "a picture of the cell at one moment, or a film"),
        ("export", options.export, "a scenario for other programs: SBML, COMBINE archive, CSV"),
        ("claims", options.claims, "what the source texts say, how sure that is, what comes out"),
        ("lecture", options.lecture, "stories for the lecture hall: list, check, teacher's page"),
    ):
        verb = verbs.add_parser(name, help=about)
        fill(verb)
        verb.set_defaults(run=_verb(name))
    for name, about in (
        ("scenarios", "list the scenarios that come with the program"),
        ("parameters", "list the parameters with unit, value and source"),
        ("check", "versions, graphics, fonts, files: what is wrong and how to mend it"),
    ):
        verb = verbs.add_parser(name, help=about)
        verb.add_argument("--json", action="store_true", help="as a JSON list of objects")
        verb.set_defaults(run=_verb(name))
    return parser
