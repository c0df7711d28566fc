"""From the plain tables of a scenario file to a Scenario, with an error that names the very key.

The shapes are declared once, in simulation/scenario.py; this module only walks along them. msgspec judges
every single value; the walk adds what its messages lack: the full path, the expected value in plain words,
the nearest known name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import inspect

from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.simulation.errors import nearest
from hormoneviz.simulation.scenario import Scenario

_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def build(tables: Mapping[str, object]) -> Scenario:
    """The Scenario that the tables describe; its quantities are still text, see checks.py.

    Raises:
        BadInput: an unknown or missing key, a value of the wrong kind or out of its range.
    """
    return convert(tables, Scenario)


def convert(tables: object, kind: type[_Shape], key: KeyPath = ()) -> _Shape:
    """Any struct from the plain tables of a file; `key` is where they stand in it.

    Raises:
        BadInput: as `build`.
    """
    _check(tables, kind, key)
    return msgspec.convert(tables, kind)


def leaf_keys() -> dict[str, KeyPath]:
    """Where each single value of a scenario stands, by the name of its key; names are used once in the whole
    file."""
    found: dict[str, KeyPath] = {}
    for field in msgspec.structs.fields(Scenario):
        if _is_struct(field.type):
            found |= {inner.name: (field.name, inner.name) for inner in msgspec.structs.fields(field.type)}
        elif field.name not in ("event", "therapy", "parameters"):
            found[field.name] = (field.name,)
    return found


def takes_text(key: KeyPath) -> bool:
    """Whether the value at `key` is text of any kind, so that "12" there is no number."""
    kind: Any = Scenario
    for name in key:
        kind = next(field.type for field in msgspec.structs.fields(kind) if field.name == name)
    return not isinstance(inspect.type_info(kind), inspect.FloatType | inspect.IntType)


def _check(value: object, kind: Any, key: KeyPath) -> None:
    if _is_struct(kind):
        _check_table(value, kind, key)
    elif get_origin(kind) is tuple:
        if not isinstance(value, list | tuple):
            wanted = f"tables [[{key[-1]}]]" if _is_struct(get_args(kind)[0]) else "a list"
            raise BadInput(f"expected {wanted}", key)
        for index, item in enumerate(value):
            _check(item, get_args(kind)[0], (*key, index))
    elif get_origin(kind) is dict:
        for name, item in _table(value, key).items():
            _check(item, get_args(kind)[1], (*key, name))
    else:
        _check_value(value, kind, key)


def _check_table(value: object, kind: type[msgspec.Struct], key: KeyPath) -> None:
    table = _table(value, key)
    fields = _fields(kind)
    for name in table:
        if name not in fields:
            raise BadInput(f'unknown key "{name}"', key, nearest=nearest(name, fields), at=(*key, name))
    for name, field in fields.items():
        if name in table:
            _check(table[name], field.type, (*key, name))
        elif field.required:
            raise BadInput(f'the key "{name}" is missing', key)


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a shape by their keys; reading its annotations takes longer than checking a file."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _check_value(value: object, kind: Any, key: KeyPath) -> None:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        info = inspect.type_info(kind)
        choices = [str(choice) for choice in get_args(kind)] if isinstance(info, inspect.LiteralType) else []
        likely = nearest(value, choices) if isinstance(value, str) else None
        raise BadInput(f"expected {_in_words(kind)}, got {spell(value)}", key, nearest=likely) from None


def _table(value: object, key: KeyPath) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise BadInput(f"expected a table, got {spell(value)}", key)
    return value


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _in_words(kind: Any) -> str:
    """The kind of a single value as a person would say it."""
    info = inspect.type_info(kind)
    if isinstance(info, inspect.LiteralType):
        choices = [spell(choice) for choice in get_args(kind)]
        return choices[0] if len(choices) == 1 else f"one of {', '.join(choices)}"
    if isinstance(info, inspect.FloatType | inspect.IntType):
        noun = "a number" if isinstance(info, inspect.FloatType) else "a whole number"
        return noun if info.ge is None or info.le is None else f"{noun} from {int(info.ge)} to {int(info.le)}"
    if isinstance(info, inspect.UnionType) and any(isinstance(t, inspect.FloatType) for t in info.types):
        return "a number or a quoted text"
    return "a text in quotes"


def spell(value: object) -> str:
    """A value as it stands in the file, or its kind where that would be long."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return str(value).lower() if isinstance(value, bool) else str(value)
