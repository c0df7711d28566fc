"""From a Scenario to the stretches of time in which nothing is switched: parameters and inputs of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from hormoneviz.kinetics.compiled import Compiled, compiled
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.kinetics.presets import cell_of
from hormoneviz.simulation import units
from hormoneviz.simulation.body import settled
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.grid import cell_at
from hormoneviz.simulation.protocol import DURATION, Given, courses
from hormoneviz.simulation.scenario import Event, Protocol, Scenario, Settings
from hormoneviz.simulation.whole_body import whole_body

HORMONES = ("testosterone", "estradiol", "progesterone", "growth_hormone")
PROTOCOL_SETTINGS = ("insulin", "fatty_acids", "rate", "gh")


@dataclass(frozen=True)
class Condition:
    """What holds from the cell `start` until the next condition."""

    start: int
    settings: Settings
    """what was set at its start; empty for the first"""
    parameters: tuple[float, ...]
    """in the network's order"""
    inputs: Callable[[float], tuple[float, ...]]
    """min -> the network's inputs, in its order"""
    resting_inputs: tuple[float, ...]
    """what the cell saw, for long, before time 0"""
    breaks: tuple[int, ...]
    """cells at which the inputs jump of themselves, such as a wash-out"""
    given: Mapping[str, Given]
    """the same inputs by name, as the protocol states them"""


def network_of(scenario: Scenario) -> Compiled:
    """The compiled network of the scenario's tissue and diabetes state: the cell alone in a bath, else in
    the body."""
    cell = cell_of(scenario.tissue, scenario.person.diabetes)
    return _compiled(cell, in_dish=scenario.protocol.kind == "bath")


@cache
def _compiled(cell: str, in_dish: bool) -> Compiled:
    """Kept by these few words, because to hash a network takes as long as to read a hundred frames."""
    return compiled(network(cell) if in_dish else cell_in_body(cell))


def events_in_order(scenario: Scenario) -> list[tuple[int, Settings]]:
    """(cell, settings) of each event, sorted in time; those in the same cell become one."""
    merged: dict[int, Settings] = {}
    for event in sorted(scenario.event, key=_time):
        merged.setdefault(cell_at(_time(event)), {}).update(event.set)
    return sorted(merged.items())


def as_it_stands(scenario: Scenario, time: float) -> Scenario:
    """The scenario with every event up to `time` (min) worked into its tables, and no events left."""
    folded = replace(scenario, event=())
    for cell, settings in events_in_order(scenario):
        if cell <= cell_at(time):
            folded = with_settings(folded, settings, cell)
    return folded


def with_settings(scenario: Scenario, settings: Settings, cell: int = 0) -> Scenario:
    """The scenario with settings worked into its tables, as if they had held all along.

    An insulin dose set at or after the wash-out ends the wash-out; a level takes the place of a rate, and a
    rate that of a level.
    """
    hormones = {name: settings[name] for name in HORMONES if name in settings}
    protocol = {name: settings[name] for name in PROTOCOL_SETTINGS if name in settings}
    washout = scenario.protocol.washout_at
    if "insulin" in protocol and washout is not None and cell >= cell_at(units.read(washout, "time")):
        protocol["washout_at"] = None  # type: ignore[assignment]  # msgspec's replace takes any field
    if "insulin" in protocol or "rate" in protocol:
        protocol = {"insulin": None, "rate": None, **protocol}  # type: ignore[dict-item]
    special = {*HORMONES, *PROTOCOL_SETTINGS, "load"}
    load = float(settings.get("load", scenario.inflammation.load))
    overrides = {name: float(value) for name, value in settings.items() if name not in special}
    return replace(
        scenario,
        hormones=replace(scenario.hormones, **hormones),
        inflammation=replace(scenario.inflammation, load=load),
        protocol=replace(scenario.protocol, **protocol),
        parameters={**scenario.parameters, **overrides},
    )


def with_protocol(scenario: Scenario, protocol: Protocol) -> Scenario:
    """The scenario with another experiment, as long as that one takes; what was set later on stays, but for
    the doses of the old experiment and what would come after the new one's end."""
    changed = replace(scenario, protocol=protocol)
    if protocol.kind == scenario.protocol.kind:
        return changed
    end = units.read(DURATION[protocol.kind], "time")
    events = [
        replace(event, set={k: v for k, v in event.set.items() if k not in PROTOCOL_SETTINGS})
        for event in scenario.event
        if _time(event) <= end
    ]
    kept = tuple(event for event in events if event.set)
    return replace(changed, duration=DURATION[protocol.kind], event=kept)


def setting(scenario: Scenario, name: str) -> float | str | None:
    """The value of a switch in a scenario's own tables; None for a parameter that is not overridden."""
    if name == "load":
        return scenario.inflammation.load
    for table in (scenario.hormones, scenario.protocol):
        if name in table.__struct_fields__:
            value: str | None = getattr(table, name)
            return value
    return scenario.parameters.get(name)


def conditions(scenario: Scenario) -> tuple[Condition, ...]:
    """The scenario cut at its events, in order; the first starts at cell 0."""
    standing = replace(scenario, event=())
    found = [_condition(standing, 0, {}, scenario)]
    for cell, settings in events_in_order(scenario):
        standing = with_settings(standing, settings, cell)
        found.append(_condition(standing, cell, settings, scenario))
    return tuple(found)


def _time(event: Event) -> float:
    return units.read(event.at, "time")


def _condition(standing: Scenario, start: int, settings: Settings, first: Scenario) -> Condition:
    """One condition; a load that an event sets is acute, that of the `first` scenario has lasted, and so have
    its parameters."""
    now, lasting = standing.inflammation.load, first.inflammation.load
    years = replace(standing, inflammation=first.inflammation, parameters=first.parameters)
    state = calendar_of_scenario(years).at(standing.week, None if now == lasting else now)
    return condition_in(state, standing, start, settings)


def condition_in(
    state: Mapping[str, float], standing: Scenario, start: int = 0, settings: Settings | None = None
) -> Condition:
    """The condition of a scenario as it stands, given every quantity of the calendar in its week.

    Raises:
        UnitError: a quantity of the protocol cannot be read.
    """
    protocol = standing.protocol
    in_dish = protocol.kind == "bath"
    held = protocol.fatty_acids if in_dish else None  # with a body, they are held in its blood
    cell = settled(
        state,
        standing.person,
        standing.evidence.stance,
        fatty_acids=None if held is None else units.read(held, "fatty acids"),
        tissue=standing.tissue,
    )
    multipliers, milieu = dict(cell.parameters), dict(cell.inputs)
    if not in_dish:
        multipliers |= whole_body(state)
        del milieu["FFA"]
    course = courses(protocol, milieu)
    names = [given.name for given in network_of(standing).network.inputs]
    return Condition(
        start=start,
        settings=settings or {},
        parameters=_parameters(standing, multipliers),
        inputs=_inputs([course.given.get(name, 0.0) for name in names]),
        resting_inputs=tuple(course.resting.get(name, 0.0) for name in names),
        breaks=tuple(cell_at(time) for time in course.breaks),
        given={name: course.given.get(name, 0.0) for name in names},
    )


def _inputs(given: Sequence[Given]) -> Callable[[float], tuple[float, ...]]:
    """All inputs at a time; those that never change are looked up once."""
    constant = [0.0 if callable(value) else value for value in given]
    changing = [(i, value) for i, value in enumerate(given) if callable(value)]
    always = tuple(constant)
    if not changing:
        return lambda t: always

    def at(t: float) -> tuple[float, ...]:
        values = constant.copy()
        for i, value in changing:
            values[i] = value(t)
        return tuple(values)

    return at


def _parameters(standing: Scenario, multipliers: Mapping[str, float]) -> tuple[float, ...]:
    """The network's values, times the multipliers; an override in the scenario has the last word."""
    runner = network_of(standing)
    scaled = {p.name: p.value * multipliers.get(p.name, 1.0) for p in runner.network.parameters}
    return runner.ordered(scaled | standing.parameters)
