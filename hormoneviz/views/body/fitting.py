"""Which items the strip has room for, in which form and at which size of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hormoneviz.views.body.item import Form

HEIGHT = 76.0
"""px; the least height at 100 % text"""
_SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52)
"""shares of the largest text that fits the height, to try in turn"""
DROPPED = ("blood_now", "pituitary", "fat_tissue", "gonad", "fasting_insulin", "M_value", "muscle_tissue")
"""what goes first where there is no room, even for narrow items"""

Width = Callable[[str, Form, float], float]
"""(item, form, scale) -> px"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is shown, and how."""

    items: tuple[str, ...]
    form: Form
    scale: float
    widths: tuple[float, ...]
    """px of each; together no more than there are"""


def plan(items: Sequence[str], width: float, height: float, text_scale: float, needed: Width) -> Plan:
    """The first that fits: everything wide, everything narrow, and then fewer and fewer narrow items.

    Text grows with the height, and is never smaller than `text_scale` where the height allows that.
    """
    found = None
    for shown, form, scale in _attempts(items, height / HEIGHT, text_scale):
        widths = [needed(item, form, scale) for item in shown]
        found = Plan(shown, form, scale, tuple(widths))
        if sum(widths) <= width:
            break
    assert found is not None
    return Plan(found.items, found.form, found.scale, levelled(found.widths, width))


def levelled(needed: Sequence[float], total: float) -> tuple[float, ...]:
    """Widths that fill the total (px), as equal as the needs allow; too little room is shared by need."""
    if sum(needed) > total:
        return tuple(width * total / sum(needed) for width in needed)
    rest, count = total, len(needed)
    for width in sorted(needed, reverse=True):
        if width * count <= rest:
            break
        rest, count = rest - width, count - 1
    level = rest / max(count, 1)
    return tuple(max(width, level) for width in needed)


def _attempts(
    items: Sequence[str], largest: float, text_scale: float
) -> Iterator[tuple[tuple[str, ...], Form, float]]:
    least = min(largest, text_scale)
    scales = list(dict.fromkeys(max(largest * share, least) for share in _SMALLER))
    forms: list[tuple[tuple[str, ...], Form]] = [(tuple(items), "wide"), (tuple(items), "narrow")]
    for count in range(1, len(DROPPED) + 1):
        forms.append((tuple(item for item in items if item not in DROPPED[:count]), "narrow"))
    for shown, form in forms:
        for scale in scales:
            yield shown, form, scale
