"""The functions a rate law may call: each once, with its numpy form, its derivatives and its name in
words."""

from __future__ import annotations

from collections.abc import Callable
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
}
