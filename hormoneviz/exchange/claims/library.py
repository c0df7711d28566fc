"""All claims that come with the program, read from resources/claims and checked: shapes, sources, scenarios,
series, times."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from hormoneviz import resources
from hormoneviz.exchange.claims.claim import Claim, Clock, Expectation
from hormoneviz.exchange.claims.reference import REFERENCES, reference
from hormoneviz.exchange.errors import BadInput, KeyPath
from hormoneviz.exchange.scenario_file import line_of
from hormoneviz.exchange.shapes import convert
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import UnitError, nearest

_ID: Final = re.compile(r"[ABC]\d{3}")


@cache
def claims() -> Mapping[str, Claim]:
    """Every claim by its id, in the order of the ids.

    Raises:
        BadInput: with file, line, key, what was expected and the nearest known name.
    """
    found: dict[str, Claim] = {}
    for name in resources.names("claims", ".toml"):
        if name == REFERENCES:
            continue
        for id_, claim in parse_claims(resources.text(name), name).items():
            if id_ in found:
                raise BadInput(f"this claim is in {found[id_].theme}.toml too", (id_,), file=name)
            found[id_] = claim
    return dict(sorted(found.items()))


def parse_claims(text: str, name: str) -> dict[str, Claim]:
    """The claims of one file; `name` stands for the file in complaints, and names the theme.

    Raises:
        BadInput: as `claims`.
    """
    try:
        tables = tomllib.loads(text)
    except ValueError as error:
        raise BadInput(f"this is not TOML: {error}", file=name) from None
    found = {}
    for id_, table in tables.items():
        try:
            found[id_] = _claim(id_, table, Path(name).stem)
        except BadInput as error:
            raise error.located(name, line_of(error.at, text)) from None
    return found


def series_known(clock: Clock) -> frozenset[str]:
    """Every quantity that can be measured on that clock."""
    if clock == "weeks":
        return frozenset({*calendar("male").units, *calendar("female").units, "loop_gain"})
    return frozenset(cell_in_body("muscle").units)


def minutes(text: str, key: KeyPath = ()) -> float:
    """A time in min.

    Raises:
        BadInput: it is none.
    """
    try:
        return units.read(text, "time")
    except UnitError as error:
        raise BadInput(error.problem, key, nearest=error.nearest) from None


def _claim(id_: str, table: object, theme: str) -> Claim:
    if not _ID.fullmatch(id_):
        raise BadInput('expected an id such as "A001"', (id_,))
    claim = replace(convert(table, Claim, (id_,)), id=id_, theme=theme)
    for key, citation in cited(claim):
        try:
            reference(citation)
        except BadInput as error:
            raise BadInput(error.problem, key, nearest=error.nearest) from None
    _check_kind(claim)
    _check_span(claim.span, (id_, "span"))
    for index, expectation in enumerate(claim.expect):
        _check_expectation(expectation, (id_, "expect", index))
    return claim


def cited(claim: Claim) -> Iterator[tuple[KeyPath, str]]:
    """Every citation key with where it stands."""
    for key in claim.source:
        yield (claim.id, "source"), key
    for key in claim.counter.source:
        yield (claim.id, "counter", "source"), key
    for index, size in enumerate(claim.size):
        yield (claim.id, "size", index, "source"), size.source
    for index, expectation in enumerate(claim.expect):
        if expectation.source:
            yield (claim.id, "expect", index, "source"), expectation.source


def _check_kind(claim: Claim) -> None:
    """What a modelled claim must say, and what another one must not."""
    if claim.kind != "modelled":
        if not claim.reason:
            raise BadInput('the key "reason" is missing: why is it not modelled?', (claim.id,))
        if claim.expect or claim.shows.scenario:
            raise BadInput(f'a claim that is "{claim.kind}" has no experiment', (claim.id, "shows"))
        return
    for name in ("basics", "molecular", "expect", "source"):
        if not getattr(claim, name):
            raise BadInput(f'the key "{name}" is missing', (claim.id,))
    known = [Path(name).stem for name in resources.names("scenarios", ".toml")]
    wanted = claim.shows.scenario
    if wanted not in known:
        key = (claim.id, "shows", "scenario")
        raise BadInput(f'no scenario is called "{wanted}"', key, nearest=nearest(wanted, known))


def _check_expectation(e: Expectation, key: KeyPath) -> None:
    known = series_known(e.clock)
    if e.series not in known:
        likely = nearest(e.series, known)
        raise BadInput(f'no series of the {e.clock} is called "{e.series}"', (*key, "series"), nearest=likely)
    for name in ("at", "since", "over"):
        if text := getattr(e, name):
            minutes(text, (*key, name))
    _check_span(e.span, (*key, "span"))
    if minutes(e.at) < minutes(e.since):
        raise BadInput("expected a time after the cause begins", (*key, "at"))
    ranged = e.published is not None or e.low is not None or e.high is not None
    if not e.sign and not ranged:
        raise BadInput("expected a sign, or a published value or range", key)
    if ranged and not e.source:
        raise BadInput('the key "source" is missing: who published the number?', key)
    if bool(e.fails) != bool(e.miss):
        raise BadInput('expected "fails", what does not hold, together with "miss", why', key)
    if e.sign and e.compare == "value":
        raise BadInput("a value by itself has no sign", (*key, "sign"))


def _check_span(span: tuple[str, ...], key: KeyPath) -> None:
    if not span:
        return
    if len(span) != 2 or minutes(span[0], key) > minutes(span[1], key):
        raise BadInput("expected two times, the earlier first", key)
