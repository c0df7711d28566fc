"""Which plots there are, which of them an experiment has, and which it usually shows.  No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from hormoneviz.simulation.protocol import EATING
from hormoneviz.simulation.scenario import Protocol

Dash = Literal["solid", "dash", "dot", "dashdot"]
Amount = Literal["many", "much", "high", "strong"]
GlucoseUnit = Literal["mmol/L", "mg/dL"]

_LEAST_DIFFERENCE = 0.1
"""of an axis' least top: a smaller difference is not blown up"""
_MG_DL_PER_MM = 18.016
"""glucose, 180.16 g/mol"""


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: a quantity, its colour role and dash."""

    name: str
    colour: str
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: its curves, how they are scaled, and the least top of its axis.

    Its words are the phrases `plot_NAME`, `plot_NAME_unit`, `plot_NAME_chip` and `plot_NAME_bar`.
    """

    name: str
    symbol: str
    """the unit of its read-outs"""
    curves: tuple[Curve, ...]
    least_top: float
    factor: float = 1.0
    """from the model's unit to that of the plot"""
    counted: bool = False
    """whether drawn vesicles are counted beside the curve"""
    of_rest: bool = False
    """whether it is told in multiples of rest"""
    of_body: bool = False
    """whether it needs a body around the cell"""
    amount: Amount = "much"
    """how a comparison of it is worded: as many, much, high or strong as in health"""
    main: int = 0
    """the curve that stands for all of them where there is room for one"""
    signed: bool = False
    """whether it is a difference, which may be below nought"""

    @property
    def difference(self) -> Plot:
        """The plot of what this cell has more than its twin."""
        symbol = "points" if self.symbol == "%" else self.symbol
        least = _LEAST_DIFFERENCE * self.least_top
        return replace(self, symbol=symbol, least_top=least, counted=False, signed=True)


def _glucose(unit: GlucoseUnit) -> Plot:
    """Blood glucose; the axis of a level value does not blow up its ripples."""
    factor = 1.0 if unit == "mg/dL" else 1.0 / _MG_DL_PER_MM
    curves = (Curve("plasma_glucose", "glucose"),)
    return Plot("glucose", unit, curves, 126.0 * factor, factor, of_body=True, amount="high")


def plots(unit: GlucoseUnit = "mmol/L") -> dict[str, Plot]:
    """All plots by name."""
    cascade = (
        Curve("IRS1_Y", "irs1_tyr"),
        Curve("IRS1_S", "irs1_ser", "dash"),
        Curve("Akt_S473", "akt", "dashdot"),
        Curve("AS160_p", "as160", "dot"),
    )
    surface, uptake = (Curve("GLUT4_surface", "glut4"),), (Curve("glucose_uptake", "glucose"),)
    insulin, fats = (Curve("plasma_insulin", "insulin"),), (Curve("FFA", "fatty_acid"),)
    found = (
        Plot("surface", "%", surface, 20.0, 100.0, counted=True, amount="many"),
        Plot("uptake", "× rest", uptake, 1.5, of_rest=True),
        _glucose(unit),
        Plot("insulin", "pmol/L", insulin, 100.0, of_body=True),
        Plot("GIR", "mg/kg/min", (Curve("GIR", "glucose"),), 4.0, of_body=True),
        Plot("FFA", "mmol/L", fats, 0.8, of_body=True),
        Plot("cascade", "%", cascade, 20.0, 100.0, amount="strong", main=2),
    )
    return {plot.name: plot for plot in found}


NAMES = tuple(plots())


def offered(protocol: Protocol) -> tuple[str, ...]:
    """The plots that an experiment has: what it usually shows first."""
    all_of_it = plots()
    in_dish = protocol.kind == "bath"
    found = [name for name in NAMES if not (in_dish and all_of_it[name].of_body)]
    if not _glucose_held(protocol):
        found = [name for name in found if name != "GIR"]
    first = usual(protocol)
    return (*first, *(name for name in found if name not in first))


def usual(protocol: Protocol) -> tuple[str, ...]:
    """The plots that show what an experiment is about, the most telling first."""
    blood = "GIR" if _glucose_held(protocol) else "glucose"
    match protocol.kind:
        case "bath":
            return ("surface", "uptake", "cascade")
        case "gh_infusion" | "lipid_infusion":
            return ("surface", "FFA", "uptake", blood)
        case "endotoxin":
            return ("surface", "uptake", "cascade", blood)
        case "clamp":
            return ("surface", blood, "uptake", "insulin")
    return ("surface", "uptake", blood, "insulin")


def shown(protocol: Protocol, chosen: dict[str, bool]) -> tuple[str, ...]:
    """The plots to show: the usual ones, but for what a person has ever switched on or off."""
    first = usual(protocol)
    found = tuple(name for name in offered(protocol) if chosen.get(name, name in first))
    return found or first[:1]


def _glucose_held(protocol: Protocol) -> bool:
    """Whether an infusion holds blood glucose."""
    if protocol.kind == "bath" or protocol.kind in EATING:
        return False
    return protocol.kind == "clamp" or protocol.glucose is not None
