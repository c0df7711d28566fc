"""A population on a Dask cluster of two processes, one of which is killed at work: nothing is lost."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hormoneviz.exchange.chunks import Chunks, digest
from hormoneviz.exchange.cluster import solve_on
from hormoneviz.exchange.errors import BadInput
from hormoneviz.shell.commandline import run
from hormoneviz.simulation.population import CHUNK, chunk_at_once
from hormoneviz.simulation.scenario import Protocol, Scenario

SHORT = Scenario(name="Short", protocol=Protocol("ogtt"), duration="20 min")
FILE = 'name = "Short"\nduration = "20 min"\n[protocol]\nkind = "ogtt"\n'
PATIENCE = 30.0
"""s"""


def start(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", *arguments], env=environment, stdout=quiet, stderr=quiet)


def wait_for(*paths: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not any(path.exists() for path in paths):
        assert time.monotonic() < until, f"no {paths[0]}"
        time.sleep(0.02)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The file of a scheduler; it and two workers of one thread each, in processes of their own."""
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    here = ("--scheduler-file", str(file))
    processes = [start("dask", "scheduler", *here, "--port", "0", "--no-dashboard", "--host", "127.0.0.1")]
    own = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path))
    processes += [start("dask", "worker", *here, *own) for _ in range(2)]
    try:
        wait_for(file)
        yield str(file), processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def address_of(file: str) -> str:
    found: str = json.loads(Path(file).read_text())["address"]
    return found


def test_a_lost_worker_loses_nothing(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    file, started = cluster
    scenario, out = tmp_path / "short.toml", tmp_path / "bands.csv"
    scenario.write_text(FILE)
    arguments = ["hormoneviz", "simulate", str(scenario), "--population", str(3 * CHUNK), "--out", str(out)]
    process = start(*arguments, "--scheduler", address_of(file))
    started.append(process)
    parts = Chunks(tmp_path / "bands.csv.parts", SHORT, SHORT.seed)
    wait_for(*(parts.path(index) for index in range(3)))
    started[1].kill()  # one of the other two chunks is its own
    alone = tmp_path / "alone.csv"
    assert run([*arguments[1:-1], str(alone)]) == 0
    assert process.wait(timeout=PATIENCE) == 0
    assert not parts.folder.exists()  # no longer needed
    assert out.read_bytes() == alone.read_bytes()


NOBODY = """
from hormoneviz.exchange import cluster
from hormoneviz.shell.commandline import run
cluster.WAIT = "0.3s"
raise SystemExit(run(["simulate", "13-ogtt-healthy", "--population", "3", "--scheduler", "tcp://127.0.0.1:9"]))
"""
"""in a process of its own, because Dask leaves a thread behind"""


def test_no_scheduler_is_told() -> None:
    pytest.importorskip("distributed")
    found = subprocess.run([sys.executable, "-c", NOBODY], capture_output=True, text=True, timeout=PATIENCE)
    assert found.returncode == 2
    assert "--scheduler tcp://127.0.0.1:9: no Dask scheduler answers there" in found.stderr


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BadInput, match=r"pip install 'hormoneviz\[cluster\]'"):
        list(solve_on("tcp://127.0.0.1:9", SHORT, 1, [0], {}))


def test_a_chunk_can_be_sent() -> None:
    """What goes to a worker and comes back survives the way."""
    short = Scenario(protocol=Protocol("bath"), duration="1 min")
    function, scenario = pickle.loads(pickle.dumps((chunk_at_once, short)))
    found = pickle.loads(pickle.dumps(function(scenario, 1, 1)))
    assert digest(pickle.loads(pickle.dumps(short)), 1) == digest(short, 1)
    assert found.numbers.tolist() == list(range(CHUNK, 2 * CHUNK))
