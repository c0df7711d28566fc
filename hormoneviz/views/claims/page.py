"""The page of one claim, as simple HTML: what is said, how sure it is, what is against it, what to expect."""

from __future__ import annotations

from html import escape
from typing import Final

from hormoneviz.exchange.claims.claim import Claim, Size
from hormoneviz.exchange.claims.reference import reference
from hormoneviz.look.look import Look
from hormoneviz.look.theme import mix
from hormoneviz.look.units import glucose_said
from hormoneviz.look.words import Words
from hormoneviz.views.claims.search import status
from hormoneviz.views.claims.showing import expected, places

BADGE: Final = "badge"
"""name of the picture of the grade, which the page expects to be there"""


def page_html(claim: Claim, look: Look, told: str = "") -> str:
    """All of one claim; `told` says what "Show me" has put on stage, and stands first, with what to see."""
    words = look.words
    text = _said(claim, words)
    against = _against(claim, words)
    first = (against, text) if claim.grade == "contradicted" else (text, against)
    seen = _expect(claim, look) + _where(claim, words)
    box = _box(_part(told, claim.conditions) + seen, look) if told else ""
    parts = [_head(claim, look), box, *first, _reason(claim, words)]
    parts += [_sizes(claim, words), "" if told else seen + _conditions(claim, words)]
    parts += [_part(words.say("claims_wrong"), claim.wrong) if claim.wrong else ""]
    parts += [_references(claim, words)]
    return glucose_said("".join(parts), look.glucose_unit)


def graded(claim: Claim, words: Words) -> str:
    """The grade in words, and what the model makes of the claim."""
    made = status(claim)
    phrase = "better" if made == "hit" and claim.grade == "contradicted" else made
    return f"{words.say(f'grade_{claim.grade}')} · {words.say(f'claims_status_{phrase}')}"


def _head(claim: Claim, look: Look) -> str:
    title, picture = look.pixels(17), look.pixels(18)
    of = " · ".join(filter(None, (", ".join(claim.species), ", ".join(claim.tissue), ", ".join(claim.time))))
    return (
        f'<p style="font-size:{title}px"><b>{escape(claim.title)}</b></p>'
        f'<p><img src="{BADGE}" width="{picture}" height="{picture}" style="vertical-align: middle"> '
        f"<b>{escape(graded(claim, look.words))}</b><br>{escape(claim.id)} · {escape(of)}</p>"
    )


def _box(html: str, look: Look) -> str:
    """On a ground of its own, with a bar at its left edge: a frame round a table is drawn twice."""
    theme = look.theme
    ground = mix(theme.colour("surface"), theme.colour("accent"), 0.1).name()
    bar = f'<td width="{look.pixels(4)}" bgcolor="{theme.colour("accent").name()}"></td>'
    text = f'<td bgcolor="{ground}" style="padding: {look.pixels(8)}px">{html}</td>'
    style = f"margin-top: {look.pixels(8)}px; margin-bottom: {look.pixels(8)}px"
    return f'<table width="100%" cellspacing="0" border="0" style="{style}"><tr>{bar}{text}</tr></table>'


def _said(claim: Claim, words: Words) -> str:
    said = claim.said(words.level)
    if claim.grade == "contradicted":
        return _part(words.say("claims_claim"), said)
    return f"<p>{escape(said)}</p>"


def _against(claim: Claim, words: Words) -> str:
    if not claim.counter.text:
        return ""
    head = "claims_better" if claim.grade == "contradicted" else "claims_against"
    return _part(words.say(head), _cited(claim.counter.text, claim.counter.source))


def _reason(claim: Claim, words: Words) -> str:
    if claim.kind == "modelled":
        return ""
    return _part(words.say(f"claims_status_{status(claim)}"), claim.reason)


def _expect(claim: Claim, look: Look) -> str:
    """Each expectation with whether the model meets it."""
    words, rows = look.words, []
    for e in claim.expect:
        met = words.say("claims_misses", why=e.miss) if e.miss else words.say("claims_meets")
        note = f" ({escape(e.note)})" if e.note else ""
        rows.append(f"<li>{escape(expected(e, look))}{note} <b>{escape(met)}</b></li>")
    return f"<p><b>{escape(words.say('claims_expect'))}</b></p><ul>{''.join(rows)}</ul>" if rows else ""


def _where(claim: Claim, words: Words) -> str:
    rows = ""
    for place, names in places(claim, words).items():
        links = (f'<a href="{place}:{name}">{escape(label)}</a>' for label, name in names.items())
        rows += f"<li>{escape(words.say(f'claims_in_{place}'))}: {', '.join(links)}</li>"
    return f"<p><b>{escape(words.say('claims_where'))}</b></p><ul>{rows}</ul>" if rows else ""


def _sizes(claim: Claim, words: Words) -> str:
    return _part(words.say("claims_size"), "; ".join(map(_size, claim.size))) if claim.size else ""


def _conditions(claim: Claim, words: Words) -> str:
    """What the cause is, and what else the experiment is like."""
    return _part(words.say("claims_conditions"), claim.conditions) if claim.conditions else ""


def _size(size: Size) -> str:
    low, high = (None if n is None else f"{n:g}" for n in (size.low, size.high))
    number = f"{size.value:g}" if size.value is not None else f"{low} – {high}"
    if size.value is None and (low is None or high is None):
        number = f"≤ {high}" if low is None else f"≥ {low}"
    return _cited(f"{size.of}: {number} {size.unit}".rstrip(), (size.source,))


def _references(claim: Claim, words: Words) -> str:
    keys = [*claim.source, *claim.counter.source, *(size.source for size in claim.size)]
    keys += [e.source for e in claim.expect if e.source]
    rows = "".join(f"<li>[{key}] {escape(reference(key).text)}</li>" for key in dict.fromkeys(keys))
    return f"<p><b>{escape(words.say('claims_references'))}</b></p><ul>{rows}</ul>" if rows else ""


def _cited(text: str, keys: tuple[str, ...]) -> str:
    """A text with the names of its references in brackets; the full ones stand at the end of the page."""
    return f"{text} [{', '.join(keys)}]" if keys else text


def _part(head: str, text: str) -> str:
    return f"<p><b>{escape(head)}</b><br>{escape(text)}</p>"
