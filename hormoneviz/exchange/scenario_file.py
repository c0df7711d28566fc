"""Scenario files: TOML in, a Scenario out, and back again without loss.

Reading goes in three steps, each with its own complaints: tomllib (is it TOML?), shapes.build (are these the
tables of a scenario?), checks.check (can it be run?). What is wrong is reported with file, line and key.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import tomli_w

from hormoneviz.exchange.checks import check
from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.shapes import build
from hormoneviz.simulation.scenario import Scenario


def read_scenario(path: Path | str) -> Scenario:
    """The scenario in the file `path`.

    Raises:
        BadInput: the file cannot be read, or what it says is wrong.
    """
    return parse_scenario(read_text(path), str(path))


def read_text(path: Path | str) -> str:
    """What a file says.

    Raises:
        BadInput: it cannot be read, or is no text.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("this is not a text file in UTF-8", file=str(path)) from None
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror or error}", file=str(path)) from None


def read_toml(text: str, name: str, noun: str) -> dict[str, object]:
    """The tables of a TOML text that should be a `noun`.

    Raises:
        BadInput: it is not TOML, with file and line.
    """
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise _broken(error, text, name) from None
    except RecursionError:
        raise BadInput(f"this is not a {noun}: it nests too deeply", file=name) from None


def parse_scenario(text: str, name: str) -> Scenario:
    """The scenario that `text` describes; `name` stands for the file in complaints.

    Raises:
        BadInput: with file, line and key.
    """
    tables = read_toml(text, name, "scenario")
    try:
        scenario = build(tables)
        check(scenario)
    except BadInput as error:
        raise error.located(name, line_of(error.at, text)) from None
    return scenario


def write_scenario(scenario: Scenario, path: Path | str) -> None:
    """Save the scenario.

    Raises:
        OutputFailed: the file cannot be written; an old one is untouched.
    """
    write_whole(path, format_scenario(scenario))


def format_scenario(scenario: Scenario) -> str:
    """The scenario as TOML, all that differs from the defaults; parse_scenario gives back an equal one."""
    tables = {key: value for key, value in msgspec.to_builtins(scenario).items() if value != {}}
    return tomli_w.dumps({"format": scenario.format, **tables})


def line_of(key: KeyPath, text: str) -> int | None:
    """The line on which `key` is given, or its table where the key itself is not there.

    It is the last line of the shortest beginning of `text` that tomllib accepts and that holds the key: no
    parser of our own, and right for every way of writing a table.
    """
    lines = text.split("\n")
    wanted = key
    while wanted and not _holds(text, wanted):
        wanted = wanted[:-1]
    if not wanted:
        return None
    return next((n for n in range(1, len(lines) + 1) if _holds("\n".join(lines[:n]), wanted)), None)


def _holds(text: str, key: KeyPath) -> bool:
    try:
        value: object = tomllib.loads(text)
    except ValueError:
        return False
    for name in key:
        inside = isinstance(value, dict) and name in value
        inside |= isinstance(value, list) and isinstance(name, int) and name < len(value)
        if not inside:
            return False
        value = value[name]  # type: ignore[index]
    return True


def _broken(error: ValueError, text: str, name: str) -> BadInput:
    """tomllib's own words; it puts the place in brackets at their end."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    problem = str(error)[: place.start()] if place else str(error)
    line = int(place[1]) if place and place[1] else text.count("\n") or 1
    return BadInput(f"this is not TOML: {problem[:1].lower()}{problem[1:]}", file=name, line=line)
