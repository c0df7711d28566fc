"""The state in which an untreated person rests, and how weak an organ is that shows the level asked for."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import ODEintWarning, odeint

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.compiled import Compiled, Inputs, compiled
from hormoneviz.simulation.constitution import Asked, Constitution
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.settle import settle

Array = NDArray[np.float64]
Parameters = tuple[float, ...]

RELATIVE, AT_REST = 1e-3, 1e-5
"""solver tolerances: 1e-3 a step makes 1e-4 a year, far below what blood can tell; the long way to rest ends
at it to nine digits whatever the steps"""
LEAN = {"VAT_set": 1.0, "SAT_set": 1.0, "load": 0.0}
"""the body to which a stage of life is given"""
NOT_KNOWN_YET = 1e6
"""nmol/L, a level of her own above which no woman's testosterone rises, until she rests and it is known"""
YEARS = 5000.0
"""d; long against the slowest process, the wear of beta cells (300 d)"""


@cache
def runner(sex: str) -> Compiled:
    """The compiled network of one sex."""
    return compiled(calendar("male" if sex == "male" else "female"))


@lru_cache(maxsize=256)
def untreated(person: Constitution) -> tuple[Parameters, tuple[float, ...]]:
    """Parameters and state of the person at rest, without drugs.

    First the stage of life is given to a lean body, then this body to the person, then the organ that a named
    level blames is made as weak (or strong) as it takes.

    Raises:
        SolverFailed: the solver could not reach the state of rest.
    """
    run = runner(person.sex)
    values = {p.name: p.value for p in run.network.parameters} | dict(person.parameters)
    values["testosterone_own"] = NOT_KNOWN_YET
    if person.by_nature:
        lean = values | LEAN
        values |= _causes(run, lean, person.by_nature)
    state = _settle(run, values, ())
    values["testosterone_own"] = max(0.01, float(state[_place(run, "testosterone")]))
    if person.by_word:
        values |= _causes(run, values, person.by_word)
        state = _settle(run, values, ())
    return run.ordered(values), tuple(state.tolist())


def solve(run: Compiled, parameters: Parameters, inputs: Inputs, start: Array, times: Array) -> Array:
    """States at ascending times (d), the first of which is the start [T, S].

    Raises:
        SolverFailed: LSODA could not go on.
    """
    rhs, jacobian = run.rhs, run.jacobian

    def f(t: float, y: Array) -> list[float]:
        return rhs(t, y, parameters, inputs)

    def j(t: float, y: Array) -> Array:
        return jacobian(t, y, parameters, inputs)

    return _integrate(f, j, start, times, RELATIVE)


def _integrate(
    f: Callable[[float, Array], Sequence[float]],
    jacobian: Callable[[float, Array], Array],
    start: Array,
    times: Array,
    relative: float,
) -> Array:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ODEintWarning)
            states: Array = odeint(
                f, start, times, Dfun=jacobian, tfirst=True, rtol=relative, atol=0.01 * relative, mxstep=5000
            )
    except (ODEintWarning, ArithmeticError, ValueError, TypeError) as error:
        raise SolverFailed(f"the calendar could not go on after day {times[0]:.4g} ({error})") from None
    return np.maximum(states, 0.0)


def nothing(run: Compiled) -> Inputs:
    """Inputs of a person without drugs."""
    zeros = (0.0,) * len(run.network.inputs)
    return lambda _t: zeros


def _place(run: Compiled, species: str) -> int:
    return [s.name for s in run.network.species].index(species)


def _settle(run: Compiled, values: dict[str, float], held: Sequence[Asked]) -> Array:
    """The state of rest, with some states held where they are asked to be."""
    parameters, inputs = run.ordered(values), nothing(run)
    start = run.start(parameters)
    places = [_place(run, asked.species) for asked in held]
    start[places] = [asked.level for asked in held]
    rhs, jacobian = run.rhs, run.jacobian

    def f(t: float, y: Array) -> list[float]:
        slopes = rhs(t, y, parameters, inputs)
        for place in places:
            slopes[place] = 0.0
        return slopes

    def j(t: float, y: Array) -> Array:
        slopes = jacobian(t, y, parameters, inputs)
        slopes[places] = 0.0
        return slopes

    rest = settle(f, j, start, YEARS)
    return _integrate(f, j, start, np.array([0.0, YEARS]), AT_REST)[-1] if rest is None else rest


def _causes(run: Compiled, values: dict[str, float], asked: Sequence[Asked]) -> dict[str, float]:
    """The parameters that make the asked levels those of rest."""
    state = _settle(run, values, asked)
    inputs = np.zeros((len(run.network.inputs), 1))
    read = {
        name: float(np.ravel(v)[0])
        for name, v in run.read(state[:, None], run.ordered(values), inputs).items()
    }
    return {a.cause: cause(a, values, read) for a in asked}


def cause(asked: Asked, values: dict[str, float], read: dict[str, float]) -> float:
    """How strong the organ must be. Output is proportional to it, but for what does not depend on it (the
    adrenals), and the hypothalamus, which acts through LH and its reserve."""
    if asked.species != "testosterone":
        return values[asked.cause] * asked.level / max(read[_MADE[asked.species]], 1e-9)
    adrenal = values["adrenal"] * values["T_0"]
    share = max(0.0, asked.level - adrenal) / max(read["testosterone_made"] - adrenal, 1e-9)
    if asked.cause != "sensitivity":
        return values[asked.cause] * share
    return _sensitivity(share * read["LH_effect"], values, read)


def _sensitivity(wanted: float, values: dict[str, float], read: dict[str, float]) -> float:
    """How easily the hypothalamus must be held back for LH to have the `wanted` effect on the testis: the
    rules of gonads.py, solved backwards at rest."""
    wanted = min(max(wanted, 1e-3), 0.98 * (1 + values["K_ley"]))
    lh = wanted * values["K_ley"] / (1 + values["K_ley"] - wanted)
    call = lh ** (1 / (1 + values["reserve_power"])) / read["gonad_drive"]
    most = values["call_most"]
    call = min(call, 0.999 * most)
    feedback = ((most / call - 1) / (most - 1)) ** (1 / values["n_feedback"])
    return float(feedback / max(read["steroids"], 1e-3))


_MADE = {"estradiol": "estradiol_made", "progesterone": "progesterone_goal"}
READ_BY_CAUSES = (*_MADE.values(), "testosterone_made", "LH_effect", "gonad_drive", "steroids")
"""the quantities of the held state that `cause` looks at"""
