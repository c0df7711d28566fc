"""Units as the networks spell them ("mg/kg/min per mg/dL"), taken apart into the base units of SBML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BASE: Final[dict[str, tuple[str, int, float]]] = {
    # unit: kind of SBML, power of ten, multiplier
    "s": ("second", 0, 1.0),
    "min": ("second", 0, 60.0),
    "d": ("second", 0, 86400.0),
    "g": ("gram", 0, 1.0),
    "L": ("litre", 0, 1.0),
    "mol": ("mole", 0, 1.0),
    # International units count an effect; SBML has no kind for that but the plain count.
    "IU": ("item", 0, 1.0),
    "U": ("item", 0, 1.0),
}
_PREFIXES: Final = {"k": 3, "": 0, "d": -1, "m": -3, "u": -6, "n": -9, "p": -12}
_PURE: Final = ("1", "a.u.", "")
_TOKEN: Final = re.compile(r"([A-Za-z]+)(\d*)")


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a unit, as SBML states it: (multiplier * 10^scale * kind)^exponent."""

    kind: str
    exponent: int
    scale: int
    multiplier: float


def factors(unit: str) -> tuple[Factor, ...]:
    """The factors of a unit; none for a pure number.

    Raises:
        ValueError: a unit that this table does not know.
    """
    found: list[Factor] = []
    for place, part in enumerate(unit.split(" per ")):
        sign = -1 if place else 1
        for position, token in enumerate(part.split("/")):
            found += _factors(token, -sign if position else sign)
    return tuple(found)


def unit_id(unit: str) -> str:
    """The unit as an identifier: "mg/kg/min" is mg_per_kg_per_min."""
    if not factors(unit):
        return "dimensionless"
    return re.sub(r"\W+", "_", unit.replace(" per ", "_for_").replace("/", "_per_")).replace("1_per", "per")


def split(unit: str) -> tuple[str, str]:
    """A state's unit as what there is and in how much of what: "pM" is pmol in L, "mg/kg" is mg in kg."""
    if unit in ("mM", "nM", "pM"):
        return f"{unit[0]}mol", "L"
    amount, _, size = unit.partition("/")
    return amount, size or "1"


def _factors(token: str, sign: int) -> list[Factor]:
    if token in _PURE:
        return []
    match = _TOKEN.fullmatch(token)
    if match is None:
        raise ValueError(f"unknown unit {token!r}")
    name, power = match[1], sign * int(match[2] or 1)
    if name.endswith("M") and name[:-1] in _PREFIXES:
        return [Factor("mole", power, _PREFIXES[name[:-1]], 1.0), Factor("litre", -power, 0, 1.0)]
    if name in _BASE:
        kind, scale, multiplier = _BASE[name]
        return [Factor(kind, power, scale, multiplier)]
    prefix, base = name[:1], name[1:]
    if prefix not in _PREFIXES or base not in _BASE:
        raise ValueError(f"unknown unit {token!r}")
    kind, scale, multiplier = _BASE[base]
    return [Factor(kind, power, scale + _PREFIXES[prefix], multiplier)]
