"""Cluster: the chunks of a virtual population on the workers of a Dask scheduler, for more people than one
machine has patience for.

Dask is an optional extra and imported only here, when asked for. A worker that is lost loses nothing: its
chunks go to the others, and each that is done is kept at once.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from importlib import import_module
from typing import Any

from hormoneviz.exchange.chunks import digest
from hormoneviz.exchange.errors import BadInput
from hormoneviz.simulation.cohort import Cohort
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.population import chunk_at_once
from hormoneviz.simulation.scenario import Scenario

WAIT = "10s"
"""how long a scheduler may take to answer"""
RETRIES = 3
"""of a chunk whose worker was lost or failed"""


def solve_on(
    address: str,
    scenario: Scenario,
    seed: int,
    indices: Sequence[int],
    kept: MutableMapping[int, Cohort],
) -> Iterator[int]:
    """Solve those chunks on the workers of the scheduler at `address`, and put each into `kept` as it is
    done; yields its index.

    Raises:
        BadInput: Dask is not installed, nobody answers there, or the workers have another model.
        SolverFailed: a chunk was lost more often than it is tried again.
    """
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BadInput(f"no Dask scheduler answers there ({error})", file=f"--scheduler {address}") from None
    with client:
        _check_workers(client, address, scenario, seed)
        futures = {
            client.submit(chunk_at_once, scenario, seed, index, pure=False, retries=RETRIES): index
            for index in indices
        }
        for future in distributed.as_completed(futures, loop=client.loop):
            try:
                kept[futures[future]] = future.result()
            except distributed.KilledWorker as error:
                raise SolverFailed(f"workers were lost again and again ({error})") from None
            future.release()
            yield futures[future]


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise BadInput(
            "this needs Dask, which is not installed: pip install 'hormoneviz[cluster]'", file="--scheduler"
        ) from None


def _check_workers(client: Any, address: str, scenario: Scenario, seed: int) -> None:
    """The workers must answer with our numbers: the same program with the same parameters."""
    ours = digest(scenario, seed)
    try:
        theirs = client.submit(digest, scenario, seed, pure=False).result(timeout=60)
    except (ImportError, AttributeError) as error:
        raise BadInput(f"its workers lack HormoneViz ({error})", file=f"--scheduler {address}") from None
    except TimeoutError:
        raise BadInput("it has no worker that answers", file=f"--scheduler {address}") from None
    if theirs != ours:
        raise BadInput(
            "its workers have another version of HormoneViz or other parameters",
            file=f"--scheduler {address}",
        )
