"""The healthy twin's experiment: the same scenario with everything about the person as it is in health."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from hormoneviz.simulation.conditions import HORMONES, PROTOCOL_SETTINGS
from hormoneviz.simulation.scenario import Event, Scenario
from hormoneviz.simulation.switches import PERSON, Switch, switched_off

_EVERY_PERSON: Final = (
    *(Switch(name, "person") for name in PERSON),
    *(Switch(name, "hormone") for name in HORMONES),
    Switch("load", "load"),
    Switch("parameters", "parameters"),
)


def healthy_twin(scenario: Scenario) -> Scenario:
    """The same experiment, doses set on the way and all, in the healthy twin (switches.py says who that is).

    Events that set anything else than a dose are not part of the twin's day. Name and note go too: scenarios
    that differ only in what sets the person apart have one and the same twin.
    """
    agents = {Switch(given.agent, "therapy") for given in scenario.therapy}
    healthy = switched_off(scenario, {*_EVERY_PERSON, *agents})
    doses = [Event(e.at, {k: v for k, v in e.set.items() if k in PROTOCOL_SETTINGS}) for e in scenario.event]
    return replace(healthy, name="", note="", event=tuple(event for event in doses if event.set))
