"""The texts of the inspector as simple HTML: what a thing is, and the numbers its law stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from hormoneviz.kinetics.parameters import sources
from hormoneviz.look.words import Words
from hormoneviz.simulation.body import settled
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.evidence import GradedEffect, cell_effects, graded_effects
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.switch_evidence import effects_behind
from hormoneviz.views.inspector.citations import references
from hormoneviz.views.inspector.facts import Facts


def about_html(words: Words, name: str, shown: Facts | None, elsewhere: bool = False) -> str:
    """What it is and does, what it depends on and what it acts on; names are links.

    `elsewhere` is whether it belongs to a body, of which there is none in this experiment.
    """
    parts = []
    if name in words:
        said = f"{words.what(name)} {words.does(name)}"
        parts.append(f"<p>{escape(said)}</p>")
        parts += [f"<p><i>{escape(reference)}.</i></p>" for reference in references(said)]
    if shown is None:
        return "".join(parts)
    parts += [f"<p>{escape(p.note)}</p>" for p in shown.parameters if p.name == shown.name and p.note]
    if elsewhere:
        parts.append(f"<p>{escape(words.say('inspector_elsewhere'))}</p>")
    for phrase, names in (("inspector_driven", shown.driven_by), ("inspector_drives", shown.drives)):
        if names:
            parts.append(f"<p><b>{escape(words.say(phrase))}</b> {_links(words, names)}</p>")
    if shown.terms:
        parts.append(f"<p><b>{escape(words.say('inspector_law'))}</b></p>")
    elif not shown.parameters:
        parts.append(f"<p>{escape(words.say('inspector_given'))}</p>")
    return "".join(parts)


def numbers_html(words: Words, shown: Facts | None, now: Mapping[str, float], standing: Scenario) -> str:
    """The parameters of its law with present value, unit, basis and source, and which hormones change them
    now."""
    if shown is None or not shown.parameters:
        return ""
    rows = []
    for p in shown.parameters:
        basis = words.say(f"basis_{p.basis}")
        source = sources().get(p.source, p.note)
        unit = "" if p.unit == "1" else escape(p.unit.replace("1/", "/"))
        rows.append(
            f"<tr><td><b>{_name(p.name)}</b>&nbsp;&nbsp;</td>"
            f"<td>{now.get(p.name, p.value):.4g}&nbsp;{unit}&nbsp;&nbsp;</td>"
            f"<td>{escape(basis)}: {escape(source)}</td></tr>"
        )
    table = f"<table cellspacing='3'>{''.join(rows)}</table>"
    numbers = f"<p><b>{escape(words.say('inspector_numbers'))}</b></p>{table}"
    return numbers + _hormones(words, shown, standing)


def evidence(name: str, shown: Facts | None) -> tuple[GradedEffect, ...]:
    """What is graded of a thing: what it does as a switch or a messenger, and what acts on it."""
    known = (*graded_effects().values(), *cell_effects().values())
    read = {p.name for p in shown.parameters} if shown else set()
    acting = [row for row in known if name in (row.at, *row.parameters) or _in_law(row, read)]
    return tuple(dict.fromkeys((*effects_behind(name), *acting)))


def _in_law(row: GradedEffect, read: set[str]) -> bool:
    """Whether an effect of the calendar changes what a law reads; an arrow of the cell ends at one place."""
    return not row.at and not read.isdisjoint(row.parameters)


def _hormones(words: Words, shown: Facts, standing: Scenario) -> str:
    """Which effects of the body are at work on the parameters now."""
    state = calendar_of_scenario(standing).at(standing.week)
    body = settled(state, standing.person, standing.evidence.stance, tissue=standing.tissue)
    read = {p.name for p in shown.parameters}
    lines = []
    for effect in body.effects:
        for name, factor in effect.multipliers.items():
            if name in read and abs(factor - 1) > 0.005:
                cause = _label(words, effect.cause)
                told = words.say("inspector_times", cause=cause, name=name, factor=factor)
                lines.append(f"<li>{escape(told)}. {escape(effect.note)}</li>")
    if not lines:
        return ""
    return f"<p><b>{escape(words.say('inspector_hormones'))}</b></p><ul>{''.join(lines)}</ul>"


def _links(words: Words, names: Sequence[str]) -> str:
    return ", ".join(f'<a href="{escape(n)}">{escape(_label(words, n))}</a>' for n in names)


def _label(words: Words, name: str) -> str:
    return words.short(name) if name in words else name


def _name(name: str) -> str:
    head, _, tail = name.partition("_")
    return f"{escape(head)}<sub>{escape(tail)}</sub>" if tail else escape(head)
