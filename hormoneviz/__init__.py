"""HormoneViz: how insulin brings GLUT4 to the surface of a cell, and what hormones and inflammation do to it.

The package is a house of floors; each imports only from floors below it (checked by import-linter in the
tests):

    __main__     arguments -> shell
    shell        window, menus, command line: the only floor that starts things
    modes        who is looking: a frozen list of panels, commands and limits
    views        widgets that draw Frames
    look         theme, fonts, words
    session      the one thing that changes (QtCore only)
    exchange     files in and out
    simulation   Scenario -> Film -> Frame
    kinetics     what the biology is
    resources    where shipped files lie

For a notebook there are five names, without any window: simulate, scenarios, parameters, compare, population
(exchange/calls.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hormoneviz.exchange.calls import compare, parameters, population, scenarios, simulate

__all__ = ["compare", "parameters", "population", "scenarios", "simulate"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The five names, brought in when one is asked for: `import hormoneviz` alone stays light."""
    if name not in __all__:
        raise AttributeError(f"module 'hormoneviz' has no attribute {name!r}")
    from hormoneviz.exchange import calls

    return getattr(calls, name)
