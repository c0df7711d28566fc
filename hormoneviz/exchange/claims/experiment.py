"""The two scenarios of a claim: with its cause, and without it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from hormoneviz import resources
from hormoneviz.exchange.checks import check
from hormoneviz.exchange.claims.claim import Claim
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.scenario_file import read_scenario
from hormoneviz.exchange.shapes import build
from hormoneviz.simulation.scenario import Scenario


def experiment(claim: Claim) -> tuple[Scenario, Scenario]:
    """(with the cause, without it) of a modelled claim.

    Raises:
        BadInput: what it changes in its scenario makes none that can be run.
    """
    base = _shipped(claim.shows.scenario)
    return (
        _changed(base, claim.shows.with_, claim, "with"),
        _changed(base, claim.shows.without, claim, "without"),
    )


@cache
def _shipped(stem: str) -> Scenario:
    return read_scenario(resources.path(f"scenarios/{stem}.toml"))


def _changed(base: Scenario, tables: Mapping[str, Any], claim: Claim, side: str) -> Scenario:
    """The scenario with whole tables replaced, named after the claim."""
    titled = {"name": f"{claim.id}, {side} the cause", "note": claim.title}
    try:
        scenario = build({**msgspec.to_builtins(base), **titled, **tables})
        check(scenario)
    except BadInput as error:
        key = (claim.id, "shows", side, *error.key)
        raise BadInput(error.problem, key, nearest=error.nearest, file=f"{claim.theme}.toml") from None
    return scenario
