"""From a Scenario to the stretches of time in which nothing is switched: parameters and inputs of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from hormoneviz.kinetics.compiled import Compiled, compiled
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.presets import cell_of
from hormoneviz.simulation import units
from hormoneviz.simulation.body import settled
from hormoneviz.simulation.grid import cell_at
from hormoneviz.simulation.protocol import courses
from hormoneviz.simulation.scenario import Event, Scenario, Settings

HORMONES = ("testosterone", "estradiol", "progesterone", "growth_hormone")
PROTOCOL_SETTINGS = ("insulin", "fatty_acids")


@dataclass(frozen=True)
class Condition:
    """What holds from the cell `start` until the next condition."""

    start: int
    settings: Settings
    """what was set at its start; empty for the first"""
    parameters: tuple[float, ...]
    """in the network's order"""
    inputs: Callable[[float], tuple[float, ...]]
    """min -> insulin nM, glucose mM, TNF pg/mL, IL6 pg/mL, FFA mM"""
    resting_inputs: tuple[float, ...]
    """what the cell saw, for long, before time 0"""
    breaks: tuple[int, ...]
    """cells at which the inputs jump of themselves, such as a wash-out"""


def network_of(scenario: Scenario) -> Compiled:
    """The compiled network of the scenario's tissue and diabetes state."""
    return compiled(network(cell_of(scenario.tissue, scenario.person.diabetes)))


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

    An insulin dose set at or after the wash-out ends the wash-out.
    """
    hormones = {name: settings[name] for name in HORMONES if name in settings}
    protocol = {name: settings[name] for name in PROTOCOL_SETTINGS if name in settings}
    washout = scenario.protocol.washout_at
    if "insulin" in protocol and washout is not None and cell >= cell_at(units.read(washout, "time")):
        protocol["washout_at"] = None  # type: ignore[assignment]  # msgspec's replace takes any field
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
    load = scenario.inflammation.load
    found = [_condition(standing, 0, {}, load)]
    for cell, settings in events_in_order(scenario):
        standing = with_settings(standing, settings, cell)
        found.append(_condition(standing, cell, settings, load))
    return tuple(found)


def _time(event: Event) -> float:
    return units.read(event.at, "time")


def _condition(standing: Scenario, start: int, settings: Settings, load_of_years: float) -> Condition:
    """One condition; a load that an event sets is acute, that of the scenario has lasted."""
    protocol = standing.protocol
    acids = None if protocol.fatty_acids is None else units.read(protocol.fatty_acids, "fatty acids")
    body = settled(
        standing.person,
        standing.hormones,
        load_of_years,
        standing.evidence.stance,
        fatty_acids=acids,
        tissue=standing.tissue,
        therapies=standing.therapy,
        week=standing.week,
        load_now=None if standing.inflammation.load == load_of_years else standing.inflammation.load,
    )
    course = courses(standing)
    milieu = (body.inputs["TNF"], body.inputs["IL6"], body.inputs["FFA"])
    insulin, glucose = course.insulin, course.glucose

    def inputs(t: float) -> tuple[float, ...]:
        return (insulin(t), glucose(t), *milieu)

    return Condition(
        start=start,
        settings=settings,
        parameters=_parameters(standing, body.parameters),
        inputs=inputs,
        resting_inputs=(course.resting_insulin, course.resting_glucose, *milieu),
        breaks=tuple(cell_at(time) for time in course.breaks),
    )


def _parameters(standing: Scenario, multipliers: Mapping[str, float]) -> tuple[float, ...]:
    """The cell's values, times the body's multipliers; an override in the scenario has the last word."""
    runner = network_of(standing)
    scaled = {p.name: p.value * multipliers.get(p.name, 1.0) for p in runner.network.parameters}
    return runner.ordered(scaled | standing.parameters)
