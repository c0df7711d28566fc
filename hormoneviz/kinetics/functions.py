"""The functions a rate law may call: each once, with its numpy form, its derivatives and its name in
words."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the closed rate-law grammar."""

    arguments: tuple[str, ...]
    evaluate: Callable[..., Any]
    """on numpy arrays or plain numbers"""
    source: str
    """a scalar Python expression of the arguments, inlined into the generated code"""
    derivatives: tuple[str, ...]
    """for each argument, its partial derivative as a formula of the arguments"""
    words: str


SCALARS: Mapping[str, Callable[[float], float]] = {"exp_of": math.exp, "log_of": math.log}
"""what the scalar sources below call by name; on plain numbers five times as fast as numpy"""

FUNCTIONS: dict[str, Function] = {
    "saturation": Function(
        arguments=("x", "K"),
        evaluate=lambda x, K: x / (x + K),
        source="(({x})/(({x})+({K})))",
        derivatives=("K/(x + K)**2", "-x/(x + K)**2"),
        words="x/(x+K): half at x = K, never above 1",
    ),
    "positive": Function(
        arguments=("x",),
        evaluate=lambda x: np.maximum(x, 0.0),
        source="(({x}) if ({x}) > 0.0 else 0.0)",
        derivatives=("step(x)",),
        words="x where x > 0, else 0",
    ),
    "step": Function(
        arguments=("x",),
        evaluate=lambda x: np.where(np.asarray(x) > 0.0, 1.0, 0.0),
        source="(1.0 if ({x}) > 0.0 else 0.0)",
        derivatives=("0",),
        words="1 where x > 0, else 0",
    ),
    "power": Function(
        arguments=("x", "n"),
        evaluate=lambda x, n: x**n,
        source="(({x})**({n}))",
        derivatives=("n*power(x, n - 1)", "power(x, n)*log(x)"),
        words="x to the power of n, where n is a parameter; x must be above 0",
    ),
    "exp": Function(
        arguments=("x",),
        evaluate=lambda x: np.exp(x),
        source="exp_of({x})",
        derivatives=("exp(x)",),
        words="e to the power of x",
    ),
    "log": Function(
        arguments=("x",),
        evaluate=lambda x: np.log(x),
        source="log_of({x})",
        derivatives=("1/x",),
        words="natural logarithm of x, which must be above 0",
    ),
    "maximum": Function(
        arguments=("x", "y"),
        evaluate=lambda x, y: np.maximum(x, y),
        source="(({x}) if ({x}) > ({y}) else ({y}))",
        derivatives=("step(x - y)", "1 - step(x - y)"),
        words="the larger of x and y",
    ),
    "minimum": Function(
        arguments=("x", "y"),
        evaluate=lambda x, y: np.minimum(x, y),
        source="(({x}) if ({x}) < ({y}) else ({y}))",
        derivatives=("step(y - x)", "1 - step(y - x)"),
        words="the smaller of x and y",
    ),
}
