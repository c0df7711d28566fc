"""Grades for exports: how sure the switches of a scenario are that are not as in health, and their arrows.

A picture carries them as text ("Evidence"), CSV as a last column, SBML in the notes of the model and of the
parameters and inputs through which a graded effect acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from hormoneviz.simulation.conditions import events_in_order, with_settings
from hormoneviz.simulation.evidence import cell_effects, graded_effects
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switch_evidence import evidence_of
from hormoneviz.simulation.switches import Switch, switches_on

NOT_GRADED = "not graded"


def grades_text(scenario: Scenario) -> str:
    """As "testosterone: contested (human; whole body; yialamas2007) | load: ..."; empty in health. What an
    event switches on later counts too."""
    return " | ".join(_told(switch, scenario) for switch in _ever_on(scenario))


def short_grades(scenario: Scenario) -> str:
    """As "testosterone: contested; load: moderate"; empty in health."""
    found = [(switch.name, evidence_of(switch, scenario.person)) for switch in _ever_on(scenario)]
    return "; ".join(f"{name}: {known.grade if known else NOT_GRADED}" for name, known in found)


def grades_of(changed: str) -> Iterator[str]:
    """A sentence for each graded effect that acts through a parameter or input."""
    for row in (*graded_effects().values(), *cell_effects().values()):
        if changed in row.parameters:
            where = _where(row.species, row.tissue, row.source)
            yield f"Evidence for {row.cause} -> {row.effect}: {row.grade}{where}."


def _told(switch: Switch, scenario: Scenario) -> str:
    known = evidence_of(switch, scenario.person)
    if known is None:
        return f"{switch.name}: {NOT_GRADED}"
    return f"{switch.name}: {known.grade}{_where(known.species, known.tissue, known.source)}"


def _where(*parts: tuple[str, ...]) -> str:
    told = "; ".join(", ".join(part) for part in parts if part)
    return f" ({told})" if told else ""


def _ever_on(scenario: Scenario) -> tuple[Switch, ...]:
    standing = replace(scenario, event=())
    found = [*switches_on(standing)]
    for cell, settings in events_in_order(scenario):
        standing = with_settings(standing, settings, cell)
        found += switches_on(standing)
    return tuple(dict.fromkeys(found))
