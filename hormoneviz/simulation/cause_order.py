"""The order of a list of causes: a cause before what it caused, and else by when each began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def in_order(onsets: Mapping[str, float], edges: Sequence[tuple[float, str, str]]) -> list[str]:
    """Names in order, by (weight, cause, effect) edges and onsets; where causes run in a circle, the weakest
    edge that closes it is left out."""
    before: dict[str, set[str]] = {name: set() for name in onsets}
    for _, cause, effect in sorted(edges, reverse=True):
        if cause in before and effect in before and not _leads(before, effect, cause):
            before[effect].add(cause)
    found: list[str] = []
    while len(found) < len(before):
        ready = [name for name in before if name not in found and before[name] <= set(found)]
        found.append(min(ready, key=lambda name: (onsets[name], name)))
    return found


def _leads(before: Mapping[str, set[str]], start: str, goal: str) -> bool:
    """Whether `start` comes, directly or not, before `goal`."""
    waiting, seen = [goal], {goal}
    while waiting:
        name = waiting.pop()
        if name == start:
            return True
        more = before[name] - seen
        seen |= more
        waiting += more
    return False
