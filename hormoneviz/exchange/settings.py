"""`--set NAME=VALUE`: a scenario with single values changed, under the same checks as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from hormoneviz.exchange.checks import check
from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.shapes import build, leaf_keys, takes_text
from hormoneviz.kinetics.presets import all_parameters
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.scenario import Scenario


def apply_settings(scenario: Scenario, settings: Sequence[str]) -> Scenario:
    """The scenario with every "NAME=VALUE" applied in turn.

    A name is a parameter (`k_endo`) or a key of the scenario file without its table (`load`, `testosterone`,
    `tissue`, `kind`).

    Raises:
        BadInput: no "=", an unknown name, or a value that a scenario file may not have either.
    """
    tables: dict[str, Any] = msgspec.to_builtins(scenario)
    for setting in settings:
        _apply(tables, setting)
    try:
        changed = build(tables)
        check(changed)
    except BadInput as error:
        raise error.located(_blame(error.at, settings), None) from None
    return changed


def _apply(tables: dict[str, Any], setting: str) -> None:
    name, equals, text = (part.strip() for part in setting.partition("="))
    if not equals or not name or not text:
        raise BadInput("expected NAME=VALUE, for example load=0.8", file=f"--set {setting}")
    keys = leaf_keys()
    if name in keys:
        key = keys[name]
    elif name in all_parameters():
        key = ("parameters", name)
    else:
        likely = nearest(name, (*keys, *all_parameters()))
        raise BadInput(f'nothing is called "{name}"', nearest=likely, file=f"--set {setting}")
    *parents, last = map(str, key)
    table = tables
    for parent in parents:
        table = table.setdefault(parent, {})
    is_text = parents != ["parameters"] and takes_text(key)
    table[last] = text if is_text else _number(text)


def _number(text: str) -> float | int | str:
    """The number that `text` is; other text stays, for the checks to complain about it."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _blame(key: KeyPath, settings: Sequence[str]) -> str:
    """The setting that brought in the value at `key`; all of them where none did by itself."""
    name = str(key[-1]) if key else ""
    guilty = [setting for setting in settings if setting.partition("=")[0].strip() == name]
    return f"--set {guilty[-1]}" if guilty else f"--set {' '.join(settings)}"
