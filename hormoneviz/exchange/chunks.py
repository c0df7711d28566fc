"""Chunks: the finished parts of a virtual population in a folder, so that an interrupted run goes on where it
was."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, MutableMapping
from functools import cache
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from hormoneviz import __version__, resources
from hormoneviz.exchange.errors import OutputFailed
from hormoneviz.exchange.files import write_whole
from hormoneviz.simulation.cohort import Cohort
from hormoneviz.simulation.population import CHUNK
from hormoneviz.simulation.scenario import Scenario

_GROUPS = ("series", "readings", "without")


class Chunks(MutableMapping[int, Cohort]):
    """The chunks of one population by index, a file each, written whole or not at all.

    A file tells by its name which scenario, seed and model it belongs to; a damaged one counts as not there.

    Raises (from writing):
        OutputFailed: the folder or a file cannot be written.
    """

    def __init__(self, folder: Path | str, scenario: Scenario, seed: int) -> None:
        self.folder = Path(folder)
        self._name = digest(scenario, seed)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputFailed(f"cannot use {folder}: {error.strerror or error}") from error

    def path(self, index: int) -> Path:
        """The file of a chunk."""
        return self.folder / f"{self._name}-{index:04d}.npz"

    def __getitem__(self, index: int) -> Cohort:
        try:
            return unpacked(self.path(index).read_bytes())
        except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise KeyError(index) from error

    def __setitem__(self, index: int, found: Cohort) -> None:
        write_whole(self.path(index), packed(found))

    def __delitem__(self, index: int) -> None:
        self.path(index).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[int]:
        for file in sorted(self.folder.glob(f"{self._name}-*.npz")):
            yield int(file.stem.rpartition("-")[2])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def remove(self) -> None:
        """Throw the chunks away, and the folder where nothing else is in it."""
        self.clear()
        if not any(self.folder.iterdir()):
            self.folder.rmdir()


def packed(found: Cohort) -> bytes:
    """A cohort as the bytes of an .npz file."""
    arrays = {"numbers": found.numbers, "failed": np.array(found.failed, dtype=np.intp), "times": found.times}
    for group in _GROUPS:
        arrays |= {f"{group} {name}": values for name, values in getattr(found, group).items()}
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpacked(data: bytes) -> Cohort:
    """The cohort again.

    Raises:
        EOFError, ValueError, KeyError, zipfile.BadZipFile: these are not the bytes of one.
    """
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        groups = {
            group: {
                name.removeprefix(f"{group} "): file[name] for name in file if name.startswith(f"{group} ")
            }
            for group in _GROUPS
        }
        failed = tuple(file["failed"].tolist())
        return Cohort(file["numbers"], failed, file["times"], **groups)


def digest(scenario: Scenario, seed: int) -> str:
    """A short name for all that the numbers of a population hang on."""
    ordered = dict(sorted(scenario.parameters.items()))
    told = replace(scenario, name="", note="", seed=0, vesicles=500, parameters=ordered)
    # Its text, not its JSON: what msgspec leaves out there hangs on which object a default is.
    return hashlib.sha256(f"{told}\n{seed}\n{CHUNK}\n{_model()}".encode()).hexdigest()[:16]


@cache
def _model() -> str:
    """The program and its parameters."""
    texts = [resources.text(name) for name in resources.names("parameters", ".toml")]
    texts += [resources.text(name) for name in resources.names("therapies", ".toml")]
    return hashlib.sha256("\n".join([__version__, *texts]).encode()).hexdigest()
