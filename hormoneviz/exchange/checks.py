"""What a scenario's shape cannot say, so that whatever passes here can be run.

Quantities have the right unit and a possible size, times lie within the experiment, keys belong to the
protocol, parameters exist and have a possible value.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final, get_args

from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.shapes import spell
from hormoneviz.exchange.therapy_checks import check_therapy
from hormoneviz.kinetics.presets import all_parameters, known_parameters
from hormoneviz.simulation.errors import UnitError, nearest
from hormoneviz.simulation.scenario import Event, Level, Scenario
from hormoneviz.simulation.units import Dimension, read

# The largest value that any experiment or person could mean; a slip of the unit lies far above it.
_LARGEST: Final[Mapping[Dimension, tuple[float, str]]] = {
    "insulin": (10_000.0, "10000 nM"),
    "glucose": (100.0, "100 mM"),
    "fatty acids": (10.0, "10 mM"),
    "testosterone": (500.0, "500 nmol/L"),
    "estradiol": (100_000.0, "100000 pmol/L"),
    "progesterone": (2_000.0, "2000 nmol/L"),
    "growth hormone": (500.0, "500 ug/L"),
    "mass": (500.0, "500 g"),
    "time": (1440.0, "1 d"),
    "insulin rate": (600.0, "100 mU/kg/min"),
    "TNF": (10_000.0, "10000 pg/mL"),
}
_SHORTEST_FILM: Final = 1.0
_HORMONES: Final[Mapping[str, Dimension]] = {
    "testosterone": "testosterone",
    "estradiol": "estradiol",
    "progesterone": "progesterone",
    "growth_hormone": "growth hormone",
}
# What a clamp, or an experiment that may have a clamp beside it, takes.
_CLAMP: Final[Mapping[str, Dimension]] = {
    "insulin": "insulin",
    "rate": "insulin rate",
    "glucose": "glucose",
    "fatty_acids": "fatty acids",
}
_EATEN: Final[Mapping[str, Dimension]] = {
    "glucose": "mass",
    "insulin": "insulin",
    "rate": "insulin rate",
    "fatty_acids": "fatty acids",
}
_PROTOCOL_KEYS: Final[Mapping[str, Mapping[str, Dimension]]] = {
    "fasting": {"insulin": "insulin", "rate": "insulin rate", "fatty_acids": "fatty acids"},
    "meal": _EATEN,
    "ogtt": _EATEN,
    "bath": {"insulin": "insulin", "washout_at": "time", "glucose": "glucose", "fatty_acids": "fatty acids"},
    "clamp": _CLAMP,
    "gh_infusion": {"gh": "growth hormone", "until": "time", **_CLAMP},
    "lipid_infusion": {"until": "time", **_CLAMP},
    "endotoxin": {"tnf": "TNF", **_CLAMP},
}
_LEAST_GLUCOSE: Final = 1.0
"""mM; no clamp holds a living person below it"""
_EVENT_QUANTITIES: Final[Mapping[str, Dimension]] = {
    "insulin": "insulin",
    "fatty_acids": "fatty acids",
    "rate": "insulin rate",
    "gh": "growth hormone",
}


def check(scenario: Scenario) -> None:
    """Nothing where the scenario can be run.

    Raises:
        BadInput: the first thing that is wrong.
    """
    duration = _quantity(scenario.duration, "time", ("duration",))
    if duration < _SHORTEST_FILM:
        raise BadInput(f'expected a time from "1 min" to "1 d", got "{scenario.duration}"', ("duration",))
    for name in _HORMONES:
        _level(getattr(scenario.hormones, name), name, ("hormones", name))
    _check_protocol(scenario, duration)
    for index, event in enumerate(scenario.event):
        _check_event(event, index, duration, scenario.protocol.kind)
    for index, therapy in enumerate(scenario.therapy):
        check_therapy(therapy, ("therapy", index))
    for name, value in scenario.parameters.items():
        _parameter(value, name, ("parameters", name))


def event_keys() -> tuple[str, ...]:
    """All that an event can set."""
    return (*_HORMONES, "load", *_EVENT_QUANTITIES, *known_parameters())


def _check_protocol(scenario: Scenario, duration: float) -> None:
    protocol = scenario.protocol
    belongs = _PROTOCOL_KEYS[protocol.kind]
    for name in protocol.__struct_fields__[1:]:
        text = getattr(protocol, name)
        if text is None:
            continue
        key = ("protocol", name)
        if name not in belongs:
            takes = " or ".join(f'"{other}"' for other in belongs)
            raise BadInput(f'does not belong to kind = "{protocol.kind}", which takes {takes}', key)
        value = _quantity(text, belongs[name], key)
        if belongs[name] == "time":
            _within(value, text, duration, key)
        if name == "glucose" and belongs is not _EATEN and protocol.kind != "bath" and value < _LEAST_GLUCOSE:
            raise BadInput(f'expected at least 1 mM (18 mg/dL), got "{text}"', key)
    if protocol.insulin is not None and protocol.rate is not None:
        raise BadInput("a clamp takes insulin or a rate, not both", ("protocol", "rate"))


def _check_event(event: Event, index: int, duration: float, kind: str) -> None:
    key: KeyPath = ("event", index)
    _within(_quantity(event.at, "time", (*key, "at")), event.at, duration, (*key, "at"))
    if not event.set:
        raise BadInput("expected something to set, for example { load = 0.8 }", (*key, "set"))
    for name, value in event.set.items():
        _check_setting(name, value, (*key, "set", name))
        if name in _EVENT_QUANTITIES and name not in _PROTOCOL_KEYS[kind]:
            raise BadInput(f'kind = "{kind}" has no "{name}" to set', (*key, "set", name))


def _check_setting(name: str, value: float | str, key: KeyPath) -> None:
    if name in _HORMONES:
        _level(value, name, key)
    elif name in _EVENT_QUANTITIES:
        _quantity(value, _EVENT_QUANTITIES[name], key)
    elif name == "load":
        if isinstance(value, str) or not 0 <= value <= 1:
            raise BadInput(f"expected a number from 0 to 1, got {spell(value)}", key)
    elif name in known_parameters():
        _parameter(value, name, key)
    else:
        likely = nearest(name, event_keys())
        raise BadInput(f'an event cannot set "{name}"', key[:-1], nearest=likely, at=key)


def _level(value: float | str, name: str, key: KeyPath) -> None:
    words = get_args(Level)
    if value in words:
        return
    try:
        _quantity(value, _HORMONES[name], key)
    except BadInput as error:
        likely = nearest(value, words) if isinstance(value, str) else None
        problem = error.problem.replace("expected ", "expected low, normal, high or ", 1)
        raise BadInput(problem, key, nearest=error.nearest or likely) from None


def _quantity(value: float | str, dimension: Dimension, key: KeyPath) -> float:
    if not isinstance(value, str):
        raise BadInput(f"expected a text with its unit in quotes, got {spell(value)}", key)
    try:
        number = read(value, dimension)
    except UnitError as error:
        raise BadInput(error.problem, key, nearest=error.nearest) from None
    largest, spelt = _LARGEST[dimension]
    if number > largest:
        raise BadInput(f'expected at most {spelt}, got "{value}"', key)
    return number


def _within(time: float, text: str, duration: float, key: KeyPath) -> None:
    if time > duration:
        raise BadInput(f'expected a time within the {duration:g} min of the experiment, got "{text}"', key)


def _parameter(value: float | str, name: str, key: KeyPath) -> None:
    known = all_parameters()
    if name not in known:
        raise BadInput(f'unknown parameter "{name}"', key[:-1], nearest=nearest(name, known), at=key)
    parameter = known[name]
    if isinstance(value, str) or not math.isfinite(value) or not parameter.low <= value <= parameter.high:
        limits = f"of at least {parameter.low:g}"
        if math.isfinite(parameter.high):
            limits = f"from {parameter.low:g} to {parameter.high:g}"
        unit = "" if parameter.unit == "1" else f" ({parameter.unit})"
        raise BadInput(f"expected a number {limits}{unit}, got {spell(value)}", key)
