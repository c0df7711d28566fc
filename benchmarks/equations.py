"""Every equation of cell, body and calendar, typeset from the networks themselves: docs/equations.md.

What each quantity stands for is said in data/nouns.toml or in the words of the program; a quantity without
either is an error. Written by `python -m benchmarks.model_doc --write`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from benchmarks.latex import equation
from hormoneviz import resources
from hormoneviz.kinetics.body import body
from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.network import Input, Network, Rule, Species
from hormoneviz.views.inspector.facts import facts

NOUNS = Path(__file__).parent / "data" / "nouns.toml"
CELL, BODY, MAN, WOMAN = network("fat"), body(), calendar("male"), calendar("female")
NETWORKS = (
    ("The cell", CELL, "minutes"),
    ("The body of the hours", BODY, "minutes"),
    ("The calendar", MAN, "days"),
)
"""title, network, unit of time; all four kinds of cell share one network, and so do both sexes but for rules
that are given for each"""
BLOCKS = {
    "signalling": "Signalling",
    "inflammation": "Inflammation and lipids",
    "traffic": "Traffic of GLUT4",
    "body": "Glucose, insulin, fatty acids, growth hormone",
    "drugs": "Drugs",
    "gonads": "Gonads",
    "growth": "Growth hormone",
    "composition": "Composition and inflammation",
    "glucose": "The morning's glucose and the beta cells",
}
"""what the blocks of states are called"""
RULE_HEADS = {
    "IRp": "Signalling",
    "p_dis": "Traffic",
    "Uid_b": "What the balance at rest fixes",
    "plasma_glucose": "Read-outs, and fatty acids",
    "GH_muscle": "What dulls insulin action",
    "Ra": "Fluxes",
    "testosterone_given": "Drugs",
    "GH_own": "Growth hormone",
    "bf": "Insulin in the morning",
    "estrogen_sensed": "Gonads",
    "estrogen_effect": "Composition and inflammation",
    "s_inflammation": "Insulin action",
    "Gp": "Glucose in the morning",
    "Gp_clamp": "Where a clamp ends",
}
"""the first rule under each heading"""
_HEAD = """# The equations

Written by `python -m benchmarks.model_doc --write` from the declarations that the program runs
(`hormoneviz/kinetics`); a test keeps it current. What the parts are for, and what they leave out, is told in
[model.md](model.md); the numbers are in [parameters.md](parameters.md).

How to read them: what follows the first underscore of a name is its subscript. $[x]_+$ is $x$ above zero and
else zero; $\\theta(x)$ is 1 above zero and else 0. A fraction $x/(K + x)$ is half at $x = K$, never above 1.
Shares have the unit 1. Each part begins with what is given to it, then what follows from other quantities at
the same moment, then what changes in time. Nothing starts from the values in the program's tables: a film
begins where the untreated, fasting person has come to rest.
"""


@cache
def _nouns() -> Mapping[str, str]:
    own = tomllib.loads(NOUNS.read_text(encoding="utf-8"))
    words = tomllib.loads(resources.text("words/en.toml"))["thing"]
    return {name: thing["what"] for name, thing in words.items() if "what" in thing} | own


def meaning(name: str) -> str:
    """What a quantity stands for, without a full stop.

    Raises:
        KeyError: nobody said.
    """
    return _nouns()[name].rstrip(".")


def document() -> str:
    """docs/equations.md."""
    return "\n".join([_HEAD, *(line for part in NETWORKS for line in _part(*part))])


def _part(title: str, net: Network, time: str) -> Iterator[str]:
    size = f"{len(net.species)} states, {len(net.rules)} rules, {len(net.reactions)} reactions"
    yield f"## {title}\n\n{size}; time in {time}.\n\n### Given from outside\n"
    yield table(net.inputs)
    for rule in net.rules:
        if rule.name in RULE_HEADS and not (net is MAN and rule.name == "Uid_b"):
            yield f"\n### {RULE_HEADS[rule.name]}: what follows at once"
        yield from _rule(net, rule)
    for block, states in groupby(net.species, key=lambda s: s.part_of):
        yield f"\n### {BLOCKS[block]}: what changes"
        for state in states:
            yield _told(net, state, "min" if time == "minutes" else "d")


def _rule(net: Network, rule: Rule) -> Iterator[str]:
    """A rule; in the calendar, that of women too where it is another."""
    other = {r.name: r for r in WOMAN.rules}.get(rule.name)
    if net is not MAN or (other and other.formula == rule.formula):
        yield _told(net, rule)
        return
    yield _told(net, rule, sex="in men" if other else "in men alone")
    if other:
        yield _told(WOMAN, rule, sex="in women")


def _told(net: Network, part: Rule | Species, per: str = "", sex: str = "") -> str:
    unit = f"{part.unit} per {per}".removeprefix("1 ") if per else part.unit
    words = f"`{part.name}`{f', {sex}' if sex else ''} [{unit}]: {meaning(part.name)}."
    return f"\n{words}\n\n```math\n{equation(facts(net, part.name))}\n```"


def table(parts: Sequence[Input] | Sequence[Species]) -> str:
    """Names with unit and meaning."""
    rows = [f"| `{part.name}` | {part.unit} | {meaning(part.name)} |" for part in parts]
    return "\n".join(["| name | unit | what it stands for |", "|---|---|---|", *rows])


def states() -> str:
    """Every state of the three networks, for docs/model.md."""
    return "\n\n".join(f"**{title}**\n\n{table(net.species)}" for title, net, _ in NETWORKS)
